package jacobean;

import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Conversion;
import jacobean.op.Shaping;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;

/** The part of {@link jnp} that makes arrays, and the names of dtypes. */
abstract sealed class NumpyCreation permits NumpyRanges {
  public static final DType bool_ = DType.BOOL;
  public static final DType uint8 = DType.UINT8;
  public static final DType uint16 = DType.UINT16;
  public static final DType uint32 = DType.UINT32;
  public static final DType uint64 = DType.UINT64;
  public static final DType int8 = DType.INT8;
  public static final DType int16 = DType.INT16;
  public static final DType int32 = DType.INT32;
  public static final DType int64 = DType.INT64;
  public static final DType float16 = DType.FLOAT16;
  public static final DType bfloat16 = DType.BFLOAT16;
  public static final DType float32 = DType.FLOAT32;
  public static final DType float64 = DType.FLOAT64;
  public static final DType complex64 = DType.COMPLEX64;
  public static final DType complex128 = DType.COMPLEX128;

  /** The ratio of a circle's circumference to its diameter. */
  public static final double pi = Math.PI;

  /** Euler's number. */
  public static final double e = Math.E;

  public static final double inf = Double.POSITIVE_INFINITY;
  public static final double nan = Double.NaN;

  /** For indexes: a new axis of length 1, {@code x.get(":", jnp.newaxis)}. */
  public static final String newaxis = "None";

  /** A float32 vector of these numbers: {@code jnp.array(1., 2., 3.)}; of one number, a scalar. */
  public static Array array(double... elements) {
    return vector(elements);
  }

  /** A float32 scalar. */
  public static Array array(double element) {
    return Array.of(Concrete.scalar(DType.FLOAT32, false, element));
  }

  /** An int32 scalar. */
  public static Array array(int element) {
    return Array.of(Concrete.scalar(DType.INT32, false, element));
  }

  /** An int32 scalar. */
  public static Array array(long element) {
    return Array.of(Leaves.value(element, "array")).astype(DType.INT32);
  }

  /** A bool scalar. */
  public static Array array(boolean element) {
    return Array.of(Concrete.scalar(DType.BOOL, false, element ? 1 : 0));
  }

  /** An int32 vector of these numbers. */
  public static Array array(int... elements) {
    return Array.of(
        HostArray.ofIntegers(
                Aval.of(Shape.of(elements.length), DType.INT32), i -> elements[(int) i])
            .toConcrete());
  }

  /** A bool vector. */
  public static Array array(boolean... elements) {
    return Array.of(
        HostArray.ofIntegers(
                Aval.of(Shape.of(elements.length), DType.BOOL), i -> elements[(int) i] ? 1 : 0)
            .toConcrete());
  }

  /**
   * An array of nested Java arrays or lists of numbers, bools or arrays: {@code jnp.array(new
   * double[][] {{1, 2}, {3, 4}})}. Floating elements give float32, integers int32.
   *
   * @throws ShapeException if rows differ in length
   */
  public static Array array(Object nested) {
    return Nested.array(nested);
  }

  /** {@link #array(Object)} of a given dtype. */
  public static Array array(Object nested, DType dtype) {
    return Nested.array(nested, dtype);
  }

  /** A vector of a given dtype. */
  public static Array array(double[] elements, DType dtype) {
    return Nested.array(elements, dtype);
  }

  private static Array vector(double[] elements) {
    return Array.of(
        HostArray.ofReals(Aval.of(Shape.of(elements.length), DType.FLOAT32), i -> elements[(int) i])
            .toConcrete());
  }

  /**
   * The array itself, or a weakly typed scalar of a Java number: float32 of a double, int32 of an
   * integer. {@code jnp.asarray}.
   */
  public static Array asarray(Object x) {
    return Array.of(Leaves.value(x, "asarray"));
  }

  /** Zeros, float32. {@code jnp.zeros}. */
  public static Array zeros(int... shape) {
    return full(Shape.of(shape), 0., DType.FLOAT32);
  }

