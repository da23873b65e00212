package jacobean.kernel.spi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Source text that remembers where each character came from in the user's cell, so that an error in
 * repaired or wrapped code is reported at what the user typed.
 *
 * @param chars the text
 * @param origin for each character, its offset in the cell; inserted characters carry the offset of
 *     what they stand for, generated ones the complement of that
 */
public record Text(String chars, int[] origin) {
  public Text {
    if (chars.length() != origin.length) {
      throw new IllegalArgumentException(
          "a Text needs one origin per character, got " + origin.length + " for " + chars.length());
    }
  }

  /** The part {@code [start, end)} of a cell. */
  public static Text of(String cell, int start, int end) {
    int[] origin = new int[end - start];
    Arrays.setAll(origin, i -> start + i);
    return new Text(cell.substring(start, end), origin);
  }

  /**
   * Characters that the user did not type, but would have had to: they stand for what is at {@code
   * offset}.
   */
  public static Text inserted(String chars, int offset) {
    int[] origin = new int[chars.length()];
    Arrays.fill(origin, offset);
    return new Text(chars, origin);
  }

  /** What surrounds the code of a cell; errors in it are reported at {@code offset}. */
  public static Text generated(String chars, int offset) {
    return inserted(chars, ~offset);
  }

  /** The text without what was generated. */
  public Text withoutGenerated() {
    int[] kept = IntStream.range(0, origin.length).filter(i -> origin[i] >= 0).toArray();
    StringBuilder typed = new StringBuilder();
    for (int i : kept) {
      typed.append(chars.charAt(i));
    }
    return new Text(typed.toString(), Arrays.stream(kept).map(i -> origin[i]).toArray());
  }

  /** These texts one after the other. */
  public static Text concat(List<Text> parts) {
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

  /** These texts one after the other. */
  public static Text concat(Text... parts) {
    return concat(List.of(parts));
  }

  /** The part {@code [start, end)} of this text. */
  public Text slice(int start, int end) {
    return new Text(chars.substring(start, end), Arrays.copyOfRange(origin, start, end));
  }

  /** The text without white space around it. */
  public Text strip() {
    int start = chars.length() - chars.stripLeading().length();
    return slice(start, Math.max(start, chars.stripTrailing().length()));
  }

  /** True if there is nothing but white space. */
  public boolean isBlank() {
    return chars.isBlank();
  }

  /** How many characters it has. */
  public int length() {
    return chars.length();
  }

  /** The offset in the cell of the character at {@code position}; just past the end is allowed. */
  public int originOf(int position) {
    if (origin.length == 0) {
      return 0;
    }
    return position < origin.length ? offset(Math.max(0, position)) : offset(origin.length - 1) + 1;
  }

  private int offset(int index) {
    return origin[index] < 0 ? ~origin[index] : origin[index];
  }

  /** The offset in the cell just after the character before {@code position}. */
  public int originOfEnd(int position) {
    return position <= 0 || origin.length == 0
        ? originOf(0)
        : offset(Math.min(position, origin.length) - 1) + 1;
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
