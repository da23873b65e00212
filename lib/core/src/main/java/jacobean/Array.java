package jacobean;

import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.core.Tracer;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.error.TracerException;
import jacobean.pytree.NumericLeaf;
import jacobean.text.ArrayText;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * An array of numbers: immutable, with a shape and a dtype. {@code jax.Array}.
 *
 * <p>Make one with {@link jnp#array}. Operators broadcast and promote as {@link jnp} does. Inside a
 * function that is transformed ({@code jit}, {@code vmap}) an array stands for numbers that are not
 * known yet; methods that need numbers ({@link #item}, {@link #toBoolean}) throw there.
 *
 * <pre>{@code
 * var x = jnp.array(1., 2., 3.);
 * x.times(x).sum()                       // 14.0
 * x.at("1:3").set(jnp.array(-1., -2.))   // [ 1. -1. -2.]
 * }</pre>
 */
public final class Array implements NumericLeaf, Iterable<Array> {
  private final Value value;

  private Array(Value value) {
    this.value = value;
  }

  /** The array of a value, for those who write primitives. */
  public static Array of(Value value) {
    return new Array(value);
  }

  /** What it is made of, for those who write primitives. */
  public Value value() {
    return value;
  }

  // --- What it is ---

  /** The lengths of the axes. */
  public Shape shape() {
    return value.shape();
  }

  /** The length of one axis; a negative axis counts from the last. */
  public int shape(int axis) {
    return shape().dim(Dims.axis("shape", axis, ndim()));
  }

  /**
   * The length of the first axis: Python's {@code len(x)}.
   *
   * {@snippet :
   * jnp.eye(jnp.array(1., 2.).length()) // => [[1. 0.] [0. 1.]]
   * }
   *
   * @throws ShapeException if it is a scalar
   */
  public int length() {
    return shape(0);
  }

  public DType dtype() {
    return value.dtype();
  }

  /** The number of axes. */
  public int ndim() {
    return value.rank();
  }

  /** The number of elements. */
  public long size() {
    return shape().size();
  }

  /**
   * The elements along the first axis, for loops.
   *
   * {@snippet :
   * var sums = new ArrayList<Array>(); for (var row : jnp.arange(4).reshape(2, 2)) sums.add(row.sum());
   * sums // => [1, 5]
   * }
   *
   * @throws ShapeException if it is a scalar
   */
  @Override
  public Iterator<Array> iterator() {
    if (ndim() == 0) {
      throw new ShapeException(
          "iterator: a scalar has no elements to go through. Use the scalar itself, or ravel().");
    }
    return IntStream.range(0, shape(0)).mapToObj(this::get).iterator();
  }

  /** Shape, dtype and weakness. */
  public Aval aval() {
    return value.aval();
  }

  // --- Arithmetic ---

  /** {@code this + y}. */
  public Array plus(Array y) {
    return jnp.add(this, y);
  }

  /** {@code this + y}. */
  public Array plus(Number y) {
    return jnp.add(this, y);
  }

  /** {@code this - y}. */
  public Array minus(Array y) {
    return jnp.subtract(this, y);
  }

  /** {@code this - y}. */
  public Array minus(Number y) {
    return jnp.subtract(this, y);
  }

  /** {@code this * y}. */
  public Array times(Array y) {
    return jnp.multiply(this, y);
  }

  /** {@code this * y}. */
  public Array times(Number y) {
    return jnp.multiply(this, y);
  }

  /** {@code this / y}; a true division, also of integers. */
  public Array div(Array y) {
    return jnp.divide(this, y);
  }

  /** {@code this / y}; a true division, also of integers. */
  public Array div(Number y) {
    return jnp.divide(this, y);
  }

  /** {@code this + y}. */
  public Array plus(Complex y) {
    return plus(Leaves.array(y));
  }

  /** {@code this - y}. */
  public Array minus(Complex y) {
    return minus(Leaves.array(y));
  }

  /**
   * {@code this * y}.
   *
   * {@snippet :
   * jnp.array(3.).plus(jnp.array(4.).times(Complex.I)) // => (3+4j)
   * }
   */
  public Array times(Complex y) {
    return times(Leaves.array(y));
  }

  /** {@code this / y}. */
  public Array div(Complex y) {
    return div(Leaves.array(y));
  }

  /** {@code this % y}; the sign is that of y. */
  public Array rem(Array y) {
    return jnp.remainder(this, y);
  }

  /** {@code this % y}; the sign is that of y. */
  public Array rem(Number y) {
    return jnp.remainder(this, y);
  }

  /** {@code this < y}. */
  public Array lt(Array y) {
    return jnp.less(this, y);
  }

  /** {@code this < y}. */
  public Array lt(Number y) {
    return jnp.less(this, y);
  }

  /** {@code this <= y}. */
  public Array le(Array y) {
    return jnp.lessEqual(this, y);
  }

  /** {@code this <= y}. */
  public Array le(Number y) {
    return jnp.lessEqual(this, y);
  }

  /** {@code this > y}. */
  public Array gt(Array y) {
    return jnp.greater(this, y);
  }

  /** {@code this > y}. */
  public Array gt(Number y) {
    return jnp.greater(this, y);
  }

  /** {@code this >= y}. */
  public Array ge(Array y) {
    return jnp.greaterEqual(this, y);
  }

  /** {@code this >= y}. */
  public Array ge(Number y) {
    return jnp.greaterEqual(this, y);
  }

  /** {@code this == y}. */
  public Array eq(Array y) {
    return jnp.equal(this, y);
  }

  /** {@code this == y}. */
  public Array eq(Number y) {
    return jnp.equal(this, y);
  }

  /** {@code this != y}. */
  public Array ne(Array y) {
    return jnp.notEqual(this, y);
  }

  /** {@code this != y}. */
  public Array ne(Number y) {
    return jnp.notEqual(this, y);
  }

  /** {@code this & y}. */
  public Array and(Array y) {
    return jnp.bitwiseAnd(this, y);
  }

  /** {@code this & y}. */
  public Array and(Number y) {
    return jnp.bitwiseAnd(this, y);
  }

  /** {@code this | y}. */
  public Array or(Array y) {
    return jnp.bitwiseOr(this, y);
  }

  /** {@code this | y}. */
  public Array or(Number y) {
    return jnp.bitwiseOr(this, y);
  }

  /** {@code this ^ y}. */
  public Array xor(Array y) {
    return jnp.bitwiseXor(this, y);
  }

  /** {@code this ^ y}. */
  public Array xor(Number y) {
    return jnp.bitwiseXor(this, y);
  }

  /** {@code this << y}. */
  public Array shl(Array y) {
    return jnp.leftShift(this, y);
  }

  /** {@code this << y}. */
  public Array shl(Number y) {
    return jnp.leftShift(this, y);
  }

  /** {@code this >> y}. */
  public Array shr(Array y) {
    return jnp.rightShift(this, y);
  }

  /** {@code this >> y}. */
  public Array shr(Number y) {
    return jnp.rightShift(this, y);
  }

  /** {@code -this}. */
  public Array unaryMinus() {
    return jnp.negative(this);
  }

  /** {@code ~this}: logical on bool, bitwise on integers. */
  public Array not() {
    return jnp.logicalNot(this);
  }

  /** {@code this ** exponent}. */
  public Array pow(Number exponent) {
    return jnp.power(this, exponent);
  }

  /** The matrix product {@code this @ y}. */
  public Array matmul(Array y) {
    return jnp.matmul(this, y);
  }

  /** NumPy's dot product. */
  public Array dot(Array y) {
    return jnp.dot(this, y);
  }

  // --- Shape ---

  /** The same elements in another shape; one length may be -1. */
  public Array reshape(int... shape) {
    return jnp.reshape(this, shape);
  }

  /** The elements as one axis. */
  public Array ravel() {
    return jnp.ravel(this);
  }

  /** The axes in another order; reversed if none are given. */
  public Array transpose(int... axes) {
    return jnp.transpose(this, axes);
  }

  /** The axes reversed: the transpose of a matrix. */
  public Array T() {
    return jnp.transpose(this);
  }

  /** The elements as another dtype. */
  public Array astype(DType dtype) {
    return jnp.astype(this, dtype);
  }

  // --- Reductions ---

  /** The sum over these axes, or all. */
  public Array sum(int... axes) {
    return jnp.sum(this, axes);
  }

  /** The mean over these axes, or all. */
  public Array mean(int... axes) {
    return jnp.mean(this, axes);
  }

  /** The greatest element along these axes, or of all. */
  public Array max(int... axes) {
    return jnp.max(this, axes);
  }

  /** The smallest element along these axes, or of all. */
  public Array min(int... axes) {
    return jnp.min(this, axes);
  }

  // --- Indexing ---

  /**
   * The elements that an index selects, as NumPy's {@code x[...]}: integers, slices, {@code ...},
   * {@code None} for a new axis, arrays of integers, and masks of bools.
   *
   * <pre>{@code x.get(0)   x.get("1:3")   x.get("::-1, ..., 0")   x.get(":", 2)   x.get(x.gt(0))}
   * </pre>
   *
   * <p>Arrays broadcast together; their axes take the place of those that they index, or come first
   * where slices stand between them. Elements of arrays that are out of bounds give the nearest
   * element inside; {@code x.at(...).mode("fill").get()} gives NaN there.
   *
   * @throws jacobean.error.IndexException if an integer is out of bounds, or if there are too many
   *     entries
   */
  public Array get(Object... index) {
    return at(index).get();
  }

  /**
   * The places that an index selects, to make an array that differs there: {@code
   * x.at("1:3").set(y)}. JAX's {@code x.at[1:3]}.
   *
   * @throws jacobean.error.IndexException as {@link #get}
   */
  public At at(Object... index) {
    return new At(this, index);
  }

  /** The elements at these places of an axis. {@code jnp.take}. */
  public Array take(Array indices, int axis) {
    return jnp.take(this, indices, axis);
  }

  /** Sorted upwards along the last axis. */
  public Array sort() {
    return jnp.sort(this);
  }

  /** Sorted upwards along an axis. */
  public Array sort(int axis) {
    return jnp.sort(this, axis);
  }

  /** The places of the elements in sorted order along the last axis. */
  public Array argsort() {
    return jnp.argsort(this);
  }

  /** The places of the elements in sorted order along an axis. */
  public Array argsort(int axis) {
    return jnp.argsort(this, axis);
  }

  /** Sums along an axis from its start. */
  public Array cumsum(int axis) {
    return jnp.cumsum(this, axis);
  }

  /** Products along an axis from its start. */
  public Array cumprod(int axis) {
    return jnp.cumprod(this, axis);
  }

  /**
   * The places of the elements that are not zero, a vector for each axis; not of a traced array.
   */
  public java.util.List<Array> nonzero() {
    return jnp.nonzero(this);
  }

  /** Each part along an axis several times. */
  public Array repeat(int repeats, int axis) {
    return jnp.repeat(this, repeats, axis);
  }

  /** The diagonal of the first two axes. */
  public Array diagonal() {
    return jnp.diagonal(this);
  }

  // --- Numbers ---

  /**
   * The number of an array with one element; 0 or 1 for a bool.
   *
   * @throws ShapeException if it has not one element
   * @throws TracerException if it is traced
   */
  public double item() {
    return number("item").doubleValue();
  }

  /**
   * {@link #item} as the Java number of its kind, a Double or a Long: for a record's component that
   * is declared as a number.
   *
   * @throws TracerException also inside grad, where a bare number would lose its derivative
   */
  @Override
  public Number number() {
    if (value instanceof Tracer t) {
      throw new TracerException(
          "this "
              + t.aval()
              + " is traced by "
              + t.transformation()
              + " and is more than a number.");
    }
    return number("number");
  }

  private Number number(String operation) {
    var host = single(operation);
    return host.dtype().isFloating() ? (Number) host.real(0) : host.whole(0);
  }

  /** {@link #item} as an int, a fraction dropped. */
  public int toInt() {
    return number("toInt").intValue();
  }

  /** Whether the one element is not zero; what a condition needs. */
  public boolean toBoolean() {
    var host = single("toBoolean");
    return host.dtype().isFloating() ? host.real(0) != 0 : host.integer(0) != 0;
  }

  /** The elements in row-major order. */
  public double[] toDoubles() {
    var host = numbers("toDoubles");
    return IntStream.range(0, Math.toIntExact(size())).mapToDouble(host::real).toArray();
  }

  /** The elements in row-major order, rounded to float. */
  public float[] toFloats() {
    var host = numbers("toFloats");
    var floats = new float[Math.toIntExact(size())];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) host.real(i);
    }
    return floats;
  }

  /** The elements in row-major order, fractions dropped. */
  public long[] toLongs() {
    var host = numbers("toLongs");
    return IntStream.range(0, Math.toIntExact(size()))
        .mapToLong(i -> host.dtype().isFloating() ? (long) host.real(i) : host.integer(i))
        .toArray();
  }

  /** The elements, for reading. */
  public HostArray host() {
    return numbers("host");
  }

  private HostArray single(String operation) {
    var host = numbers(operation);
    if (size() != 1) {
      throw new ShapeException(
          operation
              + ": only an array with one element is a single number, got "
              + aval()
              + ". Reduce it first, for example with jnp.all, jnp.any or jnp.sum.");
    }
    return host;
  }

  private HostArray numbers(String operation) {
    var v = value instanceof Tracer t ? t.concrete() : value;
    return switch (v) {
      case Concrete c -> c.host();
      case Tracer t -> throw untraceable(operation, t);
    };
  }

  private static TracerException untraceable(String operation, Tracer t) {
    return new TracerException(
        operation
            + ": this "
            + t.aval()
            + " is traced by "
            + t.transformation()
            + " and has no numbers yet (made at "
            + t.origin()
            + "). An if or a loop that depends on it must become jnp.where, or the argument it comes from must be"
            + " static: jit(f, staticArgnums(i)).");
  }

  // --- Text ---

  /** As NumPy prints it: {@code [1. 2. 3.]}; a traced array says what it is. */
  @Override
  public String toString() {
    return (value instanceof Tracer t ? t.concrete() : value) instanceof Concrete c
        ? ArrayText.str(c.host().elements())
        : value.toString();
  }

  /** As JAX shows it: {@code Array([1., 2., 3.], dtype=float32)}. */
  public String repr() {
    return (value instanceof Tracer t ? t.concrete() : value) instanceof Concrete c
        ? ArrayText.repr(c.host().elements(), dtype().toString(), aval().weak())
        : value.toString();
  }
}
