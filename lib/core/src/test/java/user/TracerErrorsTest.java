package user;

import static jacobean.jax.customJvp;
import static jacobean.jax.dual;
import static jacobean.jax.grad;
import static jacobean.jax.jit;
import static jacobean.jax.vmap;
import static user.Misuse.M;
import static user.Misuse.X;
import static user.Misuse.misuse;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.error.TracerException;
import jacobean.jnp;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said where numbers are asked of a traced array, or it escapes its function. */
class TracerErrorsTest {
  static Stream<Misuse> misuses() {
    return tracers().stream();
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void saysWhatIsWrong(Misuse m) {
    m.check();
  }

  private static final ArrayFn1 SUM = x -> x.times(2).sum();

  private static Array leaked;

  private static void leak(Executable body) {
    try {
      body.execute();
    } catch (Throwable t) {
      throw new AssertionError(t);
    }
  }

  private static Array store(Array x) {
    leaked = x;
    return x.times(2);
  }

  private static List<Misuse> tracers() {
    Executable byJit = () -> leak(() -> jit(a -> store(a.plus(1))).apply(X));
    return List.of(
        misuse(
            "a parameter declared as a number",
            TracerException.class,
            () -> jit((Array a, Boolean negative) -> negative ? a : a.times(2)).apply(X, true),
            "Boolean",
            "Array",
            "staticArgnums"),
        misuse(
            "leak of jit used eagerly",
            TracerException.class,
            () -> {
              byJit.execute();
              leaked.plus(1);
            },
            "add",
            "f32[3]",
            "jit",
            "ErrorsTest.java:",
            "Return"),
        misuse(
            "leak of jit used in another",
            TracerException.class,
            () -> {
              byJit.execute();
              jit(a -> a.plus(leaked)).apply(X);
            },
            "add",
            "f32[3]",
            "jit",
            "ErrorsTest.java:",
            "Return"),
        misuse(
            "a derivative rule that closes over a traced value",
            TracerException.class,
            () ->
                jit(a ->
                        grad(jit(customJvp(SUM, (x, t) -> dual(SUM.apply(x), t.times(a).sum()))))
                            .apply(a))
                    .apply(X),
            "rule",
            "f32[3]",
            "jit",
            "ErrorsTest.java:",
            "argument"),
        misuse(
            "leak of jit returned from another",
            TracerException.class,
            () -> {
              byJit.execute();
              jit(a -> leaked).apply(X);
            },
            "result",
            "f32[3]",
            "jit",
            "ErrorsTest.java:",
            "Return"),
        misuse(
            "leak of jit passed to another",
            TracerException.class,
            () -> {
              byJit.execute();
              jit(a -> a.plus(1)).apply(leaked);
            },
            "jit",
            "f32[3]",
            "ErrorsTest.java:",
            "Return"),
        misuse(
            "leak of jit used in grad",
            TracerException.class,
            () -> {
              byJit.execute();
              grad(a -> jnp.sum(a.times(leaked))).apply(X);
            },
            "mul",
            "jit",
            "ErrorsTest.java:",
            "Return"),
        misuse(
            "leak of jit used in vmap",
            TracerException.class,
            () -> {
              byJit.execute();
              vmap(a -> a.times(leaked)).apply(M);
            },
            "mul",
            "jit",
            "ErrorsTest.java:",
            "Return"),
        misuse(
            "leak of vmap",
            TracerException.class,
            () -> {
              leak(() -> vmap(a -> store(a)).apply(M));
              leaked.plus(1);
            },
            "add",
            "f32[3]",
            "vmap",
            "Return"),
        misuse(
            "leak of grad",
            TracerException.class,
            () -> {
              leak(() -> grad(a -> jnp.sum(store(a))).apply(X));
              leaked.plus(1);
            },
            "add",
            "f32[3]",
            "grad",
            "Return"),
        misuse(
            "if in jit",
            TracerException.class,
            () -> jit(a -> a.sum().gt(0).toBoolean() ? a : a.times(2)).apply(X),
            "toBoolean",
            "bool[]",
            "jit",
            "jnp.where",
            "static"),
        misuse(
            "if in vmap",
            TracerException.class,
            () -> vmap(a -> a.gt(0).toBoolean() ? a : a.times(2)).apply(X),
            "toBoolean",
            "bool[]",
            "vmap",
            "jnp.where"),
        misuse(
            "item in jit",
            TracerException.class,
            () -> jit(a -> a.times(a.sum().item())).apply(X),
            "item",
            "f32[]",
            "jit"),
        misuse(
            "numbers in jit",
            TracerException.class,
            () -> jit(a -> jnp.array(a.toDoubles())).apply(X),
            "toDoubles",
            "f32[3]",
            "jit"));
  }
}
