package jacobean.llvm.graph;

import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.llvm.graph.ComplexParts.Pair;
import jacobean.type.DType;
import java.util.List;
import java.util.Set;

/** Functions of complex numbers by functions of their parts. */
final class ComplexFunctions {
  private static final int SINH_AND_COSH_OVERFLOW = 20;

  /** The functions that {@link #of} knows. */
  static final Set<String> NAMES =
      Set.of(
          "exp",
          "expm1",
          "log",
          "log1p",
          "logistic",
          "sin",
          "cos",
          "tan",
          "sinh",
          "cosh",
          "tanh",
          "pow");

  private ComplexFunctions() {}

  /** A function of this name. */
  static Pair of(String name, List<Pair> args) {
    Pair x = args.getFirst();
    return switch (name) {
      case "exp" -> exp(x);
      case "expm1" -> minus(exp(x), one(x));
      case "log" -> log(x);
      case "log1p" -> log(plus(one(x), x));
      case "logistic" -> over(one(x), plus(one(x), exp(negated(x))));
      case "sin" -> new Pair(part(sin(x.re()), cosh(x.im())), part(cos(x.re()), sinh(x.im())));
      case "cos" ->
          new Pair(part(cos(x.re()), cosh(x.im())), negated(part(sin(x.re()), sinh(x.im()))));
      case "tan" -> {
        Pair turned = tanh(new Pair(negated(x.im()), x.re()));
        yield new Pair(turned.im(), negated(turned.re()));
      }
      case "sinh" -> new Pair(part(cos(x.im()), sinh(x.re())), part(sin(x.im()), cosh(x.re())));
      case "cosh" -> new Pair(part(cos(x.im()), cosh(x.re())), part(sin(x.im()), sinh(x.re())));
      case "tanh" -> tanh(x);
      case "pow" -> pow(x, args.get(1));
      default -> throw new IllegalStateException("no function " + name + " of complex numbers");
    };
  }

  static Pair plus(Pair x, Pair y) {
    return new Pair(x.re().plus(y.re()), x.im().plus(y.im()));
  }

  static Pair minus(Pair x, Pair y) {
    return new Pair(x.re().minus(y.re()), x.im().minus(y.im()));
  }

  static Pair negated(Pair x) {
    return new Pair(negated(x.re()), negated(x.im()));
  }

  static Pair times(Pair x, Pair y) {
    return new Pair(
        x.re().times(y.re()).minus(x.im().times(y.im())),
        x.re().times(y.im()).plus(x.im().times(y.re())));
  }

  /** Divided by the greater part first, so that nothing overflows that need not. */
  static Pair over(Pair x, Pair y) {
    Expr zero = zero(y.re());
    Expr realIsGreater = abs(y.re()).compare(Op.GE, abs(y.im()));
    Expr greater = y.re().where(realIsGreater, y.im());
    Expr lesser = y.im().where(realIsGreater, y.re());
    Expr r = zero.where(greater.compare(Op.EQ, zero), lesser.div(greater));
    Expr d = greater.plus(lesser.times(r));
    Expr re = x.re().plus(x.im().times(r)).where(realIsGreater, x.re().times(r).plus(x.im()));
    Expr im = x.im().minus(x.re().times(r)).where(realIsGreater, x.im().times(r).minus(x.re()));
    return new Pair(re.div(d), im.div(d));
  }

  /** The distance from 0: of narrow numbers in a wide type, where squares do not overflow. */
  static Expr abs(Pair x) {
    if (x.re().type() == DType.FLOAT32) {
      Expr re = x.re().cast(DType.FLOAT64);
      Expr im = x.im().cast(DType.FLOAT64);
      return re.times(re).plus(im.times(im)).op(Op.SQRT).cast(DType.FLOAT32);
    }
    Expr greater = abs(x.re()).op(Op.MAX, abs(x.im()));
    Expr r = abs(x.re()).op(Op.MIN, abs(x.im())).div(greater);
    Expr length = greater.times(r.times(r).plus(Expr.real(r.type(), 1)).op(Op.SQRT));
    Expr infinite = Expr.real(r.type(), Double.POSITIVE_INFINITY);
    Expr plain = greater.compare(Op.EQ, zero(r)).op(Op.OR, greater.compare(Op.EQ, infinite));
    return greater.where(plain, length);
  }

