package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Comparisons, which give bool, and selection by them. */
public final class Comparison {
  private Comparison() {}

  /** The family of comparisons: two operands of one dtype, a bool result, no derivative. */
  interface Compare extends Elementwise, Flat {
    boolean f(double x, double y);

    /** Whether it holds of integers of which the first is less, equal or greater: -1, 0, 1. */
    boolean holds(int order);

    Op op();

    @Override
    default DType resultType(List<Aval> operands) {
      boolean ordered = op() != Op.EQ && op() != Op.NE;
      if (commonType(operands).isComplex() && ordered) {
        throw new DTypeException(
            name()
                + ": complex numbers have no order, got "
                + operands
                + ". Compare jnp.real(x), jnp.imag(x) or jnp.abs(x).");
      }
      return DType.BOOL;
    }

    @Override
    default Expr element(List<Expr> elements) {
      return elements.get(0).compare(op(), elements.get(1));
    }

    @Override
    default List<HostArray> eval(List<HostArray> operands) {
      var x = operands.get(0);
      var y = operands.get(1);
      var out = abstractEval(List.of(x.aval(), y.aval())).getFirst();
      return List.of(
          HostArray.ofIntegers(
              out,
              i -> {
                long p = Elementwise.positionIn(x, i);
                long q = Elementwise.positionIn(y, i);
                if (x.dtype().isComplex()) {
                  boolean equal = x.real(p) == y.real(q) && x.complex(p).im() == y.complex(q).im();
                  return equal == (op() == Op.EQ) ? 1 : 0;
                }
                return (x.dtype().isFloating()
                        ? f(x.real(p), y.real(q))
                        : holds(x.dtype().compare(x.integer(p), y.integer(q))))
                    ? 1
                    : 0;
              }));
    }
  }

  /** {@code x == y}. */
  public record Eq() implements Compare {
    @Override
    public String name() {
      return "eq";
    }

    @Override
    public boolean f(double x, double y) {
      return x == y;
    }

    @Override
    public boolean holds(int order) {
      return order == 0;
    }

    @Override
    public Op op() {
      return Op.EQ;
    }
  }

  /** {@code x != y}. */
  public record Ne() implements Compare {
    @Override
    public String name() {
      return "ne";
    }

    @Override
    public boolean f(double x, double y) {
      return x != y;
    }

    @Override
    public boolean holds(int order) {
      return order != 0;
    }

    @Override
    public Op op() {
      return Op.NE;
    }
  }

  /** {@code x < y}. */
  public record Lt() implements Compare {
    @Override
    public String name() {
      return "lt";
    }

    @Override
    public boolean f(double x, double y) {
      return x < y;
    }

    @Override
    public boolean holds(int order) {
      return order < 0;
    }

    @Override
    public Op op() {
      return Op.LT;
    }
  }

  /** {@code x <= y}. */
  public record Le() implements Compare {
    @Override
    public String name() {
      return "le";
    }

    @Override
    public boolean f(double x, double y) {
      return x <= y;
    }

    @Override
    public boolean holds(int order) {
      return order <= 0;
    }

    @Override
    public Op op() {
      return Op.LE;
    }
  }

  /** {@code x > y}. */
  public record Gt() implements Compare {
    @Override
    public String name() {
      return "gt";
    }

    @Override
    public boolean f(double x, double y) {
      return x > y;
    }

    @Override
    public boolean holds(int order) {
      return order > 0;
    }

    @Override
    public Op op() {
      return Op.GT;
    }
  }

  /** {@code x >= y}. */
  public record Ge() implements Compare {
    @Override
    public String name() {
      return "ge";
    }

    @Override
    public boolean f(double x, double y) {
      return x >= y;
    }

    @Override
    public boolean holds(int order) {
      return order >= 0;
    }

    @Override
    public Op op() {
      return Op.GE;
    }
  }

  /**
   * Chooses between two arrays by a bool: the first case where it is false, the second where it is
   * true. Linear in the cases.
   */
  public record SelectN() implements Elementwise, Linear {
    @Override
    public String name() {
      return "select_n";
    }

    @Override
    public boolean isLinearIn(int operand) {
      return operand > 0;
    }

    @Override
    public DType resultType(List<Aval> operands) {
      if (operands.getFirst().dtype() != DType.BOOL) {
        throw new DTypeException(
            "select_n: the first operand must be bool, got "
                + operands.getFirst()
                + ". Compare with 0 to make one.");
      }
      return commonType(operands.subList(1, operands.size()));
    }

    @Override
    public Expr element(List<Expr> elements) {
      return elements.get(2).where(elements.get(0), elements.get(1));
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      boolean weak = operands.get(1).weak() && operands.get(2).weak();
      return List.of(new Aval(commonShape(operands), resultType(operands), weak));
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var which = operands.getFirst();
      var out = abstractEval(operands.stream().map(HostArray::aval).toList()).getFirst();
      var result = HostArray.allocate(out);
      for (long i = 0; i < out.size(); i++) {
        var chosen = operands.get(1 + (int) which.integer(Elementwise.positionIn(which, i)));
        long p = Elementwise.positionIn(chosen, i);
        result.copy(i, chosen, p);
      }
      return List.of(result);
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var which = primals.getFirst();
      var z = bind1(which, primals.get(1), primals.get(2));
      if (tangents.get(1) == null && tangents.get(2) == null) {
        return new Dual(List.of(z), Arrays.asList((Value) null));
      }
      var moved = new ArrayList<Value>();
      for (int i = 1; i < 3; i++) {
        moved.add(tangents.get(i) != null ? tangents.get(i) : Arithmetic.constant(z.dtype(), 0));
      }
      var t = bind1(which, moved.get(0), moved.get(1));
      return new Dual(List.of(z), List.of(Shaping.broadcastTo(t, z.shape())));
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var which = operands.getFirst();
      var ct = cts.getFirst();
      var zero = Arithmetic.constant(ct.dtype(), 0);
      return Arrays.asList(
          null,
          operands.get(1) == null ? Binary.unbroadcast(bind1(which, ct, zero), types.get(1)) : null,
          operands.get(2) == null
              ? Binary.unbroadcast(bind1(which, zero, ct), types.get(2))
              : null);
    }
  }

  public static Value eq(Value x, Value y) {
    return new Eq().bind1(x, y);
  }

  public static Value ne(Value x, Value y) {
    return new Ne().bind1(x, y);
  }

  public static Value lt(Value x, Value y) {
    return new Lt().bind1(x, y);
  }

  public static Value le(Value x, Value y) {
    return new Le().bind1(x, y);
  }

  public static Value gt(Value x, Value y) {
    return new Gt().bind1(x, y);
  }

  public static Value ge(Value x, Value y) {
    return new Ge().bind1(x, y);
  }

  /** {@code x} where the condition is true, {@code y} elsewhere. */
  public static Value select(Value condition, Value x, Value y) {
    return new SelectN().bind1(condition, y, x);
  }
}
