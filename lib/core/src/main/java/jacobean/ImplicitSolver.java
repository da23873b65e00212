package jacobean;

import jacobean.fn.Fn2;
import java.util.List;

/**
 * A solver of linear equations whose derivatives are those of the solution, whatever the solver
 * does: of {@code A x = b} the derivative is the solution for {@code db - dA x}, and its transpose
 * solves with A transposed.
 *
 * @param matvec {@code A x}, of x and the arrays that A depends on
 * @param like of the type of x
 */
record ImplicitSolver(
    Fn2<Array, List<Array>, Array> matvec,
    Array like,
    Fn2<ArrayFn1, Array, Array> solve,
    Fn2<ArrayFn1, Array, Array> transposeSolve) {

  static Array solve(
      ArrayFn1 matvec,
      Array b,
      Fn2<ArrayFn1, Array, Array> solve,
      Fn2<ArrayFn1, Array, Array> transposeSolve) {
    var converted = ClosureConverted.of(matvec, b);
    return new ImplicitSolver(converted.function(), b, solve, transposeSolve)
        .solve(converted.consts(), b);
  }

  private Array solve(List<Array> consts, Array b) {
    Fn2<List<Array>, Array, Array> solving =
        (c, r) ->
            Given.result(solve.apply(x -> matvec.apply(x, c), r), "customLinearSolve", "an array");
    return jax.customJvp(
            solving,
            (c, r, dc, dr) -> {
              var x = solve(c, r);
              var moved = jax.jvp((List<Array> inner) -> matvec.apply(x, inner), c, dc).tangent();
              return jax.dual(x, move(c, dr.minus(moved)));
            })
        .apply(consts, b);
  }

  private Array move(List<Array> consts, Array b) {
    return jax.linearCall(this::solve, transposed()::solve, consts, b);
  }

  private ImplicitSolver transposed() {
    return new ImplicitSolver(
        (ct, c) -> jax.linearTranspose(x -> matvec.apply(x, c), like).apply(ct),
        like,
        transposeSolve,
        solve);
  }

  /** A root of f, found by any means, that moves as the equation says. */
  static Array root(
      ArrayFn1 f,
      Array guess,
      Fn2<ArrayFn1, Array, Array> solve,
      Fn2<ArrayFn1, Array, Array> tangentSolve) {
    var converted = ClosureConverted.of(f, guess);
    return root(converted.function(), converted.consts(), guess, solve, tangentSolve);
  }

  private static Array root(
      Fn2<Array, List<Array>, Array> f,
      List<Array> consts,
      Array guess,
      Fn2<ArrayFn1, Array, Array> solve,
      Fn2<ArrayFn1, Array, Array> tangentSolve) {
    Fn2<List<Array>, Array, Array> solving =
        (c, x0) -> Given.result(solve.apply(x -> f.apply(x, c), x0), "customRoot", "an array");
    return jax.customJvp(
            solving,
            (c, x0, dc, _) -> {
              var x = root(f, c, x0, solve, tangentSolve);
              var moved = jax.jvp((List<Array> inner) -> f.apply(x, inner), c, dc).tangent();
              ArrayFn1 slope = t -> jax.jvp(y -> f.apply(y, c), x, t).tangent();
              var tangent = solve(slope, moved.unaryMinus(), tangentSolve, tangentSolve);
              return jax.dual(x, tangent);
            })
        .apply(consts, guess);
  }
}
