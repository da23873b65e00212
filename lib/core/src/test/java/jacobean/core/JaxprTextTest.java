package jacobean.core;

import static jacobean.jax.jit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.ArrayFn2;
import jacobean.fn.Fn;
import jacobean.fn.Fn1;
import jacobean.jax;
import jacobean.jnp;
import jacobean.op.Comparison;
import jacobean.op.Contractions;
import jacobean.op.Contractions.DimensionNumbers;
import jacobean.op.Conversion;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.op.Slicing.Padding;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs print as JAX prints the same programs; {@code jaxpr_texts.py} has these in Python. */
class JaxprTextTest {
  private static final Array X = jnp.ones(3);
  private static final Array M = jnp.ones(2, 3);
  private static final Map<String, Jaxpr> PROGRAMS = new LinkedHashMap<>();

  private static void program(String name, ArrayFn1 f, Array x) {
    PROGRAMS.put(name, jax.makeJaxpr(f, x));
  }

  private static void program(String name, ArrayFn2 f, Array x, Array y) {
    PROGRAMS.put(name, jax.makeJaxpr(f, x, y));
  }

  private static void programs(String name, Fn1<Array, List<Array>> f, Array x) {
    PROGRAMS.put(name, jax.makeJaxpr(f, x));
  }

  private static void operation(String name, UnaryOperator<Value> f, int... shape) {
    PROGRAMS.put(
        name,
        Stage.trace(
                "test",
                x -> List.of(f.apply(x.getFirst())),
                List.of(Aval.of(Shape.of(shape), DType.FLOAT32)))
            .jaxpr());
  }

  private static Array sines(Array x, int times) {
    var y = x;
    for (int i = 0; i < times; i++) {
      y = jnp.sin(y);
    }
    return y;
  }

