package jacobean.kernel.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names that a misspelt one may have meant. */
final class Nearest {
  private Nearest() {}

  /** Up to three names within two edits (fewer for short names), nearest first. */
  static List<String> of(String wanted, Collection<String> names) {
    record Near(String name, int distance) {}
    int limit = Math.max(1, Math.min(2, wanted.length() / 3));
    return names.stream()
        .distinct()
        .filter(n -> !n.equals(wanted))
        .map(n -> new Near(n, distance(wanted.toLowerCase(), n.toLowerCase())))
        .filter(n -> n.distance() <= limit && n.distance() < wanted.length())
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(3)
        .map(Near::name)
        .toList();
  }

  /** Edits (insert, delete, replace, swap neighbours) between two words. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
