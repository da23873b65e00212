package jacobean;

import jacobean.core.Primitive;
import jacobean.op.GatherScatterMode;
import jacobean.op.Scattering;
import jacobean.op.Windows;

/** The part of {@link lax} that writes windows into an array, or combines them with it. */
abstract sealed class LaxScatters extends LaxIndexing permits LaxSorting {
  /** Makes the primitive of a way to combine. */
  private interface Scatters {
    Primitive of(Windows windows, GatherScatterMode mode, boolean uniqueIndices);
  }

  /**
   * The array with windows replaced by updates; those outside are left out. {@code lax.scatter}.
   *
   * {@snippet :
   * var numbers = ScatterDimensionNumbers.of(new int[] {}, new int[] {0}, new int[] {0});
   * var places = jnp.array(2, 0).reshape(2, 1);
   * lax.scatter(jnp.zeros(3), places, jnp.array(5., 6.), numbers) // => [6. 0. 5.]
   * }
   *
   * @throws jacobean.error.DTypeException if the updates have another dtype than the array
   * @throws jacobean.error.ShapeException if the shapes of array, indices and updates do not fit
   *     the dimension numbers
   */
  public static Array scatter(
      Array x, Array indices, Array updates, ScatterDimensionNumbers dimensionNumbers) {
    return scatter(x, indices, updates, dimensionNumbers, "drop");
  }

  /**
   * The array with windows replaced by updates. {@code lax.scatter}.
   *
   * @param mode what is done with windows that reach outside: {@code "drop"} or {@code "clip"}
   * @throws jacobean.error.IndexException if the mode is unknown
   */
  public static Array scatter(
      Array x,
      Array indices,
      Array updates,
      ScatterDimensionNumbers dimensionNumbers,
      String mode) {
    return scattered(Scattering.Scatter::new, x, indices, updates, dimensionNumbers, mode);
  }

  /**
   * The array with updates added to windows; those outside are left out. {@code lax.scatter_add}.
   *
   * {@snippet :
   * var numbers = ScatterDimensionNumbers.of(new int[] {}, new int[] {0}, new int[] {0});
   * var places = jnp.array(2, 2).reshape(2, 1);
   * lax.scatterAdd(jnp.zeros(3), places, jnp.array(5., 6.), numbers) // => [0. 0. 11.]
   * }
   *
   * @throws jacobean.error.DTypeException if the updates have another dtype than the array
   * @throws jacobean.error.ShapeException if the shapes of array, indices and updates do not fit
   *     the dimension numbers
   */
  public static Array scatterAdd(
      Array x, Array indices, Array updates, ScatterDimensionNumbers dimensionNumbers) {
    return scatterAdd(x, indices, updates, dimensionNumbers, "drop");
  }

  /**
   * The array with updates added to windows. {@code lax.scatter_add}.
   *
   * @param mode what is done with windows that reach outside: {@code "drop"} or {@code "clip"}
   * @throws jacobean.error.IndexException if the mode is unknown
   */
  public static Array scatterAdd(
      Array x,
      Array indices,
      Array updates,
      ScatterDimensionNumbers dimensionNumbers,
      String mode) {
    return scattered(Scattering.ScatterAdd::new, x, indices, updates, dimensionNumbers, mode);
  }

  /**
   * The array with updates subtracted from windows. {@code lax.scatter_sub}.
   *
   * {@snippet :
   * var numbers = ScatterDimensionNumbers.of(new int[] {}, new int[] {0}, new int[] {0});
   * var places = jnp.array(2, 2).reshape(2, 1);
   * lax.scatterSub(jnp.zeros(3), places, jnp.array(5., 6.), numbers) // => [0. 0. -11.]
   * }
   *
   * @throws jacobean.error.DTypeException if the updates have another dtype than the array, or an
   *     argument is of bools
   * @throws jacobean.error.ShapeException if the shapes of array, indices and updates do not fit
   *     the dimension numbers
   */
  public static Array scatterSub(
      Array x, Array indices, Array updates, ScatterDimensionNumbers dimensionNumbers) {
    return scatterAdd(x, indices, jnp.negative(updates), dimensionNumbers);
  }

  /**
   * {@link #scatterSub(Array, Array, Array, ScatterDimensionNumbers)} in a mode.
   *
   * @throws jacobean.error.IndexException if the mode is unknown
   */
  public static Array scatterSub(
      Array x,
      Array indices,
      Array updates,
      ScatterDimensionNumbers dimensionNumbers,
      String mode) {
    return scatterAdd(x, indices, jnp.negative(updates), dimensionNumbers, mode);
  }

