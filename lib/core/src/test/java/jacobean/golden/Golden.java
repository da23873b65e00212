package jacobean.golden;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jacobean.Array;
import jacobean.core.HostArray;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Values that JAX gave, read from the resources; {@code make_goldens.py} writes them. */
public final class Golden {
  private Golden() {}

  /**
   * A call and what it gave; {@code grad} may be null.
   *
   * @param exact what JAX gives in float64 where that is far from {@code out}, else null
   * @param exactGrad the same of the gradient
   * @param by which of the arrays among the arguments the gradient is taken by
   */
  public record Case(
      String fn,
      JsonArray args,
      JsonObject kwargs,
      JsonElement out,
      JsonElement grad,
      JsonElement exact,
      JsonElement exactGrad,
      int by,
      int line) {
    @Override
    public String toString() {
      return line
          + ": "
          + fn
          + args.asList().stream().map(Case::brief).toList()
          + (kwargs.isEmpty() ? "" : kwargs);
    }

    private static String brief(JsonElement arg) {
      return isArray(arg)
          ? arg.getAsJsonObject().get("dtype").getAsString() + arg.getAsJsonObject().get("shape")
          : arg.isJsonArray()
              ? arg.getAsJsonArray().asList().stream().map(Case::brief).toList().toString()
              : arg.toString();
    }
  }

  /** The cases of a file of lines: a resource, or a file with an absolute path. */
  public static List<Case> cases(String file) {
    try (var reader = open(file)) {
      var lines = reader.lines().toList();
      return IntStream.range(0, lines.size()).mapToObj(i -> read(lines.get(i), i + 1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that is one object. */
  public static JsonObject object(String file) {
    try (var reader = open(file)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader open(String file) throws IOException {
    if (Path.of(file).isAbsolute()) {
      return Files.newBufferedReader(Path.of(file));
    }
    var in = Golden.class.getResourceAsStream("/golden/" + file);
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static Case read(String line, int number) {
    var o = JsonParser.parseString(line).getAsJsonObject();
    return new Case(
        o.get("fn").getAsString(),
        o.getAsJsonArray("args"),
        o.getAsJsonObject("kwargs"),
        o.get("out"),
        o.get("grad"),
        o.get("exact"),
        o.get("exact_grad"),
        o.has("by") ? o.get("by").getAsInt() : 0,
        number);
  }

  static boolean isArray(JsonElement json) {
    return json.isJsonObject() && json.getAsJsonObject().has("dtype");
  }

  /** Whether it is an array of a dtype that there is. */
  static boolean isKnownArray(JsonElement json) {
    return isArray(json)
        && Arrays.stream(DType.values()).anyMatch(t -> t.toString().equals(dtype(json)));
  }

  private static String dtype(JsonElement json) {
    return json.getAsJsonObject().get("dtype").getAsString();
  }

  /** The arrays of a nest of them, in order. */
  static List<Array> arrays(JsonElement json) {
    return json.isJsonArray()
        ? json.getAsJsonArray().asList().stream().flatMap(j -> arrays(j).stream()).toList()
        : List.of(array(json));
  }

  /** Whether an array's type is weak, for each of a nest of them; where nothing is said, null. */
  static List<Boolean> weak(JsonElement json) {
    return json.isJsonArray()
        ? json.getAsJsonArray().asList().stream().flatMap(j -> weak(j).stream()).toList()
        : Collections.singletonList(
            json.getAsJsonObject().has("weak")
                ? json.getAsJsonObject().get("weak").getAsBoolean()
                : null);
  }

  /** An array of its JSON form. */
  public static Array array(JsonElement json) {
    var o = json.getAsJsonObject();
    var dims =
        o.getAsJsonArray("shape").asList().stream().mapToInt(JsonElement::getAsInt).toArray();
    var aval = Aval.of(Shape.of(dims), DType.named(dtype(json)));
    var data = o.getAsJsonArray("data");
    if (aval.dtype().isComplex()) {
      return Array.of(HostArray.ofComplex(aval, i -> complex(data.get((int) i))).toConcrete());
    }
    return Array.of(
        (aval.dtype().isFloating()
                ? HostArray.ofReals(aval, i -> real(data.get((int) i)))
                : HostArray.ofIntegers(aval, i -> integer(data.get((int) i))))
            .toConcrete());
  }

  private static Complex complex(JsonElement e) {
    var parts = e.getAsJsonArray();
    return new Complex(real(parts.get(0)), real(parts.get(1)));
  }

  private static long integer(JsonElement e) {
    return e.getAsJsonPrimitive().isBoolean() ? (e.getAsBoolean() ? 1 : 0) : e.getAsLong();
  }

  private static double flushed(double x) {
    return Math.abs(x) < Float.MIN_NORMAL ? Math.copySign(0, x) : x;
  }

  private static double real(JsonElement e) {
    return switch (e.getAsString()) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      // XLA reads and writes subnormal numbers as zero.
      case String s -> flushed(Double.parseDouble(s));
    };
  }
}
