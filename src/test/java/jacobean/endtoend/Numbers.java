package jacobean.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares printed results: words and brackets must be equal, whitespace does not count, numbers
 * with a decimal point may differ by rounding.
 */
final class Numbers {
  /** Relative, and absolute near zero: what float32 sums in another order may differ by. */
  private static final double TOLERANCE = 2e-6;

  private static final Pattern TOKEN =
      Pattern.compile("-?\\d+\\.\\d*(?:[eE][-+]?\\d+)?|[^\\s\\[\\](),]+|[\\[\\](),]");

  private Numbers() {}

  static boolean same(String expected, String actual) {
    var wanted = tokens(expected);
    var got = tokens(actual);
    if (wanted.size() != got.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!sameToken(wanted.get(i), got.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameToken(String wanted, String got) {
    if (wanted.equals(got)) {
      return true;
    }
    if (!isDecimal(wanted) || !isDecimal(got)) {
      return false;
    }
    double value = Double.parseDouble(wanted);
    return Math.abs(value - Double.parseDouble(got)) <= TOLERANCE * Math.max(1, Math.abs(value));
  }

  private static boolean isDecimal(String token) {
    return token.matches("-?\\d+\\.\\d*(?:[eE][-+]?\\d+)?");
  }

  private static List<String> tokens(String text) {
    var found = new ArrayList<String>();
    var matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
