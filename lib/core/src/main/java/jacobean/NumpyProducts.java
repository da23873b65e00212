package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Contractions;
import jacobean.op.Contractions.DimensionNumbers;
import jacobean.op.Matrices;
import jacobean.op.Shaping;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;

/** The part of {@link jnp} that multiplies: tensor products, convolutions, polynomials. */
abstract sealed class NumpyProducts extends NumpyPolynomials permits NumpyComplex {

  /**
   * The sum of products over the last two axes of x and the first two of y. {@code jnp.tensordot}.
   *
   * {@snippet :
   * jnp.tensordot(jnp.ones(2, 3), jnp.ones(2, 3)) // => 6.0
   * }
   */
  public static Array tensordot(Array x, Array y) {
    return tensordot(x, y, 2);
  }

  /**
   * The sum of products over the last axes of x and the first of y: float32[2,3,4] and
   * float32[3,4,5] over two axes give float32[2,5].
   *
   * {@snippet :
   * jnp.tensordot(jnp.ones(2, 3, 4), jnp.ones(3, 4, 5), 2).shape() // => (2, 5)
   * }
   *
   * @param axes how many
   * @throws ShapeException if there are not so many, or their lengths differ
   */
  public static Array tensordot(Array x, Array y, int axes) {
    if (axes < 0 || axes > x.ndim() || axes > y.ndim()) {
      throw new ShapeException(
          "tensordot: cannot sum over "
              + axes
              + " axes of "
              + x.aval()
              + " and "
              + y.aval()
              + ". Wanted at most "
              + Math.min(x.ndim(), y.ndim())
              + ".");
    }
    return tensordot(
        x, y, Axes.range(x.ndim() - axes, x.ndim()).toArray(), Axes.range(0, axes).toArray());
  }

  /**
   * The sum of products over pairs of axes; the result has x's other axes, then y's.
   *
   * {@snippet :
   * var x = jnp.ones(2, 3);
   * jnp.tensordot(x, jnp.ones(4, 2), new int[] {0}, new int[] {1}).shape() // => (3, 4)
   * }
   *
   * @param xAxes axes of x, each with its partner at the same place of {@code yAxes}
   * @throws ShapeException if the lists or the lengths of the axes differ
   */
  public static Array tensordot(Array x, Array y, int[] xAxes, int[] yAxes) {
    if (xAxes.length != yAxes.length) {
      throw new ShapeException(
          "tensordot: wanted as many axes of the left as of the right, got "
              + Arrays.toString(xAxes)
              + " and "
              + Arrays.toString(yAxes)
              + ".");
    }
    var p = Promote.values(x.value(), y.value());
    var numbers =
        new DimensionNumbers(
            counted(xAxes, x.ndim()), counted(yAxes, y.ndim()), Axes.of(), Axes.of());
    return Array.of(Contractions.dotGeneral(p.get(0), p.get(1), numbers));
  }

  private static Axes counted(int[] axes, int rank) {
    Dims.axes("tensordot", axes, rank);
    return Axes.of(Arrays.stream(axes).map(a -> Dims.axis("tensordot", a, rank)).toArray());
  }

  /**
   * Einstein's summation convention: {@code einsum("ij,jk->ik", x, y)} is the matrix product. A
   * label that is not in the result is summed over; one that an operand has twice takes the
   * diagonal; {@code ...} stands for all other axes, which broadcast. Without {@code ->} the result
   * has the labels that occur once, in alphabetical order. {@code jnp.einsum}.
   *
   * {@snippet :
   * var x = jnp.array(new double[][] {{1, 2}, {3, 4}});
   * jnp.einsum("ij,j->i", x, jnp.array(1., 10.)) // => [21. 43.]
   * jnp.einsum("ii", x) // => 5.0
   * var q = jnp.ones(2, 4, 5, 8);
   * jnp.einsum("bhqd,bhkd->bhqk", q, q).shape() // => (2, 4, 5, 5)
   * }
   *
   * @throws ShapeException if the labels do not fit the operands
   */
  public static Array einsum(String subscripts, Array... operands) {
    return Array.of(Einsum.apply(subscripts, factors("einsum", subscripts, operands)));
  }

  static List<Value> factors(String operation, String subscripts, Array[] operands) {
    if (operands.length == 0) {
      throw new ShapeException(
          operation + ": wanted an operand for each part of \"" + subscripts + "\", got none.");
    }
    return Promote.values(Arrays.stream(operands).map(Array::value).toArray(Value[]::new));
  }

