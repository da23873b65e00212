package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The same numbers under a name, by which a policy of {@code checkpoint} knows them. JAX's {@code
 * name}.
 */
public record Name(String label) implements Unary, ComplexNumbers.Holomorphic {
  @Override
  public String name() {
    return "name";
  }

  @Override
  public SortedMap<String, Object> params() {
    return new TreeMap<>(Map.of("name", label));
  }

  @Override
  public DType resultType(List<Aval> operands) {
    return operands.getFirst().dtype();
  }

  @Override
  public Complex f(Complex x) {
    return x;
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

  /** The tangent has no name. */
  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    return new Dual(bind(primals), Arrays.asList(tangents.getFirst()));
  }
}
