package jacobean;

import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.fn.Fn2;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.List;

/**
 * A solver of linear equations whose derivatives are those of the solution, whatever the solver
 * does: of {@code A x = b} the derivative is the solution for {@code db - dA x}, and its transpose
 * solves with A transposed. What the solver itself closes over does not move the solution.
 *
 * @param matvec {@code A x}, of x and the arrays that A and the solvers depend on
 * @param like of the type of x
 * @param solve from these arrays and b to x
 * @param transposeSolve the same with A transposed
 */
record ImplicitSolver(
    Fn2<Array, List<Array>, Array> matvec,
    Array like,
    Fn2<List<Array>, Array, Array> solve,
    Fn2<List<Array>, Array, Array> transposeSolve) {

  static Array solve(
      ArrayFn1 matvec,
      Array b,
      Fn2<ArrayFn1, Array, Array> solve,
      Fn2<ArrayFn1, Array, Array> transposeSolve) {
    var converted = ClosureConverted.of(matvec, b);
    int n = converted.consts().size();
    Fn2<Array, List<Array>, Array> product =
        (x, all) -> converted.function().apply(x, all.subList(0, n));
    var all = new ArrayList<>(converted.consts());
    var solving = closed("customLinearSolve", product, solve, all, b);
    Fn2<Array, List<Array>, Array> transposedProduct = transposed(product, b);
    var back = closed("customLinearSolve", transposedProduct, transposeSolve, all, b);
    return new ImplicitSolver(product, b, solving, back).solve(all, b);
  }

  /**
   * A solver as a function of the arrays that f depends on and of a right side; what it closes over
   * is added to the arrays.
   */
  private static Fn2<List<Array>, Array, Array> closed(
      String operation,
      Fn2<Array, List<Array>, Array> f,
      Fn2<ArrayFn1, Array, Array> solve,
      List<Array> arrays,
      Array right) {
    int n = arrays.size();
    var types = new ArrayList<Aval>();
    arrays.forEach(a -> types.add(a.value().aval()));
    types.add(right.value().aval());
    var staged =
        Stage.trace(
            operation,
            x -> {
              var known = x.subList(0, n).stream().map(Array::of).toList();
              var result = solve.apply(v -> f.apply(v, known), Array.of(x.get(n)));
              return List.of(Given.result(result, operation, "an array").value());
            },
            types);
    int end = n + staged.captured().size();
    staged.captured().forEach(v -> arrays.add(Array.of(v)));
    return (all, r) -> {
      var operands = new ArrayList<Value>();
      all.subList(n, end).forEach(a -> operands.add(a.value()));
      all.subList(0, n).forEach(a -> operands.add(a.value()));
      operands.add(r.value());
      return Array.of(staged.jaxpr().apply(operands).getFirst());
    };
  }

  private Array solve(List<Array> consts, Array b) {
    return jax.customJvp(
            solve,
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
    return new ImplicitSolver(transposed(matvec, like), like, transposeSolve, solve);
  }

  private static Fn2<Array, List<Array>, Array> transposed(
      Fn2<Array, List<Array>, Array> matvec, Array like) {
    return (ct, c) -> jax.linearTranspose(x -> matvec.apply(x, c), like).apply(ct);
  }

  /** A root of f, found by any means, that moves as the equation says. */
  static Array root(
      ArrayFn1 f,
      Array guess,
      Fn2<ArrayFn1, Array, Array> solve,
      Fn2<ArrayFn1, Array, Array> tangentSolve) {
    var converted = ClosureConverted.of(f, guess);
    int n = converted.consts().size();
    Fn2<Array, List<Array>, Array> equation =
        (x, all) -> converted.function().apply(x, all.subList(0, n));
    var all = new ArrayList<>(converted.consts());
    var solving = closed("customRoot", equation, solve, all, guess);
    var rootAndAll = joined(guess, all);
    Fn2<Array, List<Array>, Array> slope =
        (t, known) -> jax.jvp(y -> equation.apply(y, rest(known)), known.getFirst(), t).tangent();
    var forward = closed("customRoot", slope, tangentSolve, rootAndAll, guess);
    var back = closed("customRoot", transposed(slope, guess), tangentSolve, rootAndAll, guess);
    var tangents = new ImplicitSolver(slope, guess, forward, back);
    return root(equation, rest(rootAndAll), guess, solving, tangents);
  }

  /**
   * @param tangents solves equations of f's slope, which depends on the root and the arrays
   */
  private static Array root(
      Fn2<Array, List<Array>, Array> f,
      List<Array> consts,
      Array guess,
      Fn2<List<Array>, Array, Array> solving,
      ImplicitSolver tangents) {
    return jax.customJvp(
            solving,
            (c, x0, dc, _) -> {
              var x = root(f, c, x0, solving, tangents);
              var moved = jax.jvp((List<Array> inner) -> f.apply(x, inner), c, dc).tangent();
              return jax.dual(x, tangents.solve(joined(x, c), moved.unaryMinus()));
            })
        .apply(consts, guess);
  }

  private static List<Array> joined(Array first, List<Array> rest) {
    var all = new ArrayList<Array>();
    all.add(first);
    all.addAll(rest);
    return all;
  }

  private static List<Array> rest(List<Array> arrays) {
    return arrays.subList(1, arrays.size());
  }
}
