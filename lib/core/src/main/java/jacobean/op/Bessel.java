package jacobean.op;

import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.ir.Op;

/**
 * The modified Bessel functions of orders 0 and 1, scaled by {@code e^-|x|} so that they stay
 * finite. Chebyshev series: of x/4 - 1 up to 8, of 16/x - 1 beyond.
 */
public final class Bessel {
  private static final double[] NEAR_0 = {
    0.33839763720473803,
    -0.30468267234319835,
    0.17162090152220871,
    -0.094901097048047584,
    0.049305284239670628,
    -0.023737414805899422,
    0.010546460394594944,
    -0.0043243099950504987,
    0.0016394756169412564,
    -0.00057637557453875388,
    0.00018850288509569824,
    -5.7541950100548078e-05,
    1.6448448070777166e-05,
    -4.4167383587145892e-06,
    1.1173875390652066e-06,
    -2.6707938510783791e-07,
    6.0469949964003789e-08,
    -1.3000250237427124e-08,
    2.6598238472841373e-09,
    -5.1897941499845501e-10,
    9.6758115408768219e-11,
    -1.7268068919218393e-11,
    2.9547544966312955e-12,
    -4.8539297581307039e-13,
    7.6601919252183848e-14,
    -1.1868978022633314e-14,
    2.050443148604586e-15
  };
  private static final double[] FAR_0 = {
    0.40224520550705439,
    0.0033691164782557181,
    6.8897583469154991e-05,
    2.8913705208757912e-06,
    2.0489185891588851e-07,
    2.266668987921383e-08,
    3.3962320100319743e-09,
    4.9406025104392626e-10,
    1.188912033059375e-11,
    -3.1499303165816173e-11,
    -1.3215868070043379e-11,
    -1.7940648966430217e-12,
    7.1805669049629373e-13,
    3.8512248945465899e-13,
    1.5340810219366396e-14,
    -4.1411318818518339e-14,
    -9.7144514654701197e-15,
    3.7747582837255322e-15,
    1.8383732036664213e-15
  };

  /** Of the function divided by x. */
  private static final double[] NEAR_1 = {
    0.1262935932218168,
    -0.17641651835783403,
    0.10264365868984707,
    -0.052945981208094947,
    0.024726449030626471,
    -0.010564084894626159,
    0.0041564229443128604,
    -0.0015135724506312072,
    0.00051228595616853098,
    -0.00016176081582596619,
    4.7815651075422405e-05,
    -1.3273163655895537e-05,
    3.4702513081463771e-06,
    -8.5687202659029404e-07,
    2.0032947532777623e-07,
    -4.4450591124567396e-08,
    9.3815372623207161e-09,
    -1.887249818227632e-09,
    3.6255910079718845e-10,
    -6.6634836537460274e-11,
    1.1736205757229001e-11,
    -1.9839026255130676e-12,
    3.2224570234440364e-13,
    -5.0301776632899475e-14,
    7.5182915448834819e-15,
    -1.2030307305899157e-15
  };

  private static final double[] FAR_1 = {
    0.38928811750914005, -0.0097610974913614479, -0.00011058893876264922,
    -3.8825648088318399e-06, -2.5122362383640275e-07, -2.6314688473388914e-08,
    -3.8353803888261165e-09, -5.589743459766261e-10, -1.8974984777875292e-11,
    3.2525912518899247e-11, 1.4125745278342761e-11, 2.0357326935283027e-12,
    -7.1981982006918965e-13, -4.0849268412301853e-13, -2.1073854467035247e-14,
    4.2799097599299785e-14, 1.021405182655144e-14, -3.8302694349567901e-15,
    -1.7963061593739837e-15
  };

  private Bessel() {}

  /** {@code e^-|x| I0(x)}; even. */
  public record I0e() implements Unary.Series {
    @Override
    public String name() {
      return "bessel_i0e";
    }

    @Override
    public double f(double x) {
      double a = Math.abs(x);
      double y =
          a <= 8 ? chebyshev(a / 4 - 1, NEAR_0) : chebyshev(16 / a - 1, FAR_0) / Math.sqrt(a);
      return y;
    }

    @Override
    public Value slope(Value x, Value y) {
      return Arithmetic.sub(i1e(x), Arithmetic.mul(Magnitudes.sign(x), y));
    }

    @Override
    public Expr lower(Expr x) {
      var a = x.op(Op.ABS);
      var near = chebyshev(a.times(real(x, 0.25)).minus(real(x, 1)), NEAR_0);
      var far = chebyshev(real(x, 16).div(a).minus(real(x, 1)), FAR_0).div(a.op(Op.SQRT));
      var y = near.where(a.compare(Op.LE, real(x, 8)), far);
      return y;
    }
  }

  /** {@code e^-|x| I1(x)}; odd. */
  public record I1e() implements Unary.Series {
    @Override
    public String name() {
      return "bessel_i1e";
    }

    @Override
    public double f(double x) {
      double a = Math.abs(x);
      double y =
          a <= 8 ? a * chebyshev(a / 4 - 1, NEAR_1) : chebyshev(16 / a - 1, FAR_1) / Math.sqrt(a);
      return Math.copySign(y, x);
    }

    @Override
    public Value slope(Value x, Value y) {
      // At 0 the quotient y / x is 1/2, and beside it y may be too small to be told from 0.
      var near = Arithmetic.constant(x.dtype(), 0x1p-60);
      var zero = Comparison.le(Magnitudes.abs(x), near);
      var one = Shaping.full(x.shape(), x.dtype(), 1);
      var quotient =
          Comparison.select(
              zero,
              Shaping.full(x.shape(), x.dtype(), 0.5),
              Arithmetic.div(y, Comparison.select(zero, one, x)));
      return Arithmetic.sub(
          Arithmetic.sub(i0e(x), Arithmetic.mul(y, Magnitudes.sign(x))), quotient);
    }

    @Override
    public Expr lower(Expr x) {
      var a = x.op(Op.ABS);
      var near = chebyshev(a.times(real(x, 0.25)).minus(real(x, 1)), NEAR_1).times(a);
      var far = chebyshev(real(x, 16).div(a).minus(real(x, 1)), FAR_1).div(a.op(Op.SQRT));
      var y = near.where(a.compare(Op.LE, real(x, 8)), far);
      return y.op(Op.COPYSIGN, x);
    }
  }

  /** The sum of c[k] T[k](t), by Clenshaw's recurrence. */
  private static double chebyshev(double t, double[] c) {
    double b1 = 0;
    double b2 = 0;
    for (int k = c.length - 1; k > 0; k--) {
      double b0 = 2 * t * b1 - b2 + c[k];
      b2 = b1;
      b1 = b0;
    }
    return t * b1 - b2 + c[0];
  }

  private static Expr chebyshev(Expr t, double[] c) {
    var twice = t.plus(t);
    var b1 = real(t, 0);
    var b2 = real(t, 0);
    for (int k = c.length - 1; k > 0; k--) {
      var b0 = twice.times(b1).minus(b2).plus(real(t, c[k]));
      b2 = b1;
      b1 = b0;
    }
    return t.times(b1).minus(b2).plus(real(t, c[0]));
  }

  private static Expr real(Expr like, double value) {
    return Expr.real(like.type(), value);
  }

  // --- As functions ---

  public static Value i0e(Value x) {
    return new I0e().bind1(x);
  }

  public static Value i1e(Value x) {
    return new I1e().bind1(x);
  }
}
