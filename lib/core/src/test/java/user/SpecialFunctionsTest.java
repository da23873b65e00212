package user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.error.JacobeanException;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import jacobean.special;
import jacobean.testing.Close;
import jacobean.type.Shape;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Special functions in the identities that hold between them, and what they say to misuse. */
class SpecialFunctionsTest {
  private static final Close DOUBLE = new Close(1e-12, 1e-13);

  /** Enough numbers for several threads. */
  private static Array draw(int key, double low, double high) {
    return random.uniform(random.key(key), 3000).astype(jnp.float64).times(high - low).plus(low);
  }

  @Test
  void integralsAndTheirComplements() {
    var a = draw(1, .01, 40);
    var x = draw(2, .01, 40);
    var p = draw(3, 0, 1);
    var one = jnp.onesLike(a);
    DOUBLE.check(one, special.gammainc(a, x).plus(special.gammaincc(a, x)), "gammainc");
    DOUBLE.check(
        one, special.betainc(a, x, p).plus(special.betainc(x, a, jnp.subtract(1., p))), "betainc");
    DOUBLE.check(
        special.expi(x.times(-1)), special.exp1(x).times(-1), "expi of negative numbers is exp1");
  }

  @Test
  void recurrences() {
    var x = draw(4, .1, 30);
    var n = 3;
    // n E(n+1) = e^-x - x E(n)
    var next = jnp.exp(jnp.negative(x)).minus(x.times(special.expn(n, x))).div(n);
    DOUBLE.check(next, special.expn(n + 1, x), "expn");
    var j = special.besselJn(x, 8);
    DOUBLE.check(j.get(6).times(12).div(x), j.get(5).plus(j.get(7)), "bessel");
    DOUBLE.check(
        special.zeta(2.5, x), special.zeta(2.5, x.plus(1)).plus(jnp.power(x, -2.5)), "zeta");
  }

  @Test
  void orthonormalOnTheSphere() {
    // A product rule: Gauss' points would be exact; a fine grid is near.
    var theta = jnp.linspace(0., Math.PI, 2001).astype(jnp.float64);
    var n = jnp.full(Shape.of(2001), 3);
    var y = special.sphHarmY(n, jnp.full(Shape.of(2001), 2), theta, jnp.zerosLike(theta), 3);
    var density = jnp.square(jnp.abs(y)).times(jnp.sin(theta));
    assertEquals(1, jnp.trapezoid(density, theta).host().real(0) * 2 * Math.PI, 1e-5);
  }

  @Test
  void valuesThatJaxMisses() {
    assertEquals(1, special.expn(2, jnp.array(0.)).host().real(0));
    assertEquals(Double.NEGATIVE_INFINITY, special.expi(jnp.array(0.)).host().real(0));
    assertEquals(0.7651977f, special.besselJn(jnp.array(1.), 0).host().real(0));
  }

  static Stream<Map.Entry<String, Executable>> misuses() {
    var x = jnp.array(.5);
    var z = jnp.complex(x, x);
    return Stream.of(
        Map.entry("n must be 0 or more, got -1", () -> special.bernoulli(-1)),
        Map.entry("besselJn: the greatest order", () -> special.besselJn(x, -1)),
        Map.entry("the orders must be integers", () -> special.polygamma(jnp.array(1.), x)),
        Map.entry("expi: operands must be floating", () -> special.expi(z)),
        Map.entry(
            "gammainc: shapes (2,) and (3,)", () -> special.gammainc(jnp.ones(2), jnp.ones(3))),
        Map.entry("igamma: operands must have", () -> lax.igamma(x, x.astype(jnp.float64))),
        Map.entry(
            "cannot be differentiated by a",
            () -> jax.grad((Array a) -> special.betainc(a, x, x)).apply(x)),
        Map.entry(
            "gammainc: it can be differentiated by a once",
            () -> jax.grad(jax.grad((Array a) -> special.gammainc(a, x))).apply(x)),
        Map.entry(
            "traced",
            () -> jax.jit((Array n) -> special.sphHarmY(n, n, x, x)).apply(jnp.array(1))));
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void saysWhatIsWrong(Map.Entry<String, Executable> misuse) {
    var e = assertThrows(JacobeanException.class, misuse.getValue());
    assertTrue(e.getMessage().contains(misuse.getKey()), e::getMessage);
  }
}
