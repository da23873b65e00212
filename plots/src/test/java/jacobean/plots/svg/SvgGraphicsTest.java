package jacobean.plots.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What drawing commands become as SVG. */
class SvgGraphicsTest {
  private static String svg(Consumer<Graphics2D> drawing) {
    var graphics = new SvgGraphics(c -> c.equals(Color.BLACK) ? "black" : "red");
    graphics.setColor(Color.BLACK);
    drawing.accept(graphics);
    return graphics.elements().strip();
  }

  static Stream<Arguments> drawings() {
    return Stream.of(
        drawing(
            "line",
            g -> g.drawLine(1, 2, 4, 6),
            "<path d=\"M1 2l3 4\" fill=\"none\" stroke=\"black\"/>"),
        drawing(
            "lines that meet are one",
            g -> {
              g.drawLine(0, 0, 5, 0);
              g.drawLine(5, 0, 5, 7);
              g.drawLine(9, 9, 10, 10);
            },
            "<path d=\"M0 0h5v7M9 9l1 1\" fill=\"none\" stroke=\"black\"/>"),
        drawing(
            "lines of two looks are two",
            g -> {
              g.drawLine(0, 0, 5, 0);
              g.setStroke(new BasicStroke(2));
              g.drawLine(5, 0, 5, 7);
            },
            """
            <path d="M0 0h5" fill="none" stroke="black"/>
            <path d="M5 0v7" fill="none" stroke="black" stroke-width="2"/>\
            """),
        drawing(
            "rectangle",
            g -> g.fillRect(1, 1, 2, 3),
            "<path d=\"M1 1h2v3h-2v-3z\" fill=\"black\"/>"),
        drawing(
            "transform",
            g -> {
              g.translate(10, 0);
              g.scale(2, 2);
              g.draw(new Line2D.Double(0.25, -0.25, 1, 1));
            },
            "<path d=\"M10.5-.5l1.5 2.5\" fill=\"none\" stroke=\"black\" stroke-width=\"2\"/>"),
        drawing(
            "translucent",
            g -> {
              g.setColor(new Color(255, 0, 0, 51));
              g.fillRect(0, 0, 1, 1);
            },
            "<path d=\"M0 0h1v1h-1v-1z\" fill=\"red\" fill-opacity=\"0.2\"/>"),
        drawing(
            "clear",
            g -> {
              g.setColor(new Color(0, true));
              g.fillRect(0, 0, 9, 9);
              g.drawLine(0, 0, 9, 9);
            },
            ""),
        drawing(
            "dashes",
            g -> {
              g.setStroke(new BasicStroke(1, 0, 0, 10, new float[] {3, 1.5f}, 0));
              g.drawLine(0, 0, 9, 0);
            },
            "<path d=\"M0 0h9\" fill=\"none\" stroke=\"black\" stroke-dasharray=\"3 1.5\"/>"),
        drawing(
            "clipped",
            g -> {
              g.setClip(0, 0, 10, 10);
              g.drawLine(0, 0, 5, 5);
              g.drawLine(100, 100, 200, 200);
              g.drawLine(0, 0, 50, 50);
            },
            """
            <path d="M0 0l5 5" fill="none" stroke="black"/>
            <svg x="-2" y="-2" width="14" height="14" viewBox="-2 -2 14 14">\
            <path d="M0 0l50 50" fill="none" stroke="black"/></svg>\
            """),
        drawing("empty text", g -> g.drawString("", 3, 3), ""));
  }

  private static Arguments drawing(String name, Consumer<Graphics2D> drawing, String svg) {
    return Arguments.of(name, drawing, svg);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drawings")
  void becomes(String name, Consumer<Graphics2D> drawing, String expected) {
    assertEquals(expected, svg(drawing));
  }

  @Test
  void textAndCurvesBecomeOutlines() {
    assertTrue(
        svg(g -> g.drawString("loss", 3, 20)).matches("(?s)<path d=\"M[^\"]+z\" fill=\"black\"/>"));
    assertTrue(svg(g -> g.fill(new Ellipse2D.Double(0, 0, 10, 10))).contains("c0"));
  }

  @Test
  void aChildDrawsIntoTheSamePageWithAStateOfItsOwn() {
    String both =
        svg(
            g -> {
              var child = (Graphics2D) g.create();
              child.translate(5, 5);
              child.fillRect(0, 0, 1, 1);
              child.dispose();
              g.fillRect(0, 0, 1, 1);
            });
    assertEquals(
        """
        <path d="M5 5h1v1h-1v-1z" fill="black"/>
        <path d="M0 0h1v1h-1v-1z" fill="black"/>\
        """,
        both);
  }

  @Test
  void roundingDoesNotAddUp() {
    var zigzag = new Path2D.Double();
    zigzag.moveTo(0, 0);
    for (int i = 1; i <= 1000; i++) {
      zigzag.lineTo(i * 0.1234, i % 2);
    }
    assertEquals("M123.4 0", SvgPath.of(zigzag, null).end());
    assertEquals(123.4, sumOfSteps(SvgPath.of(zigzag, null).rest()), 1e-9);
  }

  /** Adds up the horizontal parts of relative line commands. */
  private static double sumOfSteps(String data) {
    var number = Pattern.compile("-?(\\d+(\\.\\d)?|\\.\\d)");
    double[] numbers =
        number.matcher(data).results().mapToDouble(m -> Double.parseDouble(m.group())).toArray();
    return IntStream.range(0, numbers.length / 2).mapToDouble(i -> numbers[2 * i]).sum();
  }

  @Test
  void picturesAreRefused() {
    var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    assertThrows(
        UnsupportedOperationException.class, () -> svg(g -> g.drawImage(image, 0, 0, null)));
  }
}
