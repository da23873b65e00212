package jacobean.laws;

import static jacobean.laws.Numbers.bools;
import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.function;
import static jacobean.laws.Row.functions;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;
import static jacobean.type.DType.UINT32;

import jacobean.Array;
import jacobean.jax;
import jacobean.jnp;
import jacobean.random;
import jacobean.testing.Close;
import jacobean.type.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * Functions of the facade that are more than one primitive, with the operands that the laws are
 * checked on. What they give is checked by the goldens; here, that they can be transformed.
 */
public final class FunctionTable {
  private FunctionTable() {}

  public static Stream<Row.Case> cases() {
    return Stream.of(
            elementwise(),
            selecting(),
            reducing(),
            multiplying(),
            NumpyFunctions.rows(),
            AlgebraFunctions.rows(),
            FourierRows.functions(),
            SpecialRows.functions(),
            joining(),
            indexing(),
            IndexingFunctions.rows(),
            FormFunctions.rows(),
            nets(),
            drawing())
        .flatMap(List::stream)
        .flatMap(r -> r.cases().stream());
  }

  private static Numbers real(double low, double high, int... shape) {
    return reals(FLOAT64, low, high, shape);
  }

  private static Numbers any(int... shape) {
    return real(-2, 2, shape);
  }

  private static List<Row> elementwise() {
    return List.of(
        function("remainder", x -> jnp.remainder(x.get(0), x.get(1)))
            .on(any(3, 4), real(1.1, 2, 4))
            .on(integers(INT32, -9, 9, 13), integers(INT32, -3, 3, 13)),
        function("floorDivide", x -> jnp.floorDivide(x.get(0), x.get(1)))
            .on(any(7), real(.5, 2))
            .on(integers(INT32, -9, 9, 13), integers(INT32, -3, 3, 13)),
        function("power", x -> jnp.power(x.get(0), x.get(1))).on(real(.3, 2, 3, 1), real(-2, 2, 4)),
        function("power 2", x -> jnp.power(x.getFirst(), 2))
            .on(any(5))
            .on(integers(INT32, -9, 9, 5)),
        function("clip", x -> jnp.clip(x.getFirst(), -1, 1))
            .on(any(13))
            .on(integers(INT32, -9, 9, 13)),
        function(
                "a broadcast polynomial",
                x -> x.get(0).times(x.get(1)).plus(1).times(x.get(0)).minus(x.get(1)))
            .on(any(3, 1), any(1, 4))
            .on(any(), any(2, 2)),
        function("divide integers", x -> x.get(0).div(x.get(1)))
            .on(integers(INT32, -9, 9, 7), integers(INT32, 1, 9, 7)),
        function("linspace is constant", x -> jnp.linspace(0, 1, 5).times(x.getFirst()))
            .on(any(5))
            .on(any()));
  }

  private static List<Row> selecting() {
    return List.of(
        function("where", x -> jnp.where(x.get(0), x.get(1), x.get(2)))
            .on(bools(3, 1), any(3, 4), any(4))
            .on(bools(), any(3), any())
            .on(bools(5), integers(INT32, 0, 9, 5), real(0, 1)),
        function(
                "where safe",
                x ->
                    jnp.where(
                        x.getFirst().gt(0),
                        jnp.log(jnp.where(x.getFirst().gt(0), x.getFirst(), 1.)),
                        0.))
            .on(any(7)),
        function("logicalAnd", x -> jnp.logicalAnd(x.get(0), x.get(1)))
            .on(bools(7), integers(INT32, 0, 1, 7)),
        function("isnan", x -> jnp.isnan(x.getFirst())).on(any(7)));
  }

