package user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.core.Engine;
import jacobean.jax;
import jacobean.jax.debug;
import jacobean.jnp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What compiled programs do beside computing happens each time, in their order. */
class EffectsTest {
  private final List<String> seen = new ArrayList<>();

  private void note(String what, Array x) {
    debug.callback(v -> seen.add(what + " " + v.item()), x);
  }

  private Array watched(Array x) {
    note("last", jnp.max(x));
    var y = jnp.exp(x).times(2);
    note("sum", jnp.sum(y));
    note("product", x.dot(y));
    note("first", x.get(0));
    return jnp.sum(x);
  }

  @Test
  void effectsHappenInOrder() {
    assertEquals("llvm", Engine.current().name());
    var f = jax.jit(this::watched);
    for (int i = 0; i < 2; i++) {
      seen.clear();
      assertEquals(6, f.apply(jnp.array(1., 2., 3.)).item());
      assertEquals(List.of("last", "sum", "product", "first"), names());
    }
  }

  @Test
  void effectsHappenForEachExampleAndInGradients() {
    jax.vmap(jax.jit(this::watched)).apply(jnp.array(new double[][] {{1, 2, 3}, {4, 5, 6}}));
    assertEquals(
        List.of("last", "last", "sum", "sum", "product", "product", "first", "first"), names());
    assertEquals("first 4.0", seen.getLast());
    seen.clear();
    jax.jit(jax.grad(this::watched)).apply(jnp.array(1., 2., 3.));
    assertEquals(List.of("last", "sum", "product", "first"), names());
  }

  @Test
  void whatIsSeenStays() {
    var kept = new ArrayList<Array>();
    var f =
        jax.jit(
            (Array x) -> {
              debug.callback(kept::add, x.times(2));
              return x.plus(1);
            });
    IntStream.range(0, 3).forEach(i -> f.apply(jnp.full(jacobean.type.Shape.of(2000), (double) i)));
    assertEquals(List.of(0., 2., 4.), kept.stream().map(a -> a.get(1999).item()).toList());
  }

  private List<String> names() {
    return seen.stream().map(s -> s.split(" ")[0]).toList();
  }
}
