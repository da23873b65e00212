package jacobean.type;

/**
 * A complex number, in double precision: what the plain Java evaluation of primitives computes
 * with.
 */
public record Complex(double re, double im) {
  public static final Complex ZERO = new Complex(0, 0);
  public static final Complex ONE = new Complex(1, 0);

  /** The imaginary unit: Python's {@code 1j}. */
  public static final Complex I = new Complex(0, 1);

  public Complex plus(Complex y) {
    return new Complex(re + y.re, im + y.im);
  }

  public Complex minus(Complex y) {
    return new Complex(re - y.re, im - y.im);
  }

  public Complex times(Complex y) {
    return new Complex(re * y.re - im * y.im, re * y.im + im * y.re);
  }

  public Complex times(double y) {
    return new Complex(re * y, im * y);
  }

  /** By Smith's rule, which does not overflow where the quotient does not. */
  public Complex over(Complex y) {
    if (Math.abs(y.re) >= Math.abs(y.im)) {
      double r = y.re == 0 && y.im == 0 ? 0 : y.im / y.re;
      double d = y.re + y.im * r;
      return new Complex((re + im * r) / d, (im - re * r) / d);
    }
    double r = y.re / y.im;
    double d = y.re * r + y.im;
    return new Complex((re * r + im) / d, (im * r - re) / d);
  }

  public Complex negated() {
    return new Complex(-re, -im);
  }

  public Complex conjugate() {
    return new Complex(re, -im);
  }

  /** The distance from 0. */
  public double abs() {
    return Math.hypot(re, im);
  }

  /** The angle with the real axis, in (-pi, pi]. */
  public double angle() {
    return Math.atan2(im, re);
  }

  public Complex exp() {
    double r = Math.exp(re);
    return im == 0 ? new Complex(r, im) : new Complex(r * Math.cos(im), r * Math.sin(im));
  }

  /** The principal logarithm. */
  public Complex log() {
    return new Complex(Math.log(abs()), angle());
  }

  /** The principal square root, whose real part is not negative. */
  public Complex sqrt() {
    if (re == 0 && im == 0) {
      return new Complex(0, im);
    }
    if (Double.isInfinite(im)) {
      return new Complex(Double.POSITIVE_INFINITY, im);
    }
    double t = Math.sqrt((Math.abs(re) + abs()) / 2);
    return re >= 0
        ? new Complex(t, im / (2 * t))
        : new Complex(Math.abs(im) / (2 * t), Math.copySign(t, im));
  }

  /** The principal power; 0 to the power 0 is 1, and to an imaginary power NaN. */
  public Complex pow(Complex y) {
    if (re == 0 && im == 0 && (y.re > 0 || y.re == 0 && y.im == 0)) {
      return y.re == 0 ? ONE : ZERO;
    }
    return y.times(log()).exp();
  }

  public Complex pow(int n) {
    var power = ONE;
    var square = this;
    for (int k = Math.abs(n); k > 0; k >>= 1) {
      power = (k & 1) == 1 ? power.times(square) : power;
      square = square.times(square);
    }
    return n < 0 ? ONE.over(power) : power;
  }

  public Complex sin() {
    return new Complex(part(Math.sin(re), Math.cosh(im)), part(Math.cos(re), Math.sinh(im)));
  }

  public Complex cos() {
    return new Complex(part(Math.cos(re), Math.cosh(im)), -part(Math.sin(re), Math.sinh(im)));
  }

  public Complex tan() {
    var turned = new Complex(-im, re).tanh();
    return new Complex(turned.im, -turned.re);
  }

  public Complex sinh() {
    return new Complex(part(Math.cos(im), Math.sinh(re)), part(Math.sin(im), Math.cosh(re)));
  }

  public Complex cosh() {
    return new Complex(part(Math.cos(im), Math.cosh(re)), part(Math.sin(im), Math.sinh(re)));
  }

  /** A circular function times a hyperbolic one, which may be infinite where the first is 0. */
  private static double part(double circular, double hyperbolic) {
    return circular == 0 ? circular : circular * hyperbolic;
  }

  public Complex tanh() {
    if (Math.abs(re) > 20) {
      // sinh and cosh overflow, but their quotient is 1 to all digits.
      return new Complex(Math.signum(re), Math.copySign(0, Math.sin(2 * im)));
    }
    double d = Math.cosh(2 * re) + Math.cos(2 * im);
    return new Complex(Math.sinh(2 * re) / d, Math.sin(2 * im) / d);
  }

  // --- The inverses, with the branch cuts of C and NumPy; by Kahan's formulas ---

  public Complex asin() {
    if (isInfinite()) {
      double angle = Math.atan2(side(re), Math.abs(side(im)));
      return new Complex(angle, Math.copySign(Double.POSITIVE_INFINITY, im));
    }
    var low = new Complex(1 - re, -im).sqrt();
    var high = new Complex(1 + re, im).sqrt();
    return new Complex(Math.atan2(re, low.times(high).re), asinh(low.conjugate().times(high).im));
  }

  public Complex acos() {
    if (isInfinite()) {
      var asin = asin();
      return new Complex(Math.PI / 2 - asin.re, -asin.im);
    }
    var low = new Complex(1 - re, -im).sqrt();
    var high = new Complex(1 + re, im).sqrt();
    return new Complex(2 * Math.atan2(low.re, high.re), asinh(high.conjugate().times(low).im));
  }

  public Complex atan() {
    var turned = new Complex(-im, re).atanh();
    return new Complex(turned.im, -turned.re);
  }

  public Complex asinh() {
    var turned = new Complex(im, -re).asin();
    return new Complex(-turned.im, turned.re);
  }

  public Complex acosh() {
    var acos = acos();
    return new Complex(Math.abs(acos.im), Math.copySign(acos.re, im));
  }

  public Complex atanh() {
    if (isInfinite()) {
      return new Complex(Math.copySign(0, re), Math.copySign(Math.PI / 2, im));
    }
    // Odd in re; of a negative one the logarithm would lose its digits.
    double size = Math.abs(re);
    double above = 1 - size;
    double square = im * im;
    return new Complex(
        Math.copySign(Math.log1p(4 * size / (above * above + square)) / 4, re),
        Math.atan2(2 * im, above * (1 + size) - square) / 2);
  }

  private boolean isInfinite() {
    return Double.isInfinite(re) || Double.isInfinite(im);
  }

  /** The side of a part that is infinite, 0 of a finite one. */
  private static double side(double part) {
    return Math.copySign(Double.isInfinite(part) ? 1 : 0, part);
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    return Math.copySign(
        Double.isInfinite(x) ? size : Math.log1p(size + size * (size / (1 + Math.hypot(x, 1)))), x);
  }
}
