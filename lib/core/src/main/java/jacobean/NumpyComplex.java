package jacobean;

import jacobean.op.ComplexNumbers;
import jacobean.op.Trigonometric;
import jacobean.type.DType;

/**
 * The part of {@link jnp} for complex numbers. They are computed in plain Java by every engine. The
 * gradient of a real function by a complex z = x + iy is JAX's: {@code df/dx - i df/dy}.
 */
abstract sealed class NumpyComplex extends NumpyProducts permits NumpyFiles {
  /**
   * {@code re + i im} of two real arrays, which broadcast: complex64, or complex128 of float64.
   * {@code lax.complex}.
   *
   * {@snippet :
   * jnp.complex(jnp.array(1., 2.), jnp.array(-1.)) // => [1.-1.j 2.-1.j]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   * @throws jacobean.error.DTypeException if the parts are not floating
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

  /**
   * The real part; a real array itself. {@code jnp.real}.
   *
   * {@snippet :
   * jnp.real(jnp.complex(3, 4)) // => 3.0
   * }
   */
  public static Array real(Array x) {
    return Array.of(ComplexNumbers.real(x.value()));
  }

  /**
   * The imaginary part; zeros of a real array. {@code jnp.imag}.
   *
   * {@snippet :
   * jnp.imag(jnp.complex(3, 4)) // => 4.0
   * }
   */
  public static Array imag(Array x) {
    return Array.of(ComplexNumbers.imag(x.value()));
  }

  /**
   * The complex conjugate; a real array itself. {@code jnp.conj}.
   *
   * {@snippet :
   * jnp.conj(jnp.complex(3, 4)) // => (3-4j)
   * }
   */
  public static Array conj(Array x) {
    return Array.of(ComplexNumbers.conj(x.value()));
  }

  /**
   * {@link #conj}. {@code jnp.conjugate}.
   *
   * {@snippet :
   * jnp.conjugate(jnp.complex(3, 4)) // => (3-4j)
   * }
   */
  public static Array conjugate(Array x) {
    return conj(x);
  }

  /**
   * The angle with the positive real axis, in radians, in (-pi, pi]. {@code jnp.angle}.
   *
   * {@snippet :
   * jnp.angle(jnp.complex(0, 1)) // => 1.5707964
   * }
   */
  public static Array angle(Array x) {
    var z = Promote.toFloating(x.value());
    return Array.of(Trigonometric.atan2(ComplexNumbers.imag(z), ComplexNumbers.real(z)));
  }

  /**
   * Whether the imaginary part is not zero. {@code jnp.iscomplex}.
   *
   * {@snippet :
   * jnp.iscomplex(jnp.complex(jnp.array(1., 2.), jnp.array(0., 3.))) // => [False True]
   * }
   */
  public static Array iscomplex(Array x) {
    return x.dtype().isComplex() ? notEqual(imag(x), 0) : zerosLike(x, DType.BOOL);
  }

  /**
   * Whether the imaginary part is zero. {@code jnp.isreal}.
   *
   * {@snippet :
   * jnp.isreal(jnp.complex(jnp.array(1., 2.), jnp.array(0., 3.))) // => [True False]
   * }
   */
  public static Array isreal(Array x) {
    return equal(imag(x), 0);
  }

  /**
   * Whether the dtype is complex. {@code jnp.iscomplexobj}.
   *
   * {@snippet :
   * jnp.iscomplexobj(jnp.complex(1, 0)) // => true
   * }
   */
  public static boolean iscomplexobj(Array x) {
    return x.dtype().isComplex();
  }

  /**
   * Whether the dtype is not complex. {@code jnp.isrealobj}.
   *
   * {@snippet :
   * jnp.isrealobj(jnp.ones(2)) // => true
   * }
   */
  public static boolean isrealobj(Array x) {
    return !x.dtype().isComplex();
  }
}
