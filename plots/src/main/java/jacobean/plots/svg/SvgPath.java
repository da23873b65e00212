package jacobean.plots.svg;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

/**
 * The {@code d} attribute of a path: relative coordinates in tenths of a pixel, so that a curve of
 * a thousand points stays small. Rounding errors do not add up, because each step starts from where
 * the rounded path stands.
 *
 * @param start the move to its first point; empty for an empty path
 * @param rest what follows that move
 * @param end a move to its last point
 */
record SvgPath(String start, String rest, String end) {

  /** The path of a shape after a transform. */
  static SvgPath of(Shape shape, AffineTransform transform) {
    var pen = new Pen();
    double[] p = new double[6];
    for (var it = shape.getPathIterator(transform); !it.isDone(); it.next()) {
      switch (it.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> pen.move(tenths(p[0]), tenths(p[1]));
        case PathIterator.SEG_LINETO -> pen.line(tenths(p[0]), tenths(p[1]));
        case PathIterator.SEG_QUADTO -> pen.curve('q', p, 2);
        case PathIterator.SEG_CUBICTO -> pen.curve('c', p, 3);
        case PathIterator.SEG_CLOSE -> pen.close();
        default -> throw new IllegalStateException("PathIterator has five kinds of segments");
      }
    }
    return new SvgPath(pen.start, pen.data.substring(pen.start.length()), moveTo(pen.x, pen.y));
  }

  /** True if it draws nothing. */
  boolean isEmpty() {
    return rest.isEmpty();
  }

  private static String moveTo(long x, long y) {
    return "M" + decimal(x) + (y < 0 ? "" : " ") + decimal(y);
  }

  /** A length in tenths as a decimal: {@code -0.5} is {@code -.5}. */
  static String decimal(long tenths) {
    long magnitude = Math.abs(tenths);
    String whole = magnitude < 10 && magnitude != 0 ? "" : Long.toString(magnitude / 10);
    String fraction = magnitude % 10 == 0 ? "" : "." + magnitude % 10;
    return (tenths < 0 ? "-" : "") + whole + fraction;
  }

  static long tenths(double pixels) {
    return Math.round(pixels * 10);
  }

  /** Writes relative commands, remembering where the rounded path stands. */
  private static final class Pen {
    private final StringBuilder data = new StringBuilder();
    private String start = "";
    private long x;
    private long y;
    private long startX;
    private long startY;
    private char last = ' ';

    void move(long toX, long toY) {
      String move = moveTo(toX, toY);
      start = data.isEmpty() ? move : start;
      data.append(move);
      last = 'M';
      startX = toX;
      startY = toY;
      at(toX, toY);
    }

    void line(long toX, long toY) {
      if (toX == x && toY == y && last == 'l') {
        return;
      }
      if (toY == y) {
        step('h');
        number(toX - x);
      } else if (toX == x) {
        step('v');
        number(toY - y);
      } else {
        step('l');
        number(toX - x);
        number(toY - y);
      }
      at(toX, toY);
    }

    void curve(char command, double[] points, int count) {
      step(command);
      for (int i = 0; i < count; i++) {
        number(tenths(points[2 * i]) - x);
        number(tenths(points[2 * i + 1]) - y);
      }
      at(tenths(points[2 * count - 2]), tenths(points[2 * count - 1]));
    }

    void close() {
      data.append('z');
      last = 'z';
      at(startX, startY);
    }

    private void step(char command) {
      if (last != command) {
        data.append(command);
        last = command;
      }
    }

    private void number(long tenths) {
      String text = decimal(tenths);
      char before = data.charAt(data.length() - 1);
      if (Character.isDigit(before) && text.charAt(0) != '-') {
        data.append(' ');
      }
      data.append(text);
    }

    private void at(long newX, long newY) {
      x = newX;
      y = newY;
    }
  }
}
