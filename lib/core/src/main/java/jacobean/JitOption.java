package jacobean;

/** Options of {@code jit}; see {@link jax#staticArgnums}. */
public sealed interface JitOption {
  /** Arguments that are constants of the program. */
  record StaticArgnums(int... argnums) implements JitOption {}
}
