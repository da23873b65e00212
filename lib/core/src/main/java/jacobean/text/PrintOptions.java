package jacobean.text;

import jacobean.error.ShapeException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * How arrays are printed; {@link #DEFAULT} has NumPy's own settings.
 *
 * @param precision the largest number of digits after the decimal point
 * @param threshold arrays of more elements than this are summarized
 * @param edgeItems how many items a summary keeps at each end of an axis
 * @param lineWidth the number of characters after which lines are wrapped
 */
public record PrintOptions(int precision, long threshold, int edgeItems, int lineWidth) {
  /** NumPy's: 8 digits, summaries above 1000 elements with 3 items at each end, 75 characters. */
  public static final PrintOptions DEFAULT = new PrintOptions(8, 1000, 3, 75);

  private static final AtomicReference<PrintOptions> USED = new AtomicReference<>(DEFAULT);
  private static final ScopedValue<PrintOptions> DURING = ScopedValue.newInstance();

  /**
   * With all four.
   *
   * @throws ShapeException if precision or threshold are negative, or one of the others below 1
   */
  public PrintOptions {
    if (precision < 0 || threshold < 0 || edgeItems < 1 || lineWidth < 1) {
      throw new ShapeException(
          "PrintOptions: wanted precision and threshold of at least 0, edgeItems and lineWidth of at"
              + " least 1, got precision=%d, threshold=%d, edgeItems=%d, lineWidth=%d."
                  .formatted(precision, threshold, edgeItems, lineWidth));
    }
  }

  /** The options in force: those of a body that runs with its own, else those of the process. */
  public static PrintOptions current() {
    return DURING.isBound() ? DURING.get() : USED.get();
  }

  /** Puts options in force for the process, as in NumPy. */
  public static void use(PrintOptions options) {
    USED.set(options);
  }

  /** Runs a body with these options in force. */
  public <T> T during(Supplier<T> body) {
    return ScopedValue.where(DURING, this).call(body::get);
  }

  /**
   * These options with another precision.
   *
   * @throws ShapeException if it is negative
   */
  public PrintOptions precision(int digits) {
    return new PrintOptions(digits, threshold, edgeItems, lineWidth);
  }

  /**
   * These options with another threshold.
   *
   * @throws ShapeException if it is too small
   */
  public PrintOptions threshold(long elements) {
    return new PrintOptions(precision, elements, edgeItems, lineWidth);
  }

  /**
   * These options with another number of edge items.
   *
   * @throws ShapeException if it is too small
   */
  public PrintOptions edgeItems(int items) {
    return new PrintOptions(precision, threshold, items, lineWidth);
  }

  /**
   * These options with another line width.
   *
   * @throws ShapeException if it is too small
   */
  public PrintOptions lineWidth(int characters) {
    return new PrintOptions(precision, threshold, edgeItems, characters);
  }
}