  static Pair sqrt(Pair x) {
    Expr zero = zero(x.re());
    Expr half = Expr.real(x.re().type(), .5);
    Expr t = abs(x.re()).plus(abs(x)).times(half).op(Op.SQRT);
    Expr twice = t.plus(t);
    Expr right = x.re().compare(Op.GE, zero);
    Expr isZero = x.re().compare(Op.EQ, zero).op(Op.AND, x.im().compare(Op.EQ, zero));
    Expr re = t.where(right, abs(x.im()).div(twice));
    Expr im = x.im().div(twice).where(right, t.op(Op.COPYSIGN, x.im()));
    Expr infinite = Expr.real(zero.type(), Double.POSITIVE_INFINITY);
    Expr isInfinite = abs(x.im()).compare(Op.EQ, infinite);
    return new Pair(
        zero.where(isZero, infinite.where(isInfinite, re)),
        x.im().where(isZero.op(Op.OR, isInfinite), im));
  }

  /** A circular function times a hyperbolic one, which may be infinite where the first is 0. */
  private static Expr part(Expr circular, Expr hyperbolic) {
    return circular.where(circular.compare(Op.EQ, zero(circular)), circular.times(hyperbolic));
  }

  private static Pair exp(Pair x) {
    Expr r = x.re().call("exp");
    Expr isReal = x.im().compare(Op.EQ, zero(r));
    return new Pair(
        r.where(isReal, r.times(cos(x.im()))), x.im().where(isReal, r.times(sin(x.im()))));
  }

  private static Pair log(Pair x) {
    return new Pair(abs(x).call("log"), x.im().call("atan2", x.re()));
  }

  private static Pair tanh(Pair x) {
    Expr re = x.re().plus(x.re());
    Expr im = x.im().plus(x.im());
    Expr d = cosh(re).plus(cos(im));
    // Far out sinh and cosh overflow, but their quotient is 1 to all digits.
    Expr far = abs(x.re()).compare(Op.GT, Expr.real(re.type(), SINH_AND_COSH_OVERFLOW));
    Expr one = Expr.real(re.type(), 1).op(Op.COPYSIGN, x.re());
    return new Pair(
        one.where(far, sinh(re).div(d)),
        zero(re).op(Op.COPYSIGN, sin(im)).where(far, sin(im).div(d)));
  }

  private static Pair pow(Pair x, Pair y) {
    Expr zero = zero(x.re());
    Pair power = exp(times(y, log(x)));
    Expr defined = y.re().compare(Op.GT, zero).op(Op.OR, isZero(y));
    Expr ofZero = isZero(x).op(Op.AND, defined);
    Expr one = Expr.real(zero.type(), 1);
    return new Pair(
        one.where(isZero(y), zero).where(ofZero, power.re()), zero.where(ofZero, power.im()));
  }

  private static Expr isZero(Pair x) {
    Expr zero = zero(x.re());
    return x.re().compare(Op.EQ, zero).op(Op.AND, x.im().compare(Op.EQ, zero));
  }

  private static Pair one(Pair like) {
    return new Pair(Expr.real(like.re().type(), 1), zero(like.re()));
  }

  private static Expr zero(Expr like) {
    return Expr.real(like.type(), 0);
  }

  private static Expr negated(Expr x) {
    return x.op(Op.NEG);
  }

  private static Expr abs(Expr x) {
    return x.op(Op.ABS);
  }

  private static Expr sin(Expr x) {
    return x.call("sin");
  }

  private static Expr cos(Expr x) {
    return x.call("cos");
  }

  private static Expr sinh(Expr x) {
    return x.call("sinh");
  }

  private static Expr cosh(Expr x) {
    return x.call("cosh");
  }
}
