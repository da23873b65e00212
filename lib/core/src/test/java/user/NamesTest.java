package user;

import static jacobean.jax.jit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.Bins;
import jacobean.Convolution;
import jacobean.DotDimensionNumbers;
import jacobean.Over;
import jacobean.RoundingMethod;
import jacobean.Unique;
import jacobean.error.JacobeanException;
import jacobean.error.NanException;
import jacobean.error.TracerException;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import jacobean.text.PrintOptions;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Functions that no golden value speaks for: of dtypes, texts and the process, and their misuse.
 */
class NamesTest {
  @AfterEach
  void reset() {
    jax.debugInfs(false);
    jnp.setPrintoptions(PrintOptions.DEFAULT);
  }

  /** What {@code numpy.can_cast} gives for each dtype, to bool, uint8, ... in the same order. */
  private static final List<String> CASTS =
      List.of(
          "bool       111111111111111",
          "uint8      .1111.111111111",
          "uint16     ..111..11..1111",
          "uint32     ...11...1...1.1",
          "uint64     ....1.......1.1",
          "int8       .....1111111111",
          "int16      ......111..1111",
          "int32      .......11...1.1",
          "int64      ........1...1.1",
          "float16    .........1.1111",
          "bfloat16   ..........11111",
          "float32    ...........1111",
          "float64    ............1.1",
          "complex64  .............11",
          "complex128 ..............1");

  @Test
  void canCastIsNumPys() {
    var types = CASTS.stream().map(c -> DType.named(c.split(" +")[0])).toList();
    for (var row : CASTS) {
      var from = DType.named(row.split(" +")[0]);
      for (int i = 0; i < types.size(); i++) {
        boolean wanted = row.split(" +")[1].charAt(i) == '1';
        assertEquals(wanted, jnp.canCast(from, types.get(i)), from + " to " + types.get(i));
      }
    }
  }

