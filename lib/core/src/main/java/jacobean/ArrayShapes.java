package jacobean;

import jacobean.type.Shape;

/**
 * The elements of an {@link Array} in other shapes and orders of axes. Each is the function of
 * {@link jnp} of its name, called on the array.
 *
 * {@snippet :
 * var x = jnp.arange(6).reshape(2, 3);
 * x // => [[0 1 2] [3 4 5]]
 * x.T().shape() // => (3, 2)
 * x.flatten() // => [0 1 2 3 4 5]
 * }
 */
public sealed interface ArrayShapes permits Array {

  /**
   * The same elements in another shape; one length may be -1. As {@link jnp#reshape}.
   *
   * {@snippet :
   * jnp.arange(6).reshape(2, -1) // => [[0 1 2] [3 4 5]]
   * }
   *
   * @throws jacobean.error.ShapeException if the numbers of elements differ
   */
  default Array reshape(int... shape) {
    return jnp.reshape((Array) this, shape);
  }

  /**
   * The same elements in this shape. As {@link jnp#reshape}.
   *
   * {@snippet :
   * jnp.arange(4).reshape(jnp.ones(2, 2).shape()) // => [[0 1] [2 3]]
   * }
   *
   * @throws jacobean.error.ShapeException if the numbers of elements differ
   */
  default Array reshape(Shape shape) {
    return jnp.reshape((Array) this, shape.toArray());
  }

  /**
   * The elements as one axis.
   *
   * {@snippet :
   * jnp.ones(2, 3).ravel().shape() // => (6,)
   * }
   */
  default Array ravel() {
    return jnp.ravel((Array) this);
  }

  /**
   * The elements as one axis: {@link #ravel} by the name that NumPy gives a copy.
   *
   * {@snippet :
   * jnp.array(new int[][] {{1, 2}, {3, 4}}).flatten() // => [1 2 3 4]
   * }
   */
  default Array flatten() {
    return jnp.ravel((Array) this);
  }

  /**
   * The axes in another order; reversed if none are given. As {@link jnp#transpose}.
   *
   * {@snippet :
   * jnp.ones(2, 3, 4).transpose(2, 0, 1).shape() // => (4, 2, 3)
   * }
   *
   * @throws jacobean.error.ShapeException if the axes are not those of the array, each once
   */
  default Array transpose(int... axes) {
    return jnp.transpose((Array) this, axes);
  }

  /**
   * The axes reversed: the transpose of a matrix.
   *
   * {@snippet :
   * jnp.array(new int[][] {{1, 2}, {3, 4}}).T() // => [[1 3] [2 4]]
   * }
   */
  default Array T() {
    return jnp.transpose((Array) this);
  }

  /**
   * The last two axes exchanged: the transposes of a batch of matrices. As {@link
   * jnp#matrixTranspose}.
   *
   * {@snippet :
   * jnp.ones(5, 2, 3).mT().shape() // => (5, 3, 2)
   * }
   *
   * @throws jacobean.error.ShapeException if there are less than two axes
   */
  default Array mT() {
    return jnp.matrixTranspose((Array) this);
  }

  /**
   * Two axes exchanged. As {@link jnp#swapaxes}.
   *
   * {@snippet :
   * jnp.ones(2, 3, 4).swapaxes(0, 2).shape() // => (4, 3, 2)
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds
   */
  default Array swapaxes(int axis1, int axis2) {
    return jnp.swapaxes((Array) this, axis1, axis2);
  }

  /**
   * Without these axes of length 1, or without all such. As {@link jnp#squeeze}.
   *
   * {@snippet :
   * jnp.ones(1, 3, 1).squeeze().shape() // => (3,)
   * jnp.ones(1, 3, 1).squeeze(0).shape() // => (3, 1)
   * }
   *
   * @throws jacobean.error.ShapeException if an axis is out of bounds or has another length
   */
  default Array squeeze(int... axes) {
    return jnp.squeeze((Array) this, axes);
  }

  /**
   * Each part along an axis several times. As {@link jnp#repeat(Array, int, int)}.
   *
   * {@snippet :
   * jnp.array(1, 2).repeat(2, 0) // => [1 1 2 2]
   * }
   *
   * @throws jacobean.error.ShapeException if the axis is out of bounds
   */
  default Array repeat(int repeats, int axis) {
    return jnp.repeat((Array) this, repeats, axis);
  }

  /**
   * The diagonal of the first two axes.
   *
   * {@snippet :
   * jnp.array(new int[][] {{1, 2}, {3, 4}}).diagonal() // => [1 4]
   * }
   *
   * @throws jacobean.error.ShapeException if there are less than two axes
   */
  default Array diagonal() {
    return jnp.diagonal((Array) this);
  }

  /**
   * The sum of the diagonal of the first two axes. As {@link jnp#trace(Array)}.
   *
   * {@snippet :
   * jnp.array(new int[][] {{1, 2}, {3, 4}}).trace() // => 5
   * }
   *
   * @throws jacobean.error.ShapeException if there are less than two axes
   */
  default Array trace() {
    return jnp.trace((Array) this);
  }
}
