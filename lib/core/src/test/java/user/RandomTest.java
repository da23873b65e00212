package user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jacobean.Array;
import jacobean.error.GradException;
import jacobean.error.JacobeanException;
import jacobean.jax;
import jacobean.jax.debug;
import jacobean.jnp;
import jacobean.random;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws that the goldens leave out, with the numbers that JAX gives for the key of 7. */
class RandomTest {
  private final Array key = random.key(7);

  @BeforeEach
  void useTheKeyOften() {
    debug.keyReuse("off");
  }

  @AfterEach
  void watchKeys() {
    debug.keyReuse("warn");
  }

  private static void near(double tolerance, Array got, double... wanted) {
    var numbers = got.toDoubles();
    assertEquals(wanted.length, numbers.length);
    for (int i = 0; i < wanted.length; i++) {
      assertEquals(
          wanted[i], numbers[i], tolerance * Math.abs(wanted[i]), "element " + i + " of " + got);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 9.301836627440596e-20, 0.017825763672590256, 1.2678152798428766e-12, 0.6554839015007019, 740.4487915039062",
    "0.5, 0.00023367974790744483, 0.3021133840084076, 0.0030416229274123907, 1.0533617734909058, 31.84497833251953",
    "1, 0.9343916773796082, 0.2179168313741684, 0.2527778446674347, 2.1564011573791504, 5.568032264709473",
    "2.5, 2.6251301765441895, 1.2272989749908447, 1.315557837486267, 2.5874061584472656, 1.5915263891220093",
    "30, 31.284360885620117, 25.706077575683594, 26.131988525390625, 2.8944613933563232, 0.10488145053386688",
    "400, 405.5278625488281, 384.6228332519531, 386.29266357421875, 2.9713234901428223, 0.007579260505735874"
  })
  void gammaAndItsDerivative(
      double a, double x, double y, double z, double slope, double logSlope) {
    near(1e-4, random.gamma(key, a, 3), x, y, z);
    var shape = jnp.array(a);
    near(2e-4, jax.grad((Array v) -> jnp.sum(random.gamma(key, v, 3))).apply(shape), slope);
    near(
        2e-4,
        jax.jit(jax.grad((Array v) -> jnp.sum(random.loggamma(key, v, 3)))).apply(shape),
        logSlope);
  }

  @Test
  void countsSmallAndLarge() {
    near(0, random.poisson(key, jnp.array(0., 5., 50., 5000., 1e5), 5), 0, 2, 48, 4985, 99712);
    near(
        0,
        random.binomial(key, jnp.array(0., 5., 50., 5000., 1e5), jnp.array(.5, .2, .9, .3, .7), 5),
        0,
        2,
        46,
        1493,
        70132);
  }

  @Test
  void countsOfNoDistribution() {
    near(0, random.poisson(key, jnp.array(-1., Double.NaN), 2), -1, -1);
    assertEquals(
        "[nan inf nan]",
        random
            .binomial(
                key, jnp.array(-1., Double.POSITIVE_INFINITY, 3.), jnp.array(.5, .5, Double.NaN), 3)
            .toString());
  }

  @Test
  void choicesOfRows() {
    var rows = jnp.reshape(jnp.arange(12.), 4, 3);
    near(0, random.choice(key, rows, 2, 2), 9, 10, 11, 6, 7, 8, 0, 1, 2, 3, 4, 5);
    near(0, random.choice(key, rows, Shape.of(3), false), 6, 7, 8, 9, 10, 11, 0, 1, 2);
    near(0, random.choice(key, 5, Shape.of(3), false, jnp.array(.1, .2, .3, .2, .2)), 1, 4, 0);
    near(
        0,
        random.permutation(key, jnp.reshape(jnp.arange(12), 4, 3), 1, true),
        2,
        0,
        1,
        4,
        3,
        5,
        7,
        6,
        8,
        10,
        9,
        11);
    near(
        0,
        random.categorical(
            key, jnp.array(new double[][] {{.1, .5, 2}, {1, 0, 0}}), 0, Shape.of(2, 3)),
        1,
        0,
        0,
        0,
        0,
        1);
  }

