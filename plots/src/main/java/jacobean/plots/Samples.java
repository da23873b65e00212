package jacobean.plots;

import jacobean.Array;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers out of the many things that hold them. */
final class Samples {
  private Samples() {}

  /**
   * The numbers of a Java array, a one-dimensional array, or a list.
   *
   * @throws IllegalArgumentException naming what it got, if there are no numbers in it
   */
  static double[] of(Object values) {
    return switch (values) {
      case double[] doubles -> doubles.clone();
      case float[] floats ->
          IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
      case int[] ints -> IntStream.range(0, ints.length).mapToDouble(i -> ints[i]).toArray();
      case long[] longs -> IntStream.range(0, longs.length).mapToDouble(i -> longs[i]).toArray();
      case Array array -> vector(array);
      case Object[] objects -> of(Arrays.asList(objects));
      case List<?> list ->
          IntStream.range(0, list.size()).mapToDouble(i -> number(list.get(i), i)).toArray();
      case null, default ->
          throw new IllegalArgumentException(
              "plot: wants a list of numbers, a Java array of numbers or a one-dimensional Array,"
                  + " but got "
                  + (values == null ? "null" : values.getClass().getName()));
    };
  }

  private static double[] vector(Array array) {
    if (array.ndim() != 1) {
      throw new IllegalArgumentException(
          "plot: wants a one-dimensional array, but got "
              + array.aval()
              + "; take a row with get, or flatten it with ravel");
    }
    return array.toDoubles();
  }

  private static double number(Object value, int index) {
    return switch (value) {
      case Number number -> number.doubleValue();
      case Array array when array.size() == 1 -> array.item();
      case null, default ->
          throw new IllegalArgumentException(
              "plot: wants numbers, but element %d is %s"
                  .formatted(index, value == null ? "null" : describe(value)));
    };
  }

  private static String describe(Object value) {
    return value instanceof Array array
        ? "an array " + array.aval()
        : "a " + value.getClass().getName();
  }
}
