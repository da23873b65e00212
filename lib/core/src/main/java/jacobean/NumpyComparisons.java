package jacobean;

import jacobean.core.Value;
import jacobean.op.Bitwise;
import jacobean.op.Comparison;
import jacobean.op.Conversion;
import jacobean.op.Rounding;
import jacobean.type.DType;
import java.util.List;
import java.util.function.BinaryOperator;

/** The part of {@link jnp} that compares, and decides by what is true. */
abstract sealed class NumpyComparisons extends NumpyArithmetic permits NumpyBits {

  /**
   * Whether x is neither infinite nor NaN. In x's shape, bool. {@code jnp.isfinite}.
   *
   * {@snippet :
   * jnp.isfinite(jnp.array(1., jnp.inf, jnp.nan)) // => [True False False]
   * }
   */
  public static Array isfinite(Array x) {
    if (x.dtype().isComplex()) {
      return logicalAnd(isfinite(jnp.real(x)), isfinite(jnp.imag(x)));
    }
    return x.dtype().isComplex()
        ? logicalAnd(isfinite(NumpyComplex.real(x)), isfinite(NumpyComplex.imag(x)))
        : real(Rounding::isFinite, x);
  }

  /**
   * Whether x is NaN. In x's shape, bool. {@code jnp.isnan}.
   *
   * {@snippet :
   * jnp.isnan(jnp.array(1., jnp.nan)) // => [False True]
   * }
   */
  public static Array isnan(Array x) {
    return notEqual(x, x);
  }

  /**
   * Whether x is zero. In x's shape, bool. {@code jnp.logical_not}.
   *
   * {@snippet :
   * jnp.logicalNot(jnp.array(0, 1, 5)) // => [True False False]
   * }
   */
  public static Array logicalNot(Array x) {
    return Array.of(Bitwise.not(Conversion.convert(x.value(), DType.BOOL)));
  }

  /**
   * {@code x < y}. Operands broadcast and promote; the result is bool. {@code jnp.less}.
   *
   * {@snippet :
   * jnp.less(jnp.array(1, 2, 3), 2) // => [True False False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array less(Array x, Array y) {
    return binary("less", Ordering::lt, x, y);
  }

  /** {@code x < y}. {@code jnp.less}. */
  public static Array less(Array x, Number y) {
    return binary("less", Ordering::lt, x, asarray(y));
  }

  /** {@code x < y}. {@code jnp.less}. */
  public static Array less(Number x, Array y) {
    return binary("less", Ordering::lt, asarray(x), y);
  }

  /**
   * {@code x <= y}. Operands broadcast and promote; the result is bool. {@code jnp.less_equal}.
   *
   * {@snippet :
   * jnp.lessEqual(jnp.array(1, 2, 3), 2) // => [True True False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array lessEqual(Array x, Array y) {
    return binary("lessEqual", Ordering::le, x, y);
  }

  /** {@code x <= y}. {@code jnp.less_equal}. */
  public static Array lessEqual(Array x, Number y) {
    return binary("lessEqual", Ordering::le, x, asarray(y));
  }

  /** {@code x <= y}. {@code jnp.less_equal}. */
  public static Array lessEqual(Number x, Array y) {
    return binary("lessEqual", Ordering::le, asarray(x), y);
  }

  /**
   * {@code x > y}. Operands broadcast and promote; the result is bool. {@code jnp.greater}.
   *
   * {@snippet :
   * jnp.greater(jnp.array(1., jnp.nan), 0) // => [True False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array greater(Array x, Array y) {
    return binary("greater", Ordering::gt, x, y);
  }

  /** {@code x > y}. {@code jnp.greater}. */
  public static Array greater(Array x, Number y) {
    return binary("greater", Ordering::gt, x, asarray(y));
  }

  /** {@code x > y}. {@code jnp.greater}. */
  public static Array greater(Number x, Array y) {
    return binary("greater", Ordering::gt, asarray(x), y);
  }

  /**
   * {@code x >= y}. Operands broadcast and promote; the result is bool. {@code jnp.greater_equal}.
   *
   * {@snippet :
   * jnp.greaterEqual(jnp.array(1, 2, 3), 2) // => [False True True]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array greaterEqual(Array x, Array y) {
    return binary("greaterEqual", Ordering::ge, x, y);
  }

  /** {@code x >= y}. {@code jnp.greater_equal}. */
  public static Array greaterEqual(Array x, Number y) {
    return binary("greaterEqual", Ordering::ge, x, asarray(y));
  }

  /** {@code x >= y}. {@code jnp.greater_equal}. */
  public static Array greaterEqual(Number x, Array y) {
    return binary("greaterEqual", Ordering::ge, asarray(x), y);
  }

  /**
   * {@code x == y}; NaN equals nothing. Operands broadcast and promote; the result is bool. {@code
   * jnp.equal}.
   *
   * {@snippet :
   * jnp.equal(jnp.array(1., jnp.nan), jnp.array(1., jnp.nan)) // => [True False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array equal(Array x, Array y) {
    return binary("equal", Comparison::eq, x, y);
  }

  /** {@code x == y}. {@code jnp.equal}. */
  public static Array equal(Array x, Number y) {
    return binary("equal", Comparison::eq, x, asarray(y));
  }

