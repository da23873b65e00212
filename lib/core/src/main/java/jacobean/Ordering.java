package jacobean;

import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Bitwise;
import jacobean.op.Comparison;
import jacobean.op.ComplexNumbers;
import jacobean.op.Conversion;
import jacobean.op.Magnitudes;
import jacobean.op.Reductions;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/**
 * NumPy's order of numbers of one dtype. Complex numbers are ordered by their real parts, and those
 * with equal real parts by their imaginary parts.
 */
final class Ordering {
  private Ordering() {}

  static Value lt(Value x, Value y) {
    return compare(Comparison::lt, x, y);
  }

  static Value le(Value x, Value y) {
    return compare(Comparison::le, x, y);
  }

  static Value gt(Value x, Value y) {
    return compare(Comparison::gt, x, y);
  }

  static Value ge(Value x, Value y) {
    return compare(Comparison::ge, x, y);
  }

  static Value max(Value x, Value y) {
    return x.dtype().isComplex() ? chosen(gt(x, y), x, y) : Magnitudes.max(x, y);
  }

  static Value min(Value x, Value y) {
    return x.dtype().isComplex() ? chosen(lt(x, y), x, y) : Magnitudes.min(x, y);
  }

  static Value max(Value x, Axes axes) {
    return x.dtype().isComplex()
        ? extreme(Reductions::max, Double.NEGATIVE_INFINITY, x, axes)
        : Reductions.max(x, axes);
  }

  static Value min(Value x, Axes axes) {
    return x.dtype().isComplex()
        ? extreme(Reductions::min, Double.POSITIVE_INFINITY, x, axes)
        : Reductions.min(x, axes);
  }

  /** Where a running maximum starts. */
  static Number lowest(DType type) {
    return type.isComplex() ? Double.NEGATIVE_INFINITY : type.lowest();
  }

  /** Where a running minimum starts. */
  static Number highest(DType type) {
    return type.isComplex() ? Double.POSITIVE_INFINITY : type.highest();
  }

  /** The first where it comes first; the mean of equals, which share the derivative. */
  private static Value chosen(Value first, Value x, Value y) {
    var mean = Arithmetic.add(half(x), half(y));
    return Comparison.select(Comparison.eq(x, y), mean, Comparison.select(first, x, y));
  }

  /** By parts: a complex product would make NaN of an infinite part. */
  private static Value half(Value x) {
    var half = Arithmetic.constant(x.dtype().component(), 0.5);
    return ComplexNumbers.parts(part -> Arithmetic.mul(part, half), x);
  }

  /** The mean of the elements that are extreme: those equals share the derivative. */
  private static Value extreme(
      BiFunction<Value, Axes, Value> real, double start, Value x, Axes axes) {
    var re = ComplexNumbers.real(x);
    var ofGreatest = Comparison.eq(re, Reductions.expand(real.apply(re, axes), x.shape(), axes));
    var none = Arithmetic.constant(re.dtype(), start);
    var im = Comparison.select(ofGreatest, ComplexNumbers.imag(x), none);
    var extreme = Comparison.eq(im, Reductions.expand(real.apply(im, axes), x.shape(), axes));
    var hit = Bitwise.and(ofGreatest, extreme);
    var count = Reductions.sum(Conversion.convert(hit, re.dtype()), axes);
    var zero = Arithmetic.constant(x.dtype(), 0);
    var sum = Reductions.sum(Comparison.select(hit, x, zero), axes);
    return ComplexNumbers.complex(
        Arithmetic.div(ComplexNumbers.real(sum), count),
        Arithmetic.div(ComplexNumbers.imag(sum), count));
  }

  private static Value compare(BinaryOperator<Value> order, Value x, Value y) {
    if (!x.dtype().isComplex()) {
      return order.apply(x, y);
    }
    var left = ComplexNumbers.real(x);
    var right = ComplexNumbers.real(y);
    return Comparison.select(
        Comparison.eq(left, right),
        order.apply(ComplexNumbers.imag(x), ComplexNumbers.imag(y)),
        order.apply(left, right));
  }
}
