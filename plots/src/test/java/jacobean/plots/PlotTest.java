package jacobean.plots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Plots as SVG, HTML and text, from all that they accept. */
class PlotTest {
  private static double[] decay(int points) {
    return IntStream.range(0, points).mapToDouble(i -> 3 * Math.exp(-5.0 * i / points)).toArray();
  }

  private static Element parse(String svg) throws Exception {
    var in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of("doubles", new double[] {3, 2, 1}),
        Arguments.of("floats", new float[] {3, 2, 1}),
        Arguments.of("ints", new int[] {3, 2, 1}),
        Arguments.of("longs", new long[] {3, 2, 1}),
        Arguments.of("list of doubles", List.of(3.0, 2.0, 1.0)),
        Arguments.of("list of mixed numbers", List.of(3, 2f, 1L)),
        Arguments.of("boxed", new Double[] {3.0, 2.0, 1.0}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void takesNumbersFrom(String name, Object values) {
    assertArrayEquals(new double[] {3, 2, 1}, Plot.of(values).series().getFirst().y());
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("text", "plot: wants a list of numbers", "java.lang.String"),
        Arguments.of(List.of(1, "two"), "element 1 is a java.lang.String", "wants numbers"),
        Arguments.of(Arrays.asList(1, null), "element 1 is null", "wants numbers"),
        Arguments.of(Map.of(), "got no series", "at least one"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void saysWhatItWants(Object values, String first, String second) {
    var error = assertThrows(IllegalArgumentException.class, () -> Plot.of(values));
    assertTrue(error.getMessage().contains(first), error.getMessage());
    assertTrue(error.getMessage().contains(second), error.getMessage());
  }

  @Test
  void refusesCurvesThatCannotBeToldApart() {
    var plot = Plot.of(new double[] {1}).named("a");
    var error = assertThrows(IllegalArgumentException.class, () -> plot.and("a", List.of(2)));
    assertTrue(error.getMessage().contains("[a, a]"), error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> plot.size(10, 10));
    assertThrows(IllegalArgumentException.class, () -> Plot.xy(List.of(1, 2), List.of(1)));
  }

  @Test
  void namedCurvesComeFromMaps() {
    var curves = new LinkedHashMap<String, Object>();
    curves.put("train", List.of(3, 2));
    curves.put("test", new float[] {4, 3});
    assertEquals(
        List.of("train", "test"), Plot.of(curves).series().stream().map(Series::name).toList());
  }

  @Test
  void withersLeaveTheOriginalAlone() {
    var plot = Plot.of(new double[] {1, 2});
    var other = plot.title("t").xLabel("x").yLabel("y").logY().size(300, 200).named("n");
    assertEquals(Plot.of(new double[] {1, 2}), plot);
    assertEquals(
        List.of("t", "x", "y", true, 300, 200, "n"),
        List.of(
            other.title(),
            other.xLabel(),
            other.yLabel(),
            other.isLogY(),
            other.width(),
            other.height(),
            other.series().getFirst().name()));
  }

  static Stream<Arguments> drawn() {
    double nan = Double.NaN;
    return Stream.of(
        Arguments.of("thousand points", Plot.of(decay(1000)).title("Loss")),
        Arguments.of("two series", Plot.of(decay(1000)).named("a").and("b", decay(500)).logY()),
        Arguments.of("a million points", Plot.of(decay(1_000_000))),
        Arguments.of("gaps", Plot.of(new double[] {1, nan, 3, Double.POSITIVE_INFINITY, 2, 2})),
        Arguments.of("log of negatives", Plot.of(new double[] {-1, 0, 3, 5}).logY()),
        Arguments.of("one point", Plot.of(new double[] {5})),
        Arguments.of("constant", Plot.of(new double[] {2, 2, 2})),
        Arguments.of("constant log", Plot.of(new double[] {2, 2, 2}).logY()),
        Arguments.of("zeros", Plot.of(new double[30])),
        Arguments.of("no points", Plot.of(new double[0])),
        Arguments.of("nothing finite", Plot.of(new double[] {nan, nan})),
        Arguments.of("one of two empty", Plot.of(new double[0]).named("a").and("b", decay(20))),
        Arguments.of("tiny values", Plot.of(new double[] {1e-300, 2e-300, 5e-300})),
        Arguments.of("huge values", Plot.of(new double[] {1e300, -1e300})),
        Arguments.of("decades", Plot.of(new double[] {1e-12, 1e12}).logY()),
        Arguments.of("markup", Plot.of(decay(5)).named("<script>").title("a & <b>").xLabel("\"")),
        Arguments.of("small", Plot.of(decay(50)).size(120, 120)),
        Arguments.of("x backwards", Plot.xy(new double[] {3, 2, 1}, new double[] {1, 2, 3})));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drawn")
  void svgIsWellFormedSmallAndWithoutScripts(String name, Plot plot) throws Exception {
    String svg = plot.toSvg();
    Element root = parse(svg);
    assertEquals("svg", root.getTagName());
    assertEquals(String.valueOf(plot.width()), root.getAttribute("width"));
    assertEquals("img", root.getAttribute("role"));
    assertFalse(root.getAttribute("aria-label").isBlank());
    assertEquals(0, root.getElementsByTagName("script").getLength());
    assertEquals(0, root.getElementsByTagName("image").getLength());
    assertFalse(Pattern.compile("\\son\\w+=").matcher(svg).find(), "no event handlers");
    assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
    assertTrue(svg.length() < 100_000, () -> "too large: " + svg.length());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drawn")
  void htmlAndTextShowTheSame(String name, Plot plot) {
    assertTrue(plot.toHtml().contains(plot.toSvg()));
    assertFalse(plot.toHtml().contains("<script"), "escaped");
    assertFalse(plot.toString().isBlank());
    assertTrue(plot.toString().lines().allMatch(line -> line.length() <= 110), plot.toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drawn")
  void isDrawnWithoutFontsToo(String name, Plot plot) throws Exception {
    boolean empty = plot.toSvg().contains("no value to draw");
    String svg = "<svg>" + (empty ? "" : CurveSvg.withoutFonts(plot)) + "</svg>";
    assertEquals(empty, parse(svg).getElementsByTagName("path").getLength() == 0);
    assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
    assertTrue(svg.length() < 100_000, () -> "too large: " + svg.length());
  }

  @Test
  void xchartDrawsWhereThereAreFonts() {
    assumeTrue(
        GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length > 0,
        "this machine has no fonts");
    assertFalse(Plot.of(decay(20)).toSvg().contains("<desc>"));
  }

  @Test
  void coloursFollowThePage() throws Exception {
    String svg = Plot.of(decay(10)).title("t").toSvg();
    assertTrue(svg.contains("currentColor"));
    assertFalse(svg.contains("#000") || svg.contains("#fff"), svg);
    assertTrue(parse(svg).getAttribute("style").contains("--jp-ui-font-color1"));
  }

  @Test
  void saysHowManyPointsAreMissing() {
    var plot = Plot.of(new double[] {1, Double.NaN, -3}).logY();
    String note = "2 points are not positive or not finite, and not drawn";
    assertTrue(plot.toString().endsWith(note), plot.toString());
    assertTrue(plot.toHtml().contains(note));
    assertFalse(Plot.of(new double[] {1, -3}).toHtml().contains("not drawn"));
  }

  @Test
  void aCurveInATerminal() {
    assertEquals(
        """
        Ramp
        9 ┤                                                      ⣀⡠⠤⠔⠒⠉
          │                                                ⢀⣀⠤⠔⠊⠉
          │                                          ⢀⣀⠤⠤⠒⠊⠁
          │                                   ⢀⣀⡠⠤⠒⠊⠉⠁
          │                              ⣀⡠⠔⠒⠉⠁
          │                        ⢀⣀⠤⠔⠊⠉
          │                 ⢀⣀⡠⠤⠒⠊⠉⠁
          │           ⢀⡠⠤⠒⠒⠉⠁
          │      ⣀⡠⠔⠒⠉⠁
        0 ┤⣀⠤⠔⠒⠊⠉
          └────────────────────────────────────────────────────────────
           0                           step                           9\
        """,
        Plot.of(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}).title("Ramp").xLabel("step").toString());
  }

  @Test
  void severalCurvesInATerminal() {
    assertEquals(
        """
        a    █▆▃▁  4 → 1
        bbb  ▁█▁   1 → 1\
        """,
        Plot.of(new int[] {4, 3, 2, 1}).named("a").and("bbb", new int[] {1, 2, 1}).toString());
  }

  @Test
  void thinningKeepsEndsAndExtremes() {
    double[] y = IntStream.range(0, 100_000).mapToDouble(i -> Math.sin(i * 0.37)).toArray();
    y[54_321] = 17;
    y[66_666] = -9;
    Series thin = Series.of("", y).thinned(300);
    assertTrue(thin.size() <= 1200, () -> "points: " + thin.size());
    assertEquals(17, Arrays.stream(thin.y()).max().orElseThrow());
    assertEquals(-9, Arrays.stream(thin.y()).min().orElseThrow());
    assertEquals(0, thin.x()[0]);
    assertEquals(99_999, thin.x()[thin.size() - 1]);
    double[] x = thin.x();
    assertTrue(IntStream.range(1, x.length).allMatch(i -> x[i] > x[i - 1]), "in order");
  }
}
