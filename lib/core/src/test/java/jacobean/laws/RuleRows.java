package jacobean.laws;

import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;

import jacobean.control.Checkpoint;
import jacobean.control.CustomJvp;
import jacobean.control.CustomVjp;
import jacobean.control.LinearCall;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive.Dual;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.debugging.HostCallback;
import jacobean.op.Arithmetic;
import jacobean.op.Name;
import jacobean.op.Trigonometric;
import jacobean.type.Aval;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;

/** Programs with rules of their own; the rules say what the program says. */
final class RuleRows {
  private static final Shape SEVEN = Shape.of(7);

  private RuleRows() {}

  static List<Row> rows() {
    return List.of(
        Row.primitive(new CustomJvp(program(), 0, (p, t) -> new Dual(product(p), moved(p, t))))
            .on(real(7), real(7)),
        Row.primitive(
                new Checkpoint(
                    Stage.trace(
                            "jit",
                            x ->
                                List.of(
                                    Trigonometric.sin(product(x).getFirst()),
                                    product(x).getFirst()),
                            List.of(type(), type()))
                        .jaxpr(),
                    p -> p instanceof Arithmetic.Mul))
            .on(real(7), real(7)),
        Row.primitive(new LinearCall(program(), 1, RuleRows::pulled)).on(real(7), real(7)),
        Row.primitive(new Name("x")).on(real(7)).on(real(2, 3)),
        Row.primitive(new HostCallback(x -> x, List.of(Aval.of(SEVEN, INT32)), false, List.of()))
            .on(integers(INT32, -9, 9, 7)),
        // Forward, it has no derivative; the backward pass is compared in the tests of users.
        Row.primitive(new CustomVjp(program(), 0, RuleRows::saved))
            .on(real(7), real(7))
            .withoutDerivative(),
        // Outside a backward pass it cannot be run at all.
        Row.primitive(new CustomVjp.Linear(List.of(type()), 0, (_, cts) -> cts))
            .withoutDerivative());
  }

  private static Numbers real(int... shape) {
    return reals(FLOAT64, -1, 1, shape);
  }

  private static Aval type() {
    return Aval.of(SEVEN, FLOAT64);
  }

  private static Jaxpr program() {
    return Stage.trace("jit", RuleRows::product, List.of(type(), type())).jaxpr();
  }

  /** {@code sin(x) y}. */
  private static List<Value> product(List<Value> x) {
    return List.of(Arithmetic.mul(Trigonometric.sin(x.get(0)), x.get(1)));
  }

  private static List<Value> moved(List<Value> x, List<Value> t) {
    var byFirst = Arithmetic.mul(Arithmetic.mul(Trigonometric.cos(x.get(0)), x.get(1)), t.get(0));
    return Arrays.asList(
        Arithmetic.add(byFirst, Arithmetic.mul(Trigonometric.sin(x.get(0)), t.get(1))));
  }

  /** {@code sin(x) y} is linear in y. */
  private static List<Value> pulled(List<Value> x, List<Value> ct) {
    return List.of(Arithmetic.mul(ct.getFirst(), Trigonometric.sin(x.getFirst())));
  }

  private static CustomVjp.Saved saved(List<Value> x) {
    return new CustomVjp.Saved(
        product(x),
        x,
        (kept, ct) ->
            List.of(
                Arithmetic.mul(
                    ct.getFirst(), Arithmetic.mul(Trigonometric.cos(kept.get(0)), kept.get(1))),
                Arithmetic.mul(ct.getFirst(), Trigonometric.sin(kept.get(0)))));
  }
}
