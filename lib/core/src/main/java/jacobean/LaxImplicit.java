package jacobean;

import jacobean.fn.Fn2;

/** The part of {@link lax} whose solvers are differentiated by the equations that they solve. */
abstract sealed class LaxImplicit extends LaxGroups permits LaxPlaces {

  /**
   * The x of {@code matvec(x) = b}, found by a solver that need not be differentiable. Derivatives
   * by b and by what matvec closes over are found by solving again. {@code lax.custom_linear_solve}
   * with {@code symmetric=True}.
   *
   * {@snippet :
   * Array halve(Array d, Array b) { return lax.customLinearSolve(x -> x.times(d), b, (mv, r) -> r.div(mv.apply(jnp.onesLike(r)))); }
   * grad(d -> halve(d, jnp.array(1.))).apply(jnp.array(2.)) // => -0.25
   * }
   *
   * @param matvec linear and symmetric
   * @param solve from a function like matvec and a right side to the solution
   */
  public static Array customLinearSolve(
      ArrayFn1 matvec, Array b, Fn2<ArrayFn1, Array, Array> solve) {
    return ImplicitSolver.solve(matvec, b, solve, solve);
  }

  /**
   * {@link #customLinearSolve(ArrayFn1, Array, Fn2)} where matvec is not symmetric.
   *
   * @param transposeSolve solves with the transposed function, which it is given
   */
  public static Array customLinearSolve(
      ArrayFn1 matvec,
      Array b,
      Fn2<ArrayFn1, Array, Array> solve,
      Fn2<ArrayFn1, Array, Array> transposeSolve) {
    return ImplicitSolver.solve(matvec, b, solve, transposeSolve);
  }

  /**
   * A root of f, found by a solver that need not be differentiable. It moves with what f closes
   * over as the equation {@code f(x) = 0} says. {@code lax.custom_root}.
   *
   * {@snippet :
   * Array newton(ArrayFn1 f, Array x) { for (int i = 0; i < 20; i++) x = x.minus(f.apply(x).div(grad(f).apply(x))); return x; }
   * Array root(Array a) { return lax.customRoot(x -> x.times(x).minus(a), jnp.array(1.), (f, x0) -> newton(f, x0), (g, y) -> y.div(g.apply(jnp.array(1.)))); }
   * root(jnp.array(4.)) // => 2.0
   * grad(a -> root(a)).apply(jnp.array(4.)) // => 0.25
   * }
   *
   * @param solve from f and the guess to the root
   * @param tangentSolve from a linear function and a right side to the solution
   */
  public static Array customRoot(
      ArrayFn1 f,
      Array initialGuess,
      Fn2<ArrayFn1, Array, Array> solve,
      Fn2<ArrayFn1, Array, Array> tangentSolve) {
    return ImplicitSolver.root(f, initialGuess, solve, tangentSolve);
  }

  /**
   * {@code re + i im} of two real arrays. {@code lax.complex}.
   *
   * @throws jacobean.error.DTypeException if the dtypes differ
   * @throws jacobean.error.ShapeException if the shapes differ, and none is a scalar's
   */
  public static Array complex(Array re, Array im) {
    return jnp.complex(re, im);
  }
}
