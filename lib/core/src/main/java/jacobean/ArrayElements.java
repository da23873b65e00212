package jacobean;

import jacobean.type.DType;

/**
 * Each element of an {@link Array} by itself: of another dtype, rounded, clipped, taken apart. Each
 * is the function of {@link jnp} of its name, called on the array.
 *
 * {@snippet :
 * var x = jnp.array(1.5, 7.26);
 * x.round(1) // => [1.5 7.3]
 * x.clip(2, 3) // => [2. 3.]
 * x.astype(jnp.int32) // => [1 7]
 * }
 */
public sealed interface ArrayElements permits Array {

  /**
   * The elements as another dtype. As {@link jnp#astype}.
   *
   * {@snippet :
   * jnp.array(1.9, -1.9).astype(jnp.int32) // => [1 -1]
   * }
   */
  default Array astype(DType dtype) {
    return jnp.astype((Array) this, dtype);
  }

  /**
   * Rounded to the nearest whole number, of two the even one. As {@link jnp#round(Array)}.
   *
   * {@snippet :
   * jnp.array(1.4, 2.5).round() // => [1. 2.]
   * }
   */
  default Array round() {
    return jnp.round((Array) this);
  }

  /**
   * Rounded to so many decimals. As {@link jnp#round(Array, int)}.
   *
   * {@snippet :
   * jnp.array(3.14159).round(2) // => 3.14
   * }
   */
  default Array round(int decimals) {
    return jnp.round((Array) this, decimals);
  }

  /**
   * What is below the one bound or above the other becomes the bound; null for no bound. As {@link
   * jnp#clip(Array, Number, Number)}.
   *
   * {@snippet :
   * jnp.array(1., 5., 9.).clip(2, 6) // => [2. 5. 6.]
   * }
   */
  default Array clip(Number low, Number high) {
    return jnp.clip((Array) this, low, high);
  }

  /**
   * What is below the one bound or above the other becomes the bound. As {@link jnp#clip(Array,
   * Array, Array)}.
   *
   * {@snippet :
   * jnp.array(1., 5.).clip(jnp.array(2., 0.), jnp.array(9., 4.)) // => [2. 4.]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array clip(Array low, Array high) {
    return jnp.clip((Array) this, low, high);
  }

  /**
   * The real parts. As {@link jnp#real}.
   *
   * {@snippet :
   * jnp.array(new Complex(1, 2)).real() // => 1.0
   * }
   */
  default Array real() {
    return jnp.real((Array) this);
  }

  /**
   * The imaginary parts; zeros of real numbers. As {@link jnp#imag}.
   *
   * {@snippet :
   * jnp.array(new Complex(1, 2)).imag() // => 2.0
   * }
   */
  default Array imag() {
    return jnp.imag((Array) this);
  }

  /**
   * The complex conjugates. As {@link jnp#conj}.
   *
   * {@snippet :
   * jnp.array(new Complex(1, 2)).conj() // => (1-2j)
   * }
   */
  default Array conj() {
    return jnp.conj((Array) this);
  }

  /**
   * {@link #conj} by its long name.
   *
   * {@snippet :
   * jnp.array(new Complex(1, 2)).conjugate() // => (1-2j)
   * }
   */
  default Array conjugate() {
    return jnp.conjugate((Array) this);
  }

  /**
   * An array of the same elements, which stays where this one is deleted or donated. As {@link
   * jnp#copy}.
   *
   * {@snippet :
   * var x = jnp.array(1, 2);
   * var y = x.copy();
   * x.delete();
   * y // => [1 2]
   * }
   */
  default Array copy() {
    return jnp.copy((Array) this);
  }
}
