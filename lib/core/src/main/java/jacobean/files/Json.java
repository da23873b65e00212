package jacobean.files;

import jacobean.error.FileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes the JSON of headers: objects as Map, arrays as List, strings, whole numbers as
 * Long, true, false and null.
 */
final class Json {
  private static final int DEEPEST = 32;

  private final String text;
  private final String what;
  private int at;

  private Json(String text, String what) {
    this.text = text;
    this.what = what;
  }

  /**
   * The value of a text.
   *
   * @throws FileException where it is not JSON
   */
  static Object parse(String text, String what) {
    var json = new Json(text, what);
    var value = json.value(0);
    json.space();
    if (json.at < text.length()) {
      throw json.wrong("the end");
    }
    return value;
  }

  private FileException wrong(String wanted) {
    var found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return new FileException(
        what
            + ": the header is no JSON: at character "
            + at
            + " stands "
            + found
            + ", wanted "
            + wanted
            + ".");
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean takes(char c) {
    space();
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void require(char c) {
    if (!takes(c)) {
      throw wrong("'" + c + "'");
    }
  }

  private Object value(int depth) {
    space();
    if (depth > DEEPEST || at == text.length()) {
      throw wrong("a value");
    }
    return switch (text.charAt(at)) {
      case '{' -> object(depth);
      case '[' -> list(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) {
    require('{');
    var members = new LinkedHashMap<String, Object>();
    if (takes('}')) {
      return members;
    }
    do {
      space();
      var key = string();
      require(':');
      if (members.containsKey(key)) {
        throw new FileException(what + ": the header has '" + key + "' twice.");
      }
      members.put(key, value(depth + 1));
    } while (takes(','));
    require('}');
    return members;
  }

  private List<Object> list(int depth) {
    require('[');
    var items = new ArrayList<Object>();
    if (takes(']')) {
      return items;
    }
    do {
      items.add(value(depth + 1));
    } while (takes(','));
    require(']');
    return items;
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw wrong(word);
    }
    at += word.length();
    return value;
  }

  private Long number() {
    int from = at;
    while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Long.valueOf(text.substring(from, at));
    } catch (NumberFormatException e) {
      at = from;
      throw wrong("a whole number");
    }
  }

  private String string() {
    if (at == text.length() || text.charAt(at) != '"') {
      throw wrong("a string");
    }
    var string = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      string.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
    }
    if (at == text.length()) {
      throw wrong("'\"'");
    }
    at++;
    return string.toString();
  }

  private char escaped() {
    at++;
    char c = at < text.length() ? text.charAt(at) : 0;
    int known = "\"\\/bfnrt".indexOf(c);
    if (c == 'u' && at + 4 < text.length()) {
      try {
        char u = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
        at += 4;
        return u;
      } catch (NumberFormatException e) {
        throw wrong("four hexadecimal digits");
      }
    }
    if (known < 0) {
      throw wrong("an escape");
    }
    return "\"\\/\b\f\n\r\t".charAt(known);
  }

  /** A string in quotes. */
  static String quoted(String s) {
    var text = new StringBuilder("\"");
    for (char c : s.toCharArray()) {
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }
}
