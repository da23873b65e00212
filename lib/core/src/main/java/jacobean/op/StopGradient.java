package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import java.util.List;

/** The same numbers with a derivative of zero. JAX's {@code stop_gradient}. */
public record StopGradient() implements Unary, Flat, ComplexNumbers.Holomorphic {
  @Override
  public Complex f(Complex x) {
    return x;
  }

  @Override
  public String name() {
    return "stop_gradient";
  }

  @Override
  public DType resultType(List<Aval> operands) {
    return operands.getFirst().dtype();
  }

  @Override
  public double f(double x) {
    return x;
  }

  @Override
  public long f(long x) {
    return x;
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands) {
    return operands;
  }

  @Override
  public Expr lower(Expr x) {
    return x;
  }

  public static Value stopGradient(Value x) {
    return x.dtype().isInexact() ? new StopGradient().bind1(x) : x;
  }
}