  /**
   * Every element of x times all of y, as blocks: float32[a,b] and float32[c,d] give
   * float32[a*c,b*d]. {@code jnp.kron}.
   *
   * {@snippet :
   * jnp.kron(jnp.array(1, 10), jnp.array(1, 2, 3)) // => [1 2 3 10 20 30]
   * }
   */
  public static Array kron(Array x, Array y) {
    int rank = Math.max(x.ndim(), y.ndim());
    var a = withAxes(x, rank);
    var b = withAxes(y, rank);
    var left = new int[2 * rank];
    var right = new int[2 * rank];
    var shape = new int[rank];
    for (int i = 0; i < rank; i++) {
      left[2 * i] = a.shape(i);
      left[2 * i + 1] = 1;
      right[2 * i] = 1;
      right[2 * i + 1] = b.shape(i);
      shape[i] = Shape.length("kron", (long) a.shape(i) * b.shape(i));
    }
    return reshape(multiply(reshape(a, left), reshape(b, right)), shape);
  }

  private static Array withAxes(Array x, int rank) {
    var shape = new int[rank];
    Arrays.fill(shape, 1);
    System.arraycopy(x.shape().toArray(), 0, shape, rank - x.ndim(), x.ndim());
    return reshape(x, shape);
  }

  /**
   * The cross product of vectors of length 2 or 3 along the last axis. {@code jnp.cross}.
   *
   * {@snippet :
   * jnp.cross(jnp.array(1., 0., 0.), jnp.array(0., 1., 0.)) // => [0. 0. 1.]
   * }
   *
   * @throws ShapeException if a vector has another length than 2 or 3
   */
  public static Array cross(Array x, Array y) {
    return cross(x, y, -1);
  }

  /**
   * The cross product of vectors along an axis. Of two vectors of length 2 it is the third
   * component alone, and the axis is dropped.
   *
   * @throws ShapeException if a vector has another length than 2 or 3
   */
  public static Array cross(Array x, Array y, int axis) {
    var a = moveaxis(x, axis, -1);
    var b = moveaxis(y, axis, -1);
    int n = a.shape(-1);
    int m = b.shape(-1);
    if (n < 2 || n > 3 || m < 2 || m > 3) {
      throw new ShapeException(
          "cross: the vectors must have 2 or 3 components, got "
              + n
              + " and "
              + m
              + " along axis "
              + axis
              + " of "
              + x.aval()
              + " and "
              + y.aval()
              + ".");
    }
    var third = subtract(multiply(part(a, 0), part(b, 1)), multiply(part(a, 1), part(b, 0)));
    if (n == 2 && m == 2) {
      return third;
    }
    var first = subtract(multiply(part(a, 1), part(b, 2)), multiply(part(a, 2), part(b, 1)));
    var second = subtract(multiply(part(a, 2), part(b, 0)), multiply(part(a, 0), part(b, 2)));
    return moveaxis(stack(List.of(first, second, third), -1), -1, axis);
  }

  private static Array part(Array x, int i) {
    return i < x.shape(-1) ? x.get("...", i) : zerosLike(x.get("...", 0));
  }

  /**
   * The sum of the diagonal of a matrix. {@code jnp.trace}.
   *
   * {@snippet :
   * jnp.trace(jnp.array(new int[][] {{1, 2}, {3, 4}})) // => 5
   * }
   *
   * @throws ShapeException if x has fewer than two axes
   */
  public static Array trace(Array x) {
    return trace(x, 0, 0, 1);
  }

  /** The sum of the diagonal that is {@code offset} above the main one. */
  public static Array trace(Array x, int offset) {
    return trace(x, offset, 0, 1);
  }

  /** The sum of a diagonal of the matrices that two axes are. */
  public static Array trace(Array x, int offset, int axis1, int axis2) {
    int first = Dims.axis("trace", axis1, x.ndim());
    int second = Dims.axis("trace", axis2, x.ndim());
    if (first == second) {
      throw new ShapeException(
          "trace: the two axes must differ, got " + axis1 + " and " + axis2 + ".");
    }
    var order = Axes.of(first, second).complement(x.ndim()).then(Axes.of(first, second));
    var diagonal = Matrices.diagonal(Shaping.transpose(x.value(), order), offset);
    return jnp.sum(Array.of(diagonal), -1);
  }

  /**
   * The full convolution of two vectors: length {@code n + m - 1}; integers and bools give float32.
   * {@code jnp.convolve}.
   *
   * {@snippet :
   * jnp.convolve(jnp.array(1., 2., 3.), jnp.array(0., 1., 0.5)) // => [0. 1. 2.5 4. 1.5]
   * }
   */
  public static Array convolve(Array a, Array v) {
    return convolve(a, v, "full");
  }

