package jacobean.type;

import jacobean.error.NullException;
import jacobean.error.ShapeException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The lengths of an array's axes. Prints as Python prints a tuple: {@code (2, 3)}, {@code (3,)},
 * {@code ()}.
 *
 * {@snippet :
 * Shape.of(2, 3) // => (2, 3)
 * Shape.of(2, 3).size() // => 6
 * }
 */
public final class Shape {
  /**
   * The shape of a scalar.
   *
   * {@snippet :
   * Shape.SCALAR.rank() // => 0
   * }
   */
  public static final Shape SCALAR = new Shape(new int[0]);

  /** So that the bytes of an array, too, can be counted in a long. */
  private static final double MOST_ELEMENTS = 0x1p55;

  private final int[] dims;
  private final long size;

  private Shape(int[] dims) {
    this.dims = dims;
    this.size = size(dims);
  }

  private static long size(int[] dims) {
    double about = 1;
    long n = 1;
    for (int d : dims) {
      about *= d;
      n *= d;
    }
    if (about > MOST_ELEMENTS) {
      throw new ShapeException(
          "shape: "
              + Arrays.toString(dims)
              + " has more elements than any memory holds. Were lengths and axes mixed up?");
    }
    return n;
  }

  /**
   * A shape with these lengths.
   *
   * {@snippet :
   * Shape.of(3) // => (3,)
   * }
   *
   * @throws ShapeException if one is negative, or if there are more elements than can be
   * @throws NullException if there is null instead of lengths
   */
  public static Shape of(int... dims) {
    if (dims == null) {
      throw new NullException("shape: the lengths are null. The shape of a scalar is Shape.of().");
    }
    for (int d : dims) {
      if (d < 0) {
        throw new ShapeException(
            "shape: lengths must not be negative, got "
                + Arrays.toString(dims)
                + ". Only reshape takes a -1, for the length that follows from the others.");
      }
    }
    return dims.length == 0 ? SCALAR : new Shape(dims.clone());
  }

  /**
   * A length that was computed, which must be one that an axis can have.
   *
   * {@snippet :
   * Shape.length("pad", 3L + Integer.MAX_VALUE) // throws ShapeException: pad
   * }
   *
   * @param operation what computed it
   * @throws ShapeException if it is negative or more than 2^31 - 1
   */
  public static int length(String operation, long length) {
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new ShapeException(
          operation
              + ": an axis of the result would have length "
              + length
              + (length < 0
                  ? "; more is cut off than there is."
                  : "; wanted at most 2^31 - 1. Work on smaller pieces."));
    }
    return (int) length;
  }

  /**
   * The number of axes.
   *
   * {@snippet :
   * Shape.of(2, 3).rank() // => 2
   * }
   */
  public int rank() {
    return dims.length;
  }

  /**
   * The number of elements.
   *
   * {@snippet :
   * Shape.of(2, 0).size() // => 0
   * }
   */
  public long size() {
    return size;
  }

  /**
   * {@link #dim}, by the name that {@code shape[axis]} has in a notebook.
   *
   * {@snippet :
   * jnp.ones(2, 3).shape().get(0) // => 2
   * jnp.ones(2, 3).shape().get(2) // throws ShapeException
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public int get(int axis) {
    return dim(axis);
  }

  /**
   * The length of an axis; a negative axis counts from the last.
   *
   * {@snippet :
   * Shape.of(2, 3).dim(-1) // => 3
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public int dim(int axis) {
    return dims[place(axis)];
  }

  private int place(int axis) {
    if (axis < -dims.length || axis >= dims.length) {
      throw outOfBounds(axis, -dims.length, dims.length - 1);
    }
    return axis < 0 ? axis + dims.length : axis;
  }

  private ShapeException outOfBounds(int axis, int least, int most) {
    return new ShapeException(
        "shape: axis "
            + axis
            + " is out of bounds of "
            + this
            + (least > most ? ", which has no axes." : "; wanted " + least + " to " + most + "."));
  }

  /**
   * The lengths, in a fresh array.
   *
   * {@snippet :
   * Shape.of(2, 3).toArray() // => [2, 3]
   * }
   */
  public int[] toArray() {
    return dims.clone();
  }

  /**
   * This shape with an axis of this length put in at {@code axis}.
   *
   * {@snippet :
   * Shape.of(2, 3).insert(1, 7) // => (2, 7, 3)
   * }
   *
   * @throws ShapeException if the axis is not from 0 to the number of axes, or the length negative
   */
  public Shape insert(int axis, int length) {
    if (axis < 0 || axis > dims.length) {
      throw outOfBounds(axis, 0, dims.length);
    }
    return of(
        IntStream.rangeClosed(0, dims.length)
            .map(i -> i == axis ? length : dims[i < axis ? i : i - 1])
            .toArray());
  }

  /** This shape without some axes, which are counted from the first. */
  public Shape drop(Axes axes) {
    return of(
        IntStream.range(0, dims.length).filter(i -> !axes.contains(i)).map(i -> dims[i]).toArray());
  }

  /**
   * This shape without one axis.
   *
   * {@snippet :
   * Shape.of(2, 3).drop(0) // => (3,)
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public Shape drop(int axis) {
    return drop(Axes.of(place(axis)));
  }

  /**
   * This shape with the length of one axis replaced.
   *
   * {@snippet :
   * Shape.of(2, 3).with(0, 9) // => (9, 3)
   * }
   *
   * @throws ShapeException if the axis is out of bounds, or the length negative
   */
  public Shape with(int axis, int length) {
    int[] d = dims.clone();
    d[place(axis)] = length;
    return of(d);
  }

  /**
   * Row-major strides, in elements.
   *
   * {@snippet :
   * Shape.of(2, 3, 4).strides() // => [12, 4, 1]
   * }
   */
  public long[] strides() {
    var strides = new long[dims.length];
    long n = 1;
    for (int i = dims.length - 1; i >= 0; i--) {
      strides[i] = n;
      n *= dims[i];
    }
    return strides;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Shape s && Arrays.equals(dims, s.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  @Override
  public String toString() {
    return dims.length == 1
        ? "(" + dims[0] + ",)"
        : Arrays.stream(dims).mapToObj(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
