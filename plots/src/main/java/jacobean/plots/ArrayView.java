package jacobean.plots;

import jacobean.Array;
import jacobean.text.ArrayText;
import jacobean.text.Corners;
import jacobean.text.Elements;
import jacobean.text.PrintOptions;
import jacobean.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An array as HTML: a caption with its type, shape and size, and its values. Matrices become tables
 * with the indices of rows and columns; arrays of three axes, a table for each item of the first;
 * all others are shown as NumPy prints them. Large axes keep their ends.
 */
public final class ArrayView {
  /** A table keeps so many items at each end of an axis, and whole axes up to twice that. */
  private static final int EDGE = 6;

  private final Array array;

  private ArrayView(Array array) {
    this.array = array;
  }

  /** A view of an array. */
  public static ArrayView of(Array array) {
    return new ArrayView(array);
  }

  /** The array as HTML; of a tracer, which has no numbers, only its type. */
  public String toHtml() {
    ArrayFacts facts = ArrayFacts.of(array).orElseThrow();
    return facts
        .elements()
        .map(elements -> html(elements, facts.type(), facts.bytes()))
        .orElseGet(() -> Html.view("<code>" + Html.escape(array.toString()) + "</code>"));
  }

  /** The array as JAX shows it. */
  @Override
  public String toString() {
    return array.repr();
  }

  /**
   * @param type the caption, such as {@code f32[2,3]}
   * @param bytes the size of its memory
   */
  static String html(Elements elements, String type, long bytes) {
    int[] shape = elements.shape();
    long size = Corners.size(shape);
    String caption =
        "<div><code>%s</code> <span class=\"dim\">shape %s, %s, %s</span></div>"
            .formatted(
                Html.escape(type),
                ArrayText.tuple(shape),
                Numerals.counted(size, "element", "elements"),
                Numerals.bytes(bytes));
    boolean table = size > 0 && (shape.length == 2 || shape.length == 3);
    return Html.view(caption + (table ? tables(elements) : text(elements)));
  }

  private static String text(Elements elements) {
    return "<pre>" + Html.escape(ArrayText.str(elements)) + "</pre>";
  }

  private static String tables(Elements elements) {
    int[] shape = elements.shape();
    var words = Words.of(elements, new Corners(shape, true, EDGE), PrintOptions.DEFAULT);
    if (shape.length == 2) {
      return table(words, 0, 0);
    }
    long stride = (long) shape[1] * shape[2];
    List<String> parts = new ArrayList<>();
    for (int item : words.corners().along(0)) {
      if (words.corners().cuts(0) && parts.size() == EDGE) {
        parts.add("<div>…</div>");
      }
      parts.add("<h4><code>[" + item + "]</code></h4>" + table(words, 1, item * stride));
    }
    return String.join("\n", parts);
  }

  /** The matrix of the axes from {@code axis} whose first element is at {@code base}. */
  private static String table(Words words, int axis, long base) {
    Corners corners = words.corners();
    long columns = corners.shape()[axis + 1];
    List<String> heads = cells(corners, axis + 1, "", Integer::toString);
    List<List<String>> rows = new ArrayList<>();
    int[] shown = corners.along(axis);
    for (int i = 0; i < shown.length; i++) {
      if (corners.cuts(axis) && i == EDGE) {
        rows.add(heads.stream().map(head -> "⋮").collect(Collectors.toList()));
      }
      long row = base + shown[i] * columns;
      rows.add(
          cells(corners, axis + 1, Integer.toString(shown[i]), j -> words.at(row + j).strip()));
    }
    return Html.bareTable(heads, rows);
  }

  private static List<String> cells(
      Corners corners, int axis, String first, java.util.function.IntFunction<String> cell) {
    List<String> cells = new ArrayList<>();
    cells.add(first);
    IntStream.of(corners.along(axis)).mapToObj(cell).forEach(cells::add);
    if (corners.cuts(axis)) {
      cells.add(1 + EDGE, "…");
    }
    return cells;
  }
}
