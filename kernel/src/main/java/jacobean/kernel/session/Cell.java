package jacobean.kernel.session;

import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What every cell can call without an import: {@code print}, {@code display}, {@code render}. */
public final class Cell {
  /** The open session; the streams of {@code System} are one per process too. */
  private static volatile Surface surface;

  private Cell() {}

  /**
   * Where values are shown.
   *
   * @param files the file that a class of a cell came from, such as {@code In [3]}
   */
  record Surface(Rendering rendering, Outlet outlet, UnaryOperator<String> files) {}

  static void show(Surface on) {
    surface = on;
  }

  static void hide(Surface from) {
    if (surface == from) {
      surface = null;
    }
  }

  /** The file of a class of a cell, where a session is open. */
  static Optional<String> sourceFile(String className) {
    return Optional.ofNullable(surface).map(on -> on.files().apply(className));
  }

  private static Surface surface() {
    Surface now = surface;
    if (now == null) {
      throw new IllegalStateException("display and render work in a session's cells only");
    }
    return now;
  }

  /** Prints the values, separated by spaces, and a newline. */
  public static void print(Object... values) {
    // A null array is what print(null) passes.
    System.out.println(
        values == null
            ? "null"
            : Arrays.stream(values).map(Rendering::plain).collect(Collectors.joining(" ")));
  }

  /** Shows a value as a cell's result is shown; the handle can replace it later. */
  public static Display display(Object value) {
    Surface on = surface();
    Display shown = new Display(UUID.randomUUID().toString());
    on.outlet().display(on.rendering().render(value), shown.id());
    return shown;
  }

  /** Replaces what {@link #display} showed. */
  public static void updateDisplay(Display shown, Object value) {
    shown.update(value);
  }

  /** Clears the cell's output. */
  public static void clearOutput() {
    clearOutput(false);
  }

  /** Clears the cell's output, with {@code wait} not before the next output arrives. */
  public static void clearOutput(boolean wait) {
    surface().outlet().clear(wait);
  }

  /** The formats in which a value is shown. */
  public static MimeBundle render(Object value) {
    return surface().rendering().render(value);
  }

  /** Something shown; as the last value of a cell it is not shown again. */
  public record Display(String id) {
    /** Replaces it in place. */
    public void update(Object value) {
      Surface on = surface();
      on.outlet().update(on.rendering().render(value), id);
    }
  }
}
