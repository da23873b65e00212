package jacobean;

import jacobean.fn.Fn2;
import java.util.List;

/**
 * Rules of {@link jax#customJvp} for functions of arrays, so that lambdas need no types.
 *
 * {@snippet :
 * JvpRule.OfArray rule = (x, t) -> dual(jnp.sin(x), t.times(jnp.cos(x)));
 * grad(customJvp(x -> jnp.sin(x), rule)).apply(jnp.array(0.)) // => 1.0
 * }
 */
public final class JvpRule {
  private JvpRule() {}

  /** The value and its tangent, from an argument and its tangent; made by {@link jax#dual}. */
  @FunctionalInterface
  public interface OfArray extends Fn2<Array, Array, Directional.Jvp<Array>> {
    @Override
    Directional.Jvp<Array> apply(Array x, Array tangent);
  }

  /** The value and its tangent, from all arguments and all their tangents. */
  @FunctionalInterface
  public interface OfArrays extends Fn2<List<Array>, List<Array>, Directional.Jvp<Array>> {
    @Override
    Directional.Jvp<Array> apply(List<Array> primals, List<Array> tangents);
  }
}