  /**
   * The array with windows multiplied by updates; those outside are left out. {@code
   * lax.scatter_mul}.
   *
   * {@snippet :
   * var numbers = ScatterDimensionNumbers.of(new int[] {}, new int[] {0}, new int[] {0});
   * var places = jnp.array(2, 2).reshape(2, 1);
   * lax.scatterMul(jnp.ones(3), places, jnp.array(5., 6.), numbers) // => [1. 1. 30.]
   * }
   *
   * @throws jacobean.error.DTypeException if the updates have another dtype than the array
   * @throws jacobean.error.ShapeException if the shapes of array, indices and updates do not fit
   *     the dimension numbers
   */
  public static Array scatterMul(
      Array x, Array indices, Array updates, ScatterDimensionNumbers dimensionNumbers) {
    return scatterMul(x, indices, updates, dimensionNumbers, "drop");
  }

  /**
   * The array with windows multiplied by updates. {@code lax.scatter_mul}.
   *
   * @param mode what is done with windows that reach outside: {@code "drop"} or {@code "clip"}
   * @throws jacobean.error.IndexException if the mode is unknown
   */
  public static Array scatterMul(
      Array x,
      Array indices,
      Array updates,
      ScatterDimensionNumbers dimensionNumbers,
      String mode) {
    return scattered(Scattering.ScatterMul::new, x, indices, updates, dimensionNumbers, mode);
  }

  /**
   * The array with the smaller of windows and updates; those outside are left out. {@code
   * lax.scatter_min}.
   *
   * {@snippet :
   * var numbers = ScatterDimensionNumbers.of(new int[] {}, new int[] {0}, new int[] {0});
   * var places = jnp.array(2, 0).reshape(2, 1);
   * lax.scatterMin(jnp.zeros(3), places, jnp.array(5., -6.), numbers) // => [-6. 0. 0.]
   * }
   *
   * @throws jacobean.error.DTypeException if the updates have another dtype than the array
   * @throws jacobean.error.ShapeException if the shapes of array, indices and updates do not fit
   *     the dimension numbers
   */
  public static Array scatterMin(
      Array x, Array indices, Array updates, ScatterDimensionNumbers dimensionNumbers) {
    return scatterMin(x, indices, updates, dimensionNumbers, "drop");
  }

  /**
   * The array with the smaller of windows and updates. {@code lax.scatter_min}.
   *
   * @param mode what is done with windows that reach outside: {@code "drop"} or {@code "clip"}
   * @throws jacobean.error.IndexException if the mode is unknown
   */
  public static Array scatterMin(
      Array x,
      Array indices,
      Array updates,
      ScatterDimensionNumbers dimensionNumbers,
      String mode) {
    return scattered(Scattering.ScatterMin::new, x, indices, updates, dimensionNumbers, mode);
  }

  /**
   * The array with the greater of windows and updates; those outside are left out. {@code
   * lax.scatter_max}.
   *
   * {@snippet :
   * var numbers = ScatterDimensionNumbers.of(new int[] {}, new int[] {0}, new int[] {0});
   * var places = jnp.array(2, 0).reshape(2, 1);
   * lax.scatterMax(jnp.zeros(3), places, jnp.array(5., -6.), numbers) // => [0. 0. 5.]
   * }
   *
   * @throws jacobean.error.DTypeException if the updates have another dtype than the array
   * @throws jacobean.error.ShapeException if the shapes of array, indices and updates do not fit
   *     the dimension numbers
   */
  public static Array scatterMax(
      Array x, Array indices, Array updates, ScatterDimensionNumbers dimensionNumbers) {
    return scatterMax(x, indices, updates, dimensionNumbers, "drop");
  }

  /**
   * The array with the greater of windows and updates. {@code lax.scatter_max}.
   *
   * @param mode what is done with windows that reach outside: {@code "drop"} or {@code "clip"}
   * @throws jacobean.error.IndexException if the mode is unknown
   */
  public static Array scatterMax(
      Array x,
      Array indices,
      Array updates,
      ScatterDimensionNumbers dimensionNumbers,
      String mode) {
    return scattered(Scattering.ScatterMax::new, x, indices, updates, dimensionNumbers, mode);
  }

  private static Array scattered(
      Scatters scatters,
      Array x,
      Array indices,
      Array updates,
      ScatterDimensionNumbers dimensionNumbers,
      String mode) {
    var scatter = scatters.of(dimensionNumbers.windows(), GatherScatterMode.named(mode), false);
    return Array.of(scatter.bind1(x.value(), indices.value(), updates.value()));
  }
}
