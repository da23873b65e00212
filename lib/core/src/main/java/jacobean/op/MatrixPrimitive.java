package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.ir.MatrixFunction;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.Complex;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The family of primitives on stacks of matrices, each computed by itself. The last two axes of an
 * operand are a matrix; the leading axes are the same for all operands. Engines have a library for
 * them; here is what each is in plain Java, of real and of complex numbers.
 */
interface MatrixPrimitive extends Primitive {
  /** What it is to an engine. */
  MatrixFunction function();

  /** The shapes and dtypes of the results, without the leading axes. */
  List<Aval> results(List<Aval> matrices);

  /** The results for one real matrix of each operand; vectors are matrices with one column. */
  List<double[][]> compute(List<double[][]> matrices);

  /** {@link #compute} of complex numbers, in operands or in results. */
  List<Complex[][]> computeComplex(List<Complex[][]> matrices);

  /** How many of the last axes of an operand are its matrix: 2, or 1 for a vector. */
  default int axes(int operand) {
    return 2;
  }

  @Override
  default List<Aval> abstractEval(List<Aval> operands) {
    var first = operands.getFirst();
    var parts = new ArrayList<Aval>();
    for (int i = 0; i < operands.size(); i++) {
      var x = operands.get(i);
      if (x.rank() < axes(i)) {
        throw new ShapeException(
            name()
                + ": wanted "
                + (axes(i) == 2 ? "a matrix or a stack of them" : "a vector or a stack of them")
                + ", got "
                + x
                + ". Add axes with jnp.expandDims.");
      }
      if (x.dtype() != first.dtype()) {
        throw new DTypeException(
            name() + ": operands must have one dtype, got " + operands + ". Convert with astype.");
      }
      if (!leading(x, i).equals(leading(first, 0))) {
        throw new ShapeException(
            name() + ": the leading axes of operands must be equal, got " + operands + ".");
      }
      parts.add(Aval.of(part(x.shape(), i), x.dtype()));
    }
    requirePrecision(first);
    var stack = leading(first, 0);
    return results(parts).stream().map(r -> r.withShape(stacked(stack, r.shape()))).toList();
  }

  private void requirePrecision(Aval x) {
    switch (x.dtype()) {
      case FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 -> {}
      case FLOAT16, BFLOAT16 ->
          throw new DTypeException(
              name()
                  + ": there is no "
                  + x.dtype()
                  + " linear algebra, got "
                  + x
                  + ". Convert with astype(jnp.float32).");
      case BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64 ->
          throw new DTypeException(
              name()
                  + ": the operand must be floating or complex, got "
                  + x
                  + ". Convert with astype(jnp.float32).");
    }
  }

  private Shape leading(Aval x, int operand) {
    return x.shape().drop(Axes.range(x.rank() - axes(operand), x.rank()));
  }

  private Shape part(Shape s, int operand) {
    return axes(operand) == 2 ? Shape.of(s.dim(-2), s.dim(-1)) : Shape.of(s.dim(-1));
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
    boolean complex =
        operands.getFirst().dtype().isComplex()
            || types.stream().anyMatch(t -> t.dtype().isComplex());
    return complex
        ? eachMatrix(operands, types, MatrixPrimitive::complexes, this::computeComplex, this::put)
        : eachMatrix(operands, types, MatrixPrimitive::reals, this::compute, this::put);
  }

  /** Writes a matrix of results. */
  @FunctionalInterface
  interface Put<M> {
    void put(HostArray out, long at, M matrix);
  }

  private <M> List<HostArray> eachMatrix(
      List<HostArray> operands,
      List<Aval> types,
      Read<M> read,
      Function<List<M>, List<M>> compute,
      Put<M> put) {
    var out = types.stream().map(HostArray::allocate).toList();
    long count = leading(operands.getFirst().aval(), 0).size();
    if (part(operands.getFirst().shape(), 0).dim(0) == 0) {
      // Of no rows, all that can be there is the other side's orthonormal vectors.
      out.forEach(MatrixPrimitive::putIdentities);
      return out;
    }
    for (long i = 0; i < count; i++) {
      var matrices = new ArrayList<M>();
      for (int k = 0; k < operands.size(); k++) {
        var x = operands.get(k);
        var shape = part(x.shape(), k);
        int columns = shape.rank() == 2 ? shape.dim(1) : 1;
        matrices.add(read.read(x, i * shape.size(), shape.dim(0), columns));
      }
      var results = compute.apply(matrices);
      for (int k = 0; k < out.size(); k++) {
        put.put(out.get(k), i * (out.get(k).size() / count), results.get(k));
      }
    }
    return out;
  }

  /** Reads a matrix of an operand. */
  @FunctionalInterface
  interface Read<M> {
    M read(HostArray x, long at, int rows, int columns);
  }

  private static double[][] reals(HostArray x, long at, int rows, int columns) {
    var a = new double[rows][columns];
    for (var row : a) {
      for (int c = 0; c < columns; c++) {
        row[c] = x.real(at++);
      }
    }
    return a;
  }

  private static Complex[][] complexes(HostArray x, long at, int rows, int columns) {
    var a = new Complex[rows][columns];
    for (var row : a) {
      for (int c = 0; c < columns; c++) {
        row[c] = x.complex(at++);
      }
    }
    return a;
  }

  private static void putIdentities(HostArray out) {
    int n = out.shape().dim(-1);
    for (long i = 0; i < out.size(); i++) {
      out.setReal(i, i / n % n == i % n ? 1 : 0);
    }
  }

  private void put(HostArray out, long at, double[][] a) {
    for (var row : a) {
      for (double v : row) {
        if (out.dtype().isFloating()) {
          out.setReal(at++, v);
        } else {
          out.setInteger(at++, (long) v);
        }
      }
    }
  }

  private void put(HostArray out, long at, Complex[][] a) {
    for (var row : a) {
      for (var v : row) {
        if (out.dtype().isInexact()) {
          out.setComplex(at++, v);
        } else {
          out.setInteger(at++, (long) v.re());
        }
      }
    }
  }

  /** One matrix as the list of results. */
  static <M> List<M> only(M matrix) {
    return Collections.singletonList(matrix);
  }

  @Override
  default Lowering lower(List<Aval> operands) {
    return new Lowering.OnMatrices(function());
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
