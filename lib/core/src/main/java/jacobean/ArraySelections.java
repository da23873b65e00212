package jacobean;

import java.util.List;

/**
 * Elements of an {@link Array} by place, by order and by condition. But for {@link #get} and {@link
 * #at} each is the function of {@link jnp} of its name, called on the array.
 *
 * {@snippet :
 * var x = jnp.array(30, 10, 20);
 * x.get("1:") // => [10 20]
 * x.sort() // => [10 20 30]
 * x.take(jnp.array(2, 0), 0) // => [20 30]
 * }
 */
public sealed interface ArraySelections permits Array {

  /**
   * The elements that an index selects, as NumPy's {@code x[...]}: integers, slices, {@code ...},
   * {@code None} for a new axis, arrays of integers, and masks of bools.
   *
   * <p>Arrays broadcast together; their axes take the place of those that they index, or come first
   * where slices stand between them. Elements of arrays that are out of bounds give the nearest
   * element inside; {@code x.at(...).mode("fill").get()} gives NaN there.
   *
   * {@snippet :
   * var x = jnp.array(new int[][] {{1, 2, 3}, {4, 5, 6}});
   * x.get(0) // => [1 2 3]
   * x.get(":, ::-1") // => [[3 2 1] [6 5 4]]
   * x.get(":", jnp.array(0, 2)) // => [[1 3] [4 6]]
   * x.get(x.gt(3)) // => [4 5 6]
   * x.get(7) // throws IndexException
   * }
   *
   * @throws jacobean.error.IndexException if an integer is out of bounds, or if there are too many
   *     entries
   */
  default Array get(Object... index) {
    return at(index).get();
  }

  /**
   * The places that an index selects, to make an array that differs there: {@code
   * x.at("1:3").set(y)}. JAX's {@code x.at[1:3]}.
   *
   * {@snippet :
   * var x = jnp.array(1., 2., 3.);
   * x.at("1:").add(10) // => [1. 12. 13.]
   * x // => [1. 2. 3.]
   * }
   *
   * @throws jacobean.error.IndexException as {@link #get}
   */
  default At at(Object... index) {
    // A lone null is None, but Java takes it for no array at all.
    return new At((Array) this, index == null ? new Object[] {null} : index);
  }

  /**
   * The elements at these places, counted in row-major order. As {@link jnp#take(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(10, 20, 30).take(jnp.array(2, 0)) // => [30 10]
   * }
   */
  default Array take(Array indices) {
    return jnp.take((Array) this, indices);
  }

  /**
   * The elements at these places of an axis. As {@link jnp#take(Array, Array, int)}.
   *
   * {@snippet :
   * jnp.array(10, 20, 30).take(jnp.array(2, 0), 0) // => [30 10]
   * }
   *
   * @throws jacobean.error.ShapeException if the axis is out of bounds
   */
  default Array take(Array indices, int axis) {
    return jnp.take((Array) this, indices, axis);
  }

  /**
   * The parts along an axis where a vector is true. As {@link jnp#compress(Array, Array, int)}.
   *
   * {@snippet :
   * jnp.array(10, 20, 30).compress(jnp.array(true, false, true), 0) // => [10 30]
   * }
   *
   * @throws jacobean.error.ShapeException if the axis is out of bounds
   * @throws jacobean.error.TracerException if the condition is traced
   */
  default Array compress(Array condition, int axis) {
    return jnp.compress(condition, (Array) this, axis);
  }

  /**
   * Of several arrays each element from the one that this array numbers. As {@link jnp#choose}.
   *
   * {@snippet :
   * jnp.array(0, 1, 0).choose(List.of(jnp.array(1, 2, 3), jnp.array(7, 8, 9))) // => [1 8 3]
   * }
   *
   * @throws jacobean.error.ShapeException if the shapes do not broadcast
   */
  default Array choose(List<Array> choices) {
    return jnp.choose((Array) this, choices);
  }

  /**
   * Sorted upwards along the last axis.
   *
   * {@snippet :
   * jnp.array(3, 1, 2).sort() // => [1 2 3]
   * }
   */
  default Array sort() {
    return jnp.sort((Array) this);
  }

  /**
   * Sorted upwards along an axis.
   *
   * {@snippet :
   * jnp.array(new int[][] {{3, 1}, {2, 4}}).sort(0) // => [[2 1] [3 4]]
   * }
   *
   * @throws jacobean.error.ShapeException if the axis is out of bounds
   */
  default Array sort(int axis) {
    return jnp.sort((Array) this, axis);
  }

  /**
   * The places of the elements in sorted order along the last axis.
   *
   * {@snippet :
   * jnp.array(30, 10, 20).argsort() // => [1 2 0]
   * }
   */
  default Array argsort() {
    return jnp.argsort((Array) this);
  }

  /**
   * The places of the elements in sorted order along an axis.
   *
   * {@snippet :
   * jnp.array(new int[][] {{3, 1}, {2, 4}}).argsort(0) // => [[1 0] [0 1]]
   * }
   *
   * @throws jacobean.error.ShapeException if the axis is out of bounds
   */
  default Array argsort(int axis) {
    return jnp.argsort((Array) this, axis);
  }

  /**
   * The places of the elements along the last axis such that the one at {@code kth} is where
   * sorting puts it, with none greater before it. As {@link jnp#argpartition(Array, int)}.
   *
   * {@snippet :
   * jnp.array(30, 10).argpartition(0) // => [1 0]
   * }
   *
   * @throws jacobean.error.ShapeException if the place is out of bounds
   */
  default Array argpartition(int kth) {
    return jnp.argpartition((Array) this, kth);
  }

  /**
   * Where elements would go to keep this vector sorted. As {@link jnp#searchsorted(Array, Array)}.
   *
   * {@snippet :
   * jnp.array(10, 20, 30).searchsorted(jnp.array(5, 25)) // => [0 2]
   * }
   *
   * @throws jacobean.error.ShapeException if it is not a vector
   */
  default Array searchsorted(Array v) {
    return jnp.searchsorted((Array) this, v);
  }

  /**
   * Where an element would go to keep this vector sorted. As {@link jnp#searchsorted(Array,
   * Number)}.
   *
   * {@snippet :
   * jnp.array(10, 20, 30).searchsorted(25) // => 2
   * }
   *
   * @throws jacobean.error.ShapeException if it is not a vector
   */
  default Array searchsorted(Number v) {
    return jnp.searchsorted((Array) this, v);
  }

  /**
   * The places of the elements that are not zero, a vector for each axis; not of a traced array.
   *
   * {@snippet :
   * jnp.array(0, 7, 8).nonzero() // => [[1 2]]
   * }
   *
   * @throws jacobean.error.TracerException if it is traced
   */
  default List<Array> nonzero() {
    return jnp.nonzero((Array) this);
  }
}
