package jacobean.llvm.run;

import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.llvm.capi.Llvm;
import jacobean.llvm.graph.Graph;
import jacobean.op.Arithmetic;
import jacobean.op.Exponential;
import jacobean.op.Hyperbolic;
import jacobean.op.Reductions;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles a small program in the background and throws it away. The first compilation of a process
 * takes several times as long as later ones, because LLVM's pages come from disk and Java classes
 * are loaded; so nobody has to wait for that.
 */
final class WarmUp {
  private WarmUp() {}

  static void start(Llvm llvm) {
    Thread.ofPlatform()
        .daemon()
        .name("jacobean-warm-up")
        .start(
            () -> {
              for (Program.Part part : Program.compile(Graph.of(program()), llvm).parts()) {
                if (part instanceof Program.Native n && n.code().fromDisk()) {
                  // Only what comes from the disk cache was not optimized just now.
                  llvm.optimizer().assembly(n.ir());
                }
              }
            });
  }

  private static Jaxpr program() {
    var x = new Jaxpr.Var(Aval.of(Shape.of(1000, 1000), DType.FLOAT32));
    List<Jaxpr.Eqn> equations = new ArrayList<>();
    Jaxpr.Var e = apply(equations, new Exponential.Exp(), x);
    Jaxpr.Var y =
        apply(equations, new Arithmetic.Mul(), e, apply(equations, new Hyperbolic.Tanh(), x));
    Jaxpr.Var sum = apply(equations, new Reductions.ReduceSum(Axes.of(0, 1)), y);
    return new Jaxpr(0, List.of(x), equations, List.of(y, sum));
  }

  private static Jaxpr.Var apply(
      List<Jaxpr.Eqn> equations, Primitive primitive, Jaxpr.Var... operands) {
    List<Aval> types =
        primitive.abstractEval(List.of(operands).stream().map(Jaxpr.Var::aval).toList());
    var result = new Jaxpr.Var(types.getFirst());
    equations.add(new Jaxpr.Eqn(primitive, List.of(operands), List.of(result)));
    return result;
  }
}
