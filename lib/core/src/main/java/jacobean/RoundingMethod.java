package jacobean;

/**
 * Which integer a number halfway between two is rounded to. {@code lax.RoundingMethod}.
 *
 * {@snippet :
 * lax.round(jnp.array(2.5), RoundingMethod.AWAY_FROM_ZERO) // => 3.0
 * }
 */
public enum RoundingMethod {
  /** The one of greater magnitude: 2.5 to 3. */
  AWAY_FROM_ZERO,
  /** The even one: 2.5 to 2. */
  TO_NEAREST_EVEN
}