  static {
    var one = jnp.asarray(1.);
    var c = jnp.arange(3.);
    program("identity", a -> a, X);
    program("constant", a -> one, X);
    program("one equation", a -> jnp.sin(a), X);
    program("two equations", a -> jnp.cos(jnp.sin(a)), one);
    program("three equations", a -> jnp.cos(jnp.cos(jnp.sin(a))), one);
    program("literals", a -> a.times(3.).plus(1), X);
    programs(
        "float literals",
        a ->
            List.of(
                jnp.multiply(1e-7, a),
                jnp.multiply(1e10, a),
                jnp.multiply(123456789., a),
                jnp.multiply(.1, a),
                jnp.multiply(jnp.inf, a),
                jnp.multiply(-2.5, a),
                a.times(jnp.nan)),
        X);
    programs("int literals", a -> List.of(a.plus(1), a.times(7), a.lt(3)), jnp.arange(3));
    program(
        "bool literals",
        (a, b) -> a.and(b).or(jnp.array(true)),
        jnp.array(new boolean[] {true}),
        jnp.array(new boolean[] {false}));
    program("unused result", a -> List.of(jnp.sin(a), a).get(1), X);
    program("unused among used", a -> List.of(a.times(a), jnp.sin(a)).get(0), X);
    program("closure", a -> a.plus(c), X);
    program("number argument", (a, b) -> a.plus(b), X, jnp.asarray(1));
    program("dot", (a, b) -> jnp.dot(a, b), X, jnp.ones(3, 2));
    program("matmul", (a, b) -> a.matmul(b), M, jnp.ones(3, 4));
    var batched = new DimensionNumbers(Axes.of(1), Axes.of(1), Axes.of(0), Axes.of(0));
    program(
        "dot_general",
        (a, b) -> Array.of(Contractions.dotGeneral(a.value(), b.value(), batched)),
        jnp.ones(2, 3, 4),
        jnp.ones(2, 3, 5));
    operation("iota", a -> Shaping.iota(Shape.of(4), DType.INT32, 0), 3);
    program(
        "iota in two dimensions",
        a -> Array.of(Shaping.iota(Shape.of(2, 3), DType.FLOAT32, 1)).plus(a),
        M);
    operation("broadcast_in_dim", a -> Shaping.broadcastInDim(a, Shape.of(2, 3), Axes.of(1)), 3);
    program("broadcast scalar", a -> jnp.zeros(2, 3).plus(a), M);
    operation("pad", a -> pad(a, new Padding(Axes.of(1), Axes.of(2), Axes.of(0))), 3);
    operation(
        "pad in two dimensions",
        a -> pad(a, new Padding(Axes.of(1, 0), Axes.of(2, -1), Axes.of(0, 1))),
        2,
        3);
    operation(
        "long pad",
        a -> pad(a, new Padding(Axes.of(1, 1, 1), Axes.of(2, 2, 2), Axes.of(0, 0, 0))),
        10000,
        10000,
        1);
    operation("slice", a -> Slicing.slice(a, Axes.of(0), Axes.of(2), Axes.of(1)), 3);
    operation("strided slice", a -> Slicing.slice(a, Axes.of(0), Axes.of(3), Axes.of(2)), 3);
    operation(
        "long slice",
        a -> Slicing.slice(a, Axes.of(0, 0, 0), Axes.of(2, 1, 1), Axes.of(1, 1, 1)),
        10000,
        10000,
        1);
    operation("reverse", a -> Shaping.rev(a, Axes.of(0)), 3);
    program("reshape and sum", a -> jnp.sum(a.reshape(1, 3), 1), X);
    operation("long reshape", a -> Shaping.reshape(a, Shape.of(2, 3, 4, 5, 6)), 120, 6);
    program("transpose", a -> a.T(), M);
    program("squeeze", a -> jnp.squeeze(a), jnp.ones(1, 3));
    program("concatenate", a -> jnp.concatenate(List.of(a, a)), X);
    program("maximum of all", a -> jnp.max(a), X);
    program("argmax", a -> jnp.argmax(a), X);
    program("mean", a -> jnp.mean(a), X);
    program("cast", a -> a.astype(jnp.int32), X);
    operation("bitcast", a -> Conversion.bitcast(a, DType.UINT32), 3);
    program("stop gradient", a -> jax.stopGradient(a), X);
    program(
        "select",
        (a, b) -> Array.of(Comparison.select(a.value(), b.value(), b.value())),
        jnp.array(new boolean[] {true}),
        jnp.ones(1));
    program("integer power", a -> a.pow(3).plus(a.pow(-2)), X);
    program("transcendental", a -> jnp.exp(a).minus(jnp.tanh(a)), X);
    program("jit", jit(a -> a.times(2.)), X);
    program("jit in jit", jit(a -> jit(b -> jnp.sin(b)).apply(a).times(2.)), X);
    program("jit of unused", jit(a -> List.of(jnp.sin(a), a).get(1)), X);
    var sine = jit(a -> jnp.sin(a));
    program("jit twice", a -> sine.apply(sine.apply(a)), X);
    var longer = jit(a -> sines(a, 11));
    program("long jit", a -> longer.apply(a), X);
    PROGRAMS.put("many arguments", jax.makeJaxpr(new Sum(5), Collections.nCopies(5, 1.).toArray()));
    programs("many results", a -> Collections.nCopies(40, a), X);
    program("many equations", a -> sines(a, 30), X);
  }

  /** The sum of many arguments. */
  private record Sum(int arity) implements Fn<Array> {
    @Override
    public Array call(Object... args) {
      return Stream.of(args).map(a -> (Array) a).reduce(Array::plus).orElseThrow();
    }
  }

  private static Value pad(Value x, Padding padding) {
    return Slicing.pad(x, Concrete.scalar(DType.FLOAT32, false, 0), padding);
  }

  private static Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    try (var in = JaxprTextTest.class.getResourceAsStream("jaxprs.txt");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String name = null;
      var text = new ArrayList<String>();
      for (var line : reader.lines().toList()) {
        if (line.startsWith("== ")) {
          name = line.substring(3);
          text.clear();
        } else {
          text.add(line);
        }
        texts.put(name, String.join("\n", text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  static Stream<String> names() {
    return PROGRAMS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void printsAsJaxPrints(String name) {
    assertEquals(texts().get(name), PROGRAMS.get(name).toString());
  }

  @Test
  void hasEveryProgramOfTheTable() {
    assertEquals(new TreeSet<>(texts().keySet()), new TreeSet<>(PROGRAMS.keySet()));
  }
}
