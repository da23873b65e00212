package jacobean.plots.svg;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes what is drawn on it as SVG: one path a shape, no scripts, no styles, no identifiers, so
 * that any number of drawings can stand in one page. Text becomes outlines, hence looks the same
 * whatever fonts the reader has. Gradients and textures are not drawn.
 */
public final class SvgGraphics extends ShapeGraphics {
  private final SvgPage page;
  private final Function<Color, String> css;

  /**
   * An empty drawing.
   *
   * @param css names an opaque colour in CSS, for example {@code currentColor}; what it returns is
   *     written into the SVG as it is
   */
  public SvgGraphics(Function<Color, String> css) {
    this.page = new SvgPage();
    this.css = css;
  }

  private SvgGraphics(SvgGraphics parent) {
    super(parent.copyOfState());
    this.page = parent.page;
    this.css = parent.css;
  }

  /** The SVG elements drawn so far, without the {@code svg} element around them. */
  public String elements() {
    return page.elements();
  }

  @Override
  public Graphics create() {
    return new SvgGraphics(this);
  }

  @Override
  public void fill(Shape shape) {
    if (getColor().getAlpha() > 0) {
      path(shape, paint("fill"), 0);
    }
  }

  @Override
  public void draw(Shape shape) {
    if (getColor().getAlpha() == 0) {
      return;
    }
    if (!(getStroke() instanceof BasicStroke stroke)) {
      fill(getStroke().createStrokedShape(shape));
      return;
    }
    double width = stroke.getLineWidth() * Math.sqrt(Math.abs(getTransform().getDeterminant()));
    var attributes = new StringBuilder(" fill=\"none\"").append(paint("stroke"));
    if (width != 1) {
      attributes.append(" stroke-width=\"").append(number(width)).append('"');
    }
    if (stroke.getLineJoin() == BasicStroke.JOIN_ROUND) {
      attributes.append(" stroke-linejoin=\"round\"");
    }
    if (stroke.getEndCap() == BasicStroke.CAP_ROUND) {
      attributes.append(" stroke-linecap=\"round\"");
    }
    if (stroke.getDashArray() != null) {
      attributes.append(" stroke-dasharray=\"");
      for (float dash : stroke.getDashArray()) {
        attributes.append(number(dash)).append(' ');
      }
      attributes.setCharAt(attributes.length() - 1, '"');
    }
    path(shape, attributes.toString(), width);
  }

  private void path(Shape shape, String attributes, double strokeWidth) {
    AffineTransform transform = getTransform();
    SvgPath path = SvgPath.of(shape, transform);
    if (!path.isEmpty()) {
      Rectangle2D bounds = transform.createTransformedShape(shape).getBounds2D();
      clip(bounds, strokeWidth).ifPresent(clip -> page.add(path, attributes, clip));
    }
  }

  /**
   * The clip as a view box, empty text where it does not touch the shape; nothing if all is cut.
   */
  private Optional<String> clip(Rectangle2D bounds, double strokeWidth) {
    if (getClip() == null) {
      return Optional.of("");
    }
    Rectangle2D clip = getTransform().createTransformedShape(getClip()).getBounds2D();
    // A stroke's width beyond the clip is let through, so that lines along its edge stay whole.
    double slack = strokeWidth + 1;
    double left = clip.getX() - slack;
    double top = clip.getY() - slack;
    double right = clip.getMaxX() + slack;
    double bottom = clip.getMaxY() + slack;
    if (bounds.getMaxX() < left
        || bounds.getX() > right
        || bounds.getMaxY() < top
        || bounds.getY() > bottom) {
      return Optional.empty();
    }
    boolean inside =
        bounds.getX() >= left
            && bounds.getMaxX() <= right
            && bounds.getY() >= top
            && bounds.getMaxY() <= bottom;
    return Optional.of(
        inside
            ? ""
            : String.join(
                " ", number(left), number(top), number(right - left), number(bottom - top)));
  }

  private String paint(String attribute) {
    Color color = getColor();
    String opaque = css.apply(new Color(color.getRGB() & 0xffffff));
    String text = " " + attribute + "=\"" + opaque + "\"";
    return color.getAlpha() == 255
        ? text
        : text + " " + attribute + "-opacity=\"" + number(color.getAlpha() / 255.0, 100) + "\"";
  }

  private static String number(double value) {
    return SvgPath.decimal(SvgPath.tenths(value));
  }

  private static String number(double value, int steps) {
    double rounded = Math.rint(value * steps) / steps;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
