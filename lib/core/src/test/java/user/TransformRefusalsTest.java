package user;

import static jacobean.jax.*;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.error.GradException;
import jacobean.error.JacobeanException;
import jacobean.error.ShapeException;
import jacobean.error.TreeException;
import jacobean.jnp;
import jacobean.lax;
import jacobean.tree;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rarer transformations: what they say of misuse. */
class TransformRefusalsTest {
  private static final Array X = jnp.array(1., 2.);

  /** An expression that cannot be, and words of what is said. */
  record Refused(
      String name,
      Class<? extends JacobeanException> error,
      Supplier<?> value,
      List<String> words) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Refused> refusals() {
    ArrayFn1 sine = x -> jnp.sin(x);
    return Stream.of(
        new Refused(
            "complex without a promise",
            GradException.class,
            () -> grad(sine).apply(jnp.complex(1, 1)),
            List.of("grad", "c64", "holomorphic()")),
        new Refused(
            "a promise about reals",
            GradException.class,
            () -> grad(sine, holomorphic()).apply(jnp.array(1.)),
            List.of("complex", "f32", "holomorphic()")),
        new Refused(
            "jacrev of complex",
            GradException.class,
            () -> jacrev(sine).apply(jnp.complex(1, 1)),
            List.of("jacrev", "c64", "holomorphic()")),
        new Refused(
            "a callback differentiated",
            GradException.class,
            () -> grad(x -> pureCallback(v -> v, x, x)).apply(jnp.array(1.)),
            List.of("pureCallback", "customJvp")),
        new Refused(
            "a callback of another type",
            ShapeException.class,
            () -> pureCallback(v -> jnp.ones(2), jnp.array(1.), jnp.array(1.)),
            List.of("pureCallback", "f32[]", "f32[2]")),
        new Refused(
            "groups that miss one",
            ShapeException.class,
            () ->
                vmap(x -> lax.psum(x, "i", List.of(List.of(0, 1))), axisName("i"))
                    .apply(jnp.arange(4.)),
            List.of("allGather", "'i'", "[[0, 1]]")),
        new Refused(
            "a wrong rule",
            GradException.class,
            () -> {
              checkGrads(customJvp(sine, (x, t) -> dual(jnp.sin(x), t)), List.of(jnp.array(1.)), 1);
              return null;
            },
            List.of("checkGrads", "forward")),
        new Refused(
            "statics of vmap",
            ShapeException.class,
            () -> vmap(sine, staticBroadcastedArgnums(0)),
            List.of("pmap")),
        new Refused(
            "statics out of bounds",
            ShapeException.class,
            () -> pmap(sine, staticBroadcastedArgnums(3)),
            List.of("3", "1 argument")),
        new Refused(
            "held arguments out of bounds",
            GradException.class,
            () ->
                customJvp(
                        (Array a, Array b) -> a,
                        nondiffArgnums(2),
                        (h, p, t) -> dual(p.get(0), t.get(0)))
                    .apply(X, X),
            List.of("nondiffArgnums", "2")),
        new Refused(
            "mapAll of nothing",
            TreeException.class,
            () -> tree.mapAll(xs -> jnp.stack(xs), List.<List<Array>>of()),
            List.of("at least one")),
        new Refused(
            "elements of a scalar",
            ShapeException.class,
            () -> jnp.array(1.).iterator(),
            List.of("scalar")));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refuses(Refused r) {
    var e = assertThrows(r.error(), () -> r.value().get());
    r.words()
        .forEach(w -> assertTrue(e.getMessage().contains(w), () -> w + " in " + e.getMessage()));
  }
}
