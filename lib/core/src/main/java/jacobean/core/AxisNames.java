package jacobean.core;

import jacobean.error.ShapeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The named axes in scope, with their lengths: those of the {@code vmap} and {@code pmap} that the
 * running function is inside of.
 */
public final class AxisNames {
  private static final ScopedValue<Map<String, Integer>> BOUND = ScopedValue.newInstance();

  private AxisNames() {}

  /** All of them, the outermost first. */
  public static Map<String, Integer> all() {
    return BOUND.isBound() ? BOUND.get() : Map.of();
  }

  /** Runs a body inside one more named axis. */
  public static <T> T with(String name, int size, Supplier<T> body) {
    var inner = new LinkedHashMap<>(all());
    inner.put(name, size);
    return ScopedValue.where(BOUND, Map.copyOf(inner)).call(body::get);
  }

  /**
   * The length of a named axis.
   *
   * @param operation what asks, for the message
   * @throws ShapeException if none of this name is in scope
   */
  public static int size(String operation, String name) {
    var size = all().get(name);
    if (size == null) {
      throw new ShapeException(
          operation
              + ": no axis is named '"
              + name
              + "' here; in scope are "
              + all().keySet()
              + ". Call it in a function that"
              + " is given to vmap or pmap with axisName(\""
              + name
              + "\").");
    }
    return size;
  }
}
