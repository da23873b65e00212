package jacobean.kernel.notebook;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A notebook file (nbformat 4). Immutable: {@link #withRuns} gives a changed copy. Whatever this
 * class does not know (metadata, ids, other tools' fields) is kept as it was read, in its order.
 */
public final class Notebook {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private final JsonObject json;

  /**
   * What running a code cell gave.
   *
   * @param executionCount 0 where it did not run
   */
  public record Run(int executionCount, List<Output> outputs) {}

  private Notebook(JsonObject json) {
    this.json = json;
  }

  /**
   * Reads a notebook file.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it is no notebook of nbformat 4
   */
  public static Notebook read(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      return parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Parses the text of a notebook file.
   *
   * @throws IllegalArgumentException if it is no notebook of nbformat 4
   */
  public static Notebook parse(String text) {
    JsonElement root;
    try {
      root = JsonParser.parseString(text);
    } catch (JsonParseException e) {
      throw new IllegalArgumentException("not a notebook: no JSON: " + e.getMessage(), e);
    }
    if (!(root instanceof JsonObject object) || !(object.get("cells") instanceof JsonArray cells)) {
      throw new IllegalArgumentException(
          "not a notebook: wanted a JSON object with a list of \"cells\" (nbformat 4)");
    }
    if (object.get("nbformat") instanceof JsonPrimitive p && p.getAsInt() != 4) {
      throw new IllegalArgumentException(
          "nbformat %s: wanted 4; open the notebook in Jupyter and save it to convert it"
              .formatted(p));
    }
    if (!cells.asList().stream().allMatch(JsonElement::isJsonObject)) {
      throw new IllegalArgumentException("not a notebook: a cell is not a JSON object");
    }
    return new Notebook(object);
  }

  public List<Cell> cells() {
    return objects(json.getAsJsonArray("cells")).stream().map(Notebook::cell).toList();
  }

  /** A copy in which the code cells at these indices have new outputs and execution counts. */
  public Notebook withRuns(Map<Integer, Run> runs) {
    JsonObject copy = json.deepCopy();
    List<JsonObject> cells = objects(copy.getAsJsonArray("cells"));
    runs.forEach(
        (index, run) -> {
          var outputs = new JsonArray();
          run.outputs().stream().map(OutputJson::write).forEach(outputs::add);
          cells
              .get(index)
              .add(
                  "execution_count",
                  run.executionCount() == 0
                      ? JsonNull.INSTANCE
                      : new JsonPrimitive(run.executionCount()));
          cells.get(index).add("outputs", outputs);
        });
    return new Notebook(copy);
  }

  /** The file's text: indented by one blank, as Jupyter writes it. */
  public String text() {
    var text = new StringWriter();
    try (var writer = GSON.newJsonWriter(text)) {
      writer.setIndent(" ");
      GSON.toJson(json, writer);
    } catch (IOException e) {
      throw new AssertionError("a StringWriter does not fail", e);
    }
    return text + "\n";
  }

  /** Writes the notebook; readers of the file see either the old or the new one whole. */
  public void write(Path file) throws IOException {
    replace(file, text());
  }

  static void replace(Path file, String text) throws IOException {
    Path target = file.toAbsolutePath();
    if (Files.exists(target)) {
      target = target.toRealPath();
    }
    Path fresh = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".tmp");
    try {
      // A temporary file is private; the notebook keeps the permissions that a new file gets.
      Files.delete(fresh);
      Files.writeString(fresh, text);
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  private static Cell cell(JsonObject cell) {
    String source = OutputJson.text(cell.get("source"));
    return switch (OutputJson.text(cell.get("cell_type"))) {
      case "code" ->
          new Cell.Code(
              source,
              cell.get("execution_count") instanceof JsonPrimitive p ? p.getAsInt() : 0,
              tags(cell),
              cell.get("outputs") instanceof JsonArray outputs
                  ? objects(outputs).stream().flatMap(o -> OutputJson.read(o).stream()).toList()
                  : List.of());
      case "markdown" -> new Cell.Markdown(source, attachments(cell));
      default -> new Cell.Raw(source);
    };
  }

  private static Set<String> tags(JsonObject cell) {
    if (cell.get("metadata") instanceof JsonObject metadata
        && metadata.get("tags") instanceof JsonArray tags) {
      return tags.asList().stream().map(OutputJson::text).collect(Collectors.toSet());
    }
    return Set.of();
  }

  private static Map<String, String> attachments(JsonObject cell) {
    Map<String, String> uris = new LinkedHashMap<>();
    if (cell.get("attachments") instanceof JsonObject files) {
      files
          .asMap()
          .forEach(
              (name, formats) -> {
                if (formats instanceof JsonObject byMime) {
                  byMime
                      .asMap()
                      .forEach(
                          (mime, data) ->
                              uris.put(name, "data:" + mime + ";base64," + OutputJson.text(data)));
                }
              });
    }
    return uris;
  }
}
