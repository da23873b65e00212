package jacobean;

/**
 * Transformations of functions: {@code grad}, {@code jit}, {@code vmap}, {@code jvp}, {@code vjp}.
 * They take functions of arrays and pytrees and give such functions, so they nest.
 *
 * {@snippet :
 * var gf = grad(x -> jnp.sum(x.times(x)));
 * gf.apply(jnp.array(1., 2., 3.)) // => [2. 4. 6.]
 * jit(vmap(grad(x -> jnp.sin(x)))).apply(jnp.zeros(2)) // => [1. 1.]
 * }
 */
public final class jax extends JaxNames {
  private jax() {}

  /**
   * Looking into programs while they run: {@code jax.debug}, and the check of random keys.
   *
   * {@snippet :
   * var f = jit(x -> { debug.print("x = {}", x); return jnp.sum(x); });
   * f.apply(jnp.array(1., 2.)); // prints x = [1. 2.]
   * }
   */
  public static final class debug extends DebugFunctions {
    private debug() {}
  }

  /**
   * Whether to look for the operation that makes the first NaN, which then throws, naming it and
   * the line of user code. Every result is looked at, so it slows programs down. {@code
   * jax_debug_nans}.
   *
   * {@snippet :
   * debugNans(true);
   * try { jnp.log(jnp.array(-1.)); } catch (RuntimeException e) { System.out.println("NaN"); } // prints NaN
   * debugNans(false);
   * }
   */
  public static void debugNans(boolean on) {
    jacobean.core.NanWatch.watch().setOn(on);
  }

  /**
   * {@code jax.nn}: functions for neural networks.
   *
   * {@snippet :
   * jax.nn.relu(jnp.array(-1., 2.)) // => [0. 2.]
   * }
   */
  public static final class nn extends NeuralFunctions {
    private nn() {}
  }

  // --- Options of several transformations ---

  /**
   * For {@code grad} and its like: several arguments by number, counted from 0. JAX's argument
   * {@code argnums}.
   *
   * {@snippet :
   * grad((x, y) -> x.times(y), argnums(0, 1)).apply(jnp.array(3.), jnp.array(4.)) // => [4.0, 3.0]
   * }
   */
  public static Argnums argnums(int... argnums) {
    return Argnums.of(argnums);
  }

  /**
   * For {@code grad} and {@code valueAndGrad}: the function gives a {@link WithAux}. JAX's argument
   * {@code has_aux}.
   *
   * {@snippet :
   * Fn1<Array, WithAux<Array>> loss = x -> withAux(jnp.sum(x.times(x)), x.max());
   * grad(loss, hasAux()).apply(jnp.array(1., 2.)) // => GradWithAux[grad=[2. 4.], aux=2.0]
   * }
   */
  public static HasAux hasAux() {
    return new HasAux();
  }

  /**
   * What a function gives that is differentiated with {@link #hasAux}: a scalar, and anything else.
   * In JAX a pair.
   *
   * {@snippet :
   * withAux(jnp.array(1.), "what else").aux() // => what else
   * }
   */
  public static <X> WithAux<X> withAux(Array value, X aux) {
    return new WithAux<>(value, aux);
  }
}
