package jacobean.laws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jacobean.Array;
import jacobean.At;
import jacobean.core.HostArray;
import jacobean.jnp;
import jacobean.testing.Close;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading and writing by arrays and masks gives what JAX gives, in all modes. */
class ArrayIndexTest {

  record Indexed(JsonObject json) {
    Shape shape(String name) {
      return ArrayIndexTest.shape(json.get(name));
    }

    Object[] index() {
      return json.getAsJsonArray("index").asList().stream().map(ArrayIndexTest::entry).toArray();
    }

    Array wanted(String name) {
      var o = json.getAsJsonObject(name);
      var data = o.getAsJsonArray("data");
      var aval = Aval.of(ArrayIndexTest.shape(o.get("shape")), DType.FLOAT32);
      return Array.of(HostArray.ofReals(aval, i -> real(data.get((int) i))).toConcrete());
    }

    At at(Array x) {
      var at = x.at(index());
      return json.get("mode").isJsonNull() ? at : at.mode(json.get("mode").getAsString());
    }

    @Override
    public String toString() {
      return json.get("index") + " of " + json.get("shape") + " in mode " + json.get("mode");
    }
  }

  private static double real(JsonElement e) {
    return e.getAsString().equals("nan") ? Double.NaN : e.getAsDouble();
  }

  private static Object entry(JsonElement e) {
    if (e.isJsonArray()) {
      return nested(e.getAsJsonArray());
    }
    return e.getAsJsonPrimitive().isString() ? e.getAsString() : jnp.array(e.getAsInt());
  }

  /** An array of nested lists, also of lists with no elements. */
  private static Array nested(JsonArray list) {
    var shape = new ArrayList<Integer>();
    var flat = new ArrayList<JsonElement>();
    for (JsonElement e = list;
        e.isJsonArray();
        e =
            e.getAsJsonArray().isEmpty()
                ? new com.google.gson.JsonPrimitive(0)
                : e.getAsJsonArray().get(0)) {
      shape.add(e.getAsJsonArray().size());
    }
    flatten(list, flat);
    boolean mask = !flat.isEmpty() && flat.getFirst().getAsJsonPrimitive().isBoolean();
    var aval =
        Aval.of(
            Shape.of(shape.stream().mapToInt(i -> i).toArray()), mask ? DType.BOOL : DType.INT32);
    return Array.of(
        HostArray.ofIntegers(
                aval,
                i ->
                    mask
                        ? (flat.get((int) i).getAsBoolean() ? 1 : 0)
                        : flat.get((int) i).getAsLong())
            .toConcrete());
  }

  private static void flatten(JsonElement e, List<JsonElement> to) {
    if (e.isJsonArray()) {
      e.getAsJsonArray().forEach(x -> flatten(x, to));
    } else {
      to.add(e);
    }
  }

  private static Shape shape(JsonElement json) {
    return Shape.of(
        json.getAsJsonArray().asList().stream().mapToInt(JsonElement::getAsInt).toArray());
  }

  static List<Indexed> cases() throws IOException {
    try (var in = ArrayIndexTest.class.getResourceAsStream("array_indexes.jsonl");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(line -> new Indexed(JsonParser.parseString(line).getAsJsonObject()))
          .toList();
    }
  }

  private static Array counting(Shape shape, double start) {
    return jnp.reshape(jnp.arange(start, start + shape.size(), 1), shape.toArray());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsAndWritesAsJax(Indexed c) {
    var x = counting(c.shape("shape"), 0);
    var value = counting(c.shape("value_shape"), .5 - x.size() / 2);
    Close.EXACT.check(c.wanted("get"), c.at(x).get(), c + " get");
    Close.EXACT.check(c.wanted("set"), c.at(x).set(value), c + " set");
    Close.EXACT.check(c.wanted("add"), c.at(x).add(value), c + " add");
    Close.ELEMENTWISE.check(c.wanted("multiply"), c.at(x).multiply(value), c + " multiply");
    Close.EXACT.check(c.wanted("min"), c.at(x).min(value), c + " min");
    Close.EXACT.check(c.wanted("max"), c.at(x).max(value), c + " max");
  }

  static Stream<Row.Case> differentiable() throws IOException {
    return cases().stream()
        .filter(c -> c.shape("shape").size() <= 40 && c.shape("value_shape").size() <= 40)
        .limit(50)
        .flatMap(c -> Stream.of(row(c, "set"), row(c, "add"), row(c, "multiply"), get(c)))
        .flatMap(r -> r.cases().stream());
  }

  private static Numbers numbers(Shape shape) {
    return Numbers.reals(DType.FLOAT64, -1, 1, shape.toArray());
  }

  private static Row get(Indexed c) {
    // Not NaN: it has no differences.
    return Row.function("get " + c, x -> jnp.nanToNum(c.at(x.getFirst()).get()))
        .on(numbers(c.shape("shape")));
  }

  private static Row row(Indexed c, String update) {
    return Row.function(
            update + " " + c,
            x -> {
              var at = c.at(x.get(0));
              return switch (update) {
                case "set" -> at.set(x.get(1));
                case "add" -> at.add(x.get(1));
                default -> at.multiply(x.get(1));
              };
            })
        .on(numbers(c.shape("shape")), numbers(c.shape("value_shape")));
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void canBeTransformed(Row.Case c) {
    Laws.jvpIsDifference(c);
    Laws.vjpIsTransposedJvp(c);
    Laws.jitIsEager(c);
    Laws.vmapIsLoop(c);
  }
}
