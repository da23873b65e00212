package jacobean.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One format for all floats of an array, with aligned points: positional, or scientific where the
 * values are very large, very small, or more than a factor 1000 apart.
 *
 * @param scientific whether words have exponents
 * @param left the width of sign and digits before the point
 * @param right the width of what follows the point: decimals, and the exponent where there is one
 * @param decimals in scientific form, the exact number of decimals; else the largest
 * @param exponentDigits in scientific form, the number of exponent digits
 */
record FloatFormat(boolean scientific, int left, int right, int decimals, int exponentDigits)
    implements ElementFormat {

  /** Values below this have no room for significant decimals. */
  private static final double SMALL = 1e-4;

  /** Values further apart than this do not share a point. */
  private static final double SPREAD = 1000;

  static FloatFormat of(Elements elements, long[] visible, PrintOptions options) {
    List<Decimal> finite = new ArrayList<>();
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    int longestName = 0;
    for (long flat : visible) {
      double value = elements.getDouble(flat);
      if (Double.isFinite(value)) {
        finite.add(Decimal.of(value, elements.kind()));
        if (value != 0) {
          smallest = Math.min(smallest, Math.abs(value));
          largest = Math.max(largest, Math.abs(value));
        }
      } else {
        longestName = Math.max(longestName, ScalarText.nonFinite(value).length());
      }
    }
    boolean scientific = largest > 0 && needsExponent(smallest, largest, elements.kind());
    FloatFormat format = measured(finite, scientific, options.precision());
    int missing = longestName - 1 - format.left - format.right;
    return missing <= 0
        ? format
        : new FloatFormat(
            scientific,
            format.left + missing,
            format.right,
            format.decimals,
            format.exponentDigits);
  }

  @Override
  public String word(Elements elements, long flat) {
    double value = elements.getDouble(flat);
    if (!Double.isFinite(value)) {
      String name = ScalarText.nonFinite(value);
      return " ".repeat(left + 1 + right - name.length()) + name;
    }
    Decimal digits = Decimal.of(value, elements.kind());
    String word =
        scientific
            ? digits.scientific(decimals, decimals, exponentDigits)
            : digits.positional(0, decimals);
    int point = word.indexOf('.');
    return " ".repeat(left - point)
        + word
        + " ".repeat(left + 1 + right - (left - point) - word.length());
  }

  private static FloatFormat measured(List<Decimal> finite, boolean scientific, int precision) {
    int left = 0;
    int decimals = 0;
    int exponentDigits = 0;
    for (Decimal digits : finite) {
      String word =
          scientific ? digits.scientific(0, precision, 2) : digits.positional(0, precision);
      int point = word.indexOf('.');
      int e = scientific ? word.indexOf('e') : word.length();
      left = Math.max(left, point);
      decimals = Math.max(decimals, e - point - 1);
      exponentDigits = Math.max(exponentDigits, word.length() - e - 2);
    }
    return scientific
        ? new FloatFormat(true, left, decimals + 2 + exponentDigits, decimals, exponentDigits)
        : new FloatFormat(false, left, decimals, precision, 0);
  }

  /** NumPy compares in the array's own type, so the bounds are rounded to it first. */
  private static boolean needsExponent(double smallest, double largest, ElementKind kind) {
    return switch (kind) {
      case FLOAT16 -> {
        float ratio = Float.float16ToFloat(Float.floatToFloat16((float) (largest / smallest)));
        float small = Float.float16ToFloat(Float.floatToFloat16((float) SMALL));
        yield largest >= 1e3 || smallest < small || ratio > SPREAD;
      }
      case FLOAT32 ->
          largest >= 1e6 || smallest < (float) SMALL || (float) largest / (float) smallest > SPREAD;
      case FLOAT64 -> largest >= 1e8 || smallest < SMALL || largest / smallest > SPREAD;
      case BFLOAT16, BOOL, SIGNED, UNSIGNED, COMPLEX64, COMPLEX128 ->
          throw new IllegalArgumentException("FloatFormat: no format for " + kind);
    };
  }
}
