package jacobean;

import jacobean.core.Value;
import jacobean.op.Comparison;
import jacobean.op.ComplexNumbers;
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
