package jacobean.text;

/**
 * The words of an array's text, one an element and all of one format, for those who lay them out
 * themselves, as in a table.
 */
public final class Words {
  private final Elements elements;
  private final Corners corners;
  private final ElementFormat format;

  private Words(Elements elements, Corners corners, ElementFormat format) {
    this.elements = elements;
    this.corners = corners;
    this.format = format;
  }

  /** The words of the visible part of an array. */
  public static Words of(Elements elements, Corners corners, PrintOptions options) {
    return new Words(elements, corners, ElementFormat.of(elements, corners.visible(), options));
  }

  /** Which elements have words. */
  public Corners corners() {
    return corners;
  }

  /** The word for the visible element at a row-major index. */
  public String at(long flat) {
    return format.word(elements, flat);
  }
}
