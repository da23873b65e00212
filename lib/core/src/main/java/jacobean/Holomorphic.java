package jacobean;

/**
 * The promise that a function is holomorphic in an argument; made by {@link jax#holomorphic()}.
 *
 * {@snippet :
 * grad(z -> z.times(z), holomorphic()).apply(jnp.complex(1, 2)) // => (2+4j)
 * }
 *
 * @param argnum the number of the argument, counted from 0
 */
public record Holomorphic(int argnum) {
  Argnums of(String operation, jacobean.fn.Fn<?> f) {
    return Argnums.of(operation, f, argnum).holomorphic();
  }
}
