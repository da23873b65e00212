package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Operand;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The family of primitives that compute each element of the result from the elements at the same
 * place of the operands. Operands have one shape; a scalar stands for an array of it.
 */
interface Elementwise extends Primitive {
  /** The result's dtype, or an exception where the operands' dtypes do not fit. */
  DType resultType(List<Aval> operands);

  /** An element of the result. */
  Expr element(List<Expr> elements);

  @Override
  default List<Aval> abstractEval(List<Aval> operands) {
    boolean weak = true;
    for (var o : operands) {
      weak &= o.weak();
    }
    return List.of(new Aval(commonShape(operands), resultType(operands), weak));
  }

  /** The shape that all operands but scalars have. */
  default Shape commonShape(List<Aval> operands) {
    var shape = Shape.SCALAR;
    for (var o : operands) {
      if (o.rank() > 0 && shape.rank() > 0 && !o.shape().equals(shape)) {
        throw new ShapeException(
            name()
                + ": operands must have the same shape or be scalars, got "
                + operands
                + ". jnp."
                + name()
                + " broadcasts; lax does not.");
      }
      shape = o.rank() > 0 ? o.shape() : shape;
    }
    return shape;
  }

  /** The dtype that all operands have. */
  default DType commonType(List<Aval> operands) {
    var type = operands.getFirst().dtype();
    for (var o : operands) {
      if (o.dtype() != type) {
        throw new DTypeException(
            name()
                + ": operands must have one dtype, got "
                + operands
                + ". Convert one with astype; jnp."
                + name()
                + " promotes by itself.");
      }
    }
    return type;
  }

  /** The dtype that all operands have, if it is floating. */
  default DType floatingType(List<Aval> operands) {
    var type = commonType(operands);
    if (!type.isFloating()) {
      throw new DTypeException(
          name()
              + ": operands must be floating, got "
              + operands
              + ". Convert with astype(jnp.float32).");
    }
    return type;
  }

  /**
   * The dtype that all operands have, if it is floating, or complex where the function is
   * holomorphic.
   */
  default DType inexactType(List<Aval> operands) {
    boolean holomorphic =
        this instanceof ComplexNumbers.Holomorphic || this instanceof ComplexNumbers.Holomorphic2;
    var type = commonType(operands);
    return type.isComplex() && holomorphic ? type : floatingType(operands);
  }

  /** The dtype that all operands have; complex only where the function is holomorphic. */
  default DType numericType(List<Aval> operands) {
    var type = commonType(operands);
    return type.isComplex() ? inexactType(operands) : type;
  }

  @Override
  default Batched batch(List<Value> operands, List<Integer> axes, int size) {
    int rank = 0;
    for (int i = 0; i < operands.size(); i++) {
      int exampleRank = operands.get(i).rank() - (axes.get(i) == Batched.NONE ? 0 : 1);
      rank = Math.max(rank, exampleRank);
    }
    var aligned = new ArrayList<Value>();
    for (int i = 0; i < operands.size(); i++) {
      var x = operands.get(i);
      int axis = axes.get(i);
      if (axis == Batched.NONE && x.rank() == 0) {
        aligned.add(x);
      } else {
        aligned.add(Batching.alignFront(x, axis, size));
      }
    }
    var shape =
        aligned.stream().filter(x -> x.rank() == rankOf(aligned)).findFirst().orElseThrow().shape();
    return new Batched(
        bind(aligned.stream().map(x -> spread(x, shape)).toList()),
        java.util.Collections.nCopies(resultCount(), 0));
  }

  /** How many results there are. */
  default int resultCount() {
    return 1;
  }

  private static int rankOf(List<Value> values) {
    return values.stream().mapToInt(Value::rank).max().orElse(0);
  }

  /** A batch of scalars repeated to a batch of arrays; a scalar and a full array stay. */
  private static Value spread(Value x, Shape shape) {
    return x.rank() == 1 && shape.rank() > 1
        ? Shaping.broadcastInDim(x, shape, jacobean.type.Axes.of(0))
        : x;
  }

  @Override
  default Lowering lower(List<Aval> operands) {
    return (Lowering.Pointwise)
        (inputs, index) -> List.of(element(inputs.stream().map(o -> elementOf(o, index)).toList()));
  }

  /** An operand's element at the index; a scalar's only one. */
  static Expr elementOf(Operand operand, List<Expr> index) {
    return operand.at(operand.aval().rank() == 0 ? List.of() : index);
  }

  /** The position in an operand that belongs to a position in the result. */
  static long positionIn(HostArray operand, long position) {
    return operand.shape().rank() == 0 ? 0 : position;
  }
}
