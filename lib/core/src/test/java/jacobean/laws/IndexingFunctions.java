package jacobean.laws;

import static jacobean.laws.Numbers.bools;
import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.function;
import static jacobean.laws.Row.functions;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;

import jacobean.Array;
import jacobean.At;
import jacobean.jnp;
import jacobean.lax;
import jacobean.testing.Close;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The rows of {@link FunctionTable} that pick, sort and accumulate elements. */
final class IndexingFunctions {
  private IndexingFunctions() {}

  private static Numbers any(int... shape) {
    return reals(FLOAT64, -2, 2, shape);
  }

  private static Numbers places(int most, int... shape) {
    return integers(INT32, -2, most, shape);
  }

  static List<Row> rows() {
    return Stream.concat(byMasks().stream(), others().stream()).toList();
  }

  /** In jit and vmap the mask is traced. */
  private static List<Row> byMasks() {
    return List.of(
        byMask("set", At::set),
        byMask("add", At::add),
        byMask("subtract", At::subtract),
        byMask("multiply", At::multiply),
        byMask("divide", (at, x) -> at.divide(x.plus(3))),
        byMask("min", At::min),
        byMask("max", At::max),
        byMask("power", (at, x) -> at.power(3).plus(x.sum())),
        byMask("apply", (at, x) -> at.apply(v -> v.times(v)).plus(x.sum())));
  }

  private static Row byMask(String name, BiFunction<At, Array, Array> update) {
    return function("at." + name + " by a mask", x -> update.apply(x.get(0).at(x.get(1)), x.get(2)))
        .on(any(5), bools(5), any())
        .on(any(5), bools(5), any(1))
        .on(any(2, 3), bools(2, 3), any())
        .on(any(7, 3), bools(7), any(3))
        .on(any(2, 3, 2), bools(2, 3), any(1, 2));
  }

  private static List<Row> others() {
    return List.of(
        function("get by arrays", x -> x.get(0).get(x.get(1), ":", x.get(2)))
            .on(any(4, 2, 3), places(3, 2), places(2, 3, 1)),
        function("get by a scalar", x -> x.get(0).get("1:", x.get(1))).on(any(4, 3), places(2)),
        function("at.set by arrays", x -> x.get(0).at(x.get(1)).set(x.get(2)))
            .on(any(5), places(6, 4), any(4))
            .on(any(5, 2), places(4, 3), any(2)),
        function("at.add by arrays", x -> x.get(0).at("::-1", x.get(1)).add(x.get(2)))
            .on(any(2, 3), places(2, 4), any(2, 4)),
        function("at.divide by arrays", x -> x.get(0).at(x.get(1)).divide(x.get(2)))
            .on(any(5), places(4, 4), reals(FLOAT64, .5, 2, 4)),
        function("at.power by arrays", x -> x.get(0).at(x.get(1)).power(2))
            .on(any(5), places(4, 3)),
        function("at.apply by arrays", x -> x.get(0).at(x.get(1)).apply(jnp::sin))
            .on(any(5), places(4, 3)),
        function("take", x -> jnp.take(x.get(0), x.get(1), 1, "clip"))
            .on(any(3, 4), places(5, 2, 2)),
        function("takeAlongAxis", x -> jnp.takeAlongAxis(x.get(0), x.get(1), 1))
            .on(any(3, 4), places(3, 3, 2))
            .on(any(3, 4), places(3, 1, 2)),
        function("choose", x -> jnp.choose(x.get(0), List.of(x.get(1), x.get(2))))
            .on(integers(INT32, 0, 1, 4), any(4), any(3, 4)),
        function(
                "select",
                x -> jnp.select(List.of(x.get(0), x.get(1)), List.of(x.get(2), x.get(3)), 1.5))
            .on(bools(4), bools(4), any(4), any(4)),
        functions("nonzero of a size", x -> jnp.nonzero(x.getFirst(), 4))
            .on(bools(2, 3))
            .on(any(5))
            .on(any(0)),
        function("repeat", x -> jnp.repeat(x.getFirst(), 2, 1)).on(any(2, 3)),
        function("roll", x -> jnp.roll(x.getFirst(), -2, 0)).on(any(5, 2)).on(any(0, 2)),
        function("delete", x -> jnp.delete(x.getFirst(), 1, 0)).on(any(3, 2)),
        function("insert", x -> jnp.insert(x.get(0), 1, x.get(1), 1))
            .on(any(2, 3), any(2))
            .on(any(2, 3), any()),
        function("resize", x -> jnp.resize(x.getFirst(), 3, 3)).on(any(4)),
        function("diagonal", x -> jnp.diagonal(x.getFirst(), 1, 0, 2)).on(any(3, 2, 4)),
        function("diag", x -> jnp.diag(x.getFirst(), -1)).on(any(3)).on(any(3, 4)),
        function("tril", x -> jnp.tril(x.getFirst(), 1)).on(any(2, 3, 4)),
        function("triu", x -> jnp.triu(x.getFirst())).on(any(3, 4)),
        function("sort downwards", x -> jnp.sort(x.getFirst(), 0, true)).on(any(5, 2)),
        function("argsort downwards", x -> jnp.argsort(x.getFirst(), 0, true))
            .on(integers(INT32, 0, 3, 7)),
        function("lexsort", x -> jnp.lexsort(x))
            .on(integers(INT32, 0, 2, 7), integers(INT32, 0, 2, 7)),
        function("partition", x -> jnp.partition(x.getFirst(), 2)).on(any(2, 5)),
        function("searchsorted", x -> jnp.searchsorted(jnp.sort(x.get(0)), x.get(1), "right"))
            .on(any(7), any(2, 3))
            .on(any(0), any(2))
            .on(integers(INT32, 0, 3, 13), integers(INT32, -1, 4, 7)),
        function("digitize", x -> jnp.digitize(x.get(0), jnp.sort(x.get(1), 0, true)))
            .on(any(7), any(3)),
        function("bincount", x -> jnp.bincount(x.getFirst(), 5)).on(places(6, 13)),
        functions("histogram", x -> jnp.histogram(x.getFirst(), 4)).on(any(33)).withoutDerivative(),
        function("isin", x -> jnp.isin(x.get(0), x.get(1)))
            .on(integers(INT32, 0, 5, 2, 3), integers(INT32, 0, 5, 3)),
        function("nanargmax", x -> jnp.nanargmax(x.getFirst(), 1)).on(any(3, 4)),
        function("cumsum", x -> jnp.cumsum(x.getFirst()))
            .on(any(2, 3))
            .on(bools(5))
            .within(Close.SUMS),
        function("cumprod", x -> jnp.cumprod(x.getFirst(), -1)).on(any(2, 4)).within(Close.SUMS),
        function("dynamicSliceInDim", x -> lax.dynamicSliceInDim(x.get(0), x.get(1), 2, 1))
            .on(any(2, 4), places(5)),
        function(
                "dynamicUpdateIndexInDim",
                x -> lax.dynamicUpdateIndexInDim(x.get(0), x.get(1), x.get(2), 1))
            .on(any(2, 4), any(2), places(5)));
  }
}
