package user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.jax;
import jacobean.jnp;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A number beside a float64 array is a double to its last digit, by itself a float32. */
class PrecisionTest {
  private static final Array ONE = jnp.ones(1).astype(jnp.float64);

  private static void check(double wanted, UnaryOperator<Array> f) {
    assertEquals(wanted, f.apply(ONE).host().real(0));
    assertEquals(wanted, jax.jit((Array x) -> f.apply(x)).apply(ONE).host().real(0), "compiled");
  }

  @Test
  void numbersBesideWideArrays() {
    check(0.1, x -> x.times(0.1));
    check(1.1, x -> jnp.add(0.1, x));
    check(1 / 0.3, x -> x.div(0.3));
    check(1.1, x -> jnp.maximum(x, 1.1));
    check(0.3, x -> jnp.where(x.gt(2), x, 0.3));
    check(0.1, x -> jnp.imag(jnp.complex(x, x).times(0.1)));
  }

  @Test
  void arraysAndNarrowOperandsStayFloat32() {
    assertEquals((double) 0.1f, jnp.array(0.1).astype(jnp.float64).host().real(0));
    assertEquals((double) 0.1f, jnp.ones(1).times(0.1).astype(jnp.float64).host().real(0));
  }
}
