package jacobean;

/** The operations below {@link jnp}: they neither promote nor broadcast. {@code jax.lax}. */
public final class lax extends LaxImplicit {
  private lax() {}
}