  @Test
  void mulhiOfWideIntegersIsJavas() {
    var x = random.bits(random.key(0), Shape.of(200), DType.UINT64);
    var y = random.bits(random.key(1), Shape.of(200), DType.UINT64);
    long[] a = x.astype(DType.INT64).toLongs();
    long[] b = y.astype(DType.INT64).toLongs();
    var signed = IntStream.range(0, 200).mapToLong(i -> Math.multiplyHigh(a[i], b[i])).toArray();
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        signed, lax.mulhi(x.astype(DType.INT64), y.astype(DType.INT64)).toLongs());
    long[] c = x.toLongs();
    long[] d = y.toLongs();
    var unsigned =
        IntStream.range(0, 200).mapToLong(i -> Math.unsignedMultiplyHigh(c[i], d[i])).toArray();
    org.junit.jupiter.api.Assertions.assertArrayEquals(unsigned, lax.mulhi(x, y).toLongs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bfloat16", "float16"})
  void reducedPrecisionIsThatOfTheNarrowDtype(String name) {
    var narrow = DType.named(name);
    var info = jnp.finfo(narrow);
    var x = random.normal(random.key(3), 1000).times(random.uniform(random.key(4), 1000).times(9));
    var normal = jnp.where(jnp.abs(x).gt(info.tiny()), x, 1.);
    var reduced = lax.reducePrecision(normal, info.nexp(), info.nmant());
    assertTrue(jnp.arrayEqual(reduced, normal.astype(narrow).astype(DType.FLOAT32)).toBoolean());
  }

  // --- The process ---

  @Test
  void messagesNameScopes() {
    jax.debugInfs(true);
    var inScope =
        jit(x -> jax.namedScope("outer", () -> jax.namedCall(y -> jnp.log(y), "inner").apply(x)));
    var e = assertThrows(NanException.class, () -> inScope.apply(jnp.zeros(2)));
    assertTrue(e.getMessage().contains("log"), e::getMessage);
    assertTrue(e.getMessage().contains("an infinity"), e::getMessage);
    assertTrue(e.getMessage().contains("in outer/inner"), e::getMessage);
  }

  @Test
  void whatDoesNotDependOnArgumentsIsComputedWhileTracing() {
    var f = jit(x -> x.times(jax.ensureCompileTimeEval(() -> jnp.sum(jnp.ones(3)).item())));
    assertEquals("[3. 3.]", f.apply(jnp.ones(2)).toString());
    var leaking = jit(x -> jax.ensureCompileTimeEval(() -> x.times(2)));
    assertThrows(TracerException.class, () -> leaking.apply(jnp.ones(2)));
  }

  @Test
  void printOptionsHoldForTheProcessOrABody() {
    var x = jnp.array(1 / 3., 1);
    var short3 = jnp.getPrintoptions().precision(3);
    assertEquals("[0.333 1.   ]", jnp.printoptions(short3, x::toString));
    assertEquals("[0.33333334 1.        ]", x.toString());
    jnp.setPrintoptions(short3);
    assertEquals("Array([0.333, 1.   ], dtype=float32)", x.repr());
  }

  @Test
  void gradientsFlowThroughWindowsOfAnyFunction() {
    var f =
        jax.grad(
            x -> jnp.sum(lax.reduceWindow(x, -9, lax::max, new int[] {2}, new int[] {1}, "VALID")));
    assertEquals("[0. 2. 1. 0.]", f.apply(jnp.array(1., 5., 2., 1.)).toString());
  }

  @Test
  void setsOfAKnownSizeAreCompiled() {
    var f = jit(x -> jnp.unique(x, Unique.elements().size(3).fillValue(-1)));
    assertEquals("[ 1  2 -1]", f.apply(jnp.array(2, 1, 2)).toString());
    var unsized = jit(x -> jnp.unique(x));
    assertThrows(JacobeanException.class, () -> unsized.apply(jnp.array(2, 1, 2)));
  }

  @Test
  void rolledSlicesByTracedPlaces() {
    var f = jit((x, i) -> x.get(jax.ds(i, 2), jax.ds(1, 2)));
    var x = jnp.arange(12).reshape(4, 3);
    assertEquals("[[7 8] [10 11]]", text(f.apply(x, jnp.array(2))));
  }

  private static String text(Array x) {
    return x.toString().replaceAll("\\s+", " ").replace("[ ", "[");
  }

  // --- Misuse ---

  private static Arguments bad(String wanted, Runnable use) {
    return Arguments.of(wanted, use);
  }

  static Stream<Arguments> misuses() {
    var x = jnp.ones(3);
    var m = jnp.ones(2, 3);
    return Stream.of(
        bad("finfo: int32 is no floating dtype", () -> jnp.finfo(DType.INT32)),
        bad("iinfo: float32 is no integer dtype", () -> jnp.iinfo(DType.FLOAT32)),
        bad("there is no kind 'real'", () -> jnp.isdtype(DType.FLOAT32, "real")),
        bad("no dtype is named 'floot'", () -> jnp.dtype("floot")),
        bad("there is no rule 'safely'", () -> jnp.canCast(DType.INT8, DType.INT16, "safely")),
        bad("no multiple of the 4 bytes", () -> jnp.frombuffer(new byte[3], DType.INT32)),
        bad("fromstring: wanted", () -> jnp.fromstring("1,x", DType.INT32, ",")),
        bad("unpackbits: wanted uint8", () -> jnp.unpackbits(jnp.arange(3))),
        bad("bitorder must be", () -> jnp.packbits(jnp.arange(3), 0, "middle")),
        bad("mgrid: cannot read 'x'", () -> jnp.mgrid("x")),
        bad("weights of the shape", () -> jnp.histogram(x, Bins.of(2).weights(jnp.ones(2)))),
        bad("at least one bin", () -> jnp.histogram(x, 0)),
        bad("a point in each row", () -> jnp.histogramdd(x)),
        bad("a low and a high bound", () -> jnp.histogram(x, Bins.of(2).range(1))),
        bad("quantile: weights must", () -> jnp.quantile(m, .5, Over.axes(1), jnp.ones(2))),
        bad("there is no method 'best'", () -> jnp.quantile(x, .5, Over.all(), "best")),
        bad("say fillValue", () -> jnp.unique(jnp.zeros(0), Unique.elements().size(2))),
        bad("order must be 'C' or 'F'", () -> jnp.ravel(m, "K")),
        bad("mode must be 'clip' or 'wrap'", () -> jnp.choose(x, List.of(x), "raise")),
        bad("trim must be", () -> jnp.trimZeros(x, "x")),
        bad("the start must be an integer scalar", () -> x.get(jax.ds(jnp.ones(), 2))),
        bad(
            "must stand side by side",
            () -> jnp.ones(2, 2, 2).get(jax.ds(jnp.array(0), 1), ":", jax.ds(jnp.array(0), 1))),
        bad("real: wanted a complex array", () -> lax.real(x)),
        bad("mulhi: wanted integers of one dtype", () -> lax.mulhi(jnp.array(1), x)),
        bad("at least 1 exponent bit", () -> lax.reducePrecision(x, 0, 3)),
        bad("must be floating", () -> lax.reducePrecision(jnp.array(1), 5, 3)),
        bad("reduceXor: wanted integers", () -> lax.reduceXor(x, 0)),
        bad("selectN: wanted bools", () -> lax.selectN(x, x, x)),
        bad("lengths that sum to 3", () -> lax.split(x, new int[] {1, 1}, 0)),
        bad("dot: wanted vectors or matrices", () -> lax.dot(jnp.ones(), x)),
        bad("as many axes of the left", () -> lax.dotGeneral(m, m, wrongNumbers())),
        bad("raggedDot: wanted", () -> lax.raggedDot(m, m, jnp.array(1, 1))),
        bad("factors whose axes divide", () -> scaled(m, jnp.ones(2, 2))),
        bad(
            "one for each axis",
            () -> lax.reduceWindow(m, 0, lax::add, new int[] {1}, new int[] {1}, "SAME")),
        bad(
            "must have the same spatial letters",
            () -> lax.convGeneralPermutations("NHC", "WIO", "NHC")),
        bad(
            "convGeneralDilatedPatches: wanted",
            () -> lax.convGeneralDilatedPatches(m, new int[] {1}, Convolution.of(1))),
        bad("random.bits: wanted an unsigned dtype", () -> bits(DType.INT32)),
        bad("along a last axis", () -> random.multinomial(random.key(0), 3, jnp.ones())),
        bad("has no leaves", () -> jacobean.tree.reduceAssociative((a, b) -> a, List.of())));
  }

  private static DotDimensionNumbers wrongNumbers() {
    return DotDimensionNumbers.contract(new int[] {0, 1}, new int[] {0});
  }

  private static Array scaled(Array m, Array scale) {
    return lax.scaledDot(m, m, scale, null, DotDimensionNumbers.contract(1, 1), DType.FLOAT32);
  }

  private static Array bits(DType dtype) {
    return random.bits(random.key(0), Shape.of(2), dtype);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misuses")
  void saysWhatIsWrong(String wanted, Runnable use) {
    var e = assertThrows(JacobeanException.class, use::run);
    assertTrue(
        e.getMessage().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)),
        e::getMessage);
  }

  @Test
  void roundsHalvesAsAsked() {
    var halves = jnp.array(0.5, 1.5, -2.5);
    assertEquals("[ 0.  2. -2.]", lax.round(halves, RoundingMethod.TO_NEAREST_EVEN).toString());
    assertEquals("[ 1.  2. -3.]", lax.round(halves, RoundingMethod.AWAY_FROM_ZERO).toString());
  }
}
