package jacobean.kernel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page made of a notebook, and the texts it is made of. */
class HtmlPageTest {
  @TempDir Path folder;

  private static String page(Path file, Object... cells) {
    return HtmlPage.of(
        Notebook.parse(
            new Gson().toJson(Map.of("nbformat", 4, "nbformat_minor", 5, "cells", cells))),
        file);
  }

  private static Map<String, Object> code(String source, Object... outputs) {
    return Map.of("cell_type", "code", "source", source, "execution_count", 3, "outputs", outputs);
  }

  private static Map<String, Object> markdown(String source) {
    return Map.of("cell_type", "markdown", "source", source);
  }

  private static void assertContains(String page, String part) {
    assertTrue(page.contains(part), () -> "wanted " + part + " in\n" + page);
  }

  @Test
  void textIsEscapedWhereverItComesFrom() {
    String bad = "<script>bad('&')</script>";
    String page =
        page(
            folder.resolve("n.ipynb"),
            code(
                bad,
                Map.of("output_type", "stream", "name", "stdout", "text", bad),
                Map.of("output_type", "display_data", "data", Map.of("text/plain", bad)),
                Map.of(
                    "output_type",
                    "error",
                    "ename",
                    "E",
                    "evalue",
                    bad,
                    "traceback",
                    List.of(bad))),
            Map.of("cell_type", "raw", "source", bad),
            markdown("`" + bad + "`\n\n# <script>"));
    assertFalse(page.contains("<script>bad"), page);
    assertContains(page, "&lt;script&gt;bad(&#39;&amp;&#39;)&lt;/script&gt;");
  }

  @Test
  void theRichestFormatIsShown() {
    String page =
        page(
            folder.resolve("n.ipynb"),
            code(
                "1",
                Map.of(
                    "output_type",
                    "execute_result",
                    "execution_count",
                    3,
                    "data",
                    Map.of("text/plain", "PLAIN", "text/html", List.of("<i>", "html</i>"))),
                Map.of(
                    "output_type",
                    "display_data",
                    "data",
                    Map.of("text/plain", "PLAIN", "image/png", "aGk=\n")),
                Map.of(
                    "output_type",
                    "display_data",
                    "data",
                    Map.of("image/svg+xml", "<svg>x</svg>"))));
    assertContains(page, "<i>html</i>");
    assertContains(page, "src=\"data:image/png;base64,aGk=\"");
    assertContains(page, "<svg>x</svg>");
    assertContains(page, "<span class=\"prompt\">[3]</span>");
    assertFalse(page.contains("PLAIN"));
  }

  @Test
  void markdownHasTablesAnchorsColouredJavaAndImages() throws Exception {
    byte[] png = {1, 2, 3};
    Files.write(folder.resolve("dot.png"), png);
    String page =
        page(
            folder.resolve("n.ipynb"),
            markdown(
                """
                # Pure `f` & trees

                | a | b |
                |---|---|
                | 1 | 2 |

                ```java
                var x = 1;
                ```
                ![dot](dot.png) ![away](https://example.org/a.png) ![gone](gone.png)
                """));
    assertContains(page, "<title>Pure `f` &amp; trees</title>");
    assertContains(page, "<h1 id=\"pure-f-trees\">");
    assertContains(page, "<td>1</td>");
    assertContains(page, "<span class=\"keyword\">var</span>");
    assertContains(page, "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    assertContains(page, "src=\"https://example.org/a.png\"");
    assertContains(page, "src=\"gone.png\"");
  }

  @Test
  void carriageReturnsOverwriteTheirLine() {
    String page =
        page(
            folder.resolve("n.ipynb"),
            code(
                "1",
                Map.of(
                    "output_type", "stream", "name", "stdout", "text", "1%\r50%\r100%\nend\r\n")));
    assertContains(page, "<pre class=\"stdout\">100%\nend\n</pre>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain <x>              | plain &lt;x&gt;
          ␛[31mred␛[0m off       | <span class="ansi-red">red</span> off
          ␛[1;34mb␛[22mn␛[39mo   | <span class="ansi-bold ansi-blue">b</span><span class="ansi-blue">n</span>o
          ␛[38;5;196mx␛[m        | <span style="color:rgb(255,0,0)">x</span>
          ␛[48;2;1;2;3mx         | <span style="background-color:rgb(1,2,3)">x</span>
          ␛[91mx␛[2K␛[0m         | <span class="ansi-bright-red">x</span>
          ␛[38;5mx               | x
          ␛]8;;http://a␛\\y      | y
          """)
  void coloursBecomeSpans(String text, String html) {
    assertEquals(html, Ansi.toHtml(text.replace('␛', '\u001b').replace("\\\\", "\\")));
  }

  @Test
  void strippedTextHasNoEscapes() {
    assertEquals("a b", Ansi.strip("\u001b[1;31ma\u001b[0m \u001b[38;5;3mb\u001b[K"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var x = 3 * 0x1F + 1e-5f; // note",
        "String s = \"a\\\"b\"; char c = '\\'';",
        "String t = \"\"\"\n  text \"q\" \\\"\"\"\n  \"\"\";",
        "\"unfinished",
        "/* unfinished",
        "%time f(x)\n%%html\n<b>",
        "@Override public <T> T f(List<T> xs) { return xs.get(0); }",
        "∂ 😀 #"
      })
  void piecesOfJavaJoinToTheText(String code) {
    assertEquals(
        code, String.join("", JavaTokens.of(code).stream().map(JavaTokens.Token::text).toList()));
  }

  @Test
  void piecesOfJavaAreTold() {
    assertEquals(
        "KEYWORD:var NUMBER:1.5e-3 COMMENT:// c KEYWORD:new TYPE:Foo STRING:\"s\" CALL:f",
        String.join(
            " ",
            JavaTokens.of("var x = 1.5e-3 // c\n+ new Foo(\"s\").f (2.)").stream()
                .filter(t -> t.kind() != JavaTokens.Kind.PLAIN)
                .limit(7)
                .map(t -> t.kind() + ":" + t.text())
                .toList()));
  }

  @Test
  void longTextsAreCutWithoutRecursion() {
    String code = "\"" + "x".repeat(200_000) + "\" /*" + "*".repeat(200_000) + "*/";
    assertEquals(3, JavaTokens.of(code).size());
  }
}
