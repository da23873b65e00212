package jacobean;

/**
 * The operations below {@link jnp}: they neither promote nor broadcast. {@code jax.lax}.
 *
 * {@snippet :
 * lax.add(jnp.array(1., 2.), jnp.array(3., 4.)) // => [4. 6.]
 * lax.foriLoop(0, 10, (i, x) -> x.plus(i), jnp.array(0)) // => 45
 * }
 */
public final class lax extends LaxPatches {
  private lax() {}

  /** {@code jax.lax.linalg}: functions of matrices. */
  public static final class linalg extends LaxLinearAlgebra {
    private linalg() {}
  }
}
