package jacobean.index;

import jacobean.error.IndexException;
import java.util.ArrayList;
import java.util.List;

/** One entry of an index expression such as {@code x[1:3, ..., ::-1]}. */
public sealed interface Index {
  /** One place; the axis is dropped. Negative counts from the end. */
  record At(int position) implements Index {}

  /** A range, as Python's slice; null stands for what was left out. */
  record Slice(Integer start, Integer stop, Integer step) implements Index {
    public Slice {
      if (step != null && step == 0) {
        throw new IndexException(
            "a slice's step must not be 0; leave it out, or use -1 to reverse.");
      }
    }
  }

  /** As many full slices as are missing. */
  record Ellipsis() implements Index {}

  /** A new axis of length 1. */
  record NewAxis() implements Index {}

  /**
   * The places along an axis that an array of integers lists, or where an array of bools is true.
   */
  record Of(jacobean.core.Value places) implements Index {}

  /**
   * Reads entries: integers, strings and entries already read, where a string holds entries as
   * Python writes them.
   *
   * <pre>{@code Index.parse("1:3, ..., ::-1")   Index.parse(0, ":")}</pre>
   *
   * @throws IndexException for anything else
   */
  static List<Index> parse(Object... entries) {
    var indexes = new ArrayList<Index>();
    for (var e : entries) {
      switch (e) {
        case Integer i -> indexes.add(new At(i));
        case Long i -> indexes.add(place(i));
        case String s -> {
          for (var part : s.split(",", -1)) {
            if (!part.isBlank() || !s.contains(",")) {
              indexes.add(entry(part.strip(), s));
            }
          }
        }
        case Index i -> indexes.add(i);
        case null, default ->
            throw new IndexException(
                "an index must be an integer, text such as \"1:3, ..., ::-1\", or an array of integers or bools, got "
                    + (e == null ? "null" : e.getClass().getSimpleName() + " " + e)
                    + ".");
      }
    }
    return indexes;
  }

  private static Index entry(String text, String whole) {
    if (text.equals("...")) {
      return new Ellipsis();
    }
    if (text.equals("None") || text.equals("newaxis")) {
      return new NewAxis();
    }
    var parts = text.split(":", -1);
    if (parts.length > 3 || text.isEmpty()) {
      throw unreadable(text, whole);
    }
    try {
      if (parts.length == 1) {
        return place(Long.parseLong(text));
      }
      return new Slice(
          number(parts[0]), number(parts[1]), parts.length == 3 ? number(parts[2]) : null);
    } catch (NumberFormatException e) {
      throw unreadable(text, whole);
    }
  }

  private static At place(long position) {
    if ((int) position != position) {
      throw new IndexException(
          "index " + position + " is out of bounds: no axis has 2^31 elements or more.");
    }
    return new At((int) position);
  }

  private static Integer number(String text) {
    // No axis is so long that more would matter.
    return text.isBlank()
        ? null
        : (Integer) Math.clamp(Long.parseLong(text.strip()), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static IndexException unreadable(String text, String whole) {
    return new IndexException(
        "cannot read '"
            + text
            + "' in the index \""
            + whole
            + "\"; wanted integers, slices start:stop:step, ... or None, separated by commas.");
  }
}
