package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.type.Aval;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The family of primitives on stacks of matrices, computed for each matrix in plain Java. The last
 * two axes of an operand are a matrix; the leading axes are the same for all operands.
 */
interface MatrixPrimitive extends Primitive {
  /** The shapes and dtypes of the results, without the leading axes. */
  List<Aval> results(List<Aval> matrices);

  /** The results for one matrix of each operand; vectors are matrices with one column. */
  List<double[][]> compute(List<double[][]> matrices);

  @Override
  default List<Aval> abstractEval(List<Aval> operands) {
    var first = operands.getFirst();
    for (var x : operands) {
      if (x.rank() < 2) {
        throw new ShapeException(
            name()
                + ": wanted a matrix or a stack of them, got "
                + x
                + ". Add axes with jnp.expandDims.");
      }
      if (!x.dtype().isFloating() || x.dtype() != first.dtype()) {
        throw new DTypeException(
            name()
                + ": operands must be floating and of one dtype, got "
                + operands
                + ". Convert with astype.");
      }
      if (!leading(x).equals(leading(first))) {
        throw new ShapeException(
            name() + ": the leading axes of operands must be equal, got " + operands + ".");
      }
    }
    var matrices = operands.stream().map(x -> Aval.of(matrix(x.shape()), x.dtype())).toList();
    var stack = leading(first);
    return results(matrices).stream().map(r -> r.withShape(stacked(stack, r.shape()))).toList();
  }

  private static Shape leading(Aval x) {
    return x.shape().drop(jacobean.type.Axes.range(x.rank() - 2, x.rank()));
  }

  private static Shape matrix(Shape s) {
    return Shape.of(s.dim(-2), s.dim(-1));
  }

  private static Shape stacked(Shape stack, Shape shape) {
    return Shape.of(
        IntStream.concat(IntStream.of(stack.toArray()), IntStream.of(shape.toArray())).toArray());
  }

  /** Throws unless the matrix is square. */
  default int requireSquare(Aval matrix) {
    int n = matrix.shape().dim(0);
    if (n != matrix.shape().dim(1)) {
      throw new ShapeException(
          name() + ": wanted a square matrix, got one of shape " + matrix.shape() + ".");
    }
    return n;
  }

  @Override
  default List<HostArray> eval(List<HostArray> operands) {
    var types = abstractEval(operands.stream().map(HostArray::aval).toList());
    var out = types.stream().map(HostArray::allocate).toList();
    long count = leading(operands.getFirst().aval()).size();
    for (long i = 0; i < count; i++) {
      var matrices = new ArrayList<double[][]>();
      for (var x : operands) {
        matrices.add(read(x, i));
      }
      var results = compute(matrices);
      for (int k = 0; k < out.size(); k++) {
        write(out.get(k), i, count, results.get(k));
      }
    }
    return out;
  }

  private static double[][] read(HostArray x, long i) {
    int m = x.shape().dim(-2);
    int n = x.shape().dim(-1);
    var a = new double[m][n];
    long p = i * m * n;
    for (var row : a) {
      for (int c = 0; c < n; c++) {
        row[c] = x.real(p++);
      }
    }
    return a;
  }

  private static void write(HostArray out, long i, long count, double[][] a) {
    long p = i * (out.size() / count);
    for (var row : a) {
      for (double v : row) {
        if (out.dtype().isFloating()) {
          out.setReal(p++, v);
        } else {
          out.setInteger(p++, (long) v);
        }
      }
    }
  }

  /** A vector as a matrix with one column. */
  static double[][] column(double[] x) {
    var a = new double[x.length][1];
    for (int i = 0; i < x.length; i++) {
      a[i][0] = x[i];
    }
    return a;
  }

  /** One matrix as the list of results. */
  static List<double[][]> only(double[][] a) {
    return Collections.singletonList(a);
  }

  static double[][] column(int[] x) {
    return column(IntStream.of(x).asDoubleStream().toArray());
  }

  @Override
  default Lowering lower(List<Aval> operands) {
    return new Lowering.Host();
  }

  @Override
  default Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var aligned = new ArrayList<Value>();
    for (int i = 0; i < operands.size(); i++) {
      aligned.add(Batching.alignFront(operands.get(i), axes.get(i), size));
    }
    var results = bind(aligned);
    return new Batched(results, Collections.nCopies(results.size(), 0));
  }
}
