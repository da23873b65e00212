package jacobean.fuzz;

import jacobean.Array;
import jacobean.fn.Fn1;
import jacobean.jnp;
import jacobean.lax;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;

/** Loops that a random condition does not keep going for ever, to be called as functions. */
public final class LoopCalls {
  /** Steps after which a loop ends whatever its condition says. */
  private static final int MOST = 3;

  private LoopCalls() {}

  public static Object whileLoop(Fn1<Object, Array> cond, Fn1<Object, Object> body, Object init) {
    if (cond == null || body == null) {
      return lax.whileLoop(cond, body, init);
    }
    return lax.whileLoop(
        (List<Object> c) -> bounded(cond.apply(c.get(1)), (Array) c.get(0)),
        c -> Arrays.asList(((Array) c.get(0)).plus(1), body.apply(c.get(1))),
        Arrays.asList(jnp.array(0), init));
  }

  /** What is no bool scalar is left as it is, to be refused. */
  private static Array bounded(Array more, Array steps) {
    return more != null && more.dtype() == DType.BOOL && more.shape().equals(Shape.of())
        ? jnp.logicalAnd(more, steps.lt(MOST))
        : more;
  }
}