  private static List<Row> reducing() {
    return List.of(
        function("mean", x -> jnp.mean(x.getFirst(), 1))
            .on(any(3, 4))
            .on(integers(INT32, -9, 9, 3, 4)),
        function("var", x -> jnp.var(x.getFirst(), -1)).on(any(3, 4)),
        function("std", x -> jnp.std(x.getFirst())).on(any(3, 4)),
        function("logsumexp", x -> jnp.logsumexp(x.getFirst(), 0)).on(any(3, 4)),
        function("max of two axes", x -> jnp.max(x.getFirst(), 0, 2)).on(any(2, 3, 4)),
        function("prod", x -> jnp.prod(x.getFirst()))
            .on(real(.5, 2, 3, 3))
            .on(integers(INT32, -2, 2, 5)),
        function("argmax of all", x -> jnp.argmax(x.getFirst())).on(any(3, 4)),
        function("any", x -> jnp.any(x.getFirst(), 0))
            .on(bools(3, 4))
            .on(integers(INT32, 0, 1, 3, 2)),
        function("sum of bools", x -> jnp.sum(x.getFirst())).on(bools(3, 4)));
  }

  private static List<Row> multiplying() {
    return List.of(
        function("dot", x -> jnp.dot(x.get(0), x.get(1)))
            .on(any(3), any(3))
            .on(any(2, 3), any(3))
            .on(any(2, 3), any(3, 4))
            .on(any(2, 2, 3), any(2, 3, 2))
            .on(any(), any(3)),
        function("matmul", x -> jnp.matmul(x.get(0), x.get(1)))
            .on(any(3), any(3, 2))
            .on(any(2, 1, 2, 3), any(2, 3, 2))
            .on(any(2, 3, 2), any(2))
            .on(any(3), any(2, 3, 2)),
        function("inner", x -> jnp.inner(x.get(0), x.get(1))).on(any(2, 3), any(4, 3)),
        function("outer", x -> jnp.outer(x.get(0), x.get(1))).on(any(3), any(2)),
        function("vdot", x -> jnp.vdot(x.get(0), x.get(1))).on(any(2, 3), any(2, 3)));
  }

  private static List<Row> joining() {
    return List.of(
        function("stack", x -> jnp.stack(x, 1)).on(any(3), any(3), any(3)),
        function("concatenate", x -> jnp.concatenate(x, -1))
            .on(any(2, 3), any(2, 1))
            .on(any(3), integers(INT32, 0, 9, 2)),
        functions("split", x -> jnp.split(x.getFirst(), 3, 0)).on(any(6, 2)),
        function("array of arrays", x -> jnp.array(List.of(x.get(0), x.get(1))))
            .on(any(3), any(3))
            .on(any(), any()),
        function("flip", x -> jnp.flip(x.getFirst())).on(any(2, 3)),
        function("swapaxes", x -> jnp.swapaxes(x.getFirst(), 0, -1)).on(any(2, 3, 4)),
        function("moveaxis", x -> jnp.moveaxis(x.getFirst(), 0, 1)).on(any(2, 3, 4)),
        function("expandDims", x -> jnp.squeeze(jnp.expandDims(x.getFirst(), 1))).on(any(2, 3)),
        function("broadcastTo", x -> jnp.broadcastTo(x.getFirst(), 2, 3, 4))
            .on(any(3, 1))
            .on(any()),
        function("astype", x -> x.getFirst().astype(INT32)).on(any(7)));
  }

  private static List<Row> indexing() {
    return List.of(
        function("get", x -> x.getFirst().get("::-2, 1, None, ...")).on(any(5, 3, 2)),
        function("at.set", x -> x.get(0).at("1:4:2").set(x.get(1)))
            .on(any(5), any(2))
            .on(any(5), any())
            .on(any(5, 2), any(2)),
        function("at.add", x -> x.get(0).at("::-1, 0").add(x.get(1)))
            .on(any(4, 3), any(4))
            .on(any(4, 3), any()),
        function("at.multiply", x -> x.get(0).at(-1).multiply(x.get(1))).on(any(4), any()),
        function("at.divide", x -> x.get(0).at("...").divide(x.get(1))).on(any(4), real(.5, 2, 4)),
        function("at.max", x -> x.get(0).at("1:").max(x.get(1))).on(any(4), any(3)),
        function("at.min", x -> x.get(0).at("1:").min(x.get(1))).on(any(4), any(3)),
        function("at nothing", x -> x.get(0).at("3:3").set(x.get(1)))
            .on(any(4), any(0))
            .on(any(4), any()));
  }

