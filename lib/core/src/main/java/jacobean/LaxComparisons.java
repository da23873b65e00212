package jacobean;

import jacobean.op.Comparison;
import jacobean.op.Rounding;

/**
 * The part of {@link lax} that compares, and decides by what is true. Operands have one dtype and
 * one shape, or are scalars; numbers take the other operand's dtype.
 */
abstract sealed class LaxComparisons extends LaxArithmetic permits LaxBits {

  /**
   * Whether x is neither infinite nor NaN. In x's shape, bool. {@code lax.is_finite}.
   *
   * {@snippet :
   * lax.isFinite(jnp.array(1., jnp.inf, jnp.nan)) // => [True False False]
   * }
   *
   * @throws jacobean.error.DTypeException if x is not floating
   */
  public static Array isFinite(Array x) {
    return unary(Rounding::isFinite, x);
  }

  /**
   * {@code x == y}. x and y have one dtype and one shape, or one is a scalar; the result is bool.
   * {@code lax.eq}.
   *
   * {@snippet :
   * lax.eq(jnp.array(1, 2), 2) // => [False True]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
  public static Array eq(Array x, Array y) {
    return binary(Comparison::eq, x, y);
  }

  /** {@code x == y}. {@code lax.eq}. */
  public static Array eq(Array x, Number y) {
    return binary(Comparison::eq, x, like(y, x));
  }

  /** {@code x == y}. {@code lax.eq}. */
  public static Array eq(Number x, Array y) {
    return binary(Comparison::eq, like(x, y), y);
  }

  /**
   * {@code x != y}. x and y have one dtype and one shape, or one is a scalar; the result is bool.
   * {@code lax.ne}.
   *
   * {@snippet :
   * lax.ne(jnp.array(1, 2), 2) // => [True False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
  public static Array ne(Array x, Array y) {
    return binary(Comparison::ne, x, y);
  }

  /** {@code x != y}. {@code lax.ne}. */
  public static Array ne(Array x, Number y) {
    return binary(Comparison::ne, x, like(y, x));
  }

  /** {@code x != y}. {@code lax.ne}. */
  public static Array ne(Number x, Array y) {
    return binary(Comparison::ne, like(x, y), y);
  }

  /**
   * {@code x < y}. x and y have one dtype and one shape, or one is a scalar; the result is bool.
   * {@code lax.lt}.
   *
   * {@snippet :
   * lax.lt(jnp.array(1, 2, 3), 2) // => [True False False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
  public static Array lt(Array x, Array y) {
    return binary(Comparison::lt, x, y);
  }

  /** {@code x < y}. {@code lax.lt}. */
  public static Array lt(Array x, Number y) {
    return binary(Comparison::lt, x, like(y, x));
  }

  /** {@code x < y}. {@code lax.lt}. */
  public static Array lt(Number x, Array y) {
    return binary(Comparison::lt, like(x, y), y);
  }

  /**
   * {@code x <= y}. x and y have one dtype and one shape, or one is a scalar; the result is bool.
   * {@code lax.le}.
   *
   * {@snippet :
   * lax.le(jnp.array(1, 2, 3), 2) // => [True True False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
  public static Array le(Array x, Array y) {
    return binary(Comparison::le, x, y);
  }

  /** {@code x <= y}. {@code lax.le}. */
  public static Array le(Array x, Number y) {
    return binary(Comparison::le, x, like(y, x));
  }

  /** {@code x <= y}. {@code lax.le}. */
  public static Array le(Number x, Array y) {
    return binary(Comparison::le, like(x, y), y);
  }

  /**
   * {@code x > y}. x and y have one dtype and one shape, or one is a scalar; the result is bool.
   * {@code lax.gt}.
   *
   * {@snippet :
   * lax.gt(jnp.array(1, 2, 3), 2) // => [False False True]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
  public static Array gt(Array x, Array y) {
    return binary(Comparison::gt, x, y);
  }

  /** {@code x > y}. {@code lax.gt}. */
  public static Array gt(Array x, Number y) {
    return binary(Comparison::gt, x, like(y, x));
  }

  /** {@code x > y}. {@code lax.gt}. */
  public static Array gt(Number x, Array y) {
    return binary(Comparison::gt, like(x, y), y);
  }

  /**
   * {@code x >= y}. x and y have one dtype and one shape, or one is a scalar; the result is bool.
   * {@code lax.ge}.
   *
   * {@snippet :
   * lax.ge(jnp.array(1, 2, 3), 2) // => [False True True]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
  public static Array ge(Array x, Array y) {
    return binary(Comparison::ge, x, y);
  }

  /** {@code x >= y}. {@code lax.ge}. */
  public static Array ge(Array x, Number y) {
    return binary(Comparison::ge, x, like(y, x));
  }

  /** {@code x >= y}. {@code lax.ge}. */
  public static Array ge(Number x, Array y) {
    return binary(Comparison::ge, like(x, y), y);
  }

  /**
   * x kept between two arrays; at and beyond them x has no derivative. The bounds are of x's dtype,
   * and of its shape or scalars. {@code lax.clamp}.
   *
   * {@snippet :
   * lax.clamp(jnp.array(0.), jnp.array(-1., 0.5, 3.), jnp.array(1.)) // => [0. 0.5 1. ]
   * }
   *
   * @throws jacobean.error.DTypeException if the dtypes differ
   * @throws jacobean.error.ShapeException if the shapes differ, and none is a scalar's
   */
  public static Array clamp(Array min, Array x, Array max) {
    var low = Comparison.select(Comparison.le(x.value(), min.value()), min.value(), x.value());
    return Array.of(Comparison.select(Comparison.ge(x.value(), max.value()), max.value(), low));
  }

  /**
   * x kept between two numbers; at and beyond them x has no derivative. {@code lax.clamp}.
   *
   * {@snippet :
   * lax.clamp(0, jnp.array(-1., 0.5, 3.), 1) // => [0. 0.5 1. ]
   * }
   */
  public static Array clamp(Number min, Array x, Number max) {
    return clamp(like(min, x), x, like(max, x));
  }

  /**
   * x where the condition is true, y elsewhere. x and y have one shape and one dtype; the condition
   * has that shape, or is a scalar. {@code lax.select}.
   *
   * {@snippet :
   * lax.select(jnp.array(true, false), jnp.array(1., 2.), jnp.zeros(2)) // => [1. 0.]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes differ
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
  public static Array select(Array condition, Array x, Array y) {
    return Array.of(Comparison.select(condition.value(), x.value(), y.value()));
  }
}
