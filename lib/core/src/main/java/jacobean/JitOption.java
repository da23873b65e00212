package jacobean;

/**
 * Options of {@code jit}; see {@link jax#staticArgnums} and {@link jax#donateArgnums}.
 *
 * {@snippet :
 * JitOption option = staticArgnums(1);
 * option instanceof JitOption.StaticArgnums // => true
 * }
 */
public sealed interface JitOption {
  /** Arguments that are constants of the program. */
  record StaticArgnums(int... argnums) implements JitOption {}

  /** Arguments that the caller will not use again. */
  record DonateArgnums(int... argnums) implements JitOption {}
}
