package jacobean.type;

import java.util.List;

/**
 * The dtype of a result that has operands of several dtypes: JAX's type promotion lattice.
 *
 * <p>The lattice is {@code bool < weak int < {uint32, int32} < int64 < weak float < float32 <
 * float64}; the join of two dtypes is the least above both. As in JAX without x64, a join of 32-bit
 * types stays at 32 bits: {@code uint32 + int32} is int32.
 */
public final class Promotion {
  private Promotion() {}

  /** The dtype that all of these promote to, and whether it is still weak. */
  public static Aval join(List<Aval> operands) {
    return operands.stream().map(a -> a.withShape(Shape.SCALAR)).reduce(Promotion::join).orElseThrow();
  }

  private static Aval join(Aval a, Aval b) {
    if (a.dtype() == b.dtype()) {
      return new Aval(Shape.SCALAR, a.dtype(), a.weak() && b.weak());
    }
    if (a.weak() != b.weak()) {
      var weak = a.weak() ? a : b;
      var strong = a.weak() ? b : a;
      // A weak operand only decides where it is of a higher category: 2.5 * int32 is a float.
      return category(weak.dtype()) > category(strong.dtype())
          ? new Aval(Shape.SCALAR, widerOf(weak.dtype(), strong.dtype()), true)
          : strong;
    }
    return new Aval(Shape.SCALAR, widerOf(a.dtype(), b.dtype()), a.weak());
  }

  private static DType widerOf(DType a, DType b) {
    if (category(a) != category(b)) {
      return category(a) > category(b) ? a : b;
    }
    if (a.itemsize() != b.itemsize()) {
      return a.itemsize() > b.itemsize() ? a : b;
    }
    return a.kind() == DType.Kind.SIGNED ? a : b;
  }

  private static int category(DType t) {
    return switch (t.kind()) {
      case BOOL -> 0;
      case UNSIGNED, SIGNED -> 1;
      case FLOATING -> 2;
    };
  }
}
