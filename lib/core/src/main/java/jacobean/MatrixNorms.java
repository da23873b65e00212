package jacobean;

import jacobean.error.ShapeException;
import jacobean.op.Spectra;
import jacobean.type.Axes;
import jacobean.type.DType;

/**
 * The part of {@link LinearAlgebra} that measures: singular values and norms.
 *
 * {@snippet :
 * jnp.linalg.norm(jnp.array(3., 4.)) // => 5.0
 * }
 */
public abstract class MatrixNorms {
  MatrixNorms() {}

  /**
   * U with left singular vectors as columns, singular values, V' with right ones as rows.
   *
   * {@snippet :
   * jnp.linalg.svd(jnp.eye(2)).vh() // => [[1. 0.] [0. 1.]]
   * }
   */
  public record Svd(Array u, Array s, Array vh) {}

  /** The distance from 1 to the next number of a dtype of 32 or 64 bits, or of its parts. */
  static double epsilon(DType dtype) {
    return dtype.component() == DType.FLOAT64 ? 0x1p-52 : 0x1p-23;
  }

  /** The squares of sizes, real. */
  static Array squares(Array x) {
    return x.dtype().isComplex() ? jnp.real(x.times(jnp.conj(x))) : jnp.square(x);
  }

  /**
   * The singular values of matrices, in descending order. {@code jnp.linalg.svdvals}.
   *
   * {@snippet :
   * jnp.linalg.svdvals(jnp.array(new double[][] {{3, 0}, {0, 5}})) // => [5. 3.]
   * }
   *
   * @throws jacobean.error.DTypeException if an array is of 16-bit floats, which have no linear
   *     algebra
   * @throws ShapeException if a has fewer than two axes
   */
  public static Array svdvals(Array a) {
    if (a.ndim() < 2) {
      throw new ShapeException(
          "svdvals: wanted a matrix or a stack of them, got " + a.aval() + ".");
    }
    return Array.of(new Spectra.Svd(false, false).bind1(Promote.toFloating(a.value())));
  }

  /**
   * The root of the sum of squares of all elements. {@code jnp.linalg.norm}.
   *
   * {@snippet :
   * jnp.linalg.norm(jnp.array(3., 4.)) // => 5.0
   * }
   */
  public static Array norm(Array x) {
    return norm(x, (Number) null, new int[0], false);
  }

  /**
   * The norm of a vector or matrix of this order, or of vectors or matrices along one or two axes.
   *
   * <p>Vectors: {@code sum(|x|^ord)^(1/ord)}; infinity for the greatest, minus infinity for the
   * smallest, 0 for how many are not zero. Matrices: 1 and infinity for the greatest sum of a
   * column and of a row, 2 for the greatest singular value, negative for the smallest.
   *
   * {@snippet :
   * jnp.linalg.norm(jnp.array(3., -4.), 1) // => 7.0
   * }
   *
   * @param ord null for the root of the sum of squares
   * @throws ShapeException if there is no such norm, or more than two axes
   */
  public static Array norm(Array x, @OrNull Number ord, int... axes) {
    return norm(x, ord, axes, false);
  }

  /** {@link #norm(Array, Number, int...)} that may keep the reduced axes with length 1. */
  public static Array norm(Array x, @OrNull Number ord, int[] axes, boolean keepdims) {
    var inexact = Array.of(Promote.toFloating(x.value()));
    var over = Dims.axes("norm", axes, x.ndim());
    if (ord == null) {
      var r = jnp.sqrt(jnp.sum(squares(inexact), over.toArray()));
      return keepdims ? r.reshape(kept(x, over.toArray())) : r;
    }
    Array result;
    if (over.size() == 1) {
      result = vector(inexact, ord.doubleValue(), over.get(0));
    } else if (over.size() == 2) {
      int row = axes.length == 0 ? 0 : Dims.axis("norm", axes[0], x.ndim());
      int column = axes.length == 0 ? 1 : Dims.axis("norm", axes[1], x.ndim());
      result = matrix(inexact, ord.doubleValue(), row, column);
    } else {
      throw new ShapeException(
          "norm: with an order, wanted one axis or two, got "
              + over.size()
              + " of "
              + x.aval()
              + ". Name the axes, or leave the order out.");
    }
    return keepdims ? result.reshape(kept(x, over.toArray())) : result;
  }

  private static int[] kept(Array x, int[] over) {
    var shape = x.shape().toArray();
    for (int axis : over) {
      shape[axis] = 1;
    }
    return shape;
  }

