package jacobean.kernel.wire;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.Strictness;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The protocol's JSON: record components in snake case, absent fields for null, bytes in base 64,
 * and the numbers that JSON lacks (NaN, infinities) as strings, as ipykernel sends them.
 */
final class Json {
  static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .disableHtmlEscaping()
          .registerTypeAdapter(Double.class, numbers())
          .registerTypeAdapter(Float.class, numbers())
          .registerTypeAdapter(byte[].class, base64())
          .create();

  private Json() {}

  static byte[] encode(Object value) {
    return GSON.toJson(value).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Parses one JSON object.
   *
   * @throws JsonParseException if the bytes are anything else
   */
  static JsonObject object(byte[] bytes) {
    var reader =
        new com.google.gson.stream.JsonReader(
            new java.io.StringReader(new String(bytes, StandardCharsets.UTF_8)));
    reader.setStrictness(Strictness.LEGACY_STRICT);
    JsonElement element = JsonParser.parseReader(reader);
    if (!element.isJsonObject()) {
      throw new JsonParseException("wanted a JSON object");
    }
    return element.getAsJsonObject();
  }

  private static JsonSerializer<Number> numbers() {
    return (number, type, context) ->
        Double.isFinite(number.doubleValue())
            ? new JsonPrimitive(number)
            : new JsonPrimitive(number.toString());
  }

  private static JsonSerializer<byte[]> base64() {
    return (bytes, type, context) -> new JsonPrimitive(Base64.getEncoder().encodeToString(bytes));
  }
}
