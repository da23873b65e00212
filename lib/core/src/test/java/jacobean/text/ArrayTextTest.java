package jacobean.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jacobean.error.ShapeException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of a table that NumPy and JAX wrote, and what a table cannot say. */
class ArrayTextTest {

  /** An array as the table holds it. */
  record Given(int[] shape, ElementKind kind, double[] doubles, long[] longs, Set<Long> read)
      implements Elements {
    @Override
    public double getDouble(long flat) {
      read.add(flat);
      return doubles[Math.toIntExact(flat)];
    }

    @Override
    public long getLong(long flat) {
      read.add(flat);
      return longs[Math.toIntExact(flat)];
    }
  }

  record Case(
      String name,
      String dtype,
      Given array,
      boolean weak,
      PrintOptions options,
      String str,
      String repr) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (var in = ArrayTextTest.class.getResourceAsStream("array_text.jsonl");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<Case> cases = reader.lines().map(ArrayTextTest::parse).toList();
      assertTrue(cases.size() > 500, "the table is whole");
      return cases.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void strIsNumPys(Case c) {
    assertEquals(c.str, ArrayText.str(c.array, c.options));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reprIsJaxs(Case c) {
    assertEquals(c.repr, ArrayText.repr(c.array, c.dtype, c.weak, c.options));
  }

  @Test
  void aSummaryReadsOnlyWhatItShows() {
    var huge =
        new Elements() {
          final Set<Long> read = new HashSet<>();

          @Override
          public int[] shape() {
            return new int[] {1 << 20, 1 << 20};
          }

          @Override
          public ElementKind kind() {
            return ElementKind.FLOAT32;
          }

          @Override
          public double getDouble(long flat) {
            read.add(flat);
            return flat % 7;
          }

          @Override
          public long getLong(long flat) {
            throw new AssertionError("floats are not read as integers");
          }
        };
    String text = ArrayText.str(huge);
    assertEquals(36, huge.read.size());
    assertTrue(text.startsWith("[[0. 1. 2. ... "), text);
    assertEquals(7, text.lines().count());
  }

  @Test
  void optionsRefuseNonsense() {
    var error = assertThrows(ShapeException.class, () -> PrintOptions.DEFAULT.edgeItems(0));
    assertTrue(error.getMessage().contains("edgeItems=0"), error.getMessage());
  }

  @Test
  void scalarsOfJavaTypes() {
    assertEquals("14.0", ScalarText.of(14f));
    assertEquals("0.1", ScalarText.of(0.1f));
    assertEquals("0.10000000149011612", ScalarText.of((double) 0.1f));
    assertThrows(IllegalArgumentException.class, () -> ScalarText.of(1.0, ElementKind.SIGNED));
  }

  private static Case parse(String line) {
    JsonObject row = JsonParser.parseString(line).getAsJsonObject();
    String dtype = row.get("dtype").getAsString();
    JsonArray lengths = row.getAsJsonArray("shape");
    int[] shape = new int[lengths.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = lengths.get(i).getAsInt();
    }
    return new Case(
        row.get("name").getAsString(),
        dtype,
        array(shape, kind(dtype), row.get("data")),
        row.get("weak").getAsBoolean(),
        options(row.getAsJsonObject("options")),
        row.get("str").getAsString(),
        row.get("repr").getAsString());
  }

  private static Given array(int[] shape, ElementKind kind, JsonElement data) {
    int size = Math.toIntExact(Corners.size(shape));
    double[] doubles = new double[size];
    long[] longs = new long[size];
    for (int i = 0; i < size; i++) {
      String text = text(data, i);
      switch (kind) {
        case BOOL, SIGNED -> longs[i] = Long.parseLong(text);
        case UNSIGNED -> longs[i] = Long.parseUnsignedLong(text);
        case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 -> doubles[i] = parseDouble(text);
      }
    }
    return new Given(shape, kind, doubles, longs, new HashSet<>());
  }

  private static String text(JsonElement data, int i) {
    if (data instanceof JsonArray listed) {
      return listed.get(i).getAsString();
    }
    JsonArray formula = data.getAsJsonObject().getAsJsonArray("arange");
    double value = formula.get(0).getAsDouble() + formula.get(1).getAsDouble() * i;
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static double parseDouble(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static ElementKind kind(String dtype) {
    return switch (dtype) {
      case "float16", "bfloat16", "float32", "float64", "bool" ->
          ElementKind.valueOf(dtype.toUpperCase(Locale.ROOT));
      case String name when name.startsWith("uint") -> ElementKind.UNSIGNED;
      case String name when name.startsWith("int") -> ElementKind.SIGNED;
      default -> throw new AssertionError("a dtype the table should not have: " + dtype);
    };
  }

  private static PrintOptions options(JsonObject given) {
    var options = PrintOptions.DEFAULT;
    if (given == null) {
      return options;
    }
    for (String name : given.keySet()) {
      int value = given.get(name).getAsInt();
      options =
          switch (name) {
            case "precision" -> options.precision(value);
            case "threshold" -> options.threshold(value);
            case "edgeitems" -> options.edgeItems(value);
            case "linewidth" -> options.lineWidth(value);
            default -> throw new AssertionError("an option the table should not have: " + name);
          };
    }
    return options;
  }
}
