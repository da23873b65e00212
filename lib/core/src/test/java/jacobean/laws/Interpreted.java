package jacobean.laws;

import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Op;
import jacobean.ir.Operand;
import jacobean.ir.Source;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A lowering computed element by element, so that it can be compared with {@link Primitive#eval}
 * without a compiler. Reads {@link Expr} literally, as {@link Op} says what its instructions mean,
 * and refuses loads out of bounds.
 */
final class Interpreted {
  private final Map<Expr, Number> known = new IdentityHashMap<>();
  private final long[] index;

  private Interpreted(long[] index) {
    this.index = index;
  }

  private record Memory(HostArray array, int number) implements Source, Operand {
    @Override
    public Aval aval() {
      return array.aval();
    }

    @Override
    public Expr at(List<Expr> index) {
      return new Expr.Load(this, index);
    }
  }

  /** The results of a pointwise lowering. */
  static List<HostArray> run(
      Lowering.Pointwise lowering, List<HostArray> operands, List<Aval> results) {
    var memory = new ArrayList<Operand>();
    operands.forEach(o -> memory.add(new Memory(o, memory.size())));
    var shape = results.getFirst().shape();
    var axes = new ArrayList<Expr>();
    for (int i = 0; i < shape.rank(); i++) {
      axes.add(new Expr.Index(i));
    }
    var elements = lowering.elements(memory, axes);
    var out = results.stream().map(HostArray::allocate).toList();
    for (long p = 0; p < shape.size(); p++) {
      var interpreted = new Interpreted(split(p, shape.toArray()));
      for (int k = 0; k < out.size(); k++) {
        var value = interpreted.value(elements.get(k));
        if (out.get(k).dtype().isFloating()) {
          out.get(k).setReal(p, value.doubleValue());
        } else {
          out.get(k).setInteger(p, value.longValue());
        }
      }
    }
    return out;
  }

  private static long[] split(long position, int[] dims) {
    var index = new long[dims.length];
    for (int i = dims.length - 1; i >= 0; i--) {
      index[i] = position % dims[i];
      position /= dims[i];
    }
    return index;
  }

  /** A Double for floating types, a Long for others. */
  private Number value(Expr e) {
    var found = known.get(e);
    if (found == null) {
      found = compute(e);
      known.put(e, found);
    }
    return found;
  }

  private Number compute(Expr e) {
    return switch (e) {
      case Expr.Const c ->
          c.type().isFloating() ? (Number) c.type().round(c.real()) : (Number) c.bits();
      case Expr.Index i -> index[i.axis()];
      case Expr.Load load -> load(((Memory) load.source()).array(), load.index());
      case Expr.Call call ->
          call.type()
              .round(
                  function(
                      call.function(),
                      call.args().stream().mapToDouble(a -> value(a).doubleValue()).toArray()));
      case Expr.Apply a -> apply(a);
    };
  }

  private Number load(HostArray array, List<Expr> at) {
    if (at.size() != array.shape().rank()) {
      throw new AssertionError("a load with " + at.size() + " indexes of " + array.aval());
    }
    long position = 0;
    for (int axis = 0; axis < at.size(); axis++) {
      if (at.get(axis).type() != DType.INT64) {
        throw new AssertionError("an index of type " + at.get(axis).type());
      }
      long i = value(at.get(axis)).longValue();
      if (i < 0 || i >= array.shape().dim(axis)) {
        throw new AssertionError("a load at " + i + " along axis " + axis + " of " + array.aval());
      }
      position = position * array.shape().dim(axis) + i;
    }
    return array.dtype().isFloating()
        ? (Number) array.real(position)
        : (Number) array.integer(position);
  }

  private Number apply(Expr.Apply a) {
    var args = a.args();
    if (a.op() == Op.SELECT) {
      // Compilers compute both, so both must be allowed.
      var chosen = value(args.get(1));
      var other = value(args.get(2));
      return value(args.get(0)).longValue() != 0 ? chosen : other;
    }
    var from = args.getFirst().type();
    if (a.op() == Op.CAST) {
      return cast(value(args.getFirst()), from, a.type());
    }
    if (a.op() == Op.BITCAST) {
      return bitcast(value(args.getFirst()), from, a.type());
    }
    if (args.stream().anyMatch(x -> x.type() != from)) {
      throw new AssertionError(a.op() + " of " + args.stream().map(Expr::type).toList());
    }
    if (a.op() == Op.FMA) {
      return fma(a.type(), args.stream().mapToDouble(x -> value(x).doubleValue()).toArray());
    }
    if (from.isFloating()) {
      double x = value(args.get(0)).doubleValue();
      double y = args.size() > 1 ? value(args.get(1)).doubleValue() : 0;
      return a.type() == DType.BOOL
          ? (Number) compare(a.op(), x, y)
          : (Number) a.type().round(real(a.op(), x, y));
    }
    long x = value(args.get(0)).longValue();
    long y = args.size() > 1 ? value(args.get(1)).longValue() : 0;
    return a.type().wrap(integer(a.op(), x, y, from));
  }

  private static double fma(DType type, double[] x) {
    return type == DType.FLOAT64
        ? Math.fma(x[0], x[1], x[2])
        : type.round(Math.fma((float) x[0], (float) x[1], (float) x[2]));
  }

  private static double real(Op op, double x, double y) {
    return switch (op) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case REM -> x % y;
      case MAX -> Math.max(x, y);
      case MIN -> Math.min(x, y);
      case NEG -> -x;
      case ABS -> Math.abs(x);
      case SQRT -> Math.sqrt(x);
      case FLOOR -> Math.floor(x);
      case CEIL -> Math.ceil(x);
      case ROUND_EVEN -> Math.rint(x);
      case TRUNC -> x < 0 ? Math.ceil(x) : Math.floor(x);
      case COPYSIGN -> Math.copySign(x, y);
      case AND,
          OR,
          XOR,
          SHL,
          SHR,
          USHR,
          EQ,
          NE,
          LT,
          LE,
          GT,
          GE,
          NOT,
          FMA,
          SELECT,
          CAST,
          BITCAST,
          COMPLEX,
          REAL,
          IMAG ->
          throw new AssertionError(op + " gives no real of two");
    };
  }

  private static long compare(Op op, double x, double y) {
    boolean holds =
        switch (op) {
          case EQ -> x == y;
          case NE -> x != y;
          case LT -> x < y;
          case LE -> x <= y;
          case GT -> x > y;
          case GE -> x >= y;
          default -> throw new AssertionError(op + " is no comparison");
        };
    return holds ? 1 : 0;
  }

  private static long integer(Op op, long x, long y, DType type) {
    int bits = 8 * type.itemsize();
    return switch (op) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> y == 0 ? -1 : type == DType.UINT64 ? Long.divideUnsigned(x, y) : x / y;
      case REM -> y == 0 ? x : type == DType.UINT64 ? Long.remainderUnsigned(x, y) : x % y;
      case MAX -> type.compare(x, y) > 0 ? x : y;
      case MIN -> type.compare(x, y) < 0 ? x : y;
      case AND -> x & y;
      case OR -> x | y;
      case XOR -> x ^ y;
      case SHL -> y < 0 || y >= bits ? 0 : x << y;
      // Of the type's width: what an unsigned type holds may have its highest bit set.
      case SHR -> (x << 64 - bits >> 64 - bits) >> (y < 0 || y >= bits ? bits - 1 : y);
      case USHR -> y < 0 || y >= bits ? 0 : (x << 64 - bits >>> 64 - bits) >>> y;
      case NEG -> -x;
      case NOT -> type == DType.BOOL ? 1 - x : ~x;
      case ABS -> type.compare(x, 0) < 0 ? -x : x;
      case EQ, NE, LT, LE, GT, GE -> compare(op, type.compare(x, y), 0);
      case SQRT,
          FLOOR,
          CEIL,
          ROUND_EVEN,
          TRUNC,
          COPYSIGN,
          FMA,
          SELECT,
          CAST,
          BITCAST,
          COMPLEX,
          REAL,
          IMAG ->
          throw new AssertionError(op + " gives no integer of two");
    };
  }

  private static Number cast(Number x, DType from, DType to) {
    if (to.isFloating()) {
      return to.round(from.isFloating() ? x.doubleValue() : from.toReal(x.longValue()));
    }
    if (!from.isFloating()) {
      return to.wrap(x.longValue());
    }
    return to.fromReal(x.doubleValue());
  }

  private static Number bitcast(Number x, DType from, DType to) {
    long bits =
        switch (from) {
          case FLOAT32 -> Float.floatToRawIntBits(x.floatValue());
          case FLOAT64 -> Double.doubleToRawLongBits(x.doubleValue());
          case FLOAT16 -> Float.floatToFloat16(x.floatValue());
          case BFLOAT16 -> Float.floatToRawIntBits(x.floatValue()) >> 16;
          case BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64 -> x.longValue();
          case COMPLEX64, COMPLEX128 -> throw new AssertionError("a complex number in a lowering");
        };
    return switch (to) {
      case FLOAT32 -> (double) Float.intBitsToFloat((int) bits);
      case FLOAT64 -> Double.longBitsToDouble(bits);
      case FLOAT16 -> (double) Float.float16ToFloat((short) bits);
      case BFLOAT16 -> (double) Float.intBitsToFloat((int) bits << 16);
      case BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64 -> to.wrap(bits);
      case COMPLEX64, COMPLEX128 -> throw new AssertionError("a complex number in a lowering");
    };
  }

  private static double function(String name, double[] x) {
    return switch (name) {
      case "sin" -> Math.sin(x[0]);
      case "cos" -> Math.cos(x[0]);
      case "tan" -> Math.tan(x[0]);
      case "asin" -> Math.asin(x[0]);
      case "acos" -> Math.acos(x[0]);
      case "atan" -> Math.atan(x[0]);
      case "atan2" -> Math.atan2(x[0], x[1]);
      case "sinh" -> Math.sinh(x[0]);
      case "cosh" -> Math.cosh(x[0]);
      case "tanh" -> Math.tanh(x[0]);
      case "exp" -> Math.exp(x[0]);
      case "exp2" -> Math.pow(2, x[0]);
      case "expm1" -> Math.expm1(x[0]);
      case "log" -> Math.log(x[0]);
      case "log1p" -> Math.log1p(x[0]);
      case "cbrt" -> Math.cbrt(x[0]);
      case "pow" -> Math.pow(x[0], x[1]);
      case "logistic" -> 1 / (1 + Math.exp(-x[0]));
      case "asinh" -> Math.log(x[0] + Math.sqrt(x[0] * x[0] + 1));
      case "acosh" -> Math.log(x[0] + Math.sqrt(x[0] * x[0] - 1));
      case "atanh" -> Math.log((1 + x[0]) / (1 - x[0])) / 2;
      case "erf" -> erf(x[0]);
      case "erfc" -> 1 - erf(x[0]);
      case "erf_inv" -> erfInv(x[0]);
      default ->
          throw new AssertionError(
              "no function is named " + name + "; if it is new, say here what it is");
    };
  }

  /** Simpson's rule: slow, and not the way of the library. */
  private static double erf(double x) {
    int n = 2000;
    double h = x / n;
    double sum = 1 + Math.exp(-x * x);
    for (int i = 1; i < n; i++) {
      sum += (i % 2 == 1 ? 4 : 2) * Math.exp(-(i * h) * (i * h));
    }
    return 2 / Math.sqrt(Math.PI) * sum * h / 3;
  }

  private static double erfInv(double y) {
    double low = -6;
    double high = 6;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (erf(middle) < y) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
