package jacobean;

import jacobean.op.Sorting;
import jacobean.text.PrintOptions;
import jacobean.type.DType;
import java.util.List;
import java.util.function.Supplier;

/** The part of {@link jnp} that is there by a second name, that of the array API standard. */
abstract sealed class NumpyNames extends NumpyTypes permits NumpyGrids {
  /**
   * Euler's constant, the limit of the harmonic sums less the logarithm. {@code jnp.euler_gamma}.
   *
   * {@snippet :
   * jnp.euler_gamma // => 0.5772156649015329
   * }
   */
  public static final double euler_gamma = 0.57721566490153286060651209008240243;

  /**
   * {@link #power}. {@code jnp.pow}.
   *
   * {@snippet :
   * jnp.pow(jnp.array(1., 2., 3.), 2) // => [1. 4. 9.]
   * }
   *
   * @throws jacobean.error.DTypeException if integers are raised to a negative power
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array pow(Array x, Array y) {
    return power(x, y);
  }

  /** {@link #pow(Array, Array)} with a number. */
  public static Array pow(Array x, Number y) {
    return power(x, y);
  }

  /** {@link #pow(Array, Array)} of a number. */
  public static Array pow(Number x, Array y) {
    return power(x, y);
  }

  /**
   * {@link #arccos}. {@code jnp.acos}.
   *
   * {@snippet :
   * jnp.acos(jnp.array(1.)) // => 0.0
   * }
   */
  public static Array acos(Array x) {
    return arccos(x);
  }

  /**
   * {@link #arccosh}. {@code jnp.acosh}.
   *
   * {@snippet :
   * jnp.acosh(jnp.array(1.)) // => 0.0
   * }
   */
  public static Array acosh(Array x) {
    return arccosh(x);
  }

  /**
   * {@link #arcsin}. {@code jnp.asin}.
   *
   * {@snippet :
   * jnp.asin(jnp.array(0.)) // => 0.0
   * }
   */
  public static Array asin(Array x) {
    return arcsin(x);
  }

  /**
   * {@link #arcsinh}. {@code jnp.asinh}.
   *
   * {@snippet :
   * jnp.asinh(jnp.array(0.)) // => 0.0
   * }
   */
  public static Array asinh(Array x) {
    return arcsinh(x);
  }

  /**
   * {@link #arctan}. {@code jnp.atan}.
   *
   * {@snippet :
   * jnp.atan(jnp.array(0.)) // => 0.0
   * }
   */
  public static Array atan(Array x) {
    return arctan(x);
  }

  /**
   * {@link #arctanh}. {@code jnp.atanh}.
   *
   * {@snippet :
   * jnp.atanh(jnp.array(0.)) // => 0.0
   * }
   */
  public static Array atanh(Array x) {
    return arctanh(x);
  }

  /**
   * {@link #arctan2}. {@code jnp.atan2}.
   *
   * {@snippet :
   * jnp.atan2(jnp.array(0.), jnp.array(1.)) // => 0.0
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  public static Array atan2(Array x, Array y) {
    return arctan2(x, y);
  }

  /** {@link #atan2(Array, Array)} with a number. */
  public static Array atan2(Array x, Number y) {
    return arctan2(x, y);
  }

  /** {@link #atan2(Array, Array)} with a number. */
  public static Array atan2(Number x, Array y) {
    return arctan2(x, y);
  }

  /**
   * The order in which {@link #einsum} multiplies these operands, found without computing. {@code
   * jnp.einsum_path}.
   *
   * {@snippet :
   * var x = jnp.ones(9, 9);
   * jnp.einsumPath("ij,jk,kl->il", jnp.ones(2, 9), x, jnp.ones(9, 1)).path() // => [[1, 2], [0, 1]]
   * }
   *
   * @throws jacobean.error.ShapeException if the subscripts do not fit the operands
   */
  public static EinsumPath einsumPath(String subscripts, Array... operands) {
    return Einsum.path(subscripts, NumpyProducts.factors("einsumPath", subscripts, operands));
  }

  /**
   * Sorted upwards along the last axis, by the real and then by the imaginary part, as complex
   * numbers. {@code jnp.sort_complex}.
   *
   * {@snippet :
   * jnp.sortComplex(jnp.array(2., 1.)) // => [1.+0.j 2.+0.j]
   * }
   *
   * @throws jacobean.error.ShapeException if x has too few axes
   */
  public static Array sortComplex(Array x) {
    int last = Dims.axis("sortComplex", -1, x.ndim());
    var floating = Array.of(Promote.toFloating(x.value()));
    boolean wide = floating.dtype().component() == DType.FLOAT64;
    var z = floating.astype(wide ? DType.COMPLEX128 : DType.COMPLEX64);
    var parts = new Sorting.Sort(last, true, 2).bind(List.of(real(z).value(), imag(z).value()));
    return complex(Array.of(parts.get(0)), Array.of(parts.get(1)));
  }

  // --- Text ---

  /**
   * How arrays are printed. {@code jnp.get_printoptions}.
   *
   * {@snippet :
   * jnp.getPrintoptions().precision() // => 8
   * }
   */
  public static PrintOptions getPrintoptions() {
    return PrintOptions.current();
  }

  /**
   * Sets how arrays are printed from now on, in this process. {@code jnp.set_printoptions}.
   *
   * {@snippet :
   * jnp.setPrintoptions(jnp.getPrintoptions().precision(3));
   * jnp.array(1., 2.) // => [1. 2.]
   * jnp.setPrintoptions(jacobean.text.PrintOptions.DEFAULT);
   * }
   */
  public static void setPrintoptions(PrintOptions options) {
    PrintOptions.use(options);
  }

  /**
   * Runs a body in which arrays are printed so. {@code jnp.printoptions}.
   *
   * {@snippet :
   * var two = jnp.getPrintoptions().precision(2);
   * jnp.printoptions(two, () -> jnp.array(1 / 3.).get("None").toString()) // => [0.33]
   * }
   */
  public static <T> T printoptions(PrintOptions options, Supplier<T> body) {
    return options.during(body);
  }

  /**
   * The array as {@code print} shows it, the same as its {@code toString}. {@code jnp.array_str}.
   *
   * {@snippet :
   * jnp.arrayStr(jnp.array(1., 2.)) // => [1. 2.]
   * }
   */
  public static String arrayStr(Array x) {
    return x.toString();
  }

  /**
   * The array as a cell shows it, the same as its {@code repr}. {@code jnp.array_repr}.
   *
   * {@snippet :
   * jnp.arrayRepr(jnp.array(1., 2.)) // => Array([1., 2.], dtype=float32)
   * }
   */
  public static String arrayRepr(Array x) {
    return x.repr();
  }
}