  /** Zeros of a shape and a dtype. */
  public static Array zeros(Shape shape, DType dtype) {
    return full(shape, 0, dtype);
  }

  /** Ones, float32. {@code jnp.ones}. */
  public static Array ones(int... shape) {
    return full(Shape.of(shape), 1., DType.FLOAT32);
  }

  /** Ones of a shape and a dtype. */
  public static Array ones(Shape shape, DType dtype) {
    return full(shape, 1, dtype);
  }

  /** Every element this number: float32 for a floating number, int32 for an integer. */
  public static Array full(Shape shape, Number value) {
    return full(
        shape,
        value,
        value instanceof Double || value instanceof Float ? DType.FLOAT32 : DType.INT32);
  }

  /** Every element this number, of a dtype. {@code jnp.full}. */
  public static Array full(Shape shape, Number value, DType dtype) {
    return Array.of(Shaping.full(shape, dtype, value));
  }

  /** Zeros of the shape and dtype of an array. {@code jnp.zeros_like}. */
  public static Array zerosLike(Array x) {
    return full(x.shape(), 0, x.dtype());
  }

  /** Ones of the shape and dtype of an array. {@code jnp.ones_like}. */
  public static Array onesLike(Array x) {
    return full(x.shape(), 1, x.dtype());
  }

  /** Every element this number, in the shape and dtype of an array. {@code jnp.full_like}. */
  public static Array fullLike(Array x, Number value) {
    return full(x.shape(), value, x.dtype());
  }

  /** An array of a shape, float32; here zeros. {@code jnp.empty}. */
  public static Array empty(int... shape) {
    return zeros(shape);
  }

  /** Zeros of the shape of an array, of another dtype. {@code jnp.zeros_like}. */
  public static Array zerosLike(Array x, DType dtype) {
    return full(x.shape(), 0, dtype);
  }

  /** Ones of the shape of an array, of another dtype. {@code jnp.ones_like}. */
  public static Array onesLike(Array x, DType dtype) {
    return full(x.shape(), 1, dtype);
  }

  /** Every element this number, in the shape of an array and of a dtype. {@code jnp.full_like}. */
  public static Array fullLike(Array x, Number value, DType dtype) {
    return full(x.shape(), value, dtype);
  }

  /** Zeros of the shape and dtype of an array. {@code jnp.empty_like}. */
  public static Array emptyLike(Array x) {
    return zerosLike(x);
  }

  /** The unit matrix, float32[n, n]. {@code jnp.identity}. */
  public static Array identity(int n) {
    return eye(n, n, 0, DType.FLOAT32);
  }

  /** The unit matrix of a dtype. {@code jnp.identity}. */
  public static Array identity(int n, DType dtype) {
    return eye(n, n, 0, dtype);
  }

  /** The unit matrix, float32[n, n]. {@code jnp.eye}. */
  public static Array eye(int n) {
    return eye(n, n, 0, DType.FLOAT32);
  }

  /** Ones on the main diagonal, float32[n, m]. {@code jnp.eye}. */
  public static Array eye(int n, int m) {
    return eye(n, m, 0, DType.FLOAT32);
  }

  /** Ones on the k-th diagonal above the main one, float32[n, m]. {@code jnp.eye}. */
  public static Array eye(int n, int m, int k) {
    return eye(n, m, k, DType.FLOAT32);
  }

  /** Ones on the k-th diagonal above the main one, of a dtype. {@code jnp.eye}. */
  public static Array eye(int n, int m, int k, DType dtype) {
    var shape = Shape.of(n, m);
    Value row = Shaping.iota(shape, DType.INT32, 0);
    Value column = Shaping.iota(shape, DType.INT32, 1);
    var shifted = Arithmetic.add(row, Arithmetic.constant(DType.INT32, k));
    return Array.of(Conversion.convert(Comparison.eq(shifted, column), dtype));
  }

  /**
   * The elements of an array in the same shape, of its dtype: an array never changes, so itself.
   * {@code jnp.copy}.
   */
  public static Array copy(Array x) {
    return x;
  }
}
