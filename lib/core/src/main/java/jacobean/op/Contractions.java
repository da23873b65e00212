package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Op;
import jacobean.ir.Operand;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Sums of products over shared axes: matrix products and all their generalizations. */
public final class Contractions {
  private Contractions() {}

  /**
   * Which axes of the operands meet. Prints as JAX's dimension numbers: {@code (([1], [0]), ([],
   * []))} is the matrix product.
   */
  public record DimensionNumbers(
      Axes leftContract, Axes rightContract, Axes leftBatch, Axes rightBatch) {
    @Override
    public String toString() {
      return "(("
          + list(leftContract)
          + ", "
          + list(rightContract)
          + "), ("
          + list(leftBatch)
          + ", "
          + list(rightBatch)
          + "))";
    }

    private static String list(Axes axes) {
      return Arrays.toString(axes.toArray());
    }

    Axes leftFree(int rank) {
      return leftContract.then(leftBatch).complement(rank);
    }

    Axes rightFree(int rank) {
      return rightContract.then(rightBatch).complement(rank);
    }
  }

  /**
   * Sums products over the contracted axes. The result's axes are the batch axes, then the free
   * axes of the left operand, then those of the right. Linear in each operand.
   *
   * @param preferredElementType the dtype of the operands and the result
   */
  public record DotGeneral(DimensionNumbers dimensionNumbers, DType preferredElementType)
      implements Linear {
    @Override
    public String name() {
      return "dot_general";
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.get(0);
      var y = operands.get(1);
      var d = dimensionNumbers;
      if (x.dtype() != y.dtype()) {
        throw new DTypeException(
            "dot_general: operands must have one dtype, got "
                + x
                + " and "
                + y
                + ". Use jnp.dot, which promotes.");
      }
      agree("contracted", x, d.leftContract, y, d.rightContract);
      agree("batch", x, d.leftBatch, y, d.rightBatch);
      var lengths =
          IntStream.concat(
                  IntStream.concat(lengths(x, d.leftBatch), lengths(x, d.leftFree(x.rank()))),
                  lengths(y, d.rightFree(y.rank())))
              .toArray();
      return List.of(new Aval(Shape.of(lengths), x.dtype(), x.weak() && y.weak()));
    }

    private static IntStream lengths(Aval x, Axes axes) {
      return Arrays.stream(axes.toArray()).map(x.shape()::dim);
    }

    private static void agree(String kind, Aval x, Axes left, Aval y, Axes right) {
      for (int i = 0; i < left.size(); i++) {
        int n = x.shape().dim(left.get(i));
        int m = y.shape().dim(right.get(i));
        if (n != m) {
          throw new ShapeException(
              "dot_general: the "
                  + kind
                  + " axes must have one length, got "
                  + n
                  + " (axis "
                  + left.get(i)
                  + " of "
                  + x
                  + ") and "
                  + m
                  + " (axis "
                  + right.get(i)
                  + " of "
                  + y
                  + ").");
        }
      }
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.get(0);
      var y = operands.get(1);
      var d = dimensionNumbers;
      var out = abstractEval(List.of(x.aval(), y.aval())).getFirst();
      var leftFree = d.leftFree(x.shape().rank());
      var rightFree = d.rightFree(y.shape().rank());
      var summed = Shape.of(lengths(x.aval(), d.leftContract).toArray());
      var result = HostArray.allocate(out);
      for (long p = 0; p < out.size(); p++) {
        var at = Positions.index(out.shape(), p);
        var left = new int[x.shape().rank()];
        var right = new int[y.shape().rank()];
        for (int i = 0; i < d.leftBatch.size(); i++) {
          left[d.leftBatch.get(i)] = at[i];
          right[d.rightBatch.get(i)] = at[i];
        }
        for (int i = 0; i < leftFree.size(); i++) {
          left[leftFree.get(i)] = at[d.leftBatch.size() + i];
        }
        for (int i = 0; i < rightFree.size(); i++) {
          right[rightFree.get(i)] = at[d.leftBatch.size() + leftFree.size() + i];
        }
        double real = 0;
        long integer = 0;
        var complex = Complex.ZERO;
        for (long s = 0; s < summed.size(); s++) {
          var c = Positions.index(summed, s);
          for (int i = 0; i < c.length; i++) {
            left[d.leftContract.get(i)] = c[i];
            right[d.rightContract.get(i)] = c[i];
          }
          long a = Positions.of(x.shape(), left);
          long b = Positions.of(y.shape(), right);
          if (out.dtype().isComplex()) {
            complex = complex.plus(x.complex(a).times(y.complex(b)));
          } else if (out.dtype().isFloating()) {
            real += x.real(a) * y.real(b);
          } else {
            integer += x.integer(a) * y.integer(b);
          }
        }
        if (out.dtype().isComplex()) {
          result.setComplex(p, complex);
        } else if (out.dtype().isFloating()) {
          result.setReal(p, real);
        } else {
          result.setInteger(p, integer);
        }
      }
      return List.of(result);
    }

    @Override
    public Lowering lower(List<Aval> operands) {
      var d = dimensionNumbers;
      return lengths(operands.getFirst(), d.leftContract).allMatch(n -> n == 1)
          ? (Lowering.Pointwise) (inputs, index) -> List.of(product(inputs, index))
          : new Lowering.Contraction(d.leftContract, d.rightContract, d.leftBatch, d.rightBatch);
    }

    /** The element of an outer product, in which nothing is summed. */
    private Expr product(List<Operand> operands, List<Expr> index) {
      var x = operands.get(0);
      var y = operands.get(1);
      var d = dimensionNumbers;
      var leftFree = d.leftFree(x.aval().rank());
      var left = new Expr[x.aval().rank()];
      var right = new Expr[y.aval().rank()];
      Arrays.fill(left, Expr.index(0));
      Arrays.fill(right, Expr.index(0));
      int next = 0;
      for (int i = 0; i < d.leftBatch.size(); i++) {
        left[d.leftBatch.get(i)] = index.get(next);
        right[d.rightBatch.get(i)] = index.get(next++);
      }
      for (int axis : leftFree.toArray()) {
        left[axis] = index.get(next++);
      }
      for (int axis : d.rightFree(y.aval().rank()).toArray()) {
        right[axis] = index.get(next++);
      }
      return x.at(List.of(left)).op(Op.MUL, y.at(List.of(right)));
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.get(0);
      var y = primals.get(1);
      var tx = tangents.get(0);
      var ty = tangents.get(1);
      return new Dual(
          List.of(bind1(x, y)),
          Arrays.asList(
              Arithmetic.sum(tx == null ? null : bind1(tx, y), ty == null ? null : bind1(x, ty))));
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return operands.get(0) == null
          ? Arrays.asList(
              cotangent(cts.getFirst(), operands.get(1), types.get(0), types.get(1), false), null)
          : Arrays.asList(
              null, cotangent(cts.getFirst(), operands.get(0), types.get(1), types.get(0), true));
    }

    /**
     * The cotangent of one operand: that of the result contracted with the other operand over the
     * other's free axes, its axes brought into the operand's order.
     *
     * @param swapped true if the operand asked for is the right one
     */
    private Value cotangent(Value ct, Value other, Aval x, Aval y, boolean swapped) {
      var d =
          swapped
              ? new DimensionNumbers(
                  dimensionNumbers.rightContract, dimensionNumbers.leftContract,
                  dimensionNumbers.rightBatch, dimensionNumbers.leftBatch)
              : dimensionNumbers;
      var xFree = d.leftFree(x.rank());
      var yFree = d.rightFree(y.rank());
      int batches = d.leftBatch.size();
      var ctOther =
          swapped
              ? Axes.range(batches, batches + yFree.size())
              : Axes.range(batches + xFree.size(), batches + xFree.size() + yFree.size());
      var product =
          dotGeneral(
              ct,
              other,
              new DimensionNumbers(ctOther, yFree, Axes.range(0, batches), d.rightBatch));
      // Now: batch axes, x's free axes, then the contracted axes in y's order.
      var contracted = new ArrayList<Integer>();
      for (int axis : d.rightContract.sorted().toArray()) {
        contracted.add(d.leftContract.get(d.rightContract.indexOf(axis)));
      }
      var order =
          d.leftBatch.then(xFree).then(Axes.of(contracted.stream().mapToInt(i -> i).toArray()));
      return Shaping.transpose(product, order.inverse());
    }

    @Override
    public Batched batch(List<Value> operands, List<Integer> axes, int size) {
      var x = operands.get(0);
      var y = operands.get(1);
      int left = axes.get(0);
      int right = axes.get(1);
      var d = dimensionNumbers;
      var lc = left == Batched.NONE ? d.leftContract : d.leftContract.shift(left);
      var lb = left == Batched.NONE ? d.leftBatch : d.leftBatch.shift(left);
      var rc = right == Batched.NONE ? d.rightContract : d.rightContract.shift(right);
      var rb = right == Batched.NONE ? d.rightBatch : d.rightBatch.shift(right);
      if (left != Batched.NONE && right != Batched.NONE) {
        return Batched.of(
            dotGeneral(
                x,
                y,
                new DimensionNumbers(lc, rc, Axes.of(left).then(lb), Axes.of(right).then(rb))),
            0);
      }
      // The batch axis of the one operand is one of its free axes: no batched product is needed.
      var numbers = new DimensionNumbers(lc, rc, lb, rb);
      var product = dotGeneral(x, y, numbers);
      int at =
          left != Batched.NONE
              ? lb.size() + numbers.leftFree(x.rank()).indexOf(left)
              : lb.size()
                  + numbers.leftFree(x.rank()).size()
                  + numbers.rightFree(y.rank()).indexOf(right);
      return Batched.of(product, at);
    }
  }

  public static Value dotGeneral(Value x, Value y, DimensionNumbers numbers) {
    return new DotGeneral(numbers, x.dtype()).bind1(x, y);
  }

  /**
   * The product of matrices, or of a matrix and a vector: the last axis of x with the given axis of
   * y.
   */
  public static Value contract(Value x, int leftAxis, Value y, int rightAxis) {
    return dotGeneral(
        x, y, new DimensionNumbers(Axes.of(leftAxis), Axes.of(rightAxis), Axes.of(), Axes.of()));
  }
}
