package jacobean;

/** The part of {@link jax} that lets users write rules of differentiation. */
abstract sealed class JaxRules extends JaxParallel permits jax {
  /** The same numbers, but constant for differentiation. {@code lax.stop_gradient}. */
  public static Array stopGradient(Array x) {
    return Array.of(jacobean.op.StopGradient.stopGradient(x.value()));
  }
}
