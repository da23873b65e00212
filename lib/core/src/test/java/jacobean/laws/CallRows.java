package jacobean.laws;

import static jacobean.laws.Families.real;
import static jacobean.laws.Numbers.bools;
import static jacobean.laws.Row.primitive;
import static jacobean.type.DType.BOOL;
import static jacobean.type.DType.FLOAT64;

import jacobean.control.Jit;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Exponential;
import jacobean.op.Powers;
import jacobean.op.Reductions;
import jacobean.op.Trigonometric;
import jacobean.type.Aval;
import jacobean.type.Shape;
import java.util.List;

/** Rows of jit's call, which carries a program. */
final class CallRows {
  private CallRows() {}

  static List<Row> rows() {
    return List.of(
        // One result does not depend on the first operand, one is an input, one is constant.
        primitive(
                jit(
                    x ->
                        List.of(
                            Trigonometric.sin(Arithmetic.mul(x.get(0), x.get(1))),
                            Exponential.exp(x.get(1)),
                            x.get(0),
                            Arithmetic.constant(FLOAT64, 2)),
                    Aval.of(Shape.of(7), FLOAT64),
                    Aval.scalar(FLOAT64)))
            .on(real(-1, 1, 7), real(-1, 1)),
        // A call in a call, with an operand that cannot move.
        primitive(
                jit(
                    x -> {
                      var inner =
                          jit(
                              y ->
                                  List.of(
                                      Comparison.select(
                                          y.get(0), y.get(1), Powers.square(y.get(1)))),
                              x.get(0).aval(),
                              x.get(1).aval());
                      return List.of(Reductions.sumAll(inner.bind(x).getFirst()));
                    },
                    Aval.of(Shape.of(2, 3), BOOL),
                    Aval.of(Shape.of(2, 3), FLOAT64)))
            .on(bools(2, 3), real(-1, 1, 2, 3)));
  }

  private static Jit jit(java.util.function.Function<List<Value>, List<Value>> f, Aval... types) {
    return new Jit("f", Stage.trace("jit", f, List.of(types)).jaxpr());
  }
}
