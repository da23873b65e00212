package jacobean.linen;

import static jacobean.jax.grad;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import jacobean.jnp;
import org.junit.jupiter.api.Test;

/** Linen offers the functions of {@code jax.nn} under its own name. */
class NnTest {
  @Test
  void reluIsFlatAtZero() {
    var x = jnp.array(-1., 0., 2.);
    assertArrayEquals(new double[] {0, 0, 2}, nn.relu(x).toDoubles());
    assertArrayEquals(new double[] {0, 0, 1}, grad(y -> jnp.sum(nn.relu(y))).apply(x).toDoubles());
  }
}
