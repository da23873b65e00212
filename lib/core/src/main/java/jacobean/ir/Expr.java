package jacobean.ir;

import jacobean.type.DType;
import java.util.List;

/**
 * The scalar that one element of an array is: the language that primitives lower to and compilers
 * read. An expression is pure. Parts are shared, so that an expression is a graph, whose tree may
 * be exponentially larger; inner nodes are therefore compared by identity, and readers must
 * remember what they have seen.
 *
 * <p>Loop variables and index arithmetic are {@link DType#INT64}. {@code sin x} at {@code [i, j]}
 * is
 *
 * <pre>{@code Call[function=sin, args=[Load[source=x, index=[Index[axis=0], Index[axis=1]]]]]}
 * </pre>
 */
public sealed interface Expr {
  DType type();

  /**
   * A constant.
   *
   * @param bits the value for bool and integers, {@link Double#doubleToRawLongBits} of it for
   *     floating types of any width; of a complex type, the real part, for the other is 0
   */
  record Const(DType type, long bits) implements Expr {
    /** The value of a floating constant. */
    public double real() {
      return Double.longBitsToDouble(bits);
    }

    @Override
    public String toString() {
      return type.isInexact() ? String.valueOf(real()) : String.valueOf(bits);
    }
  }

  /** The position along an axis of the loop nest that computes the element. */
  record Index(int axis) implements Expr {
    @Override
    public DType type() {
      return DType.INT64;
    }

    @Override
    public String toString() {
      return "i" + axis;
    }
  }

  /**
   * An element of an array in memory.
   *
   * @param source the array; its meaning is the compiler's
   * @param index one INT64 expression per axis, each within bounds
   */
  record Load(Source source, List<Expr> index) implements Expr {
    public Load {
      index = List.copyOf(index);
    }

    @Override
    public DType type() {
      return source.aval().dtype();
    }

    @Override
    public boolean equals(Object o) {
      return this == o;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return source + index.toString();
    }
  }

  /** An instruction that every machine has. */
  record Apply(Op op, DType type, List<Expr> args) implements Expr {
    public Apply {
      args = List.copyOf(args);
    }

    @Override
    public boolean equals(Object o) {
      return this == o;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return op.name().toLowerCase(java.util.Locale.ROOT) + args;
    }
  }

  /**
   * A function of floating numbers from the compiler's mathematical library, such as {@code exp}.
   */
  record Call(String function, DType type, List<Expr> args) implements Expr {
    public Call {
      args = List.copyOf(args);
    }

    @Override
    public boolean equals(Object o) {
      return this == o;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return function + args;
    }
  }

  // --- Building, with the folding that keeps index arithmetic readable ---

  static Expr real(DType type, double value) {
    return new Const(type, Double.doubleToRawLongBits(value));
  }

  static Expr integer(DType type, long value) {
    return new Const(type, value);
  }

  /** A constant of any type. */
  static Expr constant(DType type, Number value) {
    return type.isInexact()
        ? real(type, value.doubleValue())
        : integer(type, type.wrap(value.longValue()));
  }

  /** An INT64 constant, for index arithmetic. */
  static Expr index(long value) {
    return integer(DType.INT64, value);
  }

  /** This applied with others, the result of this type. */
  default Expr op(Op op, Expr... others) {
    return apply(op, type(), prepend(others));
  }

  /** A comparison of this with another; bool. */
  default Expr compare(Op op, Expr other) {
    return apply(op, DType.BOOL, List.of(this, other));
  }

  /** A library function of this and others. */
  default Expr call(String function, Expr... others) {
    return new Call(function, type(), prepend(others));
  }

  default Expr plus(Expr other) {
    return isInteger(other, 0) ? this : isInteger(this, 0) ? other : op(Op.ADD, other);
  }

  default Expr minus(Expr other) {
    return isInteger(other, 0) ? this : op(Op.SUB, other);
  }

  default Expr times(Expr other) {
    return isInteger(other, 1) ? this : isInteger(this, 1) ? other : op(Op.MUL, other);
  }

  default Expr div(Expr other) {
    return isInteger(other, 1) ? this : op(Op.DIV, other);
  }

  default Expr rem(Expr other) {
    return op(Op.REM, other);
  }

  /** This where the condition is true, the other elsewhere. */
  default Expr where(Expr condition, Expr other) {
    return apply(Op.SELECT, type(), List.of(condition, this, other));
  }

  /** The complex number with these parts. */
  static Expr complex(DType type, Expr re, Expr im) {
    return apply(Op.COMPLEX, type, List.of(re, im));
  }

  /** What is real of a number that may be complex: REAL, IMAG or ABS. */
  default Expr part(Op part) {
    return apply(part, type().component(), List.of(this));
  }

  /**
   * This as another type, as C casts, but saturating from floating to integer and {@code != 0} to
   * bool.
   */
  default Expr cast(DType to) {
    return type() == to ? this : apply(Op.CAST, to, List.of(this));
  }

  private List<Expr> prepend(Expr[] others) {
    var args = new java.util.ArrayList<Expr>(others.length + 1);
    args.add(this);
    args.addAll(List.of(others));
    return args;
  }

  private static boolean isInteger(Expr e, long value) {
    return e instanceof Const c && !c.type().isFloating() && c.bits() == value;
  }

  private static Expr apply(Op op, DType type, List<Expr> args) {
    boolean foldable = op == Op.ADD || op == Op.SUB || op == Op.MUL;
    if (foldable
        && type == DType.INT64
        && args.get(0) instanceof Const a
        && args.get(1) instanceof Const b) {
      return index(
          op == Op.ADD
              ? a.bits() + b.bits()
              : op == Op.SUB ? a.bits() - b.bits() : a.bits() * b.bits());
    }
    return new Apply(op, type, args);
  }
}
