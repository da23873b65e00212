package jacobean;

/**
 * Which integer a number halfway between two is rounded to. {@code lax.RoundingMethod}.
 *
 * {@snippet :
 * lax.round(jnp.array(0.5, 1.5), RoundingMethod.TO_NEAREST_EVEN) // => [0. 2.]
 * }
 */
public enum RoundingMethod {
  /** The one of greater magnitude: 2.5 to 3. */
  AWAY_FROM_ZERO,
  /** The even one: 2.5 to 2. */
  TO_NEAREST_EVEN
}
