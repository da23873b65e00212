package user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.core.Engines;
import jacobean.error.JacobeanException;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Collections;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lengths and counts that no memory has room for are refused before anything is computed. */
class HugeLengthsTest {
  private static final int MOST = Integer.MAX_VALUE;
  private static final Array X = jnp.array(1., 2., 3.);
  private static final Array LONG = jnp.zeros(100_000);

  record Huge(String begins, Supplier<Object> call) {
    @Override
    public String toString() {
      return begins;
    }
  }

  private static Huge huge(String begins, Supplier<Object> call) {
    return new Huge(begins, call);
  }

  static Stream<Huge> made() {
    return Stream.of(
        huge("zeros: out of memory", () -> jnp.zeros(MOST)),
        huge("zeros: shape", () -> jnp.zeros(MOST, MOST, 4)),
        huge("shape", () -> jnp.full(Shape.of(MOST, MOST), 1)),
        huge("arange", () -> jnp.arange(0, 1e18)),
        huge("arange", () -> jnp.arange(0., Double.POSITIVE_INFINITY)),
        huge("arange", () -> jnp.arange(0., 1., 1e-18)),
        huge("linspace", () -> jnp.linspace(0, 1, MOST)),
        huge("logspace", () -> jnp.logspace(0, 1, MOST)),
        huge("eye", () -> jnp.eye(MOST)),
        huge("tri", () -> jnp.tri(MOST)),
        huge("indices", () -> jnp.indices(MOST, MOST)),
        huge("hamming", () -> jnp.hamming(MOST)),
        huge("vander", () -> jnp.vander(X, MOST)),
        huge("fromfunction", () -> jnp.fromfunction((i, j) -> i.plus(j), MOST, MOST)),
        huge("iota", () -> lax.iota(DType.FLOAT32, MOST)),
        huge("random.normal", () -> random.normal(random.key(0), MOST)),
        huge("random.permutation", () -> random.permutation(random.key(1), MOST)),
        huge("random.split", () -> random.split(random.key(2), MOST)),
        huge("random.choice", () -> random.choice(random.key(3), MOST, Shape.of(3), false)));
  }

  static Stream<Huge> fromArrays() {
    return Stream.of(
        huge("repeat", () -> jnp.repeat(X, MOST)),
        huge("tile", () -> jnp.tile(X, MOST, MOST)),
        huge("tile", () -> jnp.tile(X, MOST)),
        huge("broadcastTo", () -> jnp.broadcastTo(X, MOST, 3)),
        huge("broadcastToRank", () -> lax.broadcastToRank(X, MOST)),
        huge("pad", () -> jnp.pad(X, MOST)),
        huge("pad", () -> jnp.pad(X, MOST / 2, "wrap")),
        huge("concatenate", () -> jnp.concatenate(Collections.nCopies(30_000, LONG), 0)),
        huge("kron", () -> jnp.kron(LONG, LONG)),
        huge("outer", () -> jnp.outer(LONG, LONG)),
        huge("add", () -> LONG.plus(LONG.reshape(-1, 1))),
        huge("diag", () -> jnp.diag(X, Integer.MIN_VALUE)),
        huge("resize", () -> jnp.resize(X, MOST)),
        huge("nonzero", () -> jnp.nonzero(X, MOST)),
        huge("bincount", () -> jnp.bincount(jnp.array(1, MOST))),
        huge("histogram", () -> jnp.histogram(X, MOST)),
        huge("fft", () -> jnp.fft.fft(X, MOST)),
        huge("polyint", () -> jnp.polyint(X, MOST)),
        huge("arraySplit", () -> jnp.arraySplit(X, MOST)),
        huge("oneHot", () -> jax.nn.oneHot(jnp.array(1, 2), MOST)),
        huge(
            "scan",
            () ->
                lax.scan(
                    (Array c, Array y) -> lax.step(c, c), jnp.array(1.), null, lax.length(MOST))));
  }

  @ParameterizedTest
  @MethodSource({"made", "fromArrays"})
  void areRefused(Huge huge) {
    var reference = Engines.named("reference");
    var e =
        assertThrows(
            JacobeanException.class, () -> Engines.with(reference, () -> huge.call().get()));
    assertTrue(e.getMessage().startsWith(huge.begins()), e.getMessage());
  }

  /** What is as long as an int can tell, and needs no room. */
  @ParameterizedTest
  @MethodSource
  void countsThatNeedNoRoom(String wanted, Supplier<Array> call) {
    assertEquals(wanted, call.get().toString());
  }

  static Stream<Arguments> countsThatNeedNoRoom() {
    return Stream.of(
        row("[3. 1. 2.]", () -> jnp.roll(X, MOST)),
        row("[3. 1. 2.]", () -> jnp.roll(X, Integer.MIN_VALUE)),
        row("[1. 2. 3.]", () -> X.get("0:5000000000")),
        row("[3.]", () -> X.get("::-2147483648")),
        row("[]", () -> jnp.diff(X, MOST)),
        row("[]", () -> jnp.polyder(X, MOST)),
        row("[]", () -> jnp.zeros(0, MOST, MOST)),
        row("[[1. 0.]\n [0. 1.]]", () -> jnp.linalg.matrixPower(jnp.eye(2), Integer.MIN_VALUE)));
  }

  /** Shapes are known of what no memory has room for. */
  @ParameterizedTest
  @MethodSource
  void shapesAreToldWithoutRoom(String wanted, ArrayFn1 f) {
    assertEquals(wanted, jax.evalShape(f, X).toString());
  }

  static Stream<Arguments> shapesAreToldWithoutRoom() {
    return Stream.of(
        described("(1073741827,)", x -> jnp.polyint(x, 1 << 30)),
        described("(3, 1073741824)", x -> jnp.vander(x, 1 << 30)),
        described("(3, 1073741824)", x -> jnp.vander(x, 1 << 30, true)));
  }

  private static Arguments described(String shape, ArrayFn1 f) {
    return Arguments.of("ShapeDtypeStruct(shape=" + shape + ", dtype=float32)", f);
  }

  private static Arguments row(String wanted, Supplier<Array> call) {
    return Arguments.of(wanted, call);
  }
}
