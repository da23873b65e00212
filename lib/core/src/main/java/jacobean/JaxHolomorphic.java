package jacobean;

/**
 * The part of {@link jax} for holomorphic functions: complex to complex, with one complex number as
 * derivative.
 */
abstract sealed class JaxHolomorphic extends JaxCheckpoints permits JaxAux {

  /**
   * For {@code grad} and the Jacobians: f is holomorphic in its first argument. The promise is not
   * checked; of a function that is not, the derivative is that of its real part. JAX's {@code
   * holomorphic=True}.
   *
   * {@snippet :
   * grad(z -> jnp.sin(z), holomorphic()).apply(jnp.complex(3, 4)) // => (-27.034946-3.8511534j)
   * }
   */
  public static Holomorphic holomorphic() {
    return new Holomorphic(0);
  }

  /** {@link #holomorphic()} in the argument of this number, counted from 0. */
  public static Holomorphic holomorphic(int argnum) {
    return new Holomorphic(argnum);
  }

  // --- of 1 argument ---

  /** The complex derivative of f, which gives a scalar. {@code jax.grad(f, holomorphic=True)}. */
  public static ArrayFn1 grad(ArrayFn1 f, Holomorphic holomorphic) {
    var by = holomorphic.of("grad", f);
    return (a) -> Gradient.of("grad", f, by, a).array();
  }

  /** The complex derivatives of f, column by column. {@code jax.jacfwd(f, holomorphic=True)}. */
  public static ArrayFn1 jacfwd(ArrayFn1 f, Holomorphic holomorphic) {
    var by = holomorphic.of("jacfwd", f);
    return (a) -> Jacobian.forward(f, by, a);
  }

  /** The complex derivatives of f, row by row. {@code jax.jacrev(f, holomorphic=True)}. */
  public static ArrayFn1 jacrev(ArrayFn1 f, Holomorphic holomorphic) {
    var by = holomorphic.of("jacrev", f);
    return (a) -> Jacobian.backward(f, by, a);
  }

  /** The complex second derivatives of f. {@code jax.hessian(f, holomorphic=True)}. */
  public static ArrayFn1 hessian(ArrayFn1 f, Holomorphic holomorphic) {
    var by = holomorphic.of("hessian", f);
    return (a) -> Jacobian.hessian(f, by, a);
  }

  // --- of 2 arguments ---

  /** The complex derivative of f, which gives a scalar. {@code jax.grad(f, holomorphic=True)}. */
  public static ArrayFn2 grad(ArrayFn2 f, Holomorphic holomorphic) {
    var by = holomorphic.of("grad", f);
    return (a, b) -> Gradient.of("grad", f, by, a, b).array();
  }

  /** The complex derivatives of f, column by column. {@code jax.jacfwd(f, holomorphic=True)}. */
  public static ArrayFn2 jacfwd(ArrayFn2 f, Holomorphic holomorphic) {
    var by = holomorphic.of("jacfwd", f);
    return (a, b) -> Jacobian.forward(f, by, a, b);
  }

  /** The complex derivatives of f, row by row. {@code jax.jacrev(f, holomorphic=True)}. */
  public static ArrayFn2 jacrev(ArrayFn2 f, Holomorphic holomorphic) {
    var by = holomorphic.of("jacrev", f);
    return (a, b) -> Jacobian.backward(f, by, a, b);
  }

  /** The complex second derivatives of f. {@code jax.hessian(f, holomorphic=True)}. */
  public static ArrayFn2 hessian(ArrayFn2 f, Holomorphic holomorphic) {
    var by = holomorphic.of("hessian", f);
    return (a, b) -> Jacobian.hessian(f, by, a, b);
  }

  // --- of 3 arguments ---

  /** The complex derivative of f, which gives a scalar. {@code jax.grad(f, holomorphic=True)}. */
  public static ArrayFn3 grad(ArrayFn3 f, Holomorphic holomorphic) {
    var by = holomorphic.of("grad", f);
    return (a, b, c) -> Gradient.of("grad", f, by, a, b, c).array();
  }

