package jacobean.op;

import static jacobean.op.Arithmetic.mul;
import static jacobean.op.Arithmetic.sum;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;

/**
 * {@code x y + z}, rounded once: what XLA makes of a product and a sum in one loop. It stands where
 * results are to have JAX's bits.
 */
public record MulAdd() implements Elementwise {
  @Override
  public String name() {
    return "mul_add";
  }

  @Override
  public DType resultType(List<Aval> operands) {
    return floatingType(operands);
  }

  @Override
  public Expr element(List<Expr> elements) {
    return elements.get(0).op(Op.FMA, elements.get(1), elements.get(2));
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands) {
    var x = operands.get(0);
    var y = operands.get(1);
    var z = operands.get(2);
    var out = abstractEval(operands.stream().map(HostArray::aval).toList()).getFirst();
    return List.of(
        HostArray.ofReals(out, i -> f(out.dtype(), operand(x, i), operand(y, i), operand(z, i))));
  }

  private static double operand(HostArray x, long i) {
    return x.real(Elementwise.positionIn(x, i));
  }

  private static double f(DType type, double x, double y, double z) {
    return type == DType.FLOAT64 ? Math.fma(x, y, z) : Math.fma((float) x, (float) y, (float) z);
  }

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    var w = bind1(primals.get(0), primals.get(1), primals.get(2));
    var left = product(tangents.get(0), primals.get(1));
    var right = product(tangents.get(1), primals.get(0));
    var moved = sum(sum(left, right), tangents.get(2));
    return new Dual(
        List.of(w), Arrays.asList(moved == null ? null : Shaping.broadcastTo(moved, w.shape())));
  }

  private static Value product(Value tangent, Value factor) {
    return tangent == null ? null : mul(tangent, factor);
  }

  /** {@code x y + z} of operands of one shape, or scalars. */
  public static Value mulAdd(Value x, Value y, Value z) {
    return new MulAdd().bind1(x, y, z);
  }
}
