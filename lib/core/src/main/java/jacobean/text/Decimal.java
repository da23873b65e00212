package jacobean.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A finite float as decimal digits: the shortest that read back as the same float, and its exact
 * value, from which more or fewer digits are taken.
 *
 * @param negative whether it has a minus sign; true for -0.0 as well
 * @param shortest the magnitude with the fewest digits that name this float and no other of its
 *     kind
 * @param exact the magnitude itself
 */
record Decimal(boolean negative, BigDecimal shortest, BigDecimal exact) {

  /** The digits of a finite value, which must be representable in {@code kind}. */
  static Decimal of(double value, ElementKind kind) {
    double magnitude = Math.abs(value);
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    if (magnitude == 0) {
      return new Decimal(negative, BigDecimal.ZERO, BigDecimal.ZERO);
    }
    BigDecimal exact = new BigDecimal(magnitude);
    return new Decimal(negative, shortest(magnitude, exact, kind), exact);
  }

  /** True for 0.0 and -0.0. */
  boolean isZero() {
    return exact.signum() == 0;
  }

  /**
   * The value without an exponent. It has the shortest digits where their number of decimals lies
   * within the bounds; otherwise the exact value rounded to the nearer bound.
   *
   * @return at least one digit, a point, and decimals: {@code -3.}, {@code 0.25}
   */
  String positional(int minDecimals, int maxDecimals) {
    BigDecimal digits = bounded(0, minDecimals, maxDecimals);
    String text =
        digits.setScale(Math.max(0, digits.scale()), RoundingMode.UNNECESSARY).toPlainString();
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String decimals = point < 0 ? "" : text.substring(point + 1);
    return sign() + whole + "." + padded(trimmed(decimals), minDecimals);
  }

  /**
   * The value as one digit, a point, decimals and an exponent of at least two digits: {@code
   * 1.5e-07}. Decimals are chosen as in {@link #positional}.
   */
  String scientific(int minDecimals, int maxDecimals, int exponentDigits) {
    int exponent = isZero() ? 0 : exponentOf(shortest);
    BigDecimal digits = bounded(exponent, minDecimals, maxDecimals);
    // Rounding up can carry into a new leading digit: 9.996 becomes 10.0.
    exponent = digits.signum() == 0 ? 0 : exponentOf(digits);
    String all = digits.signum() == 0 ? "0" : digits.unscaledValue().toString();
    String decimals = padded(trimmed(all.substring(1)), minDecimals);
    String magnitude = Integer.toString(Math.abs(exponent));
    String zeros = "0".repeat(Math.max(0, Math.max(2, exponentDigits) - magnitude.length()));
    return sign()
        + all.charAt(0)
        + "."
        + decimals
        + (exponent < 0 ? "e-" : "e+")
        + zeros
        + magnitude;
  }

  private String sign() {
    return negative ? "-" : "";
  }

  private BigDecimal bounded(int exponent, int minDecimals, int maxDecimals) {
    int decimals = Math.max(0, shortest.scale() + exponent);
    int wanted = Math.clamp(decimals, minDecimals, maxDecimals);
    return wanted == decimals
        ? shortest
        : exact.setScale(wanted - exponent, RoundingMode.HALF_EVEN);
  }

  private static int exponentOf(BigDecimal digits) {
    return digits.precision() - digits.scale() - 1;
  }

  private static String trimmed(String decimals) {
    int end = decimals.length();
    while (end > 0 && decimals.charAt(end - 1) == '0') {
      end--;
    }
    return decimals.substring(0, end);
  }

  private static String padded(String decimals, int atLeast) {
    return decimals + "0".repeat(Math.max(0, atLeast - decimals.length()));
  }

  private static BigDecimal shortest(double magnitude, BigDecimal exact, ElementKind kind) {
    return switch (kind) {
      case FLOAT64 -> shortened(new BigDecimal(Double.toString(magnitude)), exact, magnitude, kind);
      case FLOAT32 ->
          shortened(new BigDecimal(Float.toString((float) magnitude)), exact, magnitude, kind);
      case FLOAT16 -> searched(magnitude, exact, kind);
      case BFLOAT16 -> exact.round(new MathContext(6, RoundingMode.HALF_EVEN)).stripTrailingZeros();
      case BOOL, SIGNED, UNSIGNED, COMPLEX64, COMPLEX128 ->
          throw new IllegalArgumentException("Decimal: " + kind + " is not a floating kind");
    };
  }

  /** Java never prints fewer than two digits; one is enough for 5e-324 and a few more. */
  private static BigDecimal shortened(
      BigDecimal javas, BigDecimal exact, double magnitude, ElementKind kind) {
    BigDecimal digits = javas.stripTrailingZeros();
    return digits.precision() == 2 ? nearest(1, magnitude, exact, kind, digits) : digits;
  }

  private static BigDecimal searched(double magnitude, BigDecimal exact, ElementKind kind) {
    for (int digits = 1; digits <= 5; digits++) {
      BigDecimal found = nearest(digits, magnitude, exact, kind, null);
      if (found != null) {
        return found;
      }
    }
    return exact.stripTrailingZeros();
  }

  /** The decimal of so many digits nearest to the value that reads back as it, or the fallback. */
  private static BigDecimal nearest(
      int digits, double magnitude, BigDecimal exact, ElementKind kind, BigDecimal fallback) {
    for (var rounding :
        new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN}) {
      BigDecimal candidate = exact.round(new MathContext(digits, rounding));
      if (readsBack(candidate, magnitude, kind)) {
        return candidate.stripTrailingZeros();
      }
    }
    return fallback;
  }

  private static boolean readsBack(BigDecimal digits, double magnitude, ElementKind kind) {
    return switch (kind) {
      case FLOAT64 -> digits.doubleValue() == magnitude;
      case FLOAT32 -> digits.floatValue() == (float) magnitude;
      case FLOAT16 ->
          Float.float16ToFloat(Float.floatToFloat16(digits.floatValue())) == (float) magnitude;
      case BFLOAT16, BOOL, SIGNED, UNSIGNED, COMPLEX64, COMPLEX128 -> false;
    };
  }
}
