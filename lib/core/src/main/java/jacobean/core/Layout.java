package jacobean.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that may be broken into lines where it is too long: Lindig's "Strictly Pretty" (2000). A
 * group is printed on one line if it fits by itself, else its own breaks become line ends.
 */
sealed interface Layout {
  /** Text without line ends. */
  record Text(String text) implements Layout {}

  /** Parts one after the other. */
  record Concat(List<Layout> parts) implements Layout {}

  /** A line end, or this text in a group on one line. */
  record Break(String flat) implements Layout {}

  /** What is broken together. */
  record Group(Layout body) implements Layout {}

  /** Lines within are indented by so many columns more. */
  record Nest(int columns, Layout body) implements Layout {}

  static Layout text(String text) {
    return new Text(text);
  }

  static Layout concat(Layout... parts) {
    return new Concat(List.of(parts));
  }

  /** The parts with a separator between them. */
  static Layout join(Layout separator, List<Layout> parts) {
    var all = new ArrayList<Layout>();
    for (var part : parts) {
      if (!all.isEmpty()) {
        all.add(separator);
      }
      all.add(part);
    }
    return new Concat(all);
  }

  /** The text in lines of at most this width, where it can be broken. */
  default String format(int width) {
    record Pending(int indent, boolean flat, Layout layout) {}
    var text = new StringBuilder();
    int column = 0;
    var pending = new ArrayDeque<Pending>();
    pending.push(new Pending(0, false, this));
    while (!pending.isEmpty()) {
      var p = pending.pop();
      switch (p.layout) {
        case Text t -> {
          text.append(t.text);
          column += t.text.length();
        }
        case Break b when p.flat -> {
          text.append(b.flat);
          column += b.flat.length();
        }
        case Break _ -> {
          text.append('\n').repeat(' ', p.indent);
          column = p.indent;
        }
        case Nest n -> pending.push(new Pending(p.indent + n.columns, p.flat, n.body));
        case Group g ->
            pending.push(
                new Pending(p.indent, p.flat || column + g.body.length() <= width, g.body));
        case Concat c ->
            c.parts.reversed().forEach(part -> pending.push(new Pending(p.indent, p.flat, part)));
      }
    }
    return text.toString();
  }

  /** The number of columns on one line. */
  private int length() {
    return switch (this) {
      case Text t -> t.text.length();
      case Break b -> b.flat.length();
      case Nest n -> n.body.length();
      case Group g -> g.body.length();
      case Concat c -> c.parts.stream().mapToInt(Layout::length).sum();
    };
  }
}