  /** The complex derivatives of f, column by column. {@code jax.jacfwd(f, holomorphic=True)}. */
  public static ArrayFn3 jacfwd(ArrayFn3 f, Holomorphic holomorphic) {
    var by = holomorphic.of("jacfwd", f);
    return (a, b, c) -> Jacobian.forward(f, by, a, b, c);
  }

  /** The complex derivatives of f, row by row. {@code jax.jacrev(f, holomorphic=True)}. */
  public static ArrayFn3 jacrev(ArrayFn3 f, Holomorphic holomorphic) {
    var by = holomorphic.of("jacrev", f);
    return (a, b, c) -> Jacobian.backward(f, by, a, b, c);
  }

  /** The complex second derivatives of f. {@code jax.hessian(f, holomorphic=True)}. */
  public static ArrayFn3 hessian(ArrayFn3 f, Holomorphic holomorphic) {
    var by = holomorphic.of("hessian", f);
    return (a, b, c) -> Jacobian.hessian(f, by, a, b, c);
  }

  // --- of 4 arguments ---

  /** The complex derivative of f, which gives a scalar. {@code jax.grad(f, holomorphic=True)}. */
  public static ArrayFn4 grad(ArrayFn4 f, Holomorphic holomorphic) {
    var by = holomorphic.of("grad", f);
    return (a, b, c, d) -> Gradient.of("grad", f, by, a, b, c, d).array();
  }

  /** The complex derivatives of f, column by column. {@code jax.jacfwd(f, holomorphic=True)}. */
  public static ArrayFn4 jacfwd(ArrayFn4 f, Holomorphic holomorphic) {
    var by = holomorphic.of("jacfwd", f);
    return (a, b, c, d) -> Jacobian.forward(f, by, a, b, c, d);
  }

  /** The complex derivatives of f, row by row. {@code jax.jacrev(f, holomorphic=True)}. */
  public static ArrayFn4 jacrev(ArrayFn4 f, Holomorphic holomorphic) {
    var by = holomorphic.of("jacrev", f);
    return (a, b, c, d) -> Jacobian.backward(f, by, a, b, c, d);
  }

  /** The complex second derivatives of f. {@code jax.hessian(f, holomorphic=True)}. */
  public static ArrayFn4 hessian(ArrayFn4 f, Holomorphic holomorphic) {
    var by = holomorphic.of("hessian", f);
    return (a, b, c, d) -> Jacobian.hessian(f, by, a, b, c, d);
  }

  // --- of 5 arguments ---

  /** The complex derivative of f, which gives a scalar. {@code jax.grad(f, holomorphic=True)}. */
  public static ArrayFn5 grad(ArrayFn5 f, Holomorphic holomorphic) {
    var by = holomorphic.of("grad", f);
    return (a, b, c, d, e) -> Gradient.of("grad", f, by, a, b, c, d, e).array();
  }

  /** The complex derivatives of f, column by column. {@code jax.jacfwd(f, holomorphic=True)}. */
  public static ArrayFn5 jacfwd(ArrayFn5 f, Holomorphic holomorphic) {
    var by = holomorphic.of("jacfwd", f);
    return (a, b, c, d, e) -> Jacobian.forward(f, by, a, b, c, d, e);
  }

  /** The complex derivatives of f, row by row. {@code jax.jacrev(f, holomorphic=True)}. */
  public static ArrayFn5 jacrev(ArrayFn5 f, Holomorphic holomorphic) {
    var by = holomorphic.of("jacrev", f);
    return (a, b, c, d, e) -> Jacobian.backward(f, by, a, b, c, d, e);
  }

  /** The complex second derivatives of f. {@code jax.hessian(f, holomorphic=True)}. */
  public static ArrayFn5 hessian(ArrayFn5 f, Holomorphic holomorphic) {
    var by = holomorphic.of("hessian", f);
    return (a, b, c, d, e) -> Jacobian.hessian(f, by, a, b, c, d, e);
  }
}
