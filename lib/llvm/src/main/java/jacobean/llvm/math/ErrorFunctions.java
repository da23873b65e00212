package jacobean.llvm.math;

import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import java.util.function.BiFunction;

/**
 * erf, erfc and the inverse of erf, without branches. The polynomials of the first two were fitted
 * by src/fit/minimax.py.
 */
final class ErrorFunctions {
  private ErrorFunctions() {}

  /** x P(x^2) below 0.95, and 1 - e^-Q(x) above. */
  static Val erf(Code c, Val x) {
    Val a = c.fabs(x);
    Val z = c.fmul(x, x);
    Val small =
        c.polynomial(
            z,
            1.1283791065216064,
            -0.3761262595653534,
            0.1128358542919159,
            -0.026853812858462334,
            0.005188327748328447,
            -0.0008010193123482168,
            7.853860006434843e-05);
    Val bounded = c.select(c.fcmp("ogt", a, 4), 4, a);
    Val q =
        c.polynomial(
            bounded,
            -0.00015061361773405224,
            1.129381775856018,
            0.6336632966995239,
            0.10785821080207825,
            -0.024774514138698578,
            0.003994102589786053,
            -0.0003788502945099026,
            1.1311476555420086e-05,
            7.374454753517057e-07);
    Val big = c.fsub(1, Exponentials.exp(c, c.fneg(q)));
    Val isSmall = c.fcmp("olt", a, 0.95);
    return c.select(isSmall, c.fmul(x, small), c.copysign(big, x));
  }

  /**
   * 1 - erf x below 1/4, and above e^(-x^2) P((x - 2) / (x + 2)) / (1 + 2 x) (the transformation of
   * M. Shepherd and J. Laframboise), with what rounding x^2 loses put back.
   */
  static Val erfc(Code c, Val x) {
    Val a = c.select(c.fcmp("ogt", x, 10.1), 10.1, x);
    Val bounded = c.select(c.fcmp("olt", a, 0.25), 0.25, a);
    Val t = c.fdiv(c.fsub(bounded, 2), c.fadd(bounded, 2));
    Val p =
        c.polynomial(
            t,
            1.2769783735275269,
            -0.09276379644870758,
            -0.1660306453704834,
            0.16405002772808075,
            -0.054215360432863235,
            -0.008019700646400452,
            0.008692911826074123,
            0.0012013891246169806,
            -0.0013783547328785062,
            -0.00029580522095784545,
            0.00013100779324304312);
    Val square = c.fmul(bounded, bounded);
    Val lost = c.fma(bounded, bounded, c.fneg(square));
    Val ratio = c.fdiv(p, c.fma(bounded, 2, 1));
    Val e = Exponentials.exp(c, c.fneg(square));
    Val tail = c.fmul(e, c.fma(ratio, c.fneg(lost), ratio));
    return c.select(c.fcmp("ult", x, 0.25), c.fsub(1, erf(c, x)), tail);
  }

  /**
   * Mike Giles, "Approximating the erfinv function" (GPU Computing Gems, 2011), whose coefficients
   * XLA has too. It gives the same bits as XLA on CPUs, and so do random normal numbers.
   */
  static Val erfInv32(Code c, Val x) {
    Val w = c.fneg(XlaLogarithm.log1p(c, c.fneg(c.fmul(x, x))));
    Val central =
        c.polynomial(
            c.fsub(w, 2.5),
            1.50140941,
            0.246640727,
            -0.00417768164,
            -0.00125372503,
            0.00021858087,
            -4.39150654e-06,
            -3.5233877e-06,
            3.43273939e-07,
            2.81022636e-08);
    Val tail =
        c.polynomial(
            c.fsub(c.sqrt(w), 3),
            2.83297682,
            1.00167406,
            0.00943887047,
            -0.0076224613,
            0.00573950773,
            -0.00367342844,
            0.00134934322,
            0.000100950558,
            -0.000200214257);
    Val p = c.select(c.fcmp("olt", w, 5), central, tail);
    return atOne(c, x, c.fmul(p, x));
  }

  /** The same author's polynomials for float64, with XLA's coefficients. */
  static Val erfInv64(Code c, Val x) {
    Val w = c.fneg(c.call(Type.F64, "log1p", c.fneg(c.fmul(x, x))));
    BiFunction<Double, double[], Val> ofRoot =
        (shift, k) -> c.polynomial(c.fsub(c.sqrt(w), shift), k);
    Val central = c.polynomial(c.fsub(w, 3.125), CENTRAL_64);
    Val p =
        c.select(
            c.fcmp("olt", w, 6.25),
            central,
            c.select(
                c.fcmp("olt", w, 16), ofRoot.apply(3.25, MIDDLE_64), ofRoot.apply(5.0, TAIL_64)));
    return atOne(c, x, c.fmul(p, x));
  }

  private static Val atOne(Code c, Val x, Val y) {
    Val infinite = c.fmul(x, Double.POSITIVE_INFINITY);
    return c.select(c.fcmp("oeq", c.fabs(x), 1), infinite, y);
  }

  private static final double[] CENTRAL_64 = {
    1.6536545626831027356,
    0.24015818242558961693,
    -0.0060336708714301490533,
    -0.00074070253416626697512,
    0.0001867342080340571352,
    -1.3882523362786468719e-05,
    -1.3654692000834678645e-06,
    4.2347877827932403518e-07,
    -2.9070369957882005086e-08,
    -4.1126339803469836976e-09,
    1.051212273321532285e-09,
    -5.4154120542946279317e-11,
    -1.2975133253453532498e-11,
    2.6335093153082322977e-12,
    -8.1519341976054721522e-14,
    -4.0545662729752068639e-14,
    6.6376381343583238325e-15,
    2.0972767875968561637e-17,
    -1.333171662854620906e-16,
    1.115787767802518096e-17,
    1.2858480715256400167e-18,
    -1.685059138182016589e-19,
    -3.6444120640178196996e-21,
  };

  private static final double[] MIDDLE_64 = {
    3.0838856104922207635,
    1.0052589676941592334,
    0.005370914553590063617,
    -0.0037512085075692412107,
    0.0024914420961078508066,
    -0.0016882755560235047313,
    0.00095328937973738049703,
    -0.0003550375203628474796,
    2.4031110387097893999e-05,
    6.8284851459573175448e-05,
    -4.7318229009055733981e-05,
    1.2475304481671778723e-05,
    2.9234449089955446044e-06,
    -4.013867526981545969e-06,
    1.5027403968909827627e-06,
    1.8239629214389227755e-08,
    -2.7517406297064545428e-07,
    9.0756561938885390979e-08,
    2.2137376921775787049e-09,
  };

  private static final double[] TAIL_64 = {
    4.8499064014085844221,
    1.0103004648645343977,
    -0.00013871931833623122026,
    -0.00021503011930044477347,
    7.5995277030017761139e-05,
    -1.9681778105531670567e-05,
    4.5260625972231537039e-06,
    -9.9298272942317002539e-07,
    2.2900482228026654717e-07,
    -6.7711997758452339498e-08,
    2.9147953450901080826e-08,
    -1.4960026627149240478e-08,
    7.6157012080783393804e-09,
    -3.7894654401267369937e-09,
    1.5076572693500548083e-09,
    -2.5556418169965252055e-10,
    -2.7109920616438573243e-11,
  };
}
