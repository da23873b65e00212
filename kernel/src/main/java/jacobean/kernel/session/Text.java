package jacobean.kernel.session;

import java.util.Arrays;
import java.util.List;

/**
 * Source text that remembers where each character came from in the user's cell, so that an error in
 * repaired or wrapped code is reported at what the user typed.
 *
 * @param chars the text
 * @param origin for each character, its offset in the cell; inserted characters carry the offset of
 *     what they stand for
 */
record Text(String chars, int[] origin) {
  Text {
    if (chars.length() != origin.length) {
      throw new IllegalArgumentException(
          "a Text needs one origin per character, got " + origin.length + " for " + chars.length());
    }
  }

  /** The part {@code [start, end)} of a cell. */
  static Text of(String cell, int start, int end) {
    int[] origin = new int[end - start];
    Arrays.setAll(origin, i -> start + i);
    return new Text(cell.substring(start, end), origin);
  }

  /** Characters that the user did not type, standing for what is at {@code offset}. */
  static Text inserted(String chars, int offset) {
    int[] origin = new int[chars.length()];
    Arrays.fill(origin, offset);
    return new Text(chars, origin);
  }

  static Text concat(List<Text> parts) {
    StringBuilder chars = new StringBuilder();
    parts.forEach(p -> chars.append(p.chars));
    int[] origin = new int[chars.length()];
    int at = 0;
    for (Text part : parts) {
      System.arraycopy(part.origin, 0, origin, at, part.origin.length);
      at += part.origin.length;
    }
    return new Text(chars.toString(), origin);
  }

  static Text concat(Text... parts) {
    return concat(List.of(parts));
  }

  Text slice(int start, int end) {
    return new Text(chars.substring(start, end), Arrays.copyOfRange(origin, start, end));
  }

  int length() {
    return chars.length();
  }

  /** The offset in the cell of the character at {@code position}; just past the end is allowed. */
  int originOf(int position) {
    if (origin.length == 0) {
      return 0;
    }
    return position < origin.length ? origin[Math.max(0, position)] : origin[origin.length - 1] + 1;
  }

  /** The offset in the cell just after the character before {@code position}. */
  int originOfEnd(int position) {
    return position <= 0 ? originOf(0) : origin[Math.min(position, origin.length) - 1] + 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Text t && chars.equals(t.chars) && Arrays.equals(origin, t.origin);
  }

  @Override
  public int hashCode() {
    return chars.hashCode();
  }

  @Override
  public String toString() {
    return chars;
  }
}
