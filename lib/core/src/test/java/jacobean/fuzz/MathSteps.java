package jacobean.fuzz;

import jacobean.Array;
import jacobean.fuzz.Pool.Maker;
import jacobean.fuzz.Program.Step;
import jacobean.jax;
import jacobean.jnp;
import jacobean.special;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Steps that work element by element, with broadcasting, numbers and mixed dtypes. */
final class MathSteps {
  private MathSteps() {}

  static List<Maker> makers() {
    var makers = new ArrayList<Maker>();
    // Of reals, made safe where the domain is not the whole line.
    unary(makers, "tanh", jnp::tanh);
    unary(makers, "sin", jnp::sin);
    unary(makers, "cos", jnp::cos);
    unary(makers, "arctan", jnp::arctan);
    unary(makers, "arcsinh", jnp::arcsinh);
    unary(makers, "abs", jnp::abs);
    unary(makers, "negative", jnp::negative);
    unary(makers, "square", jnp::square);
    unary(makers, "sign", jnp::sign);
    unary(makers, "floor", jnp::floor);
    unary(makers, "rint", jnp::rint);
    unary(makers, "cbrt of 1 + x^2", x -> jnp.cbrt(jnp.square(x).plus(1)));
    unary(makers, "exp of sin", x -> jnp.exp(jnp.sin(x)));
    unary(makers, "expm1 of tanh", x -> jnp.expm1(jnp.tanh(x)));
    unary(makers, "exp2 of cos", x -> jnp.exp2(jnp.cos(x)));
    unary(makers, "log of 0.5 + x^2", x -> jnp.log(jnp.square(x).plus(0.5)));
    unary(makers, "log1p of |x|", x -> jnp.log1p(jnp.abs(x)));
    unary(makers, "sqrt of 0.1 + |x|", x -> jnp.sqrt(jnp.abs(x).plus(0.1)));
    unary(makers, "tan of sin", x -> jnp.tan(jnp.sin(x)));
    unary(makers, "arcsin of 0.9 tanh", x -> jnp.arcsin(jnp.tanh(x).times(0.9)));
    unary(makers, "arctanh of 0.9 sin", x -> jnp.arctanh(jnp.sin(x).times(0.9)));
    unary(makers, "sinh of tanh", x -> jnp.sinh(jnp.tanh(x)));
    unary(makers, "cosh of sin", x -> jnp.cosh(jnp.sin(x)));
    unary(makers, "sinc", jnp::sinc);
    unary(makers, "reciprocal of 1 + x^2", x -> jnp.reciprocal(jnp.square(x).plus(1)));
    unary(makers, "erf", special::erf);
    unary(makers, "gammaln of 3 + x^2", x -> special.gammaln(jnp.square(x).plus(3)));
    unary(makers, "i0e", special::i0e);
    unary(makers, "sigmoid", jax.nn::sigmoid);
    unary(makers, "relu", jax.nn::relu);
    unary(makers, "gelu", jax.nn::gelu);
    unary(makers, "softplus", jax.nn::softplus);
    unary(makers, "stopGradient", jax::stopGradient);
    unary(makers, "nanToNum", jnp::nanToNum);
    unary(makers, "where(x > 0, x, 0)", x -> jnp.where(x.gt(0), x, 0));
    unary(makers, "clip(-1, 1)", x -> jnp.clip(x, -1, 1));

    binary(makers, "add", jnp::add);
    binary(makers, "subtract", jnp::subtract);
    binary(makers, "multiply", jnp::multiply);
    binary(makers, "maximum", jnp::maximum);
    binary(makers, "minimum", jnp::minimum);
    binary(makers, "x / (1 + |y|)", (x, y) -> x.div(jnp.abs(y).plus(1)));
    binary(makers, "less", jnp::less);
    binary(makers, "greaterEqual", jnp::greaterEqual);
    binary(makers, "notEqual", jnp::notEqual);
    binary(makers, "x % (1 + |y|)", (x, y) -> jnp.remainder(x, jnp.abs(y).plus(1)));
    binary(makers, "where(x > 1, x, y)", (x, y) -> jnp.where(x.gt(1), x, y));
    real(makers, "arctan2(x, 1 + y^2)", (x, y) -> jnp.arctan2(x, jnp.square(y).plus(1)));
    real(makers, "hypot", jnp::hypot);
    real(makers, "logaddexp", jnp::logaddexp);
    real(makers, "copysign", jnp::copysign);
    real(makers, "(0.5 + |x|) ** tanh(y)", (x, y) -> jnp.power(jnp.abs(x).plus(0.5), jnp.tanh(y)));

    makers.add(MathSteps::ofNumber);
    makers.add(MathSteps::ofNumber);
    makers.add(MathSteps::cast);
    makers.add(MathSteps::cast);
    makers.add(MathSteps::bitwise);
    makers.add(MathSteps::whole);
    return makers;
  }

