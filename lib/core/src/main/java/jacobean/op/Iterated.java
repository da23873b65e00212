package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The family of elementwise functions of floating numbers that are computed by series and continued
 * fractions of unknown length: in plain Java by every engine, in double precision, and on all cores
 * where there are many elements.
 */
interface Iterated extends Elementwise {
  /** From here on a second thread is worth its while. */
  int MANY = 1 << 11;

  /** The function of as many numbers as there are operands. */
  double f(double... x);

  /**
   * Its derivative by an operand, given its value y.
   *
   * @throws GradException where it has none
   */
  Value slope(int operand, List<Value> x, Value y);

  /** For an operand that it cannot be differentiated by. */
  default GradException notBy(String operand) {
    return new GradException(
        name()
            + ": it cannot be differentiated by "
            + operand
            + ". Hold that operand constant with jax.stopGradient, or leave it out of argnums.");
  }

  /** For a derivative that has no derivative itself. */
  default GradException onlyOnce(String function, String operands) {
    return new GradException(
        function
            + ": it can be differentiated by "
            + operands
            + " once, not twice. Hold what must not move constant with jax.stopGradient.");
  }

  @Override
  default DType resultType(List<Aval> operands) {
    return floatingType(operands);
  }

  @Override
  default List<HostArray> eval(List<HostArray> operands) {
    var out =
        HostArray.allocate(
            abstractEval(operands.stream().map(HostArray::aval).toList()).getFirst());
    var places = IntStream.range(0, Math.toIntExact(out.size()));
    (out.size() < MANY ? places : places.parallel()).forEach(i -> out.setReal(i, at(operands, i)));
    return List.of(out);
  }

  private double at(List<HostArray> operands, int i) {
    var x = new double[operands.size()];
    for (int k = 0; k < x.length; k++) {
      x[k] = operands.get(k).real(Elementwise.positionIn(operands.get(k), i));
    }
    return f(x);
  }

  @Override
  default Dual jvp(List<Value> primals, List<Value> tangents) {
    var y = bind(primals).getFirst();
    Value moved = null;
    for (int i = 0; i < primals.size(); i++) {
      var t = tangents.get(i);
      moved = Arithmetic.sum(moved, t == null ? null : Arithmetic.mul(t, slope(i, primals, y)));
    }
    return new Dual(
        List.of(y), Arrays.asList(moved == null ? null : Shaping.broadcastTo(moved, y.shape())));
  }

  @Override
  default Expr element(List<Expr> elements) {
    throw new IllegalStateException(name() + " is evaluated in plain Java");
  }

  @Override
  default Lowering lower(List<Aval> operands) {
    return new Lowering.Host();
  }
}
