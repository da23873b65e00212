package jacobean.type;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The dtype of a result that has operands of several dtypes: JAX's type promotion lattice. The
 * result has the least dtype above those of all operands:
 *
 * <pre>
 * bool - int* -+- uint8 - uint16 - uint32 - uint64 -+- float* -+- bfloat16 -+- float32 - float64 ---+
 *              |      \       \        \            |          +- float16 --+    \                +- complex128
 *              +- int8 - int16 - int32 - int64 -----+
 *                                                                                 complex64 -----+
 * </pre>
 *
 * {@code int*} and {@code float*} are weak: Java's numbers, which give way to any dtype above them.
 * A weak result has 32 bits.
 *
 * <p>64 bits are used where an operand has them, and nowhere else: as in JAX without x64, {@code
 * uint32 + int32}, whose join is int64, is int32.
 */
public final class Promotion {
  private Promotion() {}

  /** A place in the lattice, and the places next above it. */
  private enum Node {
    COMPLEX128(DType.COMPLEX128, false),
    COMPLEX64(DType.COMPLEX64, false, COMPLEX128),
    FLOAT64(DType.FLOAT64, false, COMPLEX128),
    FLOAT32(DType.FLOAT32, false, FLOAT64, COMPLEX64),
    FLOAT16(DType.FLOAT16, false, FLOAT32),
    BFLOAT16(DType.BFLOAT16, false, FLOAT32),
    WEAK_COMPLEX(DType.COMPLEX64, true, COMPLEX64),
    WEAK_FLOAT(DType.FLOAT32, true, BFLOAT16, FLOAT16, WEAK_COMPLEX),
    INT64(DType.INT64, false, WEAK_FLOAT),
    UINT64(DType.UINT64, false, WEAK_FLOAT),
    INT32(DType.INT32, false, INT64),
    UINT32(DType.UINT32, false, UINT64, INT64),
    INT16(DType.INT16, false, INT32),
    UINT16(DType.UINT16, false, UINT32, INT32),
    INT8(DType.INT8, false, INT16),
    UINT8(DType.UINT8, false, UINT16, INT16),
    WEAK_INT(DType.INT32, true, INT8, UINT8),
    BOOL(DType.BOOL, false, WEAK_INT);

    private final DType dtype;
    private final boolean weak;
    private final List<Node> next;

    Node(DType dtype, boolean weak, Node... next) {
      this.dtype = dtype;
      this.weak = weak;
      this.next = List.of(next);
    }

    static Node of(DType dtype, boolean weak) {
      return switch (dtype.kind()) {
        case BOOL -> BOOL;
        case SIGNED, UNSIGNED -> weak ? WEAK_INT : strong(dtype);
        case COMPLEX -> weak ? WEAK_COMPLEX : strong(dtype);
        case FLOATING -> weak ? WEAK_FLOAT : strong(dtype);
      };
    }

    private static Node strong(DType dtype) {
      return Arrays.stream(values())
          .filter(n -> n.dtype == dtype && !n.weak)
          .findFirst()
          .orElseThrow();
    }

    /** This and all above it. */
    private Set<Node> above() {
      var above = EnumSet.of(this);
      next.forEach(n -> above.addAll(n.above()));
      return above;
    }

    /** The least above all of these. */
    static Node join(Set<Node> nodes) {
      var common = EnumSet.allOf(Node.class);
      nodes.forEach(n -> common.retainAll(n.above()));
      return common.stream().filter(n -> n.above().equals(common)).findFirst().orElseThrow();
    }
  }

  /** The dtype that all of these promote to, and whether it is still weak. */
  public static Aval join(List<Aval> operands) {
    var first = operands.getFirst().dtype();
    boolean one = true;
    boolean allWeak = true;
    for (var a : operands) {
      one &= a.dtype() == first;
      allWeak &= a.weak();
    }
    if (one) {
      return new Aval(Shape.SCALAR, first, allWeak);
    }
    var nodes = EnumSet.noneOf(Node.class);
    for (var a : operands) {
      nodes.add(Node.of(a.dtype(), a.weak() && !allWeak));
    }
    var joined = Node.join(nodes);
    boolean asked =
        operands.stream().anyMatch(a -> a.dtype().isInteger() && a.dtype().itemsize() == 8);
    boolean tooWide = joined.dtype == DType.INT64 && !asked;
    return new Aval(Shape.SCALAR, tooWide ? DType.INT32 : joined.dtype, joined.weak || allWeak);
  }
}