  private static void unary(List<Maker> makers, String text, UnaryOperator<Array> f) {
    makers.add(p -> p.floating().flatMap(x -> p.step(text, f, x)));
  }

  private static void binary(List<Maker> makers, String text, BinaryOperator<Array> f) {
    makers.add(p -> p.any(_ -> true).flatMap(x -> both(p, text, f, x, false)));
    makers.add(p -> p.floating().flatMap(x -> both(p, text, f, x, true)));
  }

  private static void real(List<Maker> makers, String text, BinaryOperator<Array> f) {
    makers.add(p -> p.floating().flatMap(x -> both(p, text, f, x, true)));
  }

  private static Optional<Step> both(
      Pool p, String text, BinaryOperator<Array> f, int x, boolean real) {
    return p.any(y -> broadcast(p.get(x), y) && (!real || y.dtype().isFloating()))
        .flatMap(y -> p.steps(text, in -> List.of(f.apply(in.get(0), in.get(1))), x, y));
  }

  private static boolean broadcast(Array x, Array y) {
    for (int i = 1; i <= Math.min(x.ndim(), y.ndim()); i++) {
      int n = x.shape(-i);
      int m = y.shape(-i);
      if (n != m && n != 1 && m != 1) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Step> ofNumber(Pool p) {
    Number c = p.<Number>one(2, -1, 3, 0.5, -1.25, 1);
    boolean real = c instanceof Double;
    return p.any(x -> x.dtype().isFloating() || !real)
        .flatMap(
            x ->
                switch (p.below(5)) {
                  case 0 -> p.step("plus " + c, v -> v.plus(c), x);
                  case 1 -> p.step("times " + c, v -> v.times(c), x);
                  case 2 -> p.step(c + " minus", v -> jnp.subtract(c, v), x);
                  case 3 -> p.step("maximum " + c, v -> jnp.maximum(v, c), x);
                  default -> p.step("greater than " + c, v -> v.gt(c), x);
                });
  }

  private static Optional<Step> cast(Pool p) {
    var to =
        p.one(
            DType.FLOAT32,
            DType.FLOAT32,
            DType.FLOAT64,
            DType.FLOAT16,
            DType.BFLOAT16,
            DType.INT32,
            DType.INT8,
            DType.UINT8,
            DType.INT64,
            DType.UINT32,
            DType.INT16,
            DType.UINT64,
            DType.BOOL);
    return p.any(x -> x.dtype() != to)
        .flatMap(x -> p.steps("astype " + to, in -> List.of(in.getFirst().astype(to)), x));
  }

  private static Optional<Step> bitwise(Pool p) {
    return p.any(x -> !x.dtype().isFloating())
        .flatMap(
            x ->
                p.any(y -> y.dtype() == p.get(x).dtype() && broadcast(p.get(x), y))
                    .flatMap(
                        y ->
                            switch (p.below(3)) {
                              case 0 ->
                                  p.steps(
                                      "bitwiseAnd", in -> List.of(in.get(0).and(in.get(1))), x, y);
                              case 1 ->
                                  p.steps(
                                      "bitwiseOr", in -> List.of(in.get(0).or(in.get(1))), x, y);
                              default ->
                                  p.steps(
                                      "bitwiseXor", in -> List.of(in.get(0).xor(in.get(1))), x, y);
                            }));
  }

  private static Optional<Step> whole(Pool p) {
    return p.any(x -> x.dtype().isInteger())
        .flatMap(
            x ->
                switch (p.below(5)) {
                  case 0 -> p.step("floorDivide 3", v -> jnp.floorDivide(v, 3), x);
                  case 1 -> p.step("remainder 5", v -> jnp.remainder(v, 5), x);
                  case 2 -> p.step("rightShift 1", v -> jnp.rightShift(v, 1), x);
                  case 3 -> p.step("bitwiseNot", jnp::bitwiseNot, x);
                  default -> p.step("power 2", v -> jnp.power(v, 2), x);
                });
  }
}
