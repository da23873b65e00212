package jacobean.text;

/**
 * Single numbers as NumPy's {@code str} gives them: {@code 14.0}, {@code 1e-05}, {@code -inf}. The
 * digits are the fewest that name the value in its own type.
 */
public final class ScalarText {
  private ScalarText() {}

  /**
   * A float.
   *
   * @param value a value that {@code kind} can hold
   * @param kind a floating kind; it decides the digits and from where an exponent is written
   * @throws IllegalArgumentException if {@code kind} is not a floating kind
   */
  public static String of(double value, ElementKind kind) {
    if (!Double.isFinite(value)) {
      return nonFinite(value);
    }
    Decimal digits = Decimal.of(value, kind);
    if (kind == ElementKind.BFLOAT16) {
      return withoutZeros(digits, value, 1e6);
    }
    double exponentFrom =
        switch (kind) {
          case FLOAT16 -> 1e3;
          case FLOAT32 -> 1e6;
          case FLOAT64, BFLOAT16, BOOL, SIGNED, UNSIGNED, COMPLEX64, COMPLEX128 -> 1e16;
        };
    String text = withoutZeros(digits, value, exponentFrom);
    return isPositional(value, exponentFrom) && text.indexOf('.') < 0 ? text + ".0" : text;
  }

  /** A Java float, as Python shows a {@code numpy.float32}. */
  public static String of(float value) {
    return of(value, ElementKind.FLOAT32);
  }

  /** A Java double, as Python shows its {@code float}. */
  public static String of(double value) {
    return of(value, ElementKind.FLOAT64);
  }

  /** Python's names of the values that have no digits. */
  static String nonFinite(double value) {
    return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  }

  private static boolean isPositional(double value, double exponentFrom) {
    double magnitude = Math.abs(value);
    return magnitude == 0 || (magnitude >= 1e-4 && magnitude < exponentFrom);
  }

  private static String withoutZeros(Decimal digits, double value, double exponentFrom) {
    if (isPositional(value, exponentFrom)) {
      String text = digits.positional(0, Integer.MAX_VALUE);
      return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
    return digits.scientific(0, Integer.MAX_VALUE, 2).replace(".e", "e");
  }
}
