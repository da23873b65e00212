package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Monoid;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Each element combined with all before it along an axis, or all after it. */
public final class Cumulative {
  private Cumulative() {}

  /** The family. */
  interface Cumulate extends Primitive {
    int axis();

    /** Whether it starts at the end of the axis. */
    boolean reverse();

    double combine(double before, double x);

    /** The combination of integers; that of floating types only leaves it out. */
    default long combine(long before, long x, DType type) {
      throw new IllegalStateException(name() + " is for floating types");
    }

    Cumulate along(int axis);

    @Override
    default List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.getFirst();
      if (axis() < 0 || axis() >= x.rank()) {
        throw new ShapeException(
            name()
                + ": axis "
                + axis()
                + " is out of bounds for "
                + x
                + "; wanted 0 to "
                + (x.rank() - 1)
                + ".");
      }
      return List.of(x);
    }

    @Override
    default List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      var out = HostArray.allocate(x.aval());
      boolean floating = x.dtype().isFloating();
      new Sorting.Rows(x.shape(), axis())
          .forEach(
              (start, stride, length) -> {
                long first = reverse() ? start + (length - 1) * stride : start;
                long step = reverse() ? -stride : stride;
                // In double, rounded where it is stored: the oracle should be the more exact one.
                double real = 0;
                long integer = 0;
                var complex = Complex.ZERO;
                for (int i = 0; i < length; i++) {
                  long at = first + i * step;
                  if (x.dtype().isComplex()) {
                    var next = x.complex(at);
                    complex =
                        i == 0
                            ? next
                            : ComplexNumbers.combine(name(), monoid().orElseThrow(), complex, next);
                    out.setComplex(at, complex);
                  } else if (floating) {
                    real = i == 0 ? x.real(at) : combine(real, x.real(at));
                    out.setReal(at, real);
                  } else {
                    integer =
                        i == 0
                            ? x.integer(at)
                            : x.dtype().wrap(combine(integer, x.integer(at), x.dtype()));
                    out.setInteger(at, integer);
                  }
                }
              });
      return List.of(out);
    }

    /** The combination as an expression. */
    Expr combine(Expr before, Expr x);

    /** The value that changes nothing. */
    Number identity(DType type);

    @Override
    default Lowering lower(List<Aval> operands) {
      var x = operands.getFirst();
      return x.shape().dim(axis()) <= 1
          ? (Lowering.Pointwise) (inputs, index) -> List.of(inputs.getFirst().at(index))
          : new Scan(this, carried(x.dtype()));
    }

    /**
     * In which type a compiler combines: narrow reals in a wider one, so that roundings do not add
     * up.
     */
    default DType carried(DType type) {
      return type.isFloating() ? DType.FLOAT64 : type;
    }

    /** What it combines with, if it is one of those. */
    Optional<Monoid> monoid();

    @Override
    default Batched batch(List<Value> operands, List<Integer> axes, int size) {
      int batch = axes.getFirst();
      return Batched.of(
          along(axis() >= batch ? axis() + 1 : axis()).bind1(operands.getFirst()), batch);
    }
  }

  /** How a compiler computes one. */
  private record Scan(Cumulate how, DType carried) implements Lowering.Scan {
    @Override
    public int axis() {
      return how.axis();
    }

    @Override
    public boolean reverse() {
      return how.reverse();
    }

    @Override
    public Expr combine(Expr before, Expr element) {
      return how.combine(before, element);
    }

    @Override
    public Optional<Monoid> monoid() {
      return how.monoid();
    }

    @Override
    public Number identity() {
      return how.identity(carried);
    }
  }

  /** Those whose derivative is a scan itself, of pairs of a value and how it moves. */
  interface Curved extends Cumulate {
    Value combine(Value before, Value x);

    /** How the combination moves, given how its parts move. */
    Value move(Value before, Value x, Value both, Value movedBefore, Value moved);

    @Override
    default Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.getFirst();
      var t = tangents.getFirst();
      return new Dual(List.of(bind1(x)), Arrays.asList(t == null ? null : moved(x, t)));
    }

    /** In the order of JAX's derivative, which says how much of it equal elements get. */
    private Value moved(Value x, Value t) {
      var scan = new PairwiseScan(axis(), this::combineAndMove);
      var pair = List.of(x, t);
      return (reverse() ? scan.fromEnd(pair) : scan.of(pair)).get(1);
    }

    private List<Value> combineAndMove(List<Value> before, List<Value> after) {
      var a = before.get(0);
      var b = after.get(0);
      var both = combine(a, b);
      return List.of(both, move(a, b, both, before.get(1), after.get(1)));
    }
  }

  /** Sums; linear. */
  public record CumSum(int axis, boolean reverse) implements Cumulate, Linear {
    @Override
    public String name() {
      return "cumsum";
    }

    @Override
    public double combine(double before, double x) {
      return before + x;
    }

    @Override
    public long combine(long before, long x, DType type) {
      return before + x;
    }

    @Override
    public Expr combine(Expr before, Expr x) {
      return before.op(Op.ADD, x);
    }

    @Override
    public Optional<Monoid> monoid() {
      return Optional.of(Monoid.SUM);
    }

    @Override
    public Number identity(DType type) {
      return 0;
    }

    @Override
    public Cumulate along(int axis) {
      return new CumSum(axis, reverse);
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return List.of(new CumSum(axis, !reverse).bind1(cts.getFirst()));
    }
  }

  /** Products. */
  public record CumProd(int axis, boolean reverse) implements Curved {
    @Override
    public String name() {
      return "cumprod";
    }

    @Override
    public double combine(double before, double x) {
      return before * x;
    }

    @Override
    public long combine(long before, long x, DType type) {
      return before * x;
    }

    @Override
    public Expr combine(Expr before, Expr x) {
      return before.op(Op.MUL, x);
    }

    @Override
    public Optional<Monoid> monoid() {
      return Optional.of(Monoid.PRODUCT);
    }

    @Override
    public Cumulate along(int axis) {
      return new CumProd(axis, reverse);
    }

    @Override
    public Number identity(DType type) {
      return 1;
    }

    @Override
    public Value combine(Value before, Value x) {
      return Arithmetic.mul(before, x);
    }

    @Override
    public Value move(Value before, Value x, Value both, Value movedBefore, Value moved) {
      return Arithmetic.add(Arithmetic.mul(movedBefore, x), Arithmetic.mul(before, moved));
    }
  }

  /** Greatest elements; the derivative is shared among those that are equal. */
  public record CumMax(int axis, boolean reverse) implements Curved {
    @Override
    public String name() {
      return "cummax";
    }

    @Override
    public double combine(double before, double x) {
      return Math.max(before, x);
    }

    @Override
    public long combine(long before, long x, DType type) {
      return type.compare(before, x) >= 0 ? before : x;
    }

    @Override
    public Expr combine(Expr before, Expr x) {
      return before.op(Op.MAX, x);
    }

    @Override
    public Optional<Monoid> monoid() {
      return Optional.of(Monoid.MAX);
    }

    @Override
    public DType carried(DType type) {
      return type;
    }

    @Override
    public Cumulate along(int axis) {
      return new CumMax(axis, reverse);
    }

    @Override
    public Number identity(DType type) {
      return type.lowest();
    }

    @Override
    public Value combine(Value before, Value x) {
      return Magnitudes.max(before, x);
    }

    @Override
    public Value move(Value before, Value x, Value both, Value movedBefore, Value moved) {
      return shared(before, x, movedBefore, moved);
    }
  }

  /** Smallest elements; the derivative is shared among those that are equal. */
  public record CumMin(int axis, boolean reverse) implements Curved {
    @Override
    public String name() {
      return "cummin";
    }

    @Override
    public double combine(double before, double x) {
      return Math.min(before, x);
    }

    @Override
    public long combine(long before, long x, DType type) {
      return type.compare(before, x) <= 0 ? before : x;
    }

    @Override
    public Expr combine(Expr before, Expr x) {
      return before.op(Op.MIN, x);
    }

    @Override
    public Optional<Monoid> monoid() {
      return Optional.of(Monoid.MIN);
    }

    @Override
    public DType carried(DType type) {
      return type;
    }

    @Override
    public Cumulate along(int axis) {
      return new CumMin(axis, reverse);
    }

    @Override
    public Number identity(DType type) {
      return type.highest();
    }

    @Override
    public Value combine(Value before, Value x) {
      return Magnitudes.min(before, x);
    }

    @Override
    public Value move(Value before, Value x, Value both, Value movedBefore, Value moved) {
      return shared(x, before, movedBefore, moved);
    }
  }

  /** {@code log(sum(exp(x)))} without overflow. */
  public record CumLogSumExp(int axis, boolean reverse) implements Curved {
    @Override
    public String name() {
      return "cumlogsumexp";
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      if (!operands.getFirst().dtype().isFloating()) {
        throw new DTypeException(
            name()
                + ": the operand must be floating, got "
                + operands.getFirst()
                + ". Convert it with astype(jnp.float32).");
      }
      return Curved.super.abstractEval(operands);
    }

    @Override
    public double combine(double before, double x) {
      double greater = Math.max(before, x);
      return Double.isInfinite(greater) || Double.isNaN(greater)
          ? greater
          : greater + Math.log1p(Math.exp(Math.min(before, x) - greater));
    }

    @Override
    public Expr combine(Expr before, Expr x) {
      var greater = before.op(Op.MAX, x);
      var difference = before.op(Op.MIN, x).op(Op.SUB, greater);
      var sum = greater.op(Op.ADD, difference.call("exp").call("log1p"));
      var infinite = Expr.real(x.type(), Double.POSITIVE_INFINITY);
      return sum.where(greater.op(Op.ABS).compare(Op.LT, infinite), greater);
    }

    @Override
    public Optional<Monoid> monoid() {
      return Optional.empty();
    }

    @Override
    public Cumulate along(int axis) {
      return new CumLogSumExp(axis, reverse);
    }

    @Override
    public Number identity(DType type) {
      return Double.NEGATIVE_INFINITY;
    }

    @Override
    public Value combine(Value before, Value x) {
      var greater = Magnitudes.max(before, x);
      var shift = finiteOrZero(greater);
      var sum = Arithmetic.add(exp(Arithmetic.sub(before, shift)), exp(Arithmetic.sub(x, shift)));
      return Arithmetic.add(Exponential.log(sum), shift);
    }

    @Override
    public Value move(Value before, Value x, Value both, Value movedBefore, Value moved) {
      var shift = finiteOrZero(both);
      return Arithmetic.add(
          Arithmetic.mul(movedBefore, exp(Arithmetic.sub(before, shift))),
          Arithmetic.mul(moved, exp(Arithmetic.sub(x, shift))));
    }

    private static Value finiteOrZero(Value x) {
      var still = new StopGradient().bind1(x);
      return Comparison.select(Rounding.isFinite(still), x, Arithmetic.constant(x.dtype(), 0));
    }

    private static Value exp(Value x) {
      return Exponential.exp(x);
    }
  }

  /** The movement of the greater of two; half of each where they are equal. */
  private static Value shared(Value a, Value b, Value movedA, Value movedB) {
    var half = Arithmetic.constant(movedA.dtype(), .5);
    var even = Arithmetic.mul(Arithmetic.add(movedA, movedB), half);
    return Comparison.select(
        Comparison.gt(a, b), movedA, Comparison.select(Comparison.gt(b, a), movedB, even));
  }

  public static Value cumsum(Value x, int axis) {
    return new CumSum(axis, false).bind1(x);
  }

  public static Value cumprod(Value x, int axis) {
    return new CumProd(axis, false).bind1(x);
  }
}