  @Test
  void otherDistributions() {
    near(1e-4, random.f(key, 3., 4., 3), 0.5525163412094116, 1.163964867591858, 1.7831294536590576);
    near(1e-5, random.wald(key, 2., 3), 0.4709510803222656, 2.442716360092163, 0.9705779552459717);
    near(
        1e-4,
        random.generalizedNormal(key, 1.5, 3),
        -0.11314882338047028,
        -0.786064863204956,
        0.05867381393909454);
    near(
        1e-5,
        random.truncatedNormal(key, jnp.array(-1.), jnp.array(.5, 2.), 2),
        0.04467101767659187,
        1.711128830909729);
    near(
        0,
        random.randint(key, Shape.of(3), jnp.array(0, 5, 10), jnp.array(3, 6, 2000000000)),
        1,
        5,
        1692160390);
  }

  @Test
  void narrowDtypes() {
    near(0, random.randint(key, Shape.of(3), jnp.array(0), jnp.array(100), DType.UINT8), 99, 22, 0);
    near(0, random.uniform(key, Shape.of(2), DType.FLOAT16), 0.16015625, 0.4921875);
  }

  @Test
  void aKeyForEachExample() {
    var drawn = jax.vmap((Array k) -> random.gamma(k, 2., 2)).apply(random.splitArray(key, 2));
    near(
        1e-4, drawn, 0.8381500840187073, 1.532931923866272, 0.6272624135017395, 1.8701602220535278);
  }

  @Test
  void manyDrawsAreTheSameAsFew() {
    var many = random.gamma(key, 2., 20_000);
    near(1e-6, many.get(":5"), random.gamma(key, 2., 5).toDoubles());
    assertEquals(2, many.mean().item(), .05);
    assertEquals(20_000, jnp.sum(random.permutation(key, jnp.ones(20_000))).item());
  }

  @Test
  void misuseIsToldByName() {
    var misuses =
        List.<Executable>of(
            () -> random.choice(key, 3, Shape.of(4), false),
            () -> random.choice(key, 3, Shape.of(4), jnp.array(.5, .5)),
            () -> random.permutation(key, jnp.array(3.)),
            () -> random.randint(key, Shape.of(2), jnp.array(0), jnp.array(9), DType.FLOAT32),
            () -> random.normal(key, Shape.of(2), DType.INT32),
            () -> random.gamma(key, jnp.array(1., 2.), 3),
            () -> random.dirichlet(key, jnp.array(1.)),
            () -> random.categorical(key, jnp.array(new double[][] {{1, 2}}), 1, Shape.of(3)),
            () -> random.poisson(jnp.array(1., 2.), 3., 2),
            () -> random.wrapKeyData(jnp.array(1, 2)));
    for (var m : misuses) {
      var e = assertThrows(JacobeanException.class, m);
      assertEquals(true, e.getMessage().startsWith("random"), e::getMessage);
    }
    assertThrows(
        GradException.class,
        () -> jax.grad(jax.grad((Array a) -> random.gamma(key, a))).apply(jnp.array(2.)));
  }

  @ParameterizedTest
  @CsvSource({"-100, -1", "-100, 2", "-1, Infinity", "10, NaN", "-1, 0.5"})
  void binomialOfNoDistributionIsNaN(double n, double p) {
    var drawn = random.binomial(key, jnp.array(n), jnp.array(p), Shape.of(3), DType.FLOAT32);
    assertEquals("[nan nan nan]", drawn.toString());
  }

  /** Where uniform numbers are coarse, the ends of their range come up. */
  @ParameterizedTest
  @CsvSource({"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void drawsAreFinite(DType dtype) {
    var shape = Shape.of(20_000);
    var narrow = Array.of(jnp.array(1.).value()).astype(dtype);
    for (var drawn :
        List.of(
            random.gumbel(key, shape, dtype),
            random.laplace(key, shape, dtype),
            random.logistic(key, shape, dtype),
            random.truncatedNormal(key, jnp.negative(narrow), narrow, shape, dtype))) {
      assertEquals("True", jnp.all(jnp.isfinite(drawn)).toString());
    }
  }

  @Test
  void drawsForNoKeysAreNone() {
    var keys = jnp.zeros(0, 2).astype(DType.UINT32);
    var drawn = jax.vmap((Array k) -> random.poisson(k, 20., 3)).apply(keys);
    assertEquals(Shape.of(0, 3), drawn.shape());
  }
}
