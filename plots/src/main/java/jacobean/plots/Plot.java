package jacobean.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A line chart, such as a loss curve. Immutable: each wither gives another plot.
 *
 * <pre>{@code
 * Plot.of(losses).title("Training").xLabel("step").yLabel("loss").logY()
 * Plot.of(train).named("train").and("test", test)
 * }</pre>
 *
 * {@snippet :
 * var losses = jnp.array(3., 1., 0.5);
 * Plot.of(losses).title("Training").yLabel("loss").title() // => Training
 * }
 *
 * @param series the curves, in the order of the legend
 * @param title the heading; empty for none
 * @param xLabel what the x axis shows; empty for nothing
 * @param yLabel what the y axis shows; empty for nothing
 * @param isLogY whether the y axis is logarithmic; values that are not positive make gaps
 * @param width the width in CSS pixels
 * @param height the height in CSS pixels
 */
public record Plot(
    List<Series> series,
    String title,
    String xLabel,
    String yLabel,
    boolean isLogY,
    int width,
    int height) {
  private static final int SMALLEST = 120;
  private static final int LARGEST = 4000;

  public Plot {
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException(
          "plot: got no series; give it at least one list of numbers");
    }
    long names = series.stream().map(Series::name).distinct().count();
    if (names < series.size()) {
      throw new IllegalArgumentException(
          "plot: two series have the same name in "
              + series.stream().map(Series::name).toList()
              + "; give each its own");
    }
    if (Math.min(width, height) < SMALLEST || Math.max(width, height) > LARGEST) {
      throw new IllegalArgumentException(
          "plot: size %dx%d is out of range; width and height go from %d to %d pixels"
              .formatted(width, height, SMALLEST, LARGEST));
    }
  }

  /**
   * One curve through values at 0, 1, 2, ..., or several.
   *
   * {@snippet :
   * Plot.of(jnp.array(3., 1., 2.)).title("Losses").series().size() // => 1
   * }
   *
   * @param values a list of numbers or of arrays of one element, a one-dimensional array of Java or
   *     of Jacobean, or a map from names to such values for several curves
   * @throws IllegalArgumentException for anything else
   */
  public static Plot of(Object values) {
    if (values instanceof Map<?, ?> named) {
      List<Series> all = new ArrayList<>();
      named.forEach((name, ys) -> all.add(Series.of(String.valueOf(name), Samples.of(ys))));
      return ofSeries(all);
    }
    return ofSeries(List.of(Series.of("", Samples.of(values))));
  }

  /**
   * One curve through the points (x, y); both arguments are as {@link #of} takes them.
   *
   * {@snippet :
   * Plot.xy(jnp.array(0., 1.), jnp.array(5., 7.)).toSvg().startsWith("<svg") // => true
   * }
   */
  public static Plot xy(Object xs, Object ys) {
    return ofSeries(List.of(new Series("", Samples.of(xs), Samples.of(ys))));
  }

  private static Plot ofSeries(List<Series> series) {
    return new Plot(series, "", "", "", false, 640, 320);
  }

  /**
   * This plot with one more curve, through values as {@link #of(Object)} takes them.
   *
   * {@snippet :
   * Plot.of(List.of(1, 2)).and("test", List.of(2, 3)).series().size() // => 2
   * }
   */
  public Plot and(String name, Object values) {
    return and(Series.of(name, Samples.of(values)));
  }

  /** This plot with one more curve. */
  public Plot and(Series more) {
    List<Series> all = new ArrayList<>(series);
    all.add(more);
    return new Plot(all, title, xLabel, yLabel, isLogY, width, height);
  }

  /**
   * This plot with another name for its last curve.
   *
   * {@snippet :
   * Plot.of(List.of(1, 2)).named("train").series().get(0).name() // => train
   * }
   */
  public Plot named(String name) {
    List<Series> all = new ArrayList<>(series);
    Series last = all.removeLast();
    all.add(new Series(name, last.x(), last.y()));
    return new Plot(all, title, xLabel, yLabel, isLogY, width, height);
  }

  /**
   * This plot under another heading.
   *
   * {@snippet :
   * Plot.of(List.of(1, 2)).title("Losses").title() // => Losses
   * }
   */
  public Plot title(String heading) {
    return new Plot(series, heading, xLabel, yLabel, isLogY, width, height);
  }

  /**
   * This plot with another text below the x axis.
   *
   * {@snippet :
   * Plot.of(List.of(1, 2)).xLabel("step").xLabel() // => step
   * }
   */
  public Plot xLabel(String label) {
    return new Plot(series, title, label, yLabel, isLogY, width, height);
  }

  /**
   * This plot with another text beside the y axis.
   *
   * {@snippet :
   * Plot.of(List.of(1, 2)).yLabel("loss").yLabel() // => loss
   * }
   */
  public Plot yLabel(String label) {
    return new Plot(series, title, xLabel, label, isLogY, width, height);
  }

  /**
   * This plot with a logarithmic y axis.
   *
   * {@snippet :
   * Plot.of(List.of(1, 100)).logY().isLogY() // => true
   * }
   */
  public Plot logY() {
    return logY(true);
  }

  /** This plot with a logarithmic y axis, or with a linear one. */
  public Plot logY(boolean logarithmic) {
    return new Plot(series, title, xLabel, yLabel, logarithmic, width, height);
  }

  /**
   * This plot at another size, in CSS pixels.
   *
   * {@snippet :
   * Plot.of(List.of(1, 2)).size(300, 200).width() // => 300
   * }
   */
  public Plot size(int newWidth, int newHeight) {
    return new Plot(series, title, xLabel, yLabel, isLogY, newWidth, newHeight);
  }

  /**
   * The chart as an SVG image that stands alone; its text follows the page where it is inline.
   *
   * {@snippet :
   * Plot.of(List.of(1, 2)).toSvg().startsWith("<svg") // => true
   * }
   */
  public String toSvg() {
    return CurveSvg.of(this);
  }

  /**
   * The chart as HTML, with a note where points could not be drawn.
   *
   * {@snippet :
   * Plot.of(List.of(1, 2)).toHtml().contains("<svg") // => true
   * }
   */
  public String toHtml() {
    String note = note();
    return Html.view(
        toSvg() + (note.isEmpty() ? "" : "<div class=\"dim\">" + Html.escape(note) + "</div>"));
  }

  /** The chart for a terminal. */
  @Override
  public String toString() {
    String note = note();
    return CurveText.of(this) + (note.isEmpty() ? "" : "\n" + note);
  }

  /** What the chart shows in a sentence, for readers who cannot see it. */
  String description() {
    var text = new StringBuilder(title.isEmpty() ? "Line chart" : title);
    for (Series s : series) {
      double[] y =
          java.util.Arrays.stream(s.drawable(isLogY).y()).filter(Double::isFinite).toArray();
      text.append(text.isEmpty() ? "" : "; ").append(s.name().isEmpty() ? "values" : s.name());
      text.append(
          y.length == 0
              ? ": nothing to draw"
              : ": from %s to %s in %s"
                  .formatted(
                      Numerals.label(y[0]),
                      Numerals.label(y[y.length - 1]),
                      Numerals.counted(s.size(), "point", "points")));
    }
    return text.toString();
  }

  private String note() {
    long gaps = series.stream().mapToLong(s -> s.gaps(isLogY)).sum();
    return gaps == 0
        ? ""
        : Numerals.counted(gaps, "point is", "points are")
            + (isLogY
                ? " not positive or not finite, and not drawn"
                : " not finite, and not drawn");
  }
}
