package jacobean.text;

/**
 * One format for all complex numbers of an array: real parts are aligned as floats are, and so are
 * imaginary parts, which always have a sign.
 */
record ComplexFormat(Elements reals, FloatFormat real, Elements magnitudes, FloatFormat imaginary)
    implements ElementFormat {

  /** One of the parts as an array of floats. */
  private record Part(Elements of, boolean imaginary) implements Elements {
    @Override
    public int[] shape() {
      return of.shape();
    }

    @Override
    public ElementKind kind() {
      return of.kind() == ElementKind.COMPLEX64 ? ElementKind.FLOAT32 : ElementKind.FLOAT64;
    }

    @Override
    public double getDouble(long flat) {
      return imaginary ? Math.abs(of.getImaginary(flat)) : of.getDouble(flat);
    }

    @Override
    public long getLong(long flat) {
      throw new IllegalArgumentException("parts of complex numbers are floats");
    }
  }

  static ComplexFormat of(Elements elements, long[] visible, PrintOptions options) {
    var reals = new Part(elements, false);
    var magnitudes = new Part(elements, true);
    return new ComplexFormat(
        reals,
        FloatFormat.of(reals, visible, options),
        magnitudes,
        FloatFormat.of(magnitudes, visible, options));
  }

  @Override
  public String word(Elements elements, long flat) {
    var magnitude = imaginary.word(magnitudes, flat);
    int digits = magnitude.length() - magnitude.stripLeading().length();
    var end = magnitude.stripTrailing().length();
    return real.word(reals, flat)
        + magnitude.substring(0, digits)
        + sign(elements.getImaginary(flat))
        + magnitude.substring(digits, end)
        + "j"
        + magnitude.substring(end);
  }

  /** A number as Python's {@code str} gives it: {@code (1+2j)}, {@code 2j}. */
  static String scalar(Elements elements, long flat) {
    var re = text(new Part(elements, false), flat);
    var im = text(new Part(elements, true), flat) + "j";
    var sign = sign(elements.getImaginary(flat));
    return re.equals("0") ? (sign.equals("-") ? "-" : "") + im : "(" + re + sign + im + ")";
  }

  private static String sign(double x) {
    return !Double.isNaN(x) && Double.doubleToRawLongBits(x) < 0 ? "-" : "+";
  }

  private static String text(Elements part, long flat) {
    var text = ScalarText.of(part.getDouble(flat), part.kind());
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
