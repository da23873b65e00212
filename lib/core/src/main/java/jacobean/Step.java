package jacobean;

/**
 * What the body of {@link lax#scan} gives: the carry for the next step, and an element of the
 * result. {@link lax#step} makes it.
 *
 * {@snippet :
 * lax.step(jnp.array(1.), jnp.array(2.)).carry() // => 1.0
 * }
 */
public record Step<C, Y>(C carry, Y y) {}
