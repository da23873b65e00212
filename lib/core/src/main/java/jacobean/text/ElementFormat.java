package jacobean.text;

import java.util.Arrays;

/** Turns one element into a word; the words of one array share one format, so that they line up. */
interface ElementFormat {
  /** The word for the element at a row-major index. */
  String word(Elements elements, long flat);

  /**
   * The format for an array.
   *
   * @param visible the row-major indices of the elements that will be printed
   */
  static ElementFormat of(Elements elements, long[] visible, PrintOptions options) {
    return switch (elements.kind()) {
      case BOOL -> padded(ElementFormat::bool, elements.shape().length == 0 ? 0 : "False".length());
      case SIGNED -> aligned(ElementFormat::signed, elements, visible);
      case UNSIGNED -> aligned(ElementFormat::unsigned, elements, visible);
      case FLOAT16, FLOAT32, FLOAT64 -> FloatFormat.of(elements, visible, options);
      case COMPLEX64, COMPLEX128 -> ComplexFormat.of(elements, visible, options);
      case BFLOAT16 -> (source, flat) -> ScalarText.of(source.getDouble(flat), source.kind());
    };
  }

  private static String bool(Elements elements, long flat) {
    return elements.getLong(flat) != 0 ? "True" : "False";
  }

  private static String signed(Elements elements, long flat) {
    return Long.toString(elements.getLong(flat));
  }

  private static String unsigned(Elements elements, long flat) {
    return Long.toUnsignedString(elements.getLong(flat));
  }

  private static ElementFormat aligned(ElementFormat plain, Elements elements, long[] visible) {
    int width =
        Arrays.stream(visible)
            .mapToInt(flat -> plain.word(elements, flat).length())
            .max()
            .orElse(0);
    return padded(plain, width);
  }

  private static ElementFormat padded(ElementFormat plain, int width) {
    return (elements, flat) -> {
      String word = plain.word(elements, flat);
      return " ".repeat(Math.max(0, width - word.length())) + word;
    };
  }
}
