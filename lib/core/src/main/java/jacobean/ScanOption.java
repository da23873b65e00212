package jacobean;

/**
 * Options of {@link lax#scan}; see {@link lax#length}, {@link lax#reverse}, {@link lax#unroll}.
 *
 * {@snippet :
 * var last = lax.scan((c, x) -> lax.step(c.plus(1)), jnp.array(0), null, lax.length(4));
 * last.carry() // => 4
 * }
 */
public sealed interface ScanOption {
  /** The number of steps. */
  record Length(int steps) implements ScanOption {}

  /** From the last element to the first. */
  record Reverse() implements ScanOption {}

  /** How many steps a compiler may put into one. */
  record Unroll(int steps) implements ScanOption {}
}
