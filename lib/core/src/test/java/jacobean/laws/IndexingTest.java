package jacobean.laws;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jacobean.Array;
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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading and writing by random indexes gives what NumPy gives, and can be differentiated. */
class IndexingTest {

  record Indexed(Shape shape, String index, Shape valueShape, JsonObject wanted) {
    @Override
    public String toString() {
      return "[" + index + "] of " + shape + " and " + valueShape;
    }
  }

  static List<Indexed> cases() throws IOException {
    try (var in = IndexingTest.class.getResourceAsStream("indexes.jsonl");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(line -> JsonParser.parseString(line).getAsJsonObject())
          .map(IndexingTest::read)
          .toList();
    }
  }

  private static Indexed read(JsonObject o) {
    return new Indexed(
        shape(o.get("shape")), o.get("index").getAsString(), shape(o.get("value_shape")), o);
  }

  private static Shape shape(JsonElement json) {
    return Shape.of(
        json.getAsJsonArray().asList().stream().mapToInt(JsonElement::getAsInt).toArray());
  }

  private static Array counting(Shape shape, double start) {
    return jnp.reshape(jnp.arange(start, start + shape.size(), 1), shape.toArray());
  }

  private static Array wanted(Indexed c, String name) {
    var json = c.wanted().getAsJsonObject(name);
    var data = json.getAsJsonArray("data");
    var aval = Aval.of(shape(json.get("shape")), DType.FLOAT32);
    return Array.of(HostArray.ofReals(aval, i -> data.get((int) i).getAsDouble()).toConcrete());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsAndWritesAsNumPy(Indexed c) {
    var x = counting(c.shape(), 0);
    var value = counting(c.valueShape(), .5 - x.size() / 2);
    var places = x.at(c.index());
    Close.EXACT.check(wanted(c, "get"), x.get(c.index()), c + " get");
    Close.EXACT.check(wanted(c, "get"), places.get(), c + " at.get");
    Close.EXACT.check(wanted(c, "set"), places.set(value), c + " set");
    Close.EXACT.check(wanted(c, "add"), places.add(value), c + " add");
    Close.EXACT.check(wanted(c, "multiply"), places.multiply(value), c + " multiply");
    Close.EXACT.check(wanted(c, "min"), places.min(value), c + " min");
    Close.EXACT.check(wanted(c, "max"), places.max(value), c + " max");
    Close.EXACT.check(counting(c.shape(), 0), x, c + ": the array stays");
  }

  static Stream<Row.Case> differentiable() throws IOException {
    return cases().stream()
        .filter(c -> c.shape().size() <= 60)
        .limit(60)
        .flatMap(c -> Stream.of(get(c), set(c), add(c), multiply(c)))
        .flatMap(r -> r.cases().stream());
  }

  private static Numbers numbers(Shape shape) {
    return Numbers.reals(DType.FLOAT64, -1, 1, shape.toArray());
  }

  private static Row get(Indexed c) {
    return Row.function("get " + c.index(), x -> x.getFirst().get(c.index()))
        .on(numbers(c.shape()));
  }

  private static Row set(Indexed c) {
    return Row.function("set " + c.index(), x -> x.get(0).at(c.index()).set(x.get(1)))
        .on(numbers(c.shape()), numbers(c.valueShape()));
  }

  private static Row add(Indexed c) {
    return Row.function("add " + c.index(), x -> x.get(0).at(c.index()).add(x.get(1)))
        .on(numbers(c.shape()), numbers(c.valueShape()));
  }

  private static Row multiply(Indexed c) {
    return Row.function("multiply " + c.index(), x -> x.get(0).at(c.index()).multiply(x.get(1)))
        .on(numbers(c.shape()), numbers(c.valueShape()));
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void canBeDifferentiated(Row.Case c) {
    Laws.jvpIsDifference(c);
    Laws.vjpIsTransposedJvp(c);
  }

  @ParameterizedTest
  @MethodSource("differentiable")
  void canBeBatchedAndCompiled(Row.Case c) {
    Laws.jitIsEager(c);
    Laws.vmapIsLoop(c);
  }
}