  private static List<Row> nets() {
    return List.of(
        function("relu", x -> jax.nn.relu(x.getFirst())).on(any(7)),
        function("softplus", x -> jax.nn.softplus(x.getFirst())).on(any(7)),
        function("elu", x -> jax.nn.elu(x.getFirst())).on(any(7)),
        function("silu", x -> jax.nn.silu(x.getFirst())).on(any(7)),
        function("gelu", x -> jax.nn.gelu(x.getFirst())).on(any(7)),
        function("softmax", x -> jax.nn.softmax(x.getFirst())).on(any(3, 4)),
        function("logSoftmax", x -> jax.nn.logSoftmax(x.getFirst(), 0)).on(any(3, 4)),
        function("oneHot", x -> jax.nn.oneHot(x.getFirst(), 4)).on(integers(INT32, 0, 3, 5)),
        function("perceptron", FunctionTable::perceptron)
            .on(any(5, 3), any(3, 4), any(4), any(4, 2))
            .within(Close.SUMS));
  }

  private static Array perceptron(List<Array> x) {
    var hidden = jnp.tanh(x.get(0).matmul(x.get(1)).plus(x.get(2)));
    return jnp.mean(jax.nn.logSoftmax(hidden.matmul(x.get(3))).get(":", 0));
  }

  private static List<Row> drawing() {
    var key = integers(UINT32, 0, 0xFFFF_FFFFL, 2);
    return List.of(
        function("random.bits", x -> random.bits(x.getFirst(), 13)).on(key),
        function("random.uniform", x -> random.uniform(x.getFirst(), 3, 5)).on(key),
        function("random.normal", x -> random.normal(x.getFirst(), 33)).on(key),
        function("random.randint", x -> random.randint(x.getFirst(), Shape.of(3, 5), -3, 1000))
            .on(key),
        function("random.bernoulli", x -> random.bernoulli(x.get(0), x.get(1)))
            .on(key, real(0, 1, 7)),
        function("random.truncatedNormal", x -> random.truncatedNormal(x.getFirst(), -1, 2, 7))
            .on(key),
        function("random.beta", x -> random.beta(x.getFirst(), 2, 3, 7)).on(key),
        function("random.permutation", x -> random.permutation(x.get(0), x.get(1)))
            .on(key, any(5))
            .on(key, any(4, 3)),
        function(
                "random.permutation independent",
                x -> random.permutation(x.get(0), x.get(1), 1, true))
            .on(key, any(4, 3)),
        function("random.choice", x -> random.choice(x.get(0), 5, Shape.of(7), x.get(1)))
            .on(key, real(.2, .2, 5)),
        function(
                "random.categorical",
                x -> random.categorical(x.get(0), x.get(1), 0, Shape.of(2, 4)))
            .on(key, any(3, 4)),
        function("random.split", x -> random.splitArray(x.getFirst(), 3)).on(key),
        function("random.foldIn", x -> random.foldIn(x.get(0), x.get(1)))
            .on(key, integers(INT32, 0, 1 << 30)),
        function("noise", x -> x.get(1).times(random.normal(x.get(0), 7).astype(FLOAT64)))
            .on(key, any(7)),
        function("random.normal of many", x -> random.normal(x.getFirst(), 1025)).on(key),
        function("float32 function", x -> jnp.tanh(x.get(0)).times(x.get(1)))
            .on(reals(FLOAT32, -1, 1, 1025), reals(FLOAT32, -1, 1)));
  }
}
