package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;

/** The family of elementwise primitives of two operands of one dtype, which the result has too. */
interface Binary extends Elementwise {
  /** The function on floating numbers, computed in double. */
  default double f(double x, double y) {
    throw new IllegalStateException(name() + " is for bool and integers");
  }

  /** The function on bools and integers of this type; the result is wrapped to it. */
  default long f(long x, long y, DType type) {
    throw new IllegalStateException(name() + " is for floating types");
  }

  Expr lower(Expr x, Expr y);

  @Override
  default DType resultType(List<Aval> operands) {
    return numericType(operands);
  }

  @Override
  default Expr element(List<Expr> elements) {
    return lower(elements.get(0), elements.get(1));
  }

  @Override
  default List<HostArray> eval(List<HostArray> operands) {
    var x = operands.get(0);
    var y = operands.get(1);
    var out = abstractEval(List.of(x.aval(), y.aval())).getFirst();
    if (x.dtype().isComplex() && this instanceof ComplexNumbers.Holomorphic2 h) {
      return List.of(
          HostArray.ofComplex(
              out,
              i ->
                  h.f(
                      x.complex(Elementwise.positionIn(x, i)),
                      y.complex(Elementwise.positionIn(y, i)))));
    }
    return List.of(
        x.dtype().isFloating()
            ? Blocks.map(out, x, y, this::f)
            : HostArray.ofIntegers(
                out,
                i ->
                    f(
                        x.integer(Elementwise.positionIn(x, i)),
                        y.integer(Elementwise.positionIn(y, i)),
                        x.dtype())));
  }

  /** Binary and differentiable in both operands. */
  interface Smooth extends Binary {
    /** dz/dx, given {@code z = f(x, y)}. */
    Value slopeLeft(Value x, Value y, Value z);

    /** dz/dy, given {@code z = f(x, y)}. */
    Value slopeRight(Value x, Value y, Value z);

    @Override
    default Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.get(0);
      var y = primals.get(1);
      var z = bind1(x, y);
      var tx = tangents.get(0);
      var ty = tangents.get(1);
      var t =
          Arithmetic.sum(
              tx == null ? null : Arithmetic.mul(tx, slopeLeft(x, y, z)),
              ty == null ? null : Arithmetic.mul(ty, slopeRight(x, y, z)));
      return new Dual(
          List.of(z), Arrays.asList(t == null ? null : Shaping.broadcastTo(t, z.shape())));
    }
  }

  /**
   * The cotangent of an operand that may be a scalar beside an array: summed where it was repeated.
   */
  static Value unbroadcast(Value cotangent, Aval operand) {
    return operand.rank() == 0 && cotangent.rank() > 0 ? Reductions.sumAll(cotangent) : cotangent;
  }
}
