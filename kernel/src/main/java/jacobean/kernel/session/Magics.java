package jacobean.kernel.session;

import jacobean.kernel.magics.JavaMagic;
import jacobean.kernel.magics.LsMagic;
import jacobean.kernel.magics.TimeMagic;
import jacobean.kernel.magics.TimeitMagic;
import jacobean.kernel.session.Pieces.Piece;
import jacobean.kernel.spi.Magic;
import jacobean.kernel.spi.MagicCall;
import jacobean.kernel.spi.MagicException;
import jacobean.kernel.spi.SessionView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The magics of a session: the kernel's own, then those that libraries bring. */
final class Magics {
  private final Map<String, Magic> byName = new LinkedHashMap<>();

  /** A later magic of the same name and kind takes the place of an earlier one. */
  Magics(List<Magic> more) {
    add(new LsMagic(this::all));
    add(new JavaMagic());
    for (boolean cell : new boolean[] {false, true}) {
      add(new TimeMagic(cell));
      add(new TimeitMagic(cell));
    }
    more.forEach(this::add);
  }

  private void add(Magic magic) {
    byName.put(key(magic.name(), magic.cell()), magic);
  }

  private static String key(String name, boolean cell) {
    return (cell ? "%%" : "%") + name;
  }

  Collection<Magic> all() {
    return byName.values();
  }

  /** Names with their percent signs. */
  Collection<String> names() {
    return byName.keySet();
  }

  /**
   * Runs a magic.
   *
   * @throws MagicException if there is none of that name
   * @throws Exception what the magic throws
   */
  Object run(Piece.MagicLine line, SessionView session) throws Exception {
    Magic magic = byName.get(key(line.name(), line.cell()));
    if (magic == null) {
      throw new MagicException(unknown(line));
    }
    return magic.run(new MagicCall(words(line.line().chars()), line.line(), line.body(), session));
  }

  private String unknown(Piece.MagicLine line) {
    String wanted = key(line.name(), line.cell());
    if (byName.containsKey(key(line.name(), !line.cell()))) {
      String other = key(line.name(), !line.cell());
      return wanted
          + " is not a magic, but "
          + other
          + " is: "
          + (line.cell()
              ? "it takes one line, so write one percent sign"
              : "it takes the whole cell, so put it on the first line");
    }
    List<String> close = Nearest.of(wanted, byName.keySet());
    return "there is no magic "
        + wanted
        + (close.isEmpty() ? "; " : "; did you mean " + String.join(" or ", close) + "? ")
        + "%lsmagic lists them all";
  }

  /** Words at white space; quotes, single or double, keep white space and are taken off. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean any = false;
    char quote = 0;
    for (char c : line.toCharArray()) {
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        any = true;
      } else if (Character.isWhitespace(c)) {
        if (any) {
          words.add(word.toString());
        }
        word.setLength(0);
        any = false;
      } else {
        word.append(c);
        any = true;
      }
    }
    if (any) {
      words.add(word.toString());
    }
    return words;
  }

  /** What {@code %name} does, or empty. */
  String summary(String nameWithSigns) {
    return byName.entrySet().stream()
        .filter(e -> e.getKey().equals(nameWithSigns))
        .map(e -> e.getKey() + ": " + e.getValue().summary())
        .collect(Collectors.joining());
  }
}