  /**
   * The convolution of two vectors, of length n and m.
   *
   * {@snippet :
   * jnp.convolve(jnp.array(1., 2., 3.), jnp.array(1., 1.), "valid") // => [3. 5.]
   * }
   *
   * @param mode "full" for all n + m - 1 places where they meet, "same" for the middle max(n, m),
   *     "valid" for those where they overlap completely
   * @throws ShapeException if they are not vectors, or empty
   */
  public static Array convolve(Array a, Array v, String mode) {
    requireVectors("convolve", a, v);
    var longer = a.size() < v.size() ? v : a;
    var shorter = a.size() < v.size() ? a : v;
    return slide("convolve", longer, flip(shorter), mode);
  }

  /**
   * The correlation of two vectors where they overlap completely; integers and bools give float32.
   * {@code jnp.correlate}.
   *
   * {@snippet :
   * jnp.correlate(jnp.array(1., 2., 3.), jnp.array(0., 1., 0.5)) // => [3.5]
   * }
   *
   * @throws ShapeException if an argument is no vector, or empty
   */
  public static Array correlate(Array a, Array v) {
    return correlate(a, v, "valid");
  }

  /**
   * The correlation of two vectors: their products summed at each shift. See {@link #convolve}.
   *
   * @throws ShapeException if the mode is unknown
   */
  public static Array correlate(Array a, Array v, String mode) {
    requireVectors("correlate", a, v);
    var conjugate = jnp.conj(v);
    return a.size() < v.size()
        ? flip(slide("correlate", conjugate, a, mode))
        : slide("correlate", a, conjugate, mode);
  }

  private static void requireVectors(String operation, Array a, Array v) {
    if (a.ndim() != 1 || v.ndim() != 1 || a.size() == 0 || v.size() == 0) {
      throw new ShapeException(
          operation
              + ": wanted two vectors that are not empty, got "
              + a.aval()
              + " and "
              + v.aval()
              + ". For more axes there is lax.convGeneralDilated.");
    }
  }

  private static Array slide(String operation, Array x, Array kernel, String mode) {
    int m = kernel.shape(0);
    int[] ends =
        switch (mode) {
          case "full" -> new int[] {m - 1, m - 1};
          case "same" -> new int[] {m / 2, m - m / 2 - 1};
          case "valid" -> new int[] {0, 0};
          case String s ->
              throw new ShapeException(
                  operation + ": mode must be \"full\", \"same\" or \"valid\", got \"" + s + "\".");
        };
    var p = Promote.values(x.value(), kernel.value()).stream().map(Promote::toFloating).toList();
    var result =
        lax.convGeneralDilated(
            reshape(Array.of(p.get(0)), 1, 1, -1),
            reshape(Array.of(p.get(1)), 1, 1, -1),
            Convolution.of(1).padding(new int[][] {ends}));
    return ravel(result);
  }

  /**
   * Whatever the shapes, the sum of products of pairs of a vector of the last axis. {@code
   * jnp.vecdot}.
   *
   * {@snippet :
   * jnp.vecdot(jnp.array(new double[][] {{1, 2}, {3, 4}}), jnp.array(1., 10.)) // => [21. 43.]
   * }
   *
   * @throws ShapeException if the vectors differ in length
   */
  public static Array vecdot(Array x, Array y) {
    return sum(multiply(jnp.conj(x), y), -1);
  }

  /**
   * {@code matmul} of stacks of matrices and vectors: [..., n, m] and [..., m]. {@code jnp.matvec}.
   *
   * {@snippet :
   * jnp.matvec(jnp.ones(5, 2, 3), jnp.ones(3)).shape() // => (5, 2)
   * }
   *
   * @throws ShapeException if the shapes do not fit
   */
  public static Array matvec(Array x, Array y) {
    return squeeze(jnp.matmul(x, expandDims(y, -1)), -1);
  }

  /**
   * {@code matmul} of stacks of vectors and matrices: [..., n] and [..., n, m]. {@code jnp.vecmat}.
   *
   * {@snippet :
   * jnp.vecmat(jnp.array(1., 2.), jnp.array(new double[][] {{1, 2}, {3, 4}})) // => [7. 10.]
   * }
   *
   * @throws ShapeException if the shapes do not fit
   */
  public static Array vecmat(Array x, Array y) {
    return squeeze(jnp.matmul(jnp.conj(expandDims(x, -2)), y), -2);
  }
}
