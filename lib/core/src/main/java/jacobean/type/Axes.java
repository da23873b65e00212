package jacobean.type;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A list of axes, none negative; a record component of primitives. Prints as a Python tuple. */
public final class Axes {
  private final int[] axes;

  private Axes(int[] axes) {
    this.axes = axes;
  }

  public static Axes of(int... axes) {
    return new Axes(axes.clone());
  }

  /** 0, 1, ..., {@code rank - 1}. */
  public static Axes all(int rank) {
    return range(0, rank);
  }

  /** {@code from}, ..., {@code to - 1}. */
  public static Axes range(int from, int to) {
    return new Axes(IntStream.range(from, to).toArray());
  }

  public int size() {
    return axes.length;
  }

  public int get(int i) {
    return axes[i];
  }

  public boolean contains(int axis) {
    return indexOf(axis) >= 0;
  }

  /** Where the axis stands in this list, or -1. */
  public int indexOf(int axis) {
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] == axis) {
        return i;
      }
    }
    return -1;
  }

  /** Those of 0, ..., {@code rank - 1} that are not in this list, in order. */
  public Axes complement(int rank) {
    return new Axes(IntStream.range(0, rank).filter(i -> !contains(i)).toArray());
  }

  /** The axes after a new one was put in at {@code axis}. */
  public Axes shift(int axis) {
    return new Axes(Arrays.stream(axes).map(a -> a >= axis ? a + 1 : a).toArray());
  }

  /** This list, then the other. */
  public Axes then(Axes other) {
    return new Axes(IntStream.concat(Arrays.stream(axes), Arrays.stream(other.axes)).toArray());
  }

  /** For a permutation: the permutation that undoes it. */
  public Axes inverse() {
    var inverse = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      inverse[axes[i]] = i;
    }
    return new Axes(inverse);
  }

  public Axes sorted() {
    return new Axes(Arrays.stream(axes).sorted().toArray());
  }

  public int[] toArray() {
    return axes.clone();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Axes a && Arrays.equals(axes, a.axes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(axes);
  }

  @Override
  public String toString() {
    return axes.length == 1
        ? "(" + axes[0] + ",)"
        : Arrays.stream(axes).mapToObj(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
