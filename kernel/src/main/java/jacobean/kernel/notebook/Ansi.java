package jacobean.kernel.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with the terminal's colour codes (ANSI escapes): stripped of them, or as HTML. */
public final class Ansi {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\u001b(?:\\[(?<codes>[0-9;:?]*)(?<final>[@-~])|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)"
              + "|[@-Z\\\\^_])");
  private static final List<String> COLOURS =
      List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");

  /**
   * How text looks from some point on; colours are CSS classes or {@code rgb(...)}, null for none.
   */
  private record Style(
      boolean bold, boolean faint, boolean italic, boolean underline, String fore, String back) {
    static final Style PLAIN = new Style(false, false, false, false, null, null);

    String open() {
      List<String> classes = new ArrayList<>();
      List<String> css = new ArrayList<>();
      if (bold) {
        classes.add("ansi-bold");
      }
      if (faint) {
        classes.add("ansi-faint");
      }
      if (italic) {
        classes.add("ansi-italic");
      }
      if (underline) {
        classes.add("ansi-underline");
      }
      colour(fore, "ansi-", "color", classes, css);
      colour(back, "ansi-back-", "background-color", classes, css);
      return "<span%s%s>".formatted(attribute("class", " ", classes), attribute("style", ";", css));
    }

    private static void colour(
        String colour, String prefix, String property, List<String> classes, List<String> css) {
      if (colour != null) {
        if (colour.startsWith("rgb(")) {
          css.add(property + ":" + colour);
        } else {
          classes.add(prefix + colour);
        }
      }
    }

    private static String attribute(String name, String between, List<String> values) {
      return values.isEmpty() ? "" : " %s=\"%s\"".formatted(name, String.join(between, values));
    }
  }

  private Ansi() {}

  /** The text without escapes. */
  public static String strip(String text) {
    return text.indexOf('\u001b') < 0 ? text : ESCAPE.matcher(text).replaceAll("");
  }

  /** The text as HTML: escaped, colours as spans, other escapes dropped. */
  static String toHtml(String text) {
    var html = new StringBuilder();
    Style style = Style.PLAIN;
    Matcher escape = ESCAPE.matcher(text);
    int start = 0;
    while (escape.find()) {
      append(html, style, text.substring(start, escape.start()));
      start = escape.end();
      if ("m".equals(escape.group("final"))) {
        style = apply(style, escape.group("codes"));
      }
    }
    append(html, style, text.substring(start));
    return html.toString();
  }

  private static void append(StringBuilder html, Style style, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (style.equals(Style.PLAIN)) {
      html.append(Html.escape(text));
    } else {
      html.append(style.open()).append(Html.escape(text)).append("</span>");
    }
  }

  private static Style apply(Style style, String codes) {
    int[] numbers =
        Arrays.stream(codes.split("[;:]"))
            .mapToInt(code -> code.matches("\\d{1,6}") ? Integer.parseInt(code) : 0)
            .toArray();
    Style s = style;
    for (int i = 0; i < numbers.length; i++) {
      int n = numbers[i];
      if (n == 38 || n == 48) {
        String colour = extended(numbers, i + 1);
        s = n == 38 ? fore(s, colour) : back(s, colour);
        i += i + 1 < numbers.length && numbers[i + 1] == 2 ? 4 : 2;
      } else {
        s = apply(s, n);
      }
    }
    return s;
  }

  private static Style apply(Style s, int n) {
    if (n >= 30 && n <= 37) {
      return fore(s, COLOURS.get(n - 30));
    }
    if (n >= 90 && n <= 97) {
      return fore(s, "bright-" + COLOURS.get(n - 90));
    }
    if (n >= 40 && n <= 47) {
      return back(s, COLOURS.get(n - 40));
    }
    if (n >= 100 && n <= 107) {
      return back(s, "bright-" + COLOURS.get(n - 100));
    }
    return switch (n) {
      case 0 -> Style.PLAIN;
      case 1 -> new Style(true, s.faint, s.italic, s.underline, s.fore, s.back);
      case 2 -> new Style(s.bold, true, s.italic, s.underline, s.fore, s.back);
      case 3 -> new Style(s.bold, s.faint, true, s.underline, s.fore, s.back);
      case 4 -> new Style(s.bold, s.faint, s.italic, true, s.fore, s.back);
      case 22 -> new Style(false, false, s.italic, s.underline, s.fore, s.back);
      case 23 -> new Style(s.bold, s.faint, false, s.underline, s.fore, s.back);
      case 24 -> new Style(s.bold, s.faint, s.italic, false, s.fore, s.back);
      case 39 -> fore(s, null);
      case 49 -> back(s, null);
      default -> s;
    };
  }

  private static Style fore(Style s, String colour) {
    return new Style(s.bold, s.faint, s.italic, s.underline, colour, s.back);
  }

  private static Style back(Style s, String colour) {
    return new Style(s.bold, s.faint, s.italic, s.underline, s.fore, colour);
  }

  /** The colour after 38 or 48: {@code 5;n} of 256, or {@code 2;r;g;b}. */
  private static String extended(int[] codes, int at) {
    if (at + 3 < codes.length && codes[at] == 2) {
      return rgb(codes[at + 1], codes[at + 2], codes[at + 3]);
    }
    if (at + 1 >= codes.length || codes[at] != 5) {
      return null;
    }
    int n = codes[at + 1] & 0xff;
    if (n < 16) {
      return (n < 8 ? "" : "bright-") + COLOURS.get(n % 8);
    }
    if (n >= 232) {
      int grey = 8 + 10 * (n - 232);
      return rgb(grey, grey, grey);
    }
    int cube = n - 16;
    return rgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
  }

  private static int level(int step) {
    return step == 0 ? 0 : 55 + 40 * step;
  }

  private static String rgb(int red, int green, int blue) {
    return "rgb(%d,%d,%d)".formatted(red & 0xff, green & 0xff, blue & 0xff);
  }
}
