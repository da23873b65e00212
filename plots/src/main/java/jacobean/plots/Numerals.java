package jacobean.plots;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as labels: short, for people. */
final class Numerals {
  private Numerals() {}

  /** Four significant digits, with an exponent only where the number would be long. */
  static String label(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal digits = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < 7) {
      return digits.toPlainString();
    }
    String mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
    return mantissa + "e" + exponent;
  }

  /** A memory size, 1024 to the KB: {@code 24 B}, {@code 1.5 KB}, {@code 3 MB}. */
  static String bytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    double size = bytes;
    int unit = -1;
    while (size >= 1023.95 && unit < 4) {
      size /= 1024;
      unit++;
    }
    String text = String.format(Locale.ROOT, "%.1f", size);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text)
        + " "
        + "KMGTP".charAt(unit)
        + "B";
  }

  /** A count with thin groups of thousands: {@code 1,234,567}. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 leaf}, {@code 3 leaves}. */
  static String counted(long count, String one, String many) {
    return count(count) + " " + (count == 1 ? one : many);
  }
}
