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
import java.util.List;

/** The part of {@link jnp} that makes arrays. */
abstract sealed class NumpyCreation extends NumpyConstants permits NumpyRanges {

  /**
   * A float32 vector of these numbers; of one number, a scalar. Name a dtype for float64: {@code
   * jnp.array(numbers, jnp.float64)}. {@code jnp.array}.
   *
   * {@snippet :
   * jnp.array(1., 2.5, 3.) // => Array([1. , 2.5, 3. ], dtype=float32)
   * jnp.array(0.1).dtype() // => float32
   * }
   */
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

  /**
   * An int32 vector of these numbers.
   *
   * {@snippet :
   * jnp.array(1, 2, 3) // => Array([1, 2, 3], dtype=int32)
   * }
   */
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
   * An array of nested Java arrays or lists of numbers, bools or arrays. Floating elements give
   * float32, integers int32, bools bool. {@code jnp.array}.
   *
   * {@snippet :
   * jnp.array(new double[][] {{1, 2}, {3, 4}}) // => [[1. 2.] [3. 4.]]
   * jnp.array(List.of(jnp.zeros(2), jnp.ones(2))).shape() // => (2, 2)
   * jnp.array(new double[][] {{1, 2}, {3}}) // throws ShapeException
   * }
   *
   * @throws ShapeException if rows differ in length
   * @throws jacobean.error.DTypeException if an element is no number, bool or array
   */
  public static Array array(Object nested) {
    return Nested.array(nested);
  }

