package jacobean;

import jacobean.op.Comparison;
import jacobean.op.Rounding;

/**
 * The part of {@link lax} that compares, and decides by what is true. Operands have one dtype and
 * one shape, or are scalars; numbers take the other operand's dtype.
 */
abstract sealed class LaxComparisons extends LaxArithmetic permits LaxBits {

  /** Whether x is neither infinite nor NaN. {@code lax.is_finite}. */
  public static Array isFinite(Array x) {
    return unary(Rounding::isFinite, x);
  }

  /** {@code x == y}. {@code lax.eq}. */
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

  /** {@code x != y}. {@code lax.ne}. */
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

  /** {@code x < y}. {@code lax.lt}. */
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

  /** {@code x <= y}. {@code lax.le}. */
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

  /** {@code x > y}. {@code lax.gt}. */
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

  /** {@code x >= y}. {@code lax.ge}. */
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

  /** x kept between two arrays; at and beyond them x has no derivative. {@code lax.clamp}. */
  public static Array clamp(Array min, Array x, Array max) {
    var low = Comparison.select(Comparison.le(x.value(), min.value()), min.value(), x.value());
    return Array.of(Comparison.select(Comparison.ge(x.value(), max.value()), max.value(), low));
  }

  /** x kept between two numbers; at and beyond them x has no derivative. {@code lax.clamp}. */
  public static Array clamp(Number min, Array x, Number max) {
    return clamp(like(min, x), x, like(max, x));
  }

  /** x where the condition is true, y elsewhere. {@code lax.select}. */
  public static Array select(Array condition, Array x, Array y) {
    return Array.of(Comparison.select(condition.value(), x.value(), y.value()));
  }
}
