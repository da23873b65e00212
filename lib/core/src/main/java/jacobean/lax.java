package jacobean;

/** The operations below {@link jnp}: they neither promote nor broadcast. {@code jax.lax}. */
public final class lax extends LaxParallel {
  private lax() {}

  /** {@code jax.lax.linalg}: functions of matrices. */
  public static final class linalg extends LaxLinearAlgebra {
    private linalg() {}
  }
}