  /**
   * {@link #array(Object)} of a given dtype.
   *
   * {@snippet :
   * jnp.array(List.of(1, 2), jnp.float64) // => Array([1., 2.], dtype=float64)
   * }
   */
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
   * integer. Weak means that the other operand's dtype wins: {@code x.plus(1)} keeps x's dtype. Of
   * lists and Java arrays what {@link #array(Object)} gives. {@code jnp.asarray}.
   *
   * {@snippet :
   * jnp.asarray(2) // => Array(2, dtype=int32, weak_type=True)
   * jnp.asarray(2.5).plus(jnp.ones(2).astype(jnp.float16)).dtype() // => float16
   * jnp.asarray(random.split(random.key(0), 3)).shape() // => (3, 2)
   * }
   *
   * @throws ShapeException if rows of lists differ in length
   * @throws jacobean.error.DTypeException if x holds what is neither an array nor a number
   */
  public static Array asarray(Object x) {
    if (x instanceof List || x != null && x.getClass().isArray()) {
      return array(x);
    }
    return Array.of(Leaves.value(x, "asarray"));
  }

  /**
   * Zeros, float32 of a shape. {@code jnp.zeros}.
   *
   * {@snippet :
   * jnp.zeros(2, 3) // => [[0. 0. 0.] [0. 0. 0.]]
   * }
   *
   * @throws ShapeException if a length is negative
   */
  public static Array zeros(int... shape) {
    return full(Shape.of(shape), 0., DType.FLOAT32);
  }

  /**
   * Zeros of a shape and a dtype.
   *
   * {@snippet :
   * jnp.zeros(Shape.of(2), jnp.int32) // => [0 0]
   * }
   */
  public static Array zeros(Shape shape, DType dtype) {
    return full(shape, 0, dtype);
  }

  /**
   * Ones, float32 of a shape. {@code jnp.ones}.
   *
   * {@snippet :
   * jnp.ones(3) // => [1. 1. 1.]
   * }
   *
   * @throws ShapeException if a length is negative
   */
  public static Array ones(int... shape) {
    return full(Shape.of(shape), 1., DType.FLOAT32);
  }

  /**
   * Ones of a shape and a dtype.
   *
   * {@snippet :
   * jnp.ones(Shape.of(2), jnp.bool_) // => [True True]
   * }
   */
  public static Array ones(Shape shape, DType dtype) {
    return full(shape, 1, dtype);
  }

  /**
   * Every element this number: float32 for a floating number, int32 for an integer. {@code
   * jnp.full}.
   *
   * {@snippet :
   * jnp.full(Shape.of(2, 2), 7) // => [[7 7] [7 7]]
   * jnp.full(Shape.of(2), 0.5) // => [0.5 0.5]
   * }
   */
  public static Array full(Shape shape, Number value) {
    return jnp.broadcastTo(jnp.asarray(value), shape.toArray());
  }

  /** Every element this number, of a dtype. {@code jnp.full}. */
  public static Array full(Shape shape, Number value, DType dtype) {
    return Array.of(Shaping.full(shape, dtype, value));
  }

  /**
   * Zeros of the shape and dtype of an array. {@code jnp.zeros_like}.
   *
   * {@snippet :
   * jnp.zerosLike(jnp.array(1, 2)) // => [0 0]
   * }
   */
  public static Array zerosLike(Array x) {
    return full(x.shape(), 0, x.dtype());
  }

  /**
   * Ones of the shape and dtype of an array. {@code jnp.ones_like}.
   *
   * {@snippet :
   * jnp.onesLike(jnp.array(true, false)) // => [True True]
   * }
   */
  public static Array onesLike(Array x) {
    return full(x.shape(), 1, x.dtype());
  }

  /**
   * Every element this number, in the shape and dtype of an array. A fraction is dropped where the
   * dtype is an integer's. {@code jnp.full_like}.
   *
   * {@snippet :
   * jnp.fullLike(jnp.zeros(2, 2), 5) // => [[5. 5.] [5. 5.]]
   * }
   */
  public static Array fullLike(Array x, Number value) {
    return full(x.shape(), value, x.dtype());
  }

  /**
   * An array of a shape, float32; here zeros. {@code jnp.empty}.
   *
   * {@snippet :
   * jnp.empty(2).shape() // => (2,)
   * }
   *
   * @throws ShapeException if a length is negative
   */
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

  /**
   * Zeros of the shape and dtype of an array. {@code jnp.empty_like}.
   *
   * {@snippet :
   * jnp.emptyLike(jnp.array(1, 2)).dtype() // => int32
   * }
   */
  public static Array emptyLike(Array x) {
    return zerosLike(x);
  }

  /**
   * The unit matrix, float32[n, n]. {@code jnp.identity}.
   *
   * {@snippet :
   * jnp.identity(2) // => [[1. 0.] [0. 1.]]
   * }
   *
   * @throws ShapeException if a length is negative
   */
  public static Array identity(int n) {
    return eye(n, n, 0, DType.FLOAT32);
  }

  /** The unit matrix of a dtype. {@code jnp.identity}. */
  public static Array identity(int n, DType dtype) {
    return eye(n, n, 0, dtype);
  }

  /**
   * The unit matrix, float32[n, n]. {@code jnp.eye}.
   *
   * {@snippet :
   * jnp.eye(2) // => [[1. 0.] [0. 1.]]
   * }
   *
   * @throws ShapeException if a length is negative
   */
  public static Array eye(int n) {
    return eye(n, n, 0, DType.FLOAT32);
  }

  /** Ones on the main diagonal, float32[n, m]. {@code jnp.eye}. */
  public static Array eye(int n, int m) {
    return eye(n, m, 0, DType.FLOAT32);
  }

  /**
   * Ones on the k-th diagonal above the main one (below it for negative k), float32[n, m]. {@code
   * jnp.eye}.
   *
   * {@snippet :
   * jnp.eye(2, 3, 1) // => [[0. 1. 0.] [0. 0. 1.]]
   * }
   */
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
   * An array of the same elements. It stays where the first is deleted or donated; until then they
   * share their memory, for elements never change. {@code jnp.copy}.
   *
   * {@snippet :
   * var x = jnp.ones(2);
   * var y = jnp.copy(x);
   * x.delete();
   * y // => [1. 1.]
   * }
   */
  public static Array copy(Array x) {
    return Array.of(x.value());
  }
}
