package jacobean.endtoend;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an executed notebook file holds, for tests to look at.
 *
 * @param cells the code cells that have a source
 */
record Notebook(List<Cell> cells) {
  /**
   * A code cell.
   *
   * @param raises whether it is there to show an error: Jupyter's tag {@code raises-exception}
   * @param count null where it did not run
   * @param outputs Jupyter's output objects
   */
  record Cell(String source, boolean raises, Integer count, List<JsonObject> outputs) {
    boolean failed() {
      return outputs.stream().anyMatch(o -> o.get("output_type").getAsString().equals("error"));
    }

    /** What it printed and returned, as text. */
    String text() {
      var text = new StringBuilder();
      for (var output : outputs) {
        if (output.has("text")) {
          text.append(join(output.get("text")));
        } else if (output.has("data") && output.getAsJsonObject("data").has("text/plain")) {
          text.append(join(output.getAsJsonObject("data").get("text/plain"))).append('\n');
        }
      }
      return text.toString();
    }
  }

  static Notebook read(Path file) throws IOException {
    var cells = new ArrayList<Cell>();
    var json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    for (var element : json.getAsJsonArray("cells")) {
      var cell = element.getAsJsonObject();
      var source = join(cell.get("source"));
      if (cell.get("cell_type").getAsString().equals("code") && !source.isBlank()) {
        var count = cell.get("execution_count");
        cells.add(
            new Cell(
                source,
                tags(cell).contains("raises-exception"),
                count == null || count.isJsonNull() ? null : count.getAsInt(),
                objects(cell.getAsJsonArray("outputs"))));
      }
    }
    return new Notebook(List.copyOf(cells));
  }

  /** The files that every way of running notebooks is tried on: the tutorials and a small one. */
  static List<Path> all() throws IOException {
    var found = new ArrayList<Path>();
    found.add(Launcher.ROOT.resolve("src/test/resources/notebooks/hello.ipynb"));
    try (var tutorials = Files.newDirectoryStream(Launcher.ROOT.resolve("notebooks"), "*.ipynb")) {
      tutorials.forEach(found::add);
    }
    return found.stream().sorted().toList();
  }

  /** Fails unless every code cell ran, in order, and failed only where it is to show an error. */
  void expectWhole() {
    int expected = 1;
    for (var cell : cells) {
      if (cell.failed() != cell.raises()) {
        throw new AssertionError(
            (cell.failed() ? "the cell failed:\n" : "the cell is tagged raises-exception:\n")
                + cell.source()
                + "\n"
                + cell.outputs());
      }
      if (cell.count() == null || cell.count() != expected++) {
        throw new AssertionError(
            "execution count %s instead of %d of the cell%n%s"
                .formatted(cell.count(), expected - 1, cell.source()));
      }
    }
  }

  /** Text in a notebook file is a string or a list of lines. */
  private static String join(JsonElement text) {
    if (text.isJsonPrimitive()) {
      return text.getAsString();
    }
    var joined = new StringBuilder();
    text.getAsJsonArray().forEach(line -> joined.append(line.getAsString()));
    return joined.toString();
  }

  private static List<String> tags(JsonObject cell) {
    var tags = cell.getAsJsonObject("metadata").getAsJsonArray("tags");
    return tags == null ? List.of() : tags.asList().stream().map(JsonElement::getAsString).toList();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array == null
        ? List.of()
        : array.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }
}
