package user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.error.IndexException;
import jacobean.error.KeyReuseException;
import jacobean.error.NanException;
import jacobean.jax;
import jacobean.jax.debug;
import jacobean.jnp;
import jacobean.random;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Printing and calling from programs, looking for NaNs, keys used twice. */
class DebugTest {
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void restore() {
    jax.debugNans(false);
    debug.keyReuse("warn");
  }

  private Array watched(Array x) {
    debug.callback(v -> seen.add("before " + v), x);
    var y = x.times(x);
    debug.callback((a, b) -> seen.add(a + " to " + b), x, y);
    return jnp.sum(y);
  }

  // --- Callbacks ---

  @Test
  void runEachTimeTheProgramRuns() {
    var f = jax.jit(this::watched);
    f.apply(jnp.array(2.));
    f.apply(jnp.array(3.));
    assertEquals(List.of("before 2.0", "2.0 to 4.0", "before 3.0", "3.0 to 9.0"), seen);
  }

  @Test
  void runOnceForEachExampleOfABatch() {
    jax.vmap(jax.jit(this::watched)).apply(jnp.array(2., 3.));
    assertEquals(List.of("before 2.0", "before 3.0", "2.0 to 4.0", "3.0 to 9.0"), seen);
    seen.clear();
    jax.jit(jax.vmap(jax.vmap(this::watched))).apply(jnp.array(new double[][] {{1, 2}, {3, 4}}));
    assertEquals(8, seen.size());
    assertEquals("4.0 to 16.0", seen.getLast());
  }

  @Test
  void runOnceInAGradient() {
    var g = jax.grad(this::watched).apply(jnp.array(3.));
    assertEquals(List.of("before 3.0", "3.0 to 9.0"), seen);
    assertEquals(6, g.item());
    seen.clear();
    jax.jit(jax.grad(jax.jit(this::watched))).apply(jnp.array(3.));
    assertEquals(List.of("before 3.0", "3.0 to 9.0"), seen);
  }

  @Test
  void runThoughNothingNeedsThem() {
    var f =
        jax.jit(
            (Array x) -> {
              debug.callback(v -> seen.add("" + v), jnp.exp(x).times(0));
              return x;
            });
    f.apply(jnp.array(1., 2.));
    assertEquals(List.of("[0. 0.]"), seen);
  }

  @Test
  void giveTreesAsTheyWere() {
    var f =
        jax.jit(
            (Array x) -> {
              debug.callback(
                  (Map<String, Array> m) -> seen.add("" + m.get("x").plus(m.get("y"))),
                  Map.of("x", x, "y", x.times(2)));
              return x;
            });
    f.apply(jnp.array(1., 2.));
    assertEquals(List.of("[3. 6.]"), seen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = {} | x = 1.5",
        "{:.3f} | 1.500",
        "{0} and {0} | 1.5 and 1.5",
        "{{{}}} | {1.5}",
        "{:d}! | 1!",
        "{:e} | 1.500000e+00"
      })
  void printFillsPlaces(String text, String wanted) {
    var f =
        jax.jit(
            (Array x) -> {
              debug.print(text, x);
              return x.times(2);
            });
    assertEquals(wanted + System.lineSeparator(), printed(() -> f.apply(jnp.array(1.5))));
  }

  @ParameterizedTest
  @CsvSource({"x", "{} {}", "{name}", "{"})
  void printSaysWhatIsWrongWithAText(String text) {
    assertThrows(IndexException.class, () -> debug.print(text, 1));
  }

  private static String printed(Runnable body) {
    var out = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true));
    try {
      body.run();
    } finally {
      System.setOut(out);
    }
    return bytes.toString();
  }

  // --- NaN ---

  private static int line;

  private static Array distance(Array x) {
    var root = jnp.sqrt(x);
    line = new Throwable().getStackTrace()[0].getLineNumber() + 1;
    var difference = jnp.log(x.minus(2));
    return jnp.sum(root.plus(difference));
  }

  @Test
  void aNanInAUsersRuleIsWhereTheRuleMadeIt() {
    var line = new Throwable().getStackTrace()[0].getLineNumber() + 4;
    var f =
        jax.customJvp(
            (Array x) -> x.times(2.),
            (Array x, Array dx) -> jax.dual(x.times(2.), jnp.log(x.minus(9.)).times(dx)));
    jax.debugNans(true);
    var e = assertThrows(NanException.class, () -> jax.grad(f::apply).apply(jnp.array(4.)));
    assertTrue(e.getMessage().contains("log at DebugTest.java:" + line), e::getMessage);
  }

  @Test
  void theFirstNanIsFound() {
    var x = jnp.array(4., 3., 1.);
    assertTrue(Double.isNaN(jax.jit(DebugTest::distance).apply(x).item()));
    jax.debugNans(true);
    for (var f :
        List.of(
            jax.jit(DebugTest::distance),
            jax.jit(jax.jit(DebugTest::distance)),
            (jacobean.ArrayFn1) DebugTest::distance,
            jax.grad(jax.jit(DebugTest::distance)))) {
      var e = assertThrows(NanException.class, () -> f.apply(x));
      assertTrue(e.getMessage().contains("log at DebugTest.java:" + line), e::getMessage);
      assertTrue(e.getMessage().contains("first at [2]"), e::getMessage);
    }
    assertEquals(2, jax.jit((Array v) -> jnp.sqrt(v)).apply(jnp.array(4.)).item());
  }

  // --- Keys ---

  @Test
  void aKeyUsedTwiceIsAnErrorOnRequest() {
    debug.keyReuse("error");
    var key = random.key(0);
    random.normal(key, 2);
    var e = assertThrows(KeyReuseException.class, () -> random.uniform(key, 2));
    assertTrue(
        e.getMessage()
            .matches(
                "(?s).*random.uniform at DebugTest.java:\\d+: .*already at DebugTest.java:\\d+.*"),
        e::getMessage);
    random.uniform(random.clone(key), 2);
    assertThrows(KeyReuseException.class, () -> random.split(key));
    random.foldIn(key, 1);
    debug.keyReuse("off");
    random.uniform(key, 2);
  }

  @Test
  void keysOfASplitAreUsedOnceEach() {
    debug.keyReuse("error");
    var keys = random.split(random.key(0), 3);
    keys.forEach(k -> random.beta(k, 2., 3., 4));
    assertThrows(KeyReuseException.class, () -> random.permutation(keys.getFirst(), 4));
  }

  @Test
  void tracedProgramsAreNotWatched() {
    debug.keyReuse("error");
    var f = jax.jit((Array k) -> random.normal(k, 2).plus(random.normal(k, 2)));
    f.apply(random.key(0));
  }

  @Test
  void aWarningComesOnceForAPlace() {
    var err = System.err;
    var bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true));
    try {
      var key = random.key(0);
      for (int i = 0; i < 5; i++) {
        random.normal(key, 2);
      }
    } finally {
      System.setErr(err);
    }
    assertEquals(1, bytes.toString().lines().count(), bytes::toString);
  }

  @Test
  void aLevelMustBeKnown() {
    assertThrows(IndexException.class, () -> debug.keyReuse("loud"));
  }
}
