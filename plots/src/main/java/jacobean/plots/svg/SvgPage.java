package jacobean.plots.svg;

/**
 * The elements of a drawing. Lines of one look that follow each other become one element, and a
 * line that starts where the last one ended continues it: charts draw long curves piece by piece.
 */
final class SvgPage {
  private final StringBuilder done = new StringBuilder();
  private final StringBuilder pending = new StringBuilder();
  private String attributes = "";
  private String clip = "";
  private String end = "";

  /**
   * Adds a path.
   *
   * @param look its other attributes, each after a space
   * @param viewBox what of it is seen, or the empty text for all
   */
  void add(SvgPath path, String look, String viewBox) {
    // Fills do not add up: where two overlap, one path of both could have a hole.
    boolean joins =
        look.contains("fill=\"none\"") && look.equals(attributes) && viewBox.equals(clip);
    if (!joins) {
      flush();
      attributes = look;
      clip = viewBox;
    }
    pending.append(joins && path.start().equals(end) ? "" : path.start()).append(path.rest());
    end = path.end();
  }

  /** All elements, a line each. */
  String elements() {
    flush();
    return done.toString();
  }

  private void flush() {
    if (pending.isEmpty()) {
      return;
    }
    String element = "<path d=\"" + pending + "\"" + attributes + "/>";
    if (!clip.isEmpty()) {
      // A nested svg clips without needing an identifier, which could clash within a page.
      String[] box = clip.split(" ");
      element =
          "<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" viewBox=\"%s\">%s</svg>"
              .formatted(box[0], box[1], box[2], box[3], clip, element);
    }
    done.append(element).append('\n');
    pending.setLength(0);
    end = "";
  }
}
