package jacobean.plots;

import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A plain line chart that needs neither AWT nor fonts, for machines without them: lines, a frame,
 * and the ends of both axes, written as SVG text.
 */
final class FontlessSvg {
  private static final int LEFT = 70;
  private static final int TOP = 34;
  private static final int RIGHT = 16;
  private static final int BOTTOM = 44;

  private final Plot plot;
  private final java.util.List<Series> curves;
  private final double[] x;
  private final double[] y;

  private FontlessSvg(Plot plot) {
    this.plot = plot;
    this.curves =
        plot.series().stream().map(s -> s.drawable(plot.isLogY()).thinned(plot.width())).toList();
    this.x = ends(curves.stream().flatMapToDouble(s -> Arrays.stream(s.x())).toArray());
    this.y = ends(curves.stream().flatMapToDouble(s -> Arrays.stream(s.y())).toArray());
  }

  /** The elements of a chart with at least one value to draw. */
  static String elements(Plot plot, String[] colours) {
    return new FontlessSvg(plot).elements(colours);
  }

  private String elements(String[] colours) {
    int bottom = plot.height() - BOTTOM;
    int right = plot.width() - RIGHT;
    var out =
        new StringBuilder(
            "<g font-family=\"sans-serif\" font-size=\"12\" fill=\"currentColor\">\n");
    text(out, plot.width() / 2, 20, "middle", plot.title());
    text(out, LEFT - 6, TOP + 10, "end", Numerals.label(y[1]));
    text(out, LEFT - 6, bottom, "end", Numerals.label(y[0]));
    text(out, LEFT - 6, (TOP + bottom) / 2, "end", plot.yLabel());
    text(out, LEFT, bottom + 16, "start", Numerals.label(x[0]));
    text(out, right, bottom + 16, "end", Numerals.label(x[1]));
    text(out, (LEFT + right) / 2, bottom + 16, "middle", plot.xLabel());
    for (int i = 0; i < curves.size(); i++) {
      if (!curves.get(i).name().isEmpty()) {
        int step = (right - LEFT) / curves.size();
        out.append("<g fill=\"").append(colours[i % colours.length]).append("\">");
        text(out, LEFT + i * step, bottom + 34, "start", "— " + curves.get(i).name());
        out.append("</g>\n");
      }
    }
    out.append("</g>\n");
    out.append(
        "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"currentColor\"/>\n"
            .formatted(LEFT, TOP, bottom, right));
    for (int i = 0; i < curves.size(); i++) {
      out.append("<path d=\"").append(path(curves.get(i))).append("\" fill=\"none\" stroke=\"");
      out.append(colours[i % colours.length]);
      out.append("\" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n");
    }
    return out.toString();
  }

  private String path(Series series) {
    var path = new StringJoiner("");
    double[] xs = series.x();
    double[] ys = series.y();
    for (int i = 0; i < ys.length; i++) {
      if (Double.isFinite(ys[i])) {
        boolean first = i == 0 || !Double.isFinite(ys[i - 1]);
        double px = place(xs[i], x, false, LEFT, plot.width() - RIGHT);
        double py = place(ys[i], y, plot.isLogY(), plot.height() - BOTTOM, TOP);
        // A line of no length draws a round dot, which is how a lone point is seen.
        path.add(String.format(Locale.ROOT, first ? "M%.1f %.1fl0 0" : "L%.1f %.1f", px, py));
      }
    }
    return path.toString();
  }

  private static double place(double value, double[] ends, boolean log, int from, int to) {
    double low = log ? Math.log(ends[0]) : ends[0];
    double high = log ? Math.log(ends[1]) : ends[1];
    double at = log ? Math.log(value) : value;
    // Halves, because the distance of two finite numbers can be infinite.
    double part = high == low ? 0.5 : (at / 2 - low / 2) / (high / 2 - low / 2);
    return from + part * (to - from);
  }

  private static double[] ends(double[] values) {
    var finite = Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
    return new double[] {finite.getMin(), finite.getMax()};
  }

  private static void text(StringBuilder out, int x, int y, String anchor, String text) {
    if (!text.isEmpty()) {
      out.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">".formatted(x, y, anchor));
      out.append(Html.escape(text)).append("</text>\n");
    }
  }
}
