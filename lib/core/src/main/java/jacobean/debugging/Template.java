package jacobean.debugging;

import jacobean.error.IndexException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text with places for values, as Python's {@code str.format} has them: an empty pair of braces,
 * a number in braces, and a format after a colon for a scalar. Doubled braces stand for braces.
 */
public final class Template {
  private final List<Part> parts = new ArrayList<>();
  private int next;
  private int places;

  private sealed interface Part {}

  private record Text(String text) implements Part {}

  private record Place(int value, String format) implements Part {}

  /**
   * Reads a text.
   *
   * @throws IndexException if a brace is not closed, or there are not as many values as places
   */
  public Template(String text, int values) {
    int i = 0;
    var plain = new StringBuilder();
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean isDouble = i + 1 < text.length() && text.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && isDouble) {
        plain.append(c);
        i += 2;
      } else if (c == '{') {
        int end = text.indexOf('}', i);
        if (end < 0) {
          throw new IndexException(
              "debug.print: the { at "
                  + i
                  + " of \""
                  + text
                  + "\" is not closed. Write {{ for a brace.");
        }
        parts.add(new Text(plain.toString()));
        plain.setLength(0);
        parts.add(place(text, text.substring(i + 1, end)));
        i = end + 1;
      } else {
        plain.append(c);
        i++;
      }
    }
    parts.add(new Text(plain.toString()));
    if (places != values) {
      throw new IndexException(
          "debug.print: \""
              + text
              + "\" has places for "
              + places
              + " values, got "
              + values
              + ". Write {} for each.");
    }
  }

  private Place place(String text, String inside) {
    int colon = inside.indexOf(':');
    var number = (colon < 0 ? inside : inside.substring(0, colon)).strip();
    if (!number.chars().allMatch(Character::isDigit)) {
      throw new IndexException(
          "debug.print: {"
              + inside
              + "} in \""
              + text
              + "\" is not {}, {0} or {:.3f}; values have no names here.");
    }
    int value = number.isEmpty() ? next++ : Integer.parseInt(number);
    places = Math.max(places, value + 1);
    return new Place(value, colon < 0 ? "" : inside.substring(colon + 1));
  }

  /** The text with the values. A format applies to numbers; other values stand as they print. */
  public String fill(List<?> values) {
    var filled = new StringBuilder();
    for (var p : parts) {
      switch (p) {
        case Text t -> filled.append(t.text());
        case Place at -> filled.append(show(values.get(at.value()), at.format()));
      }
    }
    return filled.toString();
  }

  private static String show(Object value, String format) {
    if (format.isEmpty() || !(value instanceof Number n)) {
      return String.valueOf(value);
    }
    char kind = format.charAt(format.length() - 1);
    return String.format(
        Locale.ROOT, "%" + format, kind == 'd' ? (Object) n.longValue() : (Object) n.doubleValue());
  }
}
