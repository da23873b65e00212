package jacobean;

import jacobean.op.ComplexNumbers;
import jacobean.op.Trigonometric;

/**
 * The part of {@link jnp} for complex numbers. They are computed in plain Java by every engine. The
 * gradient of a real function by a complex z = x + iy is JAX's: {@code df/dx - i df/dy}.
 */
abstract sealed class NumpyComplex extends NumpyProducts permits NumpyFiles {
  /**
   * {@code re + i im} of two real arrays, which broadcast: complex64, or complex128 of float64.
   * {@code lax.complex}.
   */
  public static Array complex(Array re, Array im) {
    var parts = Promote.values(re.value(), im.value()).stream().map(Promote::toFloating).toList();
    var b = Promote.broadcast("complex", parts.get(0), parts.get(1));
    return Array.of(ComplexNumbers.complex(b.get(0), b.get(1)));
  }

  /** The complex64 scalar {@code re + i im}. */
  public static Array complex(Number re, Number im) {
    return complex(array(re.doubleValue()), array(im.doubleValue()));
  }

  /** The real part; a real array itself. {@code jnp.real}. */
  public static Array real(Array x) {
    return Array.of(ComplexNumbers.real(x.value()));
  }

  /** The imaginary part; zeros of a real array. {@code jnp.imag}. */
  public static Array imag(Array x) {
    return Array.of(ComplexNumbers.imag(x.value()));
  }

  /** The complex conjugate; a real array itself. {@code jnp.conj}. */
  public static Array conj(Array x) {
    return Array.of(ComplexNumbers.conj(x.value()));
  }

  /** {@link #conj}. {@code jnp.conjugate}. */
  public static Array conjugate(Array x) {
    return conj(x);
  }

  /** The angle with the positive real axis, in radians, in (-pi, pi]. {@code jnp.angle}. */
  public static Array angle(Array x) {
    var z = Promote.toFloating(x.value());
    return Array.of(Trigonometric.atan2(ComplexNumbers.imag(z), ComplexNumbers.real(z)));
  }

  /** Whether the imaginary part is not zero. {@code jnp.iscomplex}. */
  public static Array iscomplex(Array x) {
    return notEqual(imag(x), 0);
  }

  /** Whether the imaginary part is zero. {@code jnp.isreal}. */
  public static Array isreal(Array x) {
    return equal(imag(x), 0);
  }

  /** Whether the dtype is complex. {@code jnp.iscomplexobj}. */
  public static boolean iscomplexobj(Array x) {
    return x.dtype().isComplex();
  }

  /** Whether the dtype is not complex. {@code jnp.isrealobj}. */
  public static boolean isrealobj(Array x) {
    return !x.dtype().isComplex();
  }
}
