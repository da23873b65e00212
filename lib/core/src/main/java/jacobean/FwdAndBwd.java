package jacobean;

import jacobean.core.Stage.Staged;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.pytree.PyTree;
import jacobean.pytree.PyTreeNode;
import jacobean.pytree.Structure;
import jacobean.transform.Linearize;
import java.util.List;

/**
 * The two passes of a derivative, apart; see {@link jax#fwdAndBwd(ArrayFn1)}.
 *
 * {@snippet :
 * var passes = fwdAndBwd(x -> jnp.sin(x));
 * var saved = passes.fwd().apply(jnp.array(0.));
 * passes.bwd().apply(saved.residuals(), jnp.array(2.)) // => 2.0
 * }
 *
 * @param fwd from the argument to the value and the residuals
 * @param bwd from the residuals and the cotangent of the value to the cotangent of the argument
 */
public record FwdAndBwd<A, R>(
    Fn1<A, Saved<R, FwdAndBwd.Residuals>> fwd, Fn2<FwdAndBwd.Residuals, R, A> bwd) {

  /** What the backward pass needs: arrays, and the program that uses them. */
  public static final class Residuals implements PyTreeNode {
    private final List<?> arrays;
    private final Program program;

    private Residuals(List<?> arrays, Program program) {
      this.arrays = arrays;
      this.program = program;
    }

    @Override
    public List<?> children() {
      return arrays;
    }

    @Override
    public Residuals withChildren(List<?> children) {
      return new Residuals(children, program);
    }

    @Override
    public Object aux() {
      return program;
    }
  }

  /** The linear program, whose captured values are the residuals' arrays. */
  private record Program(
      Linearize linear, List<jacobean.type.Aval> argument, Structure tree, Structure result) {}

  static <A, R> FwdAndBwd<A, R> of(Fn1<A, R> f) {
    return new FwdAndBwd<>(x -> forward(f, x), FwdAndBwd::backward);
  }

  private static <A, R> Saved<R, Residuals> forward(Fn1<A, R> f, A x) {
    var lifted = Lifted.of(f::call, x);
    var primals = lifted.operands("fwdAndBwd");
    var linear = Linearize.at(lifted, primals);
    var arrays = linear.program().captured().stream().map(Array::of).toList();
    var program =
        new Program(
            new Linearize(
                List.of(),
                new Staged(linear.program().jaxpr(), List.of()),
                linear.movesIn(),
                linear.movesOut()),
            primals.stream().map(v -> v.aval()).toList(),
            PyTree.flatten(x).structure(),
            lifted.result());
    return new Saved<>(
        Lifted.wrap(lifted.result(), linear.outputs()), new Residuals(arrays, program));
  }

  private static <A, R> A backward(Residuals residuals, R cotangent) {
    var program = residuals.program;
    var captured = residuals.arrays.stream().map(a -> ((Array) a).value()).toList();
    var linear =
        new Linearize(
            List.of(),
            new Staged(program.linear.program().jaxpr(), captured),
            program.linear.movesIn(),
            program.linear.movesOut());
    var cts =
        Lifted.values(
            new PyTree(List.of(), program.result).like(cotangent, "fwdAndBwd: cotangent"),
            "fwdAndBwd: cotangent");
    var pulled = linear.pull(cts);
    for (int i = 0; i < pulled.size(); i++) {
      if (pulled.get(i) == null) {
        pulled.set(i, jacobean.op.Shaping.zeros(program.argument.get(i)));
      }
    }
    return Lifted.wrap(program.tree, pulled);
  }
}
