package jacobean.plots;

import jacobean.plots.svg.SvgGraphics;
import jacobean.text.ScalarText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A plot drawn by XChart and written as SVG. The background is transparent; axes and text take the
 * page's text colour where the SVG is inline, and a grey that reads on white and on black where it
 * is an image of its own.
 */
final class CurveSvg {
  /** Stands for the text colour while XChart draws; becomes {@code currentColor}. */
  private static final Color INK = new Color(1, 2, 3);

  private static final Color FAINT = new Color(INK.getRed(), INK.getGreen(), INK.getBlue(), 40);
  private static final Color CLEAR = new Color(0, 0, 0, 0);
  private static final String TEXT_COLOUR =
      "var(--jp-ui-font-color1,var(--vscode-editor-foreground,#777))";

  /** Distinct also to the colour-blind, and at least 3:1 against white and against #111. */
  private static final Color[] COLOURS = {
    new Color(0x2f7ed8), new Color(0xd9620f), new Color(0x1f9457), new Color(0xb758c4),
    new Color(0xa67c00), new Color(0x14909c), new Color(0xe0457b), new Color(0x7a7a7a),
  };

  /** So many points can all have their x below them. */
  private static final int FEW = 12;

  private CurveSvg() {}

  static String of(Plot plot) {
    boolean anything =
        plot.series().stream()
            .map(s -> s.drawable(plot.isLogY()))
            .anyMatch(s -> Arrays.stream(s.y()).anyMatch(Double::isFinite));
    String body = anything ? drawnWithOrWithoutFonts(plot) : nothing(plot);
    String description = Html.escape(plot.description());
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" \
    role="img" aria-label="%s" style="color:%s"><title>%s</title>
    %s</svg>
    """
        .formatted(
            plot.width(),
            plot.height(),
            plot.width(),
            plot.height(),
            description,
            TEXT_COLOUR,
            description,
            body);
  }

  private static String nothing(Plot plot) {
    return "<text x=\"%d\" y=\"%d\" fill=\"currentColor\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"13\">no value to draw</text>\n"
        .formatted(plot.width() / 2, plot.height() / 2);
  }

  /**
   * XChart measures text with AWT, which throws where the machine has no fonts; a plain chart is
   * better than none.
   */
  private static String drawnWithOrWithoutFonts(Plot plot) {
    try {
      return drawn(plot);
    } catch (RuntimeException | LinkageError | InternalError e) {
      return withoutFonts(plot)
          + "<desc>Drawn without XChart, which failed: "
          + Html.escape(String.valueOf(e))
          + ". If that is about fonts, install fontconfig and a font, for example"
          + " fonts-dejavu-core.</desc>\n";
    }
  }

  static String withoutFonts(Plot plot) {
    return FontlessSvg.elements(
        plot, Arrays.stream(COLOURS).map(CurveSvg::css).toArray(String[]::new));
  }

  private static String drawn(Plot plot) {
    var chart = new XYChart(plot.width(), plot.height());
    chart.setTitle(plot.title());
    chart.setXAxisTitle(plot.xLabel());
    chart.setYAxisTitle(plot.yLabel());
    style(chart.getStyler(), plot);
    IntStream.range(0, plot.series().size()).forEach(i -> add(chart, plot, i));
    var svg = new SvgGraphics(CurveSvg::css);
    chart.paint(svg, plot.width(), plot.height());
    return svg.elements();
  }

  private static void add(XYChart chart, Plot plot, int index) {
    Series series = plot.series().get(index).drawable(plot.isLogY()).thinned(plot.width());
    if (Arrays.stream(series.y()).noneMatch(Double::isFinite)) {
      return;
    }
    String name = series.name().isEmpty() ? "series " + (index + 1) : series.name();
    XYSeries added = withRoundLabels(chart, name, series);
    Color colour = COLOURS[index % COLOURS.length];
    added.setLineColor(colour);
    added.setMarkerColor(colour);
    added.setLineStyle(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    // A line needs two neighbours; a point by itself would not be seen without a marker.
    added.setMarker(hasLonePoint(series.y()) ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
  }

  /**
   * Adds a series. Where all steps of x are equal, XChart labels the data's own x, however odd (44,
   * 88, 132); one x between two others, whose y is NaN and so never drawn, gives round labels.
   */
  private static XYSeries withRoundLabels(XYChart chart, String name, Series series) {
    double[] x = series.x();
    if (x.length <= FEW) {
      return chart.addSeries(name, x, series.y());
    }
    double between = x[0] + 0.37 * (x[1] - x[0]);
    return chart.addSeries(name, with(x, between), with(series.y(), Double.NaN));
  }

  private static double[] with(double[] values, double extra) {
    double[] longer = Arrays.copyOf(values, values.length + 1);
    longer[values.length] = extra;
    return longer;
  }

  private static boolean hasLonePoint(double[] y) {
    return IntStream.range(0, y.length)
        .anyMatch(
            i ->
                Double.isFinite(y[i])
                    && (i == 0 || Double.isNaN(y[i - 1]))
                    && (i == y.length - 1 || Double.isNaN(y[i + 1])));
  }

  private static void style(XYStyler style, Plot plot) {
    var font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    style.setBaseFont(font);
    style.setChartTitleFont(font.deriveFont(14f));
    style.setAxisTitleFont(font);
    style.setAxisTickLabelsFont(font.deriveFont(11f));
    style.setLegendFont(font);
    style.setChartFontColor(INK);
    style.setChartTitleFontColor(INK);
    style.setXAxisTitleColor(INK);
    style.setYAxisTitleColor(INK);
    style.setAxisTickLabelsColor(INK);
    style.setAxisTickMarksColor(INK);
    style.setPlotGridLinesColor(FAINT);
    style.setPlotGridLinesStroke(new BasicStroke(1));
    style.setPlotGridVerticalLinesVisible(false);
    style.setPlotBorderVisible(false);
    style.setChartBackgroundColor(CLEAR);
    style.setPlotBackgroundColor(CLEAR);
    style.setLegendBackgroundColor(CLEAR);
    style.setLegendBorderColor(CLEAR);
    style.setChartTitleVisible(!plot.title().isEmpty());
    style.setXAxisTitleVisible(!plot.xLabel().isEmpty());
    style.setYAxisTitleVisible(!plot.yLabel().isEmpty());
    style.setLegendVisible(plot.series().size() > 1 || !plot.series().getFirst().name().isEmpty());
    style.setLegendPosition(LegendPosition.OutsideS);
    style.setLegendLayout(LegendLayout.Horizontal);
    style.setYAxisLogarithmic(plot.isLogY());
    style.setYAxisLogarithmicDecadeOnly(spansDecades(plot));
    if (plot.isLogY()) {
      style.setYAxisTickLabelsFormattingFunction(CurveSvg::logLabel);
    }
    style.setMarkerSize(5);
  }

  /** True if lines between the powers of ten would crowd the chart. */
  private static boolean spansDecades(Plot plot) {
    var range =
        plot.series().stream()
            .flatMapToDouble(s -> Arrays.stream(s.drawable(plot.isLogY()).y()))
            .filter(Double::isFinite)
            .summaryStatistics();
    return range.getMax() > 1000 * range.getMin();
  }

  /** A label on a logarithmic axis: 1, 2 and 5 of each decade, as there is no room for all. */
  private static String logLabel(double value) {
    double leading = value / Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
    return switch ((int) Math.round(leading)) {
      case 1, 2, 5 -> ScalarText.of((float) value);
      default -> "";
    };
  }

  private static String css(Color opaque) {
    return opaque.equals(INK) ? "currentColor" : "#%06x".formatted(opaque.getRGB() & 0xffffff);
  }
}
