package jacobean.kernel.notebook;

import jacobean.kernel.spi.MimeBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A notebook as one HTML page that needs no other file, light or dark as the reader's system is.
 */
public final class HtmlPage {
  /** Formats from the richest to the plainest; the first one that an output has is shown. */
  private static final List<String> FORMATS =
      List.of(
          "text/html",
          "image/svg+xml",
          "image/png",
          "image/jpeg",
          "image/gif",
          "text/markdown",
          "text/plain");

  private final MarkdownHtml markdown;

  private HtmlPage(Path folder) {
    markdown = new MarkdownHtml(folder);
  }

  /**
   * The page's text.
   *
   * @param file the notebook's file: names the page, and its folder has the images of the text
   */
  public static String of(Notebook notebook, Path file) {
    Path absolute = file.toAbsolutePath();
    return new HtmlPage(absolute.getParent()).page(notebook.cells(), absolute);
  }

  /** Writes the page. */
  public static void write(Notebook notebook, Path file, Path html) throws IOException {
    Notebook.replace(html, of(notebook, file));
  }

  private String page(List<Cell> cells, Path file) {
    String body = cells.stream().map(this::cell).collect(Collectors.joining("\n"));
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <main>
    %s
    </main>
    </body>
    </html>
    """
        .formatted(Html.escape(title(cells, file)), style(), body);
  }

  private static String title(List<Cell> cells, Path file) {
    return cells.stream()
        .filter(Cell.Markdown.class::isInstance)
        .flatMap(cell -> cell.source().lines())
        .filter(line -> line.startsWith("# "))
        .map(line -> line.substring(2).strip())
        .findFirst()
        .orElse(String.valueOf(file.getFileName()).replaceFirst("\\.ipynb$", ""));
  }

  private static String style() {
    try (InputStream css = HtmlPage.class.getResourceAsStream("page.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String cell(Cell cell) {
    return switch (cell) {
      case Cell.Markdown(String source, Map<String, String> attachments) ->
          "<section class=\"text\">\n%s</section>".formatted(markdown.render(source, attachments));
      case Cell.Raw(String source) ->
          "<section class=\"raw\"><pre>%s</pre></section>".formatted(Html.escape(source));
      case Cell.Code code when code.source().isBlank() -> "";
      case Cell.Code code ->
          """
          <section class="code">
          <div class="row"><span class="prompt">%s</span><pre class="source"><code>%s</code></pre></div>
          %s</section>\
          """
              .formatted(
                  prompt(code.executionCount()),
                  Html.java(code.source()),
                  code.outputs().stream().map(this::output).collect(Collectors.joining()));
    };
  }

  private static String prompt(int count) {
    return count == 0 ? "" : "[" + count + "]";
  }

  private String output(Output output) {
    return switch (output) {
      case Output.Stream(String name, String text) ->
          row("", "<pre class=\"%s\">%s</pre>".formatted(Html.escape(name), terminal(text)));
      case Output.Result(int count, MimeBundle bundle) -> row("", shown(bundle));
      case Output.Display(MimeBundle bundle) -> row("", shown(bundle));
      case Output.Failure(String name, String message, List<String> traceback) ->
          row(
              "",
              "<pre class=\"error\">%s</pre>"
                  .formatted(
                      Ansi.toHtml(
                          traceback.isEmpty()
                              ? name + ": " + message
                              : String.join("\n", traceback))));
    };
  }

  private static String row(String prompt, String html) {
    return "<div class=\"row\"><span class=\"prompt\">%s</span><div class=\"output\">%s</div></div>\n"
        .formatted(prompt, html);
  }

  /** What a terminal would show: a carriage return goes back over its line. */
  private static String terminal(String text) {
    return Ansi.toHtml(text.replace("\r\n", "\n").replaceAll("[^\\n\\r]*+\\r", ""));
  }

  private String shown(MimeBundle bundle) {
    return FORMATS.stream()
        .filter(bundle.data()::containsKey)
        .findFirst()
        .map(mime -> shown(mime, String.valueOf(bundle.data().get(mime))))
        .orElse("");
  }

  private String shown(String mime, String content) {
    return switch (mime) {
      case "text/html", "image/svg+xml" -> content;
      case "text/markdown" -> markdown.render(content, Map.of());
      case "text/plain" -> "<pre>%s</pre>".formatted(Ansi.toHtml(content));
      default ->
          "<img alt=\"\" src=\"data:%s;base64,%s\">"
              .formatted(mime, Html.escape(content.replaceAll("\\s+", "")));
    };
  }
}
