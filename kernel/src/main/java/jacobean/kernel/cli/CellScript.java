package jacobean.kernel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cells in one text: lines that begin with {@code // %%} part them, the rest of such a line is a
 * title. A text without such lines is one cell.
 */
final class CellScript {
  private static final Pattern MARKER = Pattern.compile("(?m)^//[ \\t]?%%.*(?:\\R|\\z)");

  private CellScript() {}

  /** The cells, blank ones left out. */
  static List<String> cells(String text) {
    List<String> cells = new ArrayList<>(MARKER.splitAsStream(text).toList());
    cells.removeIf(String::isBlank);
    return List.copyOf(cells);
  }
}
