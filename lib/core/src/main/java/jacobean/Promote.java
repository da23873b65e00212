package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Conversion;
import jacobean.op.Shaping;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Promotion;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Brings operands to one dtype and one shape, as NumPy functions do and primitives do not. */
final class Promote {
  private Promote() {}

  /** The operands in the dtype that they promote to. */
  static List<Value> values(Value... operands) {
    var to = Promotion.join(Value.avals(List.of(operands)));
    var converted = new ArrayList<Value>(operands.length);
    for (var x : operands) {
      converted.add(Conversion.convert(x, to.dtype(), to.weak()));
    }
    return converted;
  }

  /** Integers and bools as float32, floating values as they are. */
  static Value toFloating(Value x) {
    return x.dtype().isInexact() ? x : Conversion.convert(x, DType.FLOAT32, x.aval().weak());
  }

  /**
   * The operands repeated to their common shape; scalars stay, primitives take them.
   *
   * @throws ShapeException naming the operation, if there is none
   */
  static List<Value> broadcast(String operation, Value... operands) {
    var shapes = new ArrayList<Shape>(operands.length);
    for (var x : operands) {
      shapes.add(x.shape());
    }
    var common = common(operation, shapes);
    var repeated = new ArrayList<Value>();
    for (var x : operands) {
      repeated.add(x.rank() == 0 ? x : to(x, common));
    }
    return repeated;
  }

  /** The shape that these shapes broadcast to by NumPy's rules. */
  static Shape common(String operation, List<Shape> shapes) {
    int rank = 0;
    for (var s : shapes) {
      rank = Math.max(rank, s.rank());
    }
    var dims = new int[rank];
    Arrays.fill(dims, 1);
    for (var s : shapes) {
      for (int i = 0; i < s.rank(); i++) {
        int at = rank - s.rank() + i;
        int n = s.dim(i);
        if (dims[at] != 1 && n != 1 && dims[at] != n) {
          throw new ShapeException(
              operation
                  + ": shapes "
                  + join(shapes)
                  + " do not broadcast: axis "
                  + (at - rank)
                  + " has lengths "
                  + dims[at]
                  + " and "
                  + n
                  + ". Lengths must be equal, or 1; reshape one operand to line the axes up.");
        }
        dims[at] = n == 1 ? dims[at] : n;
      }
    }
    return Shape.of(dims);
  }

  private static String join(List<Shape> shapes) {
    return String.join(" and ", shapes.stream().map(Shape::toString).toList());
  }

  /** The array repeated to a shape that it broadcasts to. */
  static Value to(Value x, Shape shape) {
    return Shaping.broadcastInDim(x, shape, Axes.range(shape.rank() - x.rank(), shape.rank()));
  }
}
