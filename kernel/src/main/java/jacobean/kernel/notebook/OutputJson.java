package jacobean.kernel.notebook;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import jacobean.kernel.spi.MimeBundle;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Outputs in nbformat 4.5: text is a list of lines, JSON stays JSON, bytes are base 64; fields in
 * the order in which Jupyter writes them.
 */
final class OutputJson {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues().create();

  private OutputJson() {}

  static JsonObject write(Output output) {
    var json = new JsonObject();
    switch (output) {
      case Output.Stream(String name, String text) -> {
        json.addProperty("name", name);
        json.addProperty("output_type", "stream");
        json.add("text", lines(text));
      }
      case Output.Result(int count, MimeBundle bundle) -> {
        json.add("data", data(bundle));
        json.addProperty("execution_count", count);
        json.add("metadata", GSON.toJsonTree(bundle.metadata()));
        json.addProperty("output_type", "execute_result");
      }
      case Output.Display(MimeBundle bundle) -> {
        json.add("data", data(bundle));
        json.add("metadata", GSON.toJsonTree(bundle.metadata()));
        json.addProperty("output_type", "display_data");
      }
      case Output.Failure(String name, String message, List<String> traceback) -> {
        json.addProperty("ename", name);
        json.addProperty("evalue", message);
        json.addProperty("output_type", "error");
        json.add("traceback", GSON.toJsonTree(traceback));
      }
    }
    return json;
  }

  private static JsonObject data(MimeBundle bundle) {
    var data = new JsonObject();
    bundle.data().forEach((mime, content) -> data.add(mime, content(mime, content)));
    return data;
  }

  private static JsonElement content(String mime, Object content) {
    if (isJson(mime)) {
      return GSON.toJsonTree(content);
    }
    String text =
        content instanceof byte[] bytes
            ? Base64.getEncoder().encodeToString(bytes)
            : String.valueOf(content);
    boolean splits = mime.startsWith("text/") || mime.endsWith("+xml");
    return splits ? lines(text) : new com.google.gson.JsonPrimitive(text);
  }

  /** Reads an output; empty for a kind that nbformat 4.5 does not know. */
  static Optional<Output> read(JsonObject json) {
    return switch (text(json.get("output_type"))) {
      case "stream" ->
          Optional.of(new Output.Stream(text(json.get("name")), text(json.get("text"))));
      case "execute_result" ->
          Optional.of(new Output.Result(number(json.get("execution_count")), bundle(json)));
      case "display_data" -> Optional.of(new Output.Display(bundle(json)));
      case "error" ->
          Optional.of(
              new Output.Failure(
                  text(json.get("ename")),
                  text(json.get("evalue")),
                  json.get("traceback") instanceof JsonArray lines
                      ? lines.asList().stream().map(OutputJson::text).toList()
                      : List.of()));
      default -> Optional.empty();
    };
  }

  private static MimeBundle bundle(JsonObject json) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (json.get("data") instanceof JsonObject formats) {
      formats.asMap().forEach((mime, c) -> data.put(mime, isJson(mime) ? c : text(c)));
    }
    return new MimeBundle(data, Map.of());
  }

  private static boolean isJson(String mime) {
    return mime.equals("application/json") || mime.endsWith("+json");
  }

  private static int number(JsonElement json) {
    return json == null || json.isJsonNull() ? 0 : json.getAsInt();
  }

  /** nbformat's multiline string: one string or a list of them. */
  static String text(JsonElement json) {
    return switch (json) {
      case JsonArray lines ->
          String.join("", lines.asList().stream().map(OutputJson::text).toList());
      case com.google.gson.JsonPrimitive p -> p.getAsString();
      case null, default -> "";
    };
  }

  /** The text as a list of lines, each with its line break. */
  static JsonArray lines(String text) {
    var lines = new JsonArray();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }
}
