package jacobean.laws;

import static jacobean.laws.Numbers.bools;
import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.function;
import static jacobean.laws.Row.functions;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;
import static jacobean.type.DType.UINT32;
import static jacobean.type.DType.UINT8;

import jacobean.Array;
import jacobean.AttentionOptions;
import jacobean.Bins;
import jacobean.Convolution;
import jacobean.DotDimensionNumbers;
import jacobean.Over;
import jacobean.RoundingMethod;
import jacobean.ScatterDimensionNumbers;
import jacobean.Unique;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import jacobean.testing.Close;
import jacobean.type.DType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rows of {@link FunctionTable}: the forms of functions that JAX's further arguments ask for, and
 * lax's own functions.
 */
final class FormFunctions {
  private FormFunctions() {}

  static List<Row> rows() {
    return Stream.of(statistics(), selections(), bits(), products(), windows(), nets())
        .flatMap(List::stream)
        .toList();
  }

  private static Numbers real(double low, double high, int... shape) {
    return reals(FLOAT64, low, high, shape);
  }

  private static Numbers any(int... shape) {
    return real(-2, 2, shape);
  }

  private static Row one(String name, Function<Array, Array> f) {
    return function(name, x -> f.apply(x.getFirst()));
  }

  private static List<Row> statistics() {
    var half = Over.axes(1);
    return List.of(
        function("averageReturned", x -> jnp.averageReturned(x.get(0), half, x.get(1)).get(0))
            .on(any(3, 4), real(.5, 2, 4)),
        one("quantile inverted_cdf", x -> jnp.quantile(x, .3, half, "inverted_cdf"))
            .on(any(3, 7))
            .on(any(2, 1)),
        function("weighted quantile", x -> jnp.quantile(x.get(0), .4, half, x.get(1)))
            .on(any(3, 7), real(.5, 2, 7)),
        function("weighted cov", x -> jnp.cov(x.get(0), null, true, 1, null, x.get(1)))
            .on(any(3, 7), real(.5, 2, 7))
            .within(Close.SUMS),
        functions("gradients", x -> jnp.gradients(x.getFirst(), .5, 2)).on(any(3, 4)),
        function(
                "weighted histogram",
                x -> jnp.histogram(x.get(0), Bins.of(4).range(-2, 2).weights(x.get(1))).get(0))
            .on(any(33), real(.5, 2, 33)),
        function(
                "histogram2d",
                x -> jnp.histogram2d(x.get(0), x.get(1), Bins.of(3, 2).range(-2, 2, -1, 1)).get(0))
            .on(any(13), any(13)));
  }

  private static List<Row> selections() {
    var key = integers(UINT32, 0, 0xFFFF_FFFFL, 2);
    return List.of(
        functions(
                "uniqueAll of a size", x -> jnp.uniqueAll(x.getFirst(), Unique.elements().size(4)))
            .on(integers(INT32, 0, 4, 7)),
        one("unique rows", x -> jnp.unique(x, Unique.along(0).size(3).fillValue(9)))
            .on(integers(INT32, 0, 1, 5, 2)),
        function("union1d of a size", x -> jnp.union1d(x.get(0), x.get(1), 5, -1))
            .on(integers(INT32, 0, 4, 3), integers(INT32, 0, 4, 4)),
        function("setxor1d of a size", x -> jnp.setxor1d(x.get(0), x.get(1), 5, -1))
            .on(integers(INT32, 0, 4, 3), integers(INT32, 0, 4, 4)),
        function("clip by arrays", x -> jnp.clip(x.get(0), x.get(1), x.get(2)))
            .on(any(3, 4), real(-1.5, -.5, 4), real(.5, 1.5, 3, 1)),
        function("compress of a size", x -> jnp.compress(x.get(0), x.get(1), 1, 3, 0))
            .on(bools(4), any(2, 4)),
        function("insert of many", x -> jnp.insert(x.get(0), x.get(1), x.get(2), 0))
            .on(any(5), integers(INT32, 0, 4, 3), any(3)),
        function("repeat to a length", x -> jnp.repeat(x.get(0), x.get(1), 0, 6))
            .on(any(3, 2), integers(INT32, 0, 3, 3)),
        function("fillDiagonal by an array", x -> jnp.fillDiagonal(x.get(0), x.get(1)))
            .on(any(3, 4), any(2)),
        one("reshape F", x -> jnp.reshape(x, new int[] {4, -1}, "F")).on(any(2, 3, 4)),
        function("indexTake", x -> lax.indexTake(x.get(0), List.of(x.get(1), x.get(2)), 0, 2))
            .on(any(3, 2, 4), integers(INT32, 0, 2, 5), integers(INT32, -4, 3, 5)),
        function("selectN", x -> lax.selectN(x.get(0), x.get(1), x.get(2), x.get(3)))
            .on(integers(INT32, 0, 2, 7), any(7), any(7), any(7)),
        functions("lax.split", x -> lax.split(x.getFirst(), new int[] {1, 3}, 1)).on(any(2, 4)),
        function(
                "dynamic slices by ds", x -> x.get(0).get(jax.ds(x.get(1), 2), jax.ds(x.get(2), 3)))
            .on(any(4, 5, 2), integers(INT32, 0, 2), integers(INT32, 0, 2)),
        function("random.multinomial", x -> random.multinomial(x.get(0), 9, x.get(1)))
            .on(key, real(.25, .25, 4))
            .withoutDerivative(),
        function(
                "random.choice along 1",
                x -> random.choice(x.get(0), x.get(1), jacobean.type.Shape.of(2), false, null, 1))
            .on(key, any(2, 5)));
  }

