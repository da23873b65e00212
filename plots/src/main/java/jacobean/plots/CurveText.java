package jacobean.plots;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Curves in a terminal: one curve as a braille chart with its axes, several as a line each of block
 * characters.
 */
final class CurveText {
  private static final int WIDTH = 60;
  private static final int HEIGHT = 10;
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";

  /** The bits of a braille cell's dots, by row and column. */
  private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  private CurveText() {}

  static String of(Plot plot) {
    String title = plot.title().isEmpty() ? "" : plot.title() + "\n";
    return title
        + (plot.series().size() == 1 ? chart(plot, plot.series().getFirst()) : lines(plot));
  }

  private static String lines(Plot plot) {
    int width = plot.series().stream().mapToInt(s -> s.name().length()).max().orElse(0);
    return plot.series().stream()
        .map(s -> s.name() + " ".repeat(width - s.name().length()) + "  " + line(plot, s))
        .collect(Collectors.joining("\n"));
  }

  private static String line(Plot plot, Series series) {
    double[] y = series.drawable(plot.isLogY()).y();
    double[] shown = Arrays.stream(y).filter(Double::isFinite).toArray();
    if (shown.length == 0) {
      return "no value to draw in " + Numerals.counted(y.length, "point", "points");
    }
    double low = place(plot, Arrays.stream(shown).min().orElseThrow());
    double high = place(plot, Arrays.stream(shown).max().orElseThrow());
    int cells = Math.min(WIDTH, y.length);
    var text = new StringBuilder();
    for (int cell = 0; cell < cells; cell++) {
      double mean =
          Arrays.stream(y, cell * y.length / cells, (cell + 1) * y.length / cells)
              .filter(Double::isFinite)
              .map(value -> place(plot, value))
              .average()
              .orElse(Double.NaN);
      double height = high == low ? 0.5 : (mean - low) / (high - low);
      text.append(Double.isNaN(mean) ? ' ' : BLOCKS.charAt((int) Math.min(7, height * 8)));
    }
    int longest = plot.series().stream().mapToInt(Series::size).max().orElse(0);
    text.append(" ".repeat(Math.min(WIDTH, longest) - cells));
    return text + "  " + Numerals.label(shown[0]) + " → " + Numerals.label(shown[shown.length - 1]);
  }

  private static String chart(Plot plot, Series given) {
    Series series = given.drawable(plot.isLogY());
    double[] x = series.x();
    double[] y = series.y();
    int[] shown = IntStream.range(0, y.length).filter(i -> Double.isFinite(y[i])).toArray();
    if (shown.length == 0) {
      return "no value to draw in " + Numerals.counted(given.size(), "point", "points");
    }
    double left = Arrays.stream(shown).mapToDouble(i -> x[i]).min().orElseThrow();
    double right = Arrays.stream(shown).mapToDouble(i -> x[i]).max().orElseThrow();
    double low = Arrays.stream(shown).mapToDouble(i -> y[i]).min().orElseThrow();
    double high = Arrays.stream(shown).mapToDouble(i -> y[i]).max().orElseThrow();
    var grid = new int[HEIGHT][WIDTH];
    int lastColumn = -1;
    int lastRow = -1;
    for (int i = 0; i < y.length; i++) {
      if (!Double.isFinite(y[i])) {
        lastColumn = -1;
        continue;
      }
      int column = scaled(x[i], left, right, WIDTH * 2);
      int row =
          HEIGHT * 4
              - 1
              - scaled(place(plot, y[i]), place(plot, low), place(plot, high), HEIGHT * 4);
      join(grid, lastColumn < 0 ? column : lastColumn, lastColumn < 0 ? row : lastRow, column, row);
      lastColumn = column;
      lastRow = row;
    }
    return framed(
        grid,
        Numerals.label(low),
        Numerals.label(high),
        Numerals.label(left),
        Numerals.label(right),
        plot);
  }

  private static String framed(
      int[][] grid, String low, String high, String left, String right, Plot plot) {
    int margin = Math.max(low.length(), high.length());
    var text = new StringBuilder();
    for (int row = 0; row < HEIGHT; row++) {
      String label = row == 0 ? high : row == HEIGHT - 1 ? low : "";
      text.append(" ".repeat(margin - label.length())).append(label);
      text.append(label.isEmpty() ? " │" : " ┤");
      var cells = new StringBuilder();
      for (int cell : grid[row]) {
        cells.append(cell == 0 ? ' ' : (char) (0x2800 + cell));
      }
      text.append(cells.toString().stripTrailing()).append('\n');
    }
    text.append(" ".repeat(margin)).append(" └").append("─".repeat(WIDTH)).append('\n');
    String middle = plot.xLabel();
    int gap = WIDTH - left.length() - right.length();
    int before = Math.max(1, (gap - middle.length()) / 2);
    text.append(" ".repeat(margin + 2)).append(left).append(" ".repeat(before)).append(middle);
    return text.append(" ".repeat(Math.max(1, gap - before - middle.length())))
        .append(right)
        .toString();
  }

  private static double place(Plot plot, double y) {
    return plot.isLogY() ? Math.log(y) : y;
  }

  private static int scaled(double value, double low, double high, int steps) {
    return high == low
        ? (steps - 1) / 2
        : (int) Math.round((value / 2 - low / 2) / (high / 2 - low / 2) * (steps - 1));
  }

  private static void join(int[][] grid, int x1, int y1, int x2, int y2) {
    int steps = Math.max(1, Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)));
    for (int i = 0; i <= steps; i++) {
      int column = x1 + Math.round((x2 - x1) * (i / (float) steps));
      int row = y1 + Math.round((y2 - y1) * (i / (float) steps));
      grid[row / 4][column / 2] |= DOTS[row % 4][column % 2];
    }
  }
}
