package jacobean.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.reference.ReferenceEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is traced again and says the same is the same program; what says something else is not. */
class SharedProgramsTest {
  private static double global = 1;

  /** Remembers the loops and branches that it evaluated, and the programs it compiled. */
  private static final class Listening implements Engine {
    private final Engine engine = new ReferenceEngine();
    private final List<Primitive> controls = new ArrayList<>();
    private int compiled;

    @Override
    public String name() {
      return "listening";
    }

    @Override
    public int priority() {
      return -1;
    }

    @Override
    public void start() {}

    @Override
    public List<Device> devices() {
      return engine.devices();
    }

    @Override
    public SharedPrograms programs() {
      return engine.programs();
    }

    @Override
    public List<Concrete> apply(Primitive primitive, List<Concrete> operands) {
      if (primitive instanceof Primitive.Control) {
        controls.add(primitive);
      }
      return engine.apply(primitive, operands);
    }

    @Override
    public Executable compile(Jaxpr program) {
      compiled++;
      return engine.compile(program);
    }
  }

  private static Array scan(Array w, double scale) {
    return lax.scan(
            (c, x) -> {
              var next = jnp.tanh(jnp.matmul(w, c).plus(x).times(scale));
              return lax.step(next, jnp.sum(next));
            },
            jnp.ones(3),
            jnp.ones(4, 3))
        .carry();
  }

  static Stream<Arguments> repeated() {
    var w = jnp.eye(3);
    return Map.<String, Supplier<Array>>of(
            "scan", () -> scan(w, 2),
            "while", () -> lax.whileLoop(c -> c.lt(3), c -> c.plus(1), jnp.array(0.)),
            "fori", () -> lax.foriLoop(0, 4, (i, c) -> c.plus(i), jnp.array(0.)),
            "map", () -> lax.map(x -> x.times(2), w),
            "cond", () -> lax.cond(jnp.array(true), x -> x.times(2), x -> x, w),
            "nested", () -> lax.map(x -> lax.map(y -> y.times(2), x), w),
            "vmap",
                () -> jax.vmap(x -> lax.whileLoop(c -> c.lt(3), c -> c.plus(1), x)).apply(w.get(0)),
            "grad", () -> jax.grad(v -> jnp.sum(scan(v, 2))).apply(w),
            "jvp",
                () ->
                    jax.jvp(
                            x -> lax.whileLoop(c -> c.lt(3), c -> c.times(2), x),
                            jnp.array(1.),
                            jnp.array(1.))
                        .tangent())
        .entrySet()
        .stream()
        .map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("repeated")
  void anEagerLoopTwiceIsOneProgram(String name, Supplier<Array> loop) {
    var engine = new Listening();
    Engines.with(engine, loop);
    var first = List.copyOf(engine.controls);
    engine.controls.clear();
    Engines.with(engine, loop);
    assertEquals(first, engine.controls);
    assertNotEquals(List.of(), first);
  }

  @Test
  void aLambdaMadeAnewIsNotCompiledAnew() {
    var engine = new Listening();
    for (int i = 0; i < 3; i++) {
      ArrayFn1 f = x -> jnp.sin(x).times(2);
      Engines.with(engine, (Supplier<Array>) () -> jax.jit(f).apply(jnp.ones(3)));
    }
    assertEquals(1, engine.compiled);
  }

  @Test
  void otherNumbersAreOtherPrograms() {
    var two = scan(jnp.eye(3), 2);
    var three = scan(jnp.eye(3), 3);
    assertNotEquals(two.get(0).item(), three.get(0).item());
  }

  @Test
  void aFieldThatChangedIsRead() {
    ArrayFn1 loop = x -> lax.foriLoop(0, 2, (Array i, Array c) -> c.plus(global), x);
    global = 1;
    assertEquals(2f, loop.apply(jnp.array(0.)).item());
    global = 10;
    assertEquals(20f, loop.apply(jnp.array(0.)).item());
  }

  @Test
  void zeroHasTwoSigns() {
    for (double zero : new double[] {0., -0.}) {
      var quotient = lax.foriLoop(0, 1, (i, c) -> jnp.divide(c, jnp.array(zero)), jnp.array(1.));
      assertEquals((float) (1 / zero), quotient.item());
    }
  }
}
