package user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.jnp;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which functions keep what gives way in promotion, and which make a plain array, as in JAX. */
class WeakTypeTest {
  private record Case(String name, UnaryOperator<Array> f, boolean weak) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("sum", jnp::sum, false),
        new Case("prod", jnp::prod, false),
        new Case("max", jnp::max, false),
        new Case("min", jnp::min, false),
        new Case("mean", jnp::mean, false),
        new Case("var", jnp::var, false),
        new Case("std", jnp::std, false),
        new Case("ptp", jnp::ptp, false),
        new Case("nansum", jnp::nansum, false),
        new Case("cumsum", jnp::cumsum, false),
        new Case("cumprod", jnp::cumprod, false),
        new Case("sort", jnp::sort, true),
        new Case("flip", jnp::flip, true),
        new Case("ravel", jnp::ravel, true),
        new Case("abs", jnp::abs, true),
        new Case("floor", jnp::floor, true),
        new Case("diff", jnp::diff, true));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asInJax(Case c) {
    for (var number : List.<Number>of(3, 2.5)) {
      var x = jnp.broadcastTo(jnp.asarray(number), 3);
      assertEquals(c.weak, c.f.apply(x).aval().weak(), () -> c + " of " + x.aval());
    }
  }
}
