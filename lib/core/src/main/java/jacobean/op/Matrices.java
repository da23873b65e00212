package jacobean.op;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;

/** Functions of stacks of matrices, which are the last two axes. */
public final class Matrices {
  private Matrices() {}

  /** The product of stacks of matrices with the same leading axes. */
  public static Value product(Value x, Value y) {
    int n = x.rank() - 2;
    return Contractions.dotGeneral(
        x,
        y,
        new Contractions.DimensionNumbers(
            Axes.of(n + 1), Axes.of(n), Axes.range(0, n), Axes.range(0, n)));
  }

  /** Rows and columns swapped. */
  public static Value transposed(Value x) {
    int n = x.rank();
    return Shaping.transpose(x, Axes.range(0, n - 2).then(Axes.of(n - 1, n - 2)));
  }

  /** Rows and columns swapped, and complex numbers conjugated. */
  public static Value adjoint(Value x) {
    return ComplexNumbers.conj(transposed(x));
  }

  /** The elements of a diagonal, {@code k} above the main one, as the last axis. */
  public static Value diagonal(Value x, int k) {
    int n = x.rank();
    if (n < 2) {
      throw new ShapeException(
          "diagonal: wanted a matrix or a stack of them, got "
              + x.aval()
              + ". Use jnp.diag to make a matrix of a vector.");
    }
    int rows = x.shape().dim(n - 2);
    int columns = x.shape().dim(n - 1);
    int start = k >= 0 ? k : -k * columns;
    int count = Math.max(0, k >= 0 ? Math.min(rows, columns - k) : Math.min(rows + k, columns));
    var flat = Shaping.reshape(x, leading(x).insert(n - 2, Math.multiplyExact(rows, columns)));
    if (count == 0) {
      return Slicing.sliceAxis(flat, n - 2, 0, 0);
    }
    var low = new int[n - 1];
    var high = flat.shape().toArray();
    var strides = new int[n - 1];
    java.util.Arrays.fill(strides, 1);
    low[n - 2] = start;
    high[n - 2] = start + (count - 1) * (columns + 1) + 1;
    strides[n - 2] = columns + 1;
    return Slicing.slice(flat, Axes.of(low), Axes.of(high), Axes.of(strides));
  }

  /** The main diagonal. */
  public static Value diagonal(Value x) {
    return diagonal(x, 0);
  }

  /** Whether an element stands on the diagonal or at most k above it: a bool matrix. */
  public static Value below(int rows, int columns, int k) {
    var shape = Shape.of(rows, columns);
    var row = Shaping.iota(shape, DType.INT32, 0);
    var column = Shaping.iota(shape, DType.INT32, 1);
    return Comparison.le(column, Arithmetic.add(row, Arithmetic.constant(DType.INT32, k)));
  }

  /** The lower triangle up to k above the diagonal; zeros elsewhere. */
  public static Value lower(Value x, int k) {
    return select(x, k, true);
  }

  /** The upper triangle from k above the diagonal; zeros elsewhere. */
  public static Value upper(Value x, int k) {
    return select(x, k - 1, false);
  }

  private static Value select(Value x, int k, boolean below) {
    int n = x.rank();
    var mask = below(x.shape().dim(n - 2), x.shape().dim(n - 1), k);
    var everywhere = Shaping.broadcastTo(mask, x.shape());
    var zero = Shaping.zeros(x.aval().strong());
    return below ? Comparison.select(everywhere, x, zero) : Comparison.select(everywhere, zero, x);
  }

  /** The identity matrix, repeated along leading axes. */
  public static Value eye(Shape leading, int n, DType dtype) {
    var shape = Shape.of(n, n);
    var equal =
        Comparison.eq(Shaping.iota(shape, DType.INT32, 0), Shaping.iota(shape, DType.INT32, 1));
    return Shaping.broadcastTo(
        Conversion.convert(equal, dtype),
        leading.insert(leading.rank(), n).insert(leading.rank() + 1, n));
  }

  /**
   * A column of each stack repeated to the columns of a matrix: {@code [..., m]} to {@code [..., m,
   * n]}.
   */
  public static Value columns(Value x, int n) {
    return Shaping.broadcastInDim(x, x.shape().insert(x.rank(), n), Axes.range(0, x.rank()));
  }

  /**
   * A row of each stack repeated to the rows of a matrix: {@code [..., n]} to {@code [..., m, n]}.
   */
  public static Value rows(Value x, int m) {
    int r = x.rank();
    return Shaping.broadcastInDim(
        x, x.shape().insert(r - 1, m), Axes.range(0, r - 1).then(Axes.of(r)));
  }

  /** The shape without the last two axes. */
  public static Shape leading(Value x) {
    return x.shape().drop(Axes.range(x.rank() - 2, x.rank()));
  }

  public static int rowCount(Value x) {
    return x.shape().dim(x.rank() - 2);
  }

  public static int columnCount(Value x) {
    return x.shape().dim(x.rank() - 1);
  }
}
