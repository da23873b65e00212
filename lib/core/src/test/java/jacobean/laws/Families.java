package jacobean.laws;

import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.primitive;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;

import jacobean.core.Primitive;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of whole families: operands of every shape that an elementwise primitive can meet. */
final class Families {
  private Families() {}

  /** Lengths that fill no vector register, straddle one, or are nothing at all. */
  static final int[] LENGTHS = {0, 1, 7, 13, 33, 1025};

  /** An elementwise primitive of reals: all lengths, a matrix, and scalars beside arrays. */
  static Row elementwise(Primitive p, Numbers... operands) {
    var row = primitive(p);
    for (int n : LENGTHS) {
      row = row.onAll(List.of(shaped(operands, FLOAT32, Shape.of(n))));
    }
    for (var shape : List.of(Shape.SCALAR, Shape.of(7), Shape.of(0), Shape.of(3, 5))) {
      row = row.onAll(List.of(shaped(operands, FLOAT64, shape)));
    }
    return row.onAll(mixed(operands, FLOAT64));
  }

  /** An elementwise primitive of reals of one dtype, too coarse for differences. */
  static Row elementwise(Primitive p, Numbers[] operands, DType type) {
    var row = primitive(p).withoutDerivative();
    for (int n : LENGTHS) {
      row = row.onAll(List.of(shaped(operands, type, Shape.of(n))));
    }
    return row.onAll(List.of(shaped(operands, type, Shape.SCALAR))).onAll(mixed(operands, type));
  }

  /** An elementwise primitive of integers or bools. */
  static Row discrete(Primitive p, Numbers... operands) {
    var row = primitive(p);
    for (int n : LENGTHS) {
      row = row.onAll(List.of(shaped(operands, null, Shape.of(n))));
    }
    return row.onAll(
            List.of(shaped(operands, null, Shape.SCALAR), shaped(operands, null, Shape.of(3, 5))))
        .onAll(mixed(operands, null));
  }

  static List<Numbers> shaped(Numbers[] operands, DType real, Shape shape) {
    return Arrays.stream(operands).map(o -> typed(o, real).shaped(shape)).toList();
  }

  /** Each operand in turn a scalar beside arrays, and an array beside scalars. */
  private static List<List<Numbers>> mixed(Numbers[] operands, DType real) {
    var cases = new ArrayList<List<Numbers>>();
    for (int odd = 0; odd < operands.length && operands.length > 1; odd++) {
      for (var shapes :
          List.of(List.of(Shape.SCALAR, Shape.of(7)), List.of(Shape.of(2, 3), Shape.SCALAR))) {
        var mixed = new ArrayList<Numbers>();
        for (int i = 0; i < operands.length; i++) {
          mixed.add(typed(operands[i], real).shaped(shapes.get(i == odd ? 0 : 1)));
        }
        cases.add(mixed);
      }
    }
    return cases;
  }

  private static Numbers typed(Numbers n, DType real) {
    return real != null && n.isFloating() ? n.typed(real) : n;
  }

  /** Random float64 numbers. */
  static Numbers real(double low, double high, int... shape) {
    return reals(FLOAT64, low, high, shape);
  }
}
