package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Contractions;
import jacobean.op.Contractions.DimensionNumbers;
import jacobean.type.Axes;
import jacobean.type.Shape;

/**
 * NumPy's functions on arrays that can be differentiated, batched and compiled: {@code jax.numpy}.
 * Operands broadcast and promote as in NumPy; numbers stand for scalars that take the other
 * operand's dtype.
 *
 * {@snippet :
 * var x = jnp.linspace(-1, 1, 5);
 * jnp.sum(jnp.square(x)) // => 2.5
 * grad(v -> jnp.sum(jnp.square(v))).apply(x) // => [-2. -1. 0. 1. 2.]
 * }
 */
public final class jnp extends NumpyShorthands {
  private jnp() {}

  /**
   * {@code jax.numpy.linalg}: linear algebra.
   *
   * {@snippet :
   * jnp.linalg.solve(jnp.array(new double[][] {{2, 0}, {0, 4}}), jnp.array(2., 4.)) // => [1. 1.]
   * }
   */
  public static final class linalg extends LinearAlgebra {
    private linalg() {}
  }

  /**
   * {@code jax.numpy.fft}: discrete Fourier transforms.
   *
   * {@snippet :
   * jnp.fft.fftfreq(4) // => [0. 0.25 -0.5 -0.25]
   * }
   */
  public static final class fft extends FourierOfAxes {
    private fft() {}
  }

  /**
   * The dot product of vectors, the matrix product, and the sum over the last axis of x and the
   * last but one of y. Operands broadcast, and their dtypes promote. {@code jnp.dot}.
   *
   * {@snippet :
   * jnp.dot(jnp.array(1., 2.), jnp.array(3., 4.)) // => 11.0
   * jnp.dot(jnp.ones(2, 3), jnp.ones(3)) // => [3. 3.]
   * }
   *
   * @throws ShapeException if these axes differ in length
   */
  public static Array dot(Array x, Array y) {
    var p = Promote.values(x.value(), y.value());
    var a = p.get(0);
    var b = p.get(1);
    if (a.rank() == 0 || b.rank() == 0) {
      return Array.of(Arithmetic.mul(a, b));
    }
    int left = a.rank() - 1;
    int right = Math.max(0, b.rank() - 2);
    requireEqual("dot", x, left, y, right);
    return Array.of(Contractions.contract(a, left, b, right));
  }

  /**
   * The product of matrices, or of stacks of them that broadcast; a vector counts as a row on the
   * left, as a column on the right. Operands broadcast, and their dtypes promote. {@code
   * jnp.matmul}, {@code x @ y}.
   *
   * {@snippet :
   * jnp.matmul(jnp.array(new int[][] {{1, 2}, {3, 4}}), jnp.array(1, 10)) // => [21 43]
   * jnp.matmul(jnp.ones(5, 2, 3), jnp.ones(3, 4)).shape() // => (5, 2, 4)
   * jnp.matmul(jnp.ones(2, 3), jnp.ones(2, 3)) // throws ShapeException
   * }
   *
   * @throws ShapeException if an operand is a scalar, or the inner lengths differ
   */
  public static Array matmul(Array x, Array y) {
    if (x.ndim() == 0 || y.ndim() == 0) {
      throw new ShapeException(
          "matmul: operands must have at least one axis, got "
              + x.aval()
              + " and "
              + y.aval()
              + ". Use times for scalars.");
    }
    if (x.ndim() <= 2 && y.ndim() <= 2) {
      requireEqual("matmul", x, x.ndim() - 1, y, Math.max(0, y.ndim() - 2));
      return dot(x, y);
    }
    return stackedProduct(x, y);
  }

  private static Array stackedProduct(Array x, Array y) {
    var a = x.ndim() == 1 ? expandDims(x, 0) : x;
    var b = y.ndim() == 1 ? expandDims(y, 1) : y;
    requireEqual("matmul", a, a.ndim() - 1, b, b.ndim() - 2);
    var p = Promote.values(a.value(), b.value());
    var batch =
        Promote.common(
            "matmul", java.util.List.of(withoutMatrix(a.shape()), withoutMatrix(b.shape())));
    var left = stacked(p.get(0), batch);
    var right = stacked(p.get(1), batch);
    int n = batch.rank();
    var numbers =
        new DimensionNumbers(Axes.of(n + 1), Axes.of(n), Axes.range(0, n), Axes.range(0, n));
    var product = Array.of(Contractions.dotGeneral(left, right, numbers));
    var rows = x.ndim() == 1 ? squeeze(product, -2) : product;
    return y.ndim() == 1 ? squeeze(rows, -1) : rows;
  }

  private static Shape withoutMatrix(Shape shape) {
    return shape.drop(Axes.range(shape.rank() - 2, shape.rank()));
  }

  private static Value stacked(Value x, Shape batch) {
    int r = x.rank();
    var shape = batch.insert(batch.rank(), x.shape().dim(r - 2));
    return Promote.to(x, shape.insert(shape.rank(), x.shape().dim(r - 1)));
  }

  /**
   * The sum of products of all elements, those of x conjugated. {@code jnp.vdot}.
   *
   * {@snippet :
   * jnp.vdot(jnp.array(new int[][] {{1, 2}, {3, 4}}), jnp.ones(2, 2)) // => 10.0
   * }
   *
   * @throws ShapeException if the sizes differ
   */
  public static Array vdot(Array x, Array y) {
    return dot(ravel(conj(x)), ravel(y));
  }

  /**
   * The sum of products over the last axes. {@code jnp.inner}.
   *
   * {@snippet :
   * jnp.inner(jnp.array(new int[][] {{1, 2}, {3, 4}}), jnp.array(1, 10)) // => [21 43]
   * }
   *
   * @throws ShapeException if the last axes differ in length
   */
  public static Array inner(Array x, Array y) {
    if (x.ndim() == 0 || y.ndim() == 0) {
      return multiply(x, y);
    }
    requireEqual("inner", x, x.ndim() - 1, y, y.ndim() - 1);
    var p = Promote.values(x.value(), y.value());
    return Array.of(Contractions.contract(p.get(0), x.ndim() - 1, p.get(1), y.ndim() - 1));
  }

  /**
   * All products of an element of x and one of y: shape (x.size, y.size). {@code jnp.outer}.
   *
   * {@snippet :
   * jnp.outer(jnp.array(1, 2), jnp.array(10, 20, 30)) // => [[10 20 30] [20 40 60]]
   * }
   */
  public static Array outer(Array x, Array y) {
    return multiply(expandDims(ravel(x), 1), expandDims(ravel(y), 0));
  }

  /**
   * The modified Bessel function of order 0. Element by element; floating dtypes are kept, integers
   * and bools give float32. {@code jnp.i0}.
   *
   * {@snippet :
   * jnp.i0(jnp.array(0., 1.)) // => [1. 1.2660658]
   * }
   */
  public static Array i0(Array x) {
    return special.i0(x);
  }

  private static void requireEqual(String operation, Array x, int left, Array y, int right) {
    int n = x.shape(left);
    int m = y.shape(right);
    if (n != m) {
      throw new ShapeException(
          operation
              + ": shapes "
              + x.shape()
              + " and "
              + y.shape()
              + " do not fit: axis "
              + left
              + " of the left has length "
              + n
              + ", axis "
              + right
              + " of the right has "
              + m
              + "; they must be equal. Transpose one operand, or add a batch axis with vmap.");
    }
  }
}