  private static List<Row> bits() {
    return List.of(
        one("packbits", x -> jnp.packbits(x, 0, "little")).on(bools(11, 2)),
        one("unpackbits", x -> jnp.unpackbits(x, 1)).on(integers(UINT8, 0, 255, 3, 2)),
        one("reduceXor", x -> lax.reduceXor(x, 1))
            .on(integers(INT32, -99, 99, 3, 5))
            .on(bools(3, 7)),
        function("mulhi", x -> lax.mulhi(x.get(0), x.get(1)))
            .on(
                integers(INT32, Integer.MIN_VALUE, Integer.MAX_VALUE, 33),
                integers(INT32, Integer.MIN_VALUE, Integer.MAX_VALUE, 33))
            .on(
                integers(DType.INT64, Long.MIN_VALUE / 4, Long.MAX_VALUE / 4, 33),
                integers(DType.INT64, Long.MIN_VALUE / 4, Long.MAX_VALUE / 4, 33)),
        one("round to even", x -> lax.round(x, RoundingMethod.TO_NEAREST_EVEN)).on(any(7)));
  }

  private static List<Row> products() {
    return List.of(
        function(
                "lax.dotGeneral",
                x ->
                    lax.dotGeneral(
                        x.get(0), x.get(1), DotDimensionNumbers.contract(2, 1).batch(0, 0)))
            .on(any(2, 3, 4), any(2, 4, 5)),
        function("raggedDot", x -> lax.raggedDot(x.get(0), x.get(1), x.get(2)))
            .on(any(5, 3), any(2, 3, 2), integers(INT32, 1, 2, 2)),
        function(
                "scaledMatmul",
                x -> jax.nn.scaledMatmul(x.get(0), x.get(1), x.get(2), x.get(3), FLOAT64))
            .on(any(2, 3, 4), any(2, 2, 4), real(.5, 2, 2, 3, 2), real(.5, 2, 2, 2, 1)));
  }

  private static List<Row> windows() {
    int[] window = {2, 3};
    int[] strides = {1, 2};
    var numbers = ScatterDimensionNumbers.of(new int[] {1}, new int[] {0}, new int[] {0});
    return List.of(
        one("reduceWindow by max", x -> lax.reduceWindow(x, -9, lax::max, window, strides, "SAME"))
            .on(any(4, 7)),
        one(
                "reduceWindow by mul",
                x ->
                    lax.reduceWindow(x, 1, lax::mul, window, strides, new int[][] {{1, 0}, {0, 1}}))
            .on(real(.5, 2, 4, 7)),
        one(
                "convGeneralDilatedPatches",
                x ->
                    lax.convGeneralDilatedPatches(
                        x, new int[] {2, 2}, Convolution.of(1, 2).padding("SAME")))
            .on(any(1, 2, 3, 4)),
        function(
                "convGeneralDilatedLocal",
                x ->
                    lax.convGeneralDilatedLocal(
                        x.get(0), x.get(1), new int[] {3}, Convolution.of(2).padding("VALID")))
            .on(any(2, 2, 7), any(3, 6, 3)),
        function("scatterMul", x -> lax.scatterMul(x.get(0), x.get(1), x.get(2), numbers))
            .on(any(3, 2), integers(INT32, 0, 3, 2, 1), any(2, 2))
            .withoutDerivative(),
        function(
                "scatterApply",
                x -> lax.scatterApply(x.get(0), x.get(1), v -> v.times(2), numbers, 2, 2))
            .on(integers(INT32, -9, 9, 3, 2), integers(INT32, 0, 3, 2, 1)));
  }

  private static List<Row> nets() {
    return List.of(
        function("logsumexp with factors", x -> jax.nn.logsumexp(x.get(0), Over.axes(1), x.get(1)))
            .on(any(3, 4), real(.5, 2, 3, 4)),
        function("logSoftmax where", x -> jax.nn.softmax(x.get(0), Over.axes(0, 1).where(x.get(1))))
            .on(any(3, 4), bools(3, 4)),
        function(
                "attention to neighbours",
                x ->
                    jax.nn.dotProductAttention(
                        x.get(0),
                        x.get(1),
                        x.get(2),
                        AttentionOptions.none().localWindowSize(1, 0).keyValueSeqLengths(x.get(3))))
            .on(any(2, 3, 2, 2), any(2, 4, 1, 2), any(2, 4, 1, 2), integers(INT32, 3, 4, 2)));
  }
}
