package jacobean.magics;

import jacobean.kernel.spi.MimeBundle;
import jacobean.plots.Html;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small table as text and as HTML.
 *
 * @param note a line below it, or the empty text
 */
record Table(List<String> heads, List<List<String>> rows, String note) {

  MimeBundle bundle() {
    return MimeBundle.text(text()).and("text/html", Html.table(heads, rows, note));
  }

  private String text() {
    int[] widths =
        IntStream.range(0, heads.size())
            .map(i -> lines().mapToInt(line -> line.get(i).length()).max().orElse(0))
            .toArray();
    String table = lines().map(line -> aligned(line, widths)).collect(Collectors.joining("\n"));
    return note.isEmpty() ? table : table + "\n" + note;
  }

  private Stream<List<String>> lines() {
    return Stream.concat(Stream.of(heads), rows.stream());
  }

  private static String aligned(List<String> line, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> line.get(i) + " ".repeat(widths[i] - line.get(i).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }
}