  /** {@code x == y}. {@code jnp.equal}. */
  public static Array equal(Number x, Array y) {
    return binary("equal", Comparison::eq, asarray(x), y);
  }

  /**
   * {@code x != y}. Operands broadcast and promote; the result is bool. {@code jnp.not_equal}.
   *
   * {@snippet :
   * jnp.notEqual(jnp.array(1, 2), 2) // => [True False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array notEqual(Array x, Array y) {
    return binary("notEqual", Comparison::ne, x, y);
  }

  /** {@code x != y}. {@code jnp.not_equal}. */
  public static Array notEqual(Array x, Number y) {
    return binary("notEqual", Comparison::ne, x, asarray(y));
  }

  /** {@code x != y}. {@code jnp.not_equal}. */
  public static Array notEqual(Number x, Array y) {
    return binary("notEqual", Comparison::ne, asarray(x), y);
  }

  /**
   * Whether both are not zero. Operands broadcast; the result is bool. {@code jnp.logical_and}.
   *
   * {@snippet :
   * jnp.logicalAnd(jnp.array(0, 1, 2), jnp.array(1, 0, 3)) // => [False False True]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array logicalAnd(Array x, Array y) {
    return logical("logicalAnd", Bitwise::and, x, y);
  }

  /** Whether both are not zero. {@code jnp.logical_and}. */
  public static Array logicalAnd(Array x, Number y) {
    return logical("logicalAnd", Bitwise::and, x, asarray(y));
  }

  /** Whether both are not zero. {@code jnp.logical_and}. */
  public static Array logicalAnd(Number x, Array y) {
    return logical("logicalAnd", Bitwise::and, asarray(x), y);
  }

  /**
   * Whether one is not zero. Operands broadcast; the result is bool. {@code jnp.logical_or}.
   *
   * {@snippet :
   * jnp.logicalOr(jnp.array(0, 1), jnp.array(0, 0)) // => [False True]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array logicalOr(Array x, Array y) {
    return logical("logicalOr", Bitwise::or, x, y);
  }

  /** Whether one is not zero. {@code jnp.logical_or}. */
  public static Array logicalOr(Array x, Number y) {
    return logical("logicalOr", Bitwise::or, x, asarray(y));
  }

  /** Whether one is not zero. {@code jnp.logical_or}. */
  public static Array logicalOr(Number x, Array y) {
    return logical("logicalOr", Bitwise::or, asarray(x), y);
  }

  /**
   * Whether one of the two is not zero. Operands broadcast; the result is bool. {@code
   * jnp.logical_xor}.
   *
   * {@snippet :
   * jnp.logicalXor(jnp.array(0, 1, 2), jnp.array(0, 0, 3)) // => [False True False]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array logicalXor(Array x, Array y) {
    return logical("logicalXor", Bitwise::xor, x, y);
  }

  /** Whether one of the two is not zero. {@code jnp.logical_xor}. */
  public static Array logicalXor(Array x, Number y) {
    return logical("logicalXor", Bitwise::xor, x, asarray(y));
  }

  /** Whether one of the two is not zero. {@code jnp.logical_xor}. */
  public static Array logicalXor(Number x, Array y) {
    return logical("logicalXor", Bitwise::xor, asarray(x), y);
  }

  /**
   * x where the condition is true, y elsewhere; all three broadcast, and x and y promote. {@code
   * jnp.where}.
   *
   * {@snippet :
   * var x = jnp.array(-1., 4.);
   * jnp.where(x.gt(0), x, jnp.zeros(2)) // => [0. 4.]
   * jnp.where(x.gt(0), jnp.sqrt(x), 0) // => [0. 2.]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array where(Array condition, Array x, Array y) {
    var bool = Conversion.convert(condition.value(), DType.BOOL);
    var promoted = Promote.values(x.value(), y.value());
    var three = Promote.broadcast("where", bool, promoted.get(0), promoted.get(1));
    return Array.of(Comparison.select(three.get(0), three.get(1), three.get(2)));
  }

  /** {@link #where(Array, Array, Array)} with a number. */
  public static Array where(Array condition, Array x, Number y) {
    return where(condition, x, asarray(y));
  }

  /** {@link #where(Array, Array, Array)} with a number. */
  public static Array where(Array condition, Number x, Array y) {
    return where(condition, asarray(x), y);
  }

  /** {@link #where(Array, Array, Array)} with numbers. */
  public static Array where(Array condition, Number x, Number y) {
    return where(condition, asarray(x), asarray(y));
  }

  private static Array logical(String name, BinaryOperator<Value> f, Array x, Array y) {
    return apply(
        name,
        f,
        List.of(
            Conversion.convert(x.value(), DType.BOOL), Conversion.convert(y.value(), DType.BOOL)));
  }
}
