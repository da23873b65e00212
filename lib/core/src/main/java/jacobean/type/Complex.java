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
    double t = Math.sqrt((Math.abs(re) + abs()) / 2);
    return re >= 0
        ? new Complex(t, im / (2 * t))
        : new Complex(Math.abs(im) / (2 * t), Math.copySign(t, im));
  }

  /** The principal power; 0 to the power 0 is 1. */
  public Complex pow(Complex y) {
    if (re == 0 && im == 0) {
      return y.re == 0 && y.im == 0 ? ONE : ZERO;
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
    return new Complex(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im));
  }

  public Complex cos() {
    return new Complex(Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im));
  }

  public Complex tan() {
    var turned = new Complex(-im, re).tanh();
    return new Complex(turned.im, -turned.re);
  }

  public Complex sinh() {
    return new Complex(Math.sinh(re) * Math.cos(im), Math.cosh(re) * Math.sin(im));
  }

  public Complex cosh() {
    return new Complex(Math.cosh(re) * Math.cos(im), Math.sinh(re) * Math.sin(im));
  }

  public Complex tanh() {
    if (Math.abs(re) > 20) {
      // sinh and cosh overflow, but their quotient is 1 to all digits.
      return new Complex(Math.signum(re), Math.copySign(0, Math.sin(2 * im)));
    }
    double d = Math.cosh(2 * re) + Math.cos(2 * im);
    return new Complex(Math.sinh(2 * re) / d, Math.sin(2 * im) / d);
  }
}
