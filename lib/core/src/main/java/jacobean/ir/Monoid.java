package jacobean.ir;

import jacobean.type.DType;

/** What a reduction combines with: associative, commutative, with an identity. */
public enum Monoid {
  SUM(Op.ADD),
  PRODUCT(Op.MUL),
  MAX(Op.MAX),
  MIN(Op.MIN),
  AND(Op.AND),
  OR(Op.OR);

  private final Op op;

  Monoid(Op op) {
    this.op = op;
  }

  public Op op() {
    return op;
  }

  /** The value that changes nothing. */
  public Number identity(DType type) {
    return switch (this) {
      case SUM, OR -> 0L;
      case PRODUCT -> 1L;
      case AND -> type == DType.BOOL ? 1L : -1L;
      case MAX -> type.lowest();
      case MIN -> type.highest();
    };
  }

  /** Two integers of this type combined; the caller wraps the result. */
  public long combine(long a, long b, DType type) {
    return switch (this) {
      case SUM -> a + b;
      case PRODUCT -> a * b;
      case MAX -> type.compare(a, b) >= 0 ? a : b;
      case MIN -> type.compare(a, b) <= 0 ? a : b;
      case AND -> a & b;
      case OR -> a | b;
    };
  }

  public double combine(double a, double b) {
    return switch (this) {
      case SUM -> a + b;
      case PRODUCT -> a * b;
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
      case AND, OR -> throw new IllegalArgumentException(this + " is for bool and integers");
    };
  }
}
