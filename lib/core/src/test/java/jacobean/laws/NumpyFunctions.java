package jacobean.laws;

import static jacobean.laws.Numbers.bools;
import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.function;
import static jacobean.laws.Row.functions;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;

import jacobean.Array;
import jacobean.Over;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.testing.Close;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rows of {@link FunctionTable}: elementwise functions, reductions, shapes and statistics of jnp,
 * and activations.
 */
final class NumpyFunctions {
  private NumpyFunctions() {}

  static List<Row> rows() {
    return Stream.of(
            ofOne(), ofTwo(), reductions(), statistics(), shapes(), activations(), strict())
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

  private static List<Row> ofOne() {
    return List.of(
        one("log2", jnp::log2).on(real(.2, 3, 7)),
        one("log10", jnp::log10).on(real(.2, 3, 7)),
        one("deg2rad", jnp::deg2rad).on(any(7)),
        one("rad2deg", jnp::rad2deg).on(any(3, 2)),
        one("reciprocal", jnp::reciprocal).on(real(.3, 2, 7)).on(integers(INT32, 1, 9, 5)),
        one("sinc", jnp::sinc).on(any(13)),
        one("trunc", jnp::trunc).on(any(7)),
        one("rint", jnp::rint).on(any(7)),
        one("round to 1", x -> jnp.round(x, 1)).on(any(7)).on(integers(INT32, -99, 99, 7)),
        one("signbit", jnp::signbit).on(any(7)).on(integers(INT32, -9, 9, 7)),
        one("isinf", jnp::isinf).on(any(7)),
        one("nanToNum", jnp::nanToNum).on(any(7)),
        one("spacing", jnp::spacing).on(any(7)).withoutDerivative(),
        one("bitwiseCount", jnp::bitwiseCount).on(integers(INT32, -99, 99, 7)),
        functions("frexp", x -> jnp.frexp(x.getFirst())).on(any(7)).withoutDerivative(),
        functions("frexp of tiny numbers", x -> jnp.frexp(x.getFirst().times(1e-200)))
            .on(any(7))
            .withoutDerivative(),
        functions("modf", x -> jnp.modf(x.getFirst())).on(any(7)));
  }

  private static List<Row> ofTwo() {
    return List.of(
        function("hypot", x -> jnp.hypot(x.get(0), x.get(1))).on(any(3, 1), any(4)),
        function("logaddexp", x -> jnp.logaddexp(x.get(0), x.get(1))).on(any(3, 1), any(4)),
        function("logaddexp2", x -> jnp.logaddexp2(x.get(0), x.get(1))).on(any(7), any()),
        function("copysign", x -> jnp.copysign(x.get(0), x.get(1))).on(any(7), any(7)),
        function("nextafter", x -> jnp.nextafter(x.get(0), x.get(1)))
            .on(any(7), any(7))
            .withoutDerivative(),
        function("heaviside", x -> jnp.heaviside(x.get(0), x.get(1))).on(any(7), any(7)),
        function("fmax", x -> jnp.fmax(x.get(0), x.get(1))).on(any(7), any(7)),
        function("fmin", x -> jnp.fmin(x.get(0), x.get(1))).on(any(7), any(7)),
        function("fmod", x -> jnp.fmod(x.get(0), x.get(1))).on(any(7), real(1.1, 2, 7)),
        function("gcd", x -> jnp.gcd(x.get(0), x.get(1)))
            .on(integers(INT32, -99, 99, 3, 1), integers(INT32, -99, 99, 4)),
        function("lcm", x -> jnp.lcm(x.get(0), x.get(1)))
            .on(integers(INT32, -9, 9, 7), integers(INT32, -9, 9, 7)),
        function("isclose", x -> jnp.isclose(x.get(0), x.get(1)))
            .on(any(7), any(7))
            .on(integers(INT32, 0, 2, 7), integers(INT32, 0, 2, 7)),
        function("allclose", x -> jnp.allclose(x.get(0), x.get(1))).on(any(7), any(7)));
  }

  private static List<Row> reductions() {
    var kept = Over.axes(1).keepdims();
    return List.of(
        one("sum kept", x -> jnp.sum(x, kept)).on(any(2, 3, 2)),
        function("sum where", x -> jnp.sum(x.get(0), Over.axes(0).where(x.get(1))))
            .on(any(3, 4), bools(3, 4)),
        function("max where", x -> jnp.max(x.get(0), Over.all().where(x.get(1)).initial(0)))
            .on(any(3, 4), bools(4)),
        function("mean where", x -> jnp.mean(x.get(0), Over.axes(1).where(x.get(1)).keepdims()))
            .on(any(3, 33), bools(3, 33)),
        one("sum from 2", x -> jnp.sum(x, Over.axes(0).initial(2))).on(any(3, 4)),
        one("prod from 2", x -> jnp.prod(x, Over.all().initial(2))).on(any(5)),
        one("std with ddof", x -> jnp.std(x, Over.axes(0).ddof(1))).on(any(5, 2)),
        one("ptp", x -> jnp.ptp(x, 0)).on(any(5, 2)),
        one("countNonzero", x -> jnp.countNonzero(x)).on(integers(INT32, 0, 1, 5, 2)),
        one("nansum", x -> jnp.nansum(x, 1)).on(any(3, 4)),
        one("nanmean", x -> jnp.nanmean(x)).on(any(3, 4)),
        one("nanvar", x -> jnp.nanvar(x, kept)).on(any(3, 4)),
        one("nanmax", x -> jnp.nanmax(x, 0)).on(any(3, 4)),
        one("nanargmin", x -> jnp.nanargmin(x, 0)).on(any(3, 4)),
        function("average", x -> jnp.average(x.get(0), 1, x.get(1))).on(any(3, 4), real(.5, 2, 4)),
        one("logsumexp kept", x -> jnp.logsumexp(x, kept)).on(any(3, 4)),
        one("logmeanexp", x -> jnp.logmeanexp(x)).on(any(3, 4)));
  }

  private static List<Row> statistics() {
    return List.of(
        one("median", x -> jnp.median(x, 1)).on(any(3, 5)).on(any(2, 4)),
        one("median of two axes", x -> jnp.median(x, Over.axes(0, 2).keepdims())).on(any(3, 2, 2)),
        function("quantile", x -> jnp.quantile(x.get(0), x.get(1), 0))
            .on(any(7, 2), real(.1, .9, 3)),
        one("percentile", x -> jnp.percentile(x, 30)).on(any(7)),
        one("nanquantile", x -> jnp.nanquantile(x, .3, 1)).on(any(3, 7)),
        one("cov", x -> jnp.cov(x)).on(any(3, 5)).within(Close.SUMS),
        one("corrcoef", x -> jnp.corrcoef(x)).on(any(3, 5)).within(Close.SUMS),
        one("diff", x -> jnp.diff(x, 2, 0)).on(any(5, 2)).on(any(1)),
        one("gradient", x -> jnp.gradient(x, 0)).on(any(5, 2)),
        function("gradient at places", x -> jnp.gradient(x.get(0), jnp.cumsum(x.get(1)), 0))
            .on(any(5), real(.5, 2, 5)),
        one("trapezoid", x -> jnp.trapezoid(x, 1)).on(any(2, 5)),
        function("interp", x -> jnp.interp(x.get(0), jnp.cumsum(x.get(1)), x.get(2)))
            .on(real(1, 5, 4), real(.9, 1.1, 6), any(6)),
        one("unwrap", x -> jnp.unwrap(x)).on(real(-9, 9, 7)),
        function(
                "piecewise",
                x ->
                    jnp.piecewise(
                        x.get(0),
                        List.of(x.get(1)),
                        List.of((java.util.function.UnaryOperator<Array>) jnp::exp, 2.)))
            .on(any(5), bools(5)),
        one("applyAlongAxis", x -> jnp.applyAlongAxis(v -> jnp.cumsum(v), 0, x)).on(any(3, 2)));
  }

  private static List<Row> shapes() {
    return List.of(
        one("tile", x -> jnp.tile(x, 2, 1, 2)).on(any(2, 3)).on(any()),
        one("rot90", x -> jnp.rot90(x)).on(any(2, 3)),
        one("rollaxis", x -> jnp.rollaxis(x, 2, 1)).on(any(2, 3, 4)),
        one("moveaxis of two", x -> jnp.moveaxis(x, new int[] {0, 1}, new int[] {-1, 0}))
            .on(any(2, 3, 4)),
        function("vstack", x -> jnp.vstack(x)).on(any(3), any(3)).on(any(2, 3), any(3)),
        function("dstack", x -> jnp.dstack(x)).on(any(3), any(3)),
        function("columnStack", x -> jnp.columnStack(x)).on(any(3), any(3, 2)),
        function("block", x -> jnp.block(List.of(List.of(x.get(0), x.get(1)), List.of(x.get(2)))))
            .on(any(2, 2), any(2, 1), any(3)),
        functions("arraySplit", x -> jnp.arraySplit(x.getFirst(), 3)).on(any(7)),
        functions("split at", x -> jnp.split(x.getFirst(), new int[] {1, 3}, 1)).on(any(2, 5)),
        functions("unstack", x -> jnp.unstack(x.getFirst(), 1)).on(any(2, 3)),
        one("pad", x -> jnp.pad(x, new int[][] {{1, 2}, {0, 1}})).on(any(2, 3)),
        one("pad edge", x -> jnp.pad(x, 2, "edge")).on(any(2, 3)),
        one("pad wrap", x -> jnp.pad(x, 4, "wrap")).on(any(3)),
        one("pad reflect", x -> jnp.pad(x, 4, "reflect")).on(any(3)).on(any(1)),
        one("pad symmetric", x -> jnp.pad(x, 4, "symmetric")).on(any(3)),
        one("pad linear_ramp", x -> jnp.pad(x, 2, "linear_ramp")).on(any(3)),
        one("pad mean", x -> jnp.pad(x, 1, "mean")).on(any(2, 3)),
        one("vander", x -> jnp.vander(x, 3)).on(any(4)),
        function("linspace of arrays", x -> jnp.linspace(x.get(0), x.get(1), 4)).on(any(2), any()));
  }

  private static List<Row> activations() {
    return List.of(
        one("celu", jax.nn::celu).on(any(7)),
        one("selu", jax.nn::selu).on(any(7)),
        one("gelu exact", x -> jax.nn.gelu(x, false)).on(any(7)),
        one("mish", jax.nn::mish).on(any(7)),
        one("logSigmoid", jax.nn::logSigmoid).on(any(7)),
        one("softSign", jax.nn::softSign).on(any(7)),
        one("hardSwish", jax.nn::hardSwish).on(any(7)),
        one("hardTanh", jax.nn::hardTanh).on(any(7)),
        one("squareplus", jax.nn::squareplus).on(any(7)),
        one("sparsePlus", jax.nn::sparsePlus).on(any(7)),
        one("log1mexp", jax.nn::log1mexp).on(real(.2, 2, 7)),
        one("glu", jax.nn::glu).on(any(3, 4)),
        one("standardize", jax.nn::standardize).on(any(3, 4)).within(Close.SUMS),
        function(
                "dotProductAttention",
                x -> jax.nn.dotProductAttention(x.get(0), x.get(1), x.get(2), true))
            .on(any(1, 3, 2, 4), any(1, 3, 1, 4), any(1, 3, 1, 4))
            .within(Close.SUMS));
  }

  private static List<Row> strict() {
    return List.of(
        function("lax.clamp", x -> lax.clamp(-1, x.getFirst(), 1)).on(any(7)),
        one("lax.round", lax::round).on(any(7)),
        one("lax.reduce", x -> lax.reduce(x, jnp.zeros().astype(FLOAT64), Array::plus, 0, 2))
            .on(any(3, 2, 5)),
        one("lax.broadcast", x -> lax.broadcast(x, 2, 3)).on(any(4)),
        one("lax.collapse", x -> lax.collapse(x, 1, 3)).on(any(2, 3, 4)),
        one("lax.pad", x -> lax.pad(x, 0, new int[][] {{1, -1, 1}})).on(any(5)));
  }
}