  /** "fro" for the root of the sum of squares, "nuc" for the sum of singular values. */
  public static Array norm(Array x, String ord) {
    return norm(x, ord, -2, -1);
  }

  /** {@link #norm(Array, String)} of the matrices that two axes are. */
  public static Array norm(Array x, String ord, int... axes) {
    return switch (ord) {
      case "f", "fro" -> norm(x, (Number) null, axes);
      case "nuc" -> jnp.sum(svdvals(asMatrices(x, axes[0], axes[1])), -1);
      case String s ->
          throw new ShapeException("norm: wanted a number, \"fro\" or \"nuc\", got \"" + s + "\".");
    };
  }

  /**
   * The root of the sum of squares of all elements, whatever the axes. {@code
   * jnp.linalg.vector_norm}.
   *
   * {@snippet :
   * jnp.linalg.vectorNorm(jnp.ones(2, 2)) // => 2.0
   * }
   */
  public static Array vectorNorm(Array x) {
    return norm(x);
  }

  /** The norm of all elements as one vector. */
  public static Array vectorNorm(Array x, Number ord) {
    return norm(x.ravel(), ord, 0);
  }

  /**
   * The norm of vectors along an axis.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array vectorNorm(Array x, Number ord, int axis) {
    return norm(x, ord, axis);
  }

  /** {@link #vectorNorm(Array, Number, int)} that may keep the axis with length 1. */
  public static Array vectorNorm(Array x, Number ord, int axis, boolean keepdims) {
    return norm(x, ord, new int[] {axis}, keepdims);
  }

  /**
   * The root of the sum of squares of each matrix. {@code jnp.linalg.matrix_norm}.
   *
   * {@snippet :
   * jnp.linalg.matrixNorm(jnp.ones(3, 2, 2)) // => [2. 2. 2.]
   * }
   *
   * @throws ShapeException if there is no such norm
   */
  public static Array matrixNorm(Array x) {
    return norm(x, (Number) null, -2, -1);
  }

  /** A norm of each matrix. */
  public static Array matrixNorm(Array x, Number ord) {
    return norm(x, ord, -2, -1);
  }

  /**
   * {@link #matrixNorm(Array, Number)} that may keep the two axes with length 1.
   *
   * @throws ShapeException if an axis is out of bounds
   */
  public static Array matrixNorm(Array x, Number ord, boolean keepdims) {
    return norm(x, ord, new int[] {-2, -1}, keepdims);
  }

  private static Array vector(Array x, double ord, int axis) {
    var size = jnp.abs(x);
    if (ord == Double.POSITIVE_INFINITY) {
      return greatest(size, axis);
    }
    if (ord == Double.NEGATIVE_INFINITY) {
      return jnp.min(size, axis);
    }
    if (ord == 0) {
      return jnp.sum(x.ne(0).astype(size.dtype()), axis);
    }
    if (ord == 1) {
      return jnp.sum(size, axis);
    }
    return ord == 2
        ? jnp.sqrt(jnp.sum(squares(x), axis))
        : jnp.power(jnp.sum(jnp.power(size, ord), axis), 1 / ord);
  }

  private static Array matrix(Array x, double ord, int row, int column) {
    if (ord == 2 || ord == -2) {
      var s = svdvals(asMatrices(x, row, column));
      return ord > 0 ? greatest(s, -1) : jnp.min(s, -1);
    }
    if (Math.abs(ord) != 1 && !Double.isInfinite(ord)) {
      throw new ShapeException(
          "norm: the order of a matrix norm must be 1, 2, infinity or one of these negated, got "
              + ord
              + ".");
    }
    int summed = Math.abs(ord) == 1 ? row : column;
    int other = Math.abs(ord) == 1 ? column : row;
    var sums = jnp.sum(jnp.abs(x), summed);
    int rest = other > summed ? other - 1 : other;
    return ord > 0 ? greatest(sums, rest) : jnp.min(sums, rest);
  }

  /** 0 where there is none. */
  private static Array greatest(Array sizes, int axis) {
    return jnp.max(sizes, Over.axes(axis).initial(0));
  }

  private static Array asMatrices(Array x, int row, int column) {
    int r = Dims.axis("norm", row, x.ndim());
    int c = Dims.axis("norm", column, x.ndim());
    var order = Axes.of(r, c).complement(x.ndim()).then(Axes.of(r, c));
    return jnp.transpose(x, order.toArray());
  }
}
