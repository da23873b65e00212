package jacobean.llvm.graph;

import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.llvm.loop.Loads;
import jacobean.llvm.loop.Slot;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes expressions of complex numbers apart into expressions of reals: code knows no others. In
 * memory an array of complex numbers is one of reals with a last axis of length 2.
 */
final class ComplexParts {
  private static final Set<Op> OPS =
      EnumSet.of(
          Op.ADD,
          Op.SUB,
          Op.NEG,
          Op.MUL,
          Op.DIV,
          Op.ABS,
          Op.SQRT,
          Op.EQ,
          Op.NE,
          Op.SELECT,
          Op.CAST,
          Op.COMPLEX,
          Op.REAL,
          Op.IMAG);

  private final Map<Expr, Pair> pairs = new IdentityHashMap<>();
  private final Map<Expr, Expr> reals = new IdentityHashMap<>();

  /** A complex number's parts. */
  record Pair(Expr re, Expr im) {
    List<Expr> parts() {
      return List.of(re, im);
    }
  }

  /** Whether all that these do to complex numbers can be taken apart. */
  static boolean apply(List<Expr> expressions) {
    boolean[] known = {true};
    Loads.visit(
        expressions,
        e ->
            known[0] &=
                switch (e) {
                  case Expr.Apply a -> !isComplex(a) || OPS.contains(a.op());
                  case Expr.Call c ->
                      !isComplex(c) || ComplexFunctions.NAMES.contains(c.function());
                  case Expr.Const c -> true;
                  case Expr.Index i -> true;
                  case Expr.Load l -> true;
                });
    return known[0];
  }

  private static boolean isComplex(Expr e) {
    List<Expr> args =
        switch (e) {
          case Expr.Apply a -> a.args();
          case Expr.Call c -> c.args();
          case Expr.Const c -> List.of();
          case Expr.Index i -> List.of();
          case Expr.Load l -> List.of();
        };
    return e.type().isComplex() || args.stream().anyMatch(a -> a.type().isComplex());
  }

  /** The expressions of reals that a number consists of: itself, or two. */
  List<Expr> parts(Expr e) {
    return e.type().isComplex() ? pair(e).parts() : List.of(real(e));
  }

  /** An expression of type real, bool or integer, with what is complex in it taken apart. */
  Expr real(Expr e) {
    Expr found = reals.get(e);
    if (found == null) {
      found =
          switch (e) {
            case Expr.Apply a when isComplex(a) -> ofComplex(a);
            case Expr.Apply a -> {
              List<Expr> args = reals(a.args());
              yield same(args, a.args()) ? a : new Expr.Apply(a.op(), a.type(), args);
            }
            case Expr.Call c -> {
              List<Expr> args = reals(c.args());
              yield same(args, c.args()) ? c : new Expr.Call(c.function(), c.type(), args);
            }
            case Expr.Const c -> c;
            case Expr.Index i -> i;
            case Expr.Load l -> l;
          };
      reals.put(e, found);
    }
    return found;
  }

  private List<Expr> reals(List<Expr> args) {
    return args.stream().map(this::real).toList();
  }

  private static boolean same(List<Expr> a, List<Expr> b) {
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i) != b.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** What is not complex, but made of complex numbers. */
  private Expr ofComplex(Expr.Apply a) {
    Pair x = pair(a.args().getFirst());
    return switch (a.op()) {
      case REAL -> x.re;
      case IMAG -> x.im;
      case ABS -> ComplexFunctions.abs(x);
      case EQ -> each(Op.EQ, x, pair(a.args().get(1)), Op.AND);
      case NE -> each(Op.NE, x, pair(a.args().get(1)), Op.OR);
      case CAST ->
          a.type() == DType.BOOL
              ? x.re.cast(DType.BOOL).op(Op.OR, x.im.cast(DType.BOOL))
              : x.re.cast(a.type());
      default -> throw new IllegalStateException(a + " of complex numbers");
    };
  }

  private static Expr each(Op compare, Pair x, Pair y, Op both) {
    return x.re.compare(compare, y.re).op(both, x.im.compare(compare, y.im));
  }

  /** The parts of a complex number. */
  Pair pair(Expr e) {
    Pair found = pairs.get(e);
    if (found == null) {
      found =
          switch (e) {
            case Expr.Const c ->
                new Pair(
                    Expr.real(c.type().component(), c.real()), Expr.real(c.type().component(), 0));
            case Expr.Load l -> new Pair(load(l, 0), load(l, 1));
            case Expr.Apply a -> apply(a);
            case Expr.Call c ->
                ComplexFunctions.of(c.function(), c.args().stream().map(this::pair).toList());
            case Expr.Index i -> throw new IllegalStateException("an index is not complex");
          };
      pairs.put(e, found);
    }
    return found;
  }

  /** The element of the array of parts. */
  static Expr.Load load(Expr.Load whole, int part) {
    List<Expr> index = new ArrayList<>(whole.index());
    index.add(Expr.index(part));
    return new Expr.Load(new Slot.Parts((Slot) whole.source()), index);
  }

  private Pair apply(Expr.Apply a) {
    List<Expr> args = a.args();
    return switch (a.op()) {
      case COMPLEX -> new Pair(real(args.get(0)), real(args.get(1)));
      case ADD -> ComplexFunctions.plus(pair(args.get(0)), pair(args.get(1)));
      case SUB -> ComplexFunctions.minus(pair(args.get(0)), pair(args.get(1)));
      case MUL -> ComplexFunctions.times(pair(args.get(0)), pair(args.get(1)));
      case DIV -> ComplexFunctions.over(pair(args.get(0)), pair(args.get(1)));
      case NEG -> ComplexFunctions.negated(pair(args.getFirst()));
      case SQRT -> ComplexFunctions.sqrt(pair(args.getFirst()));
      case SELECT -> {
        Expr condition = real(args.get(0));
        Pair yes = pair(args.get(1));
        Pair no = pair(args.get(2));
        yield new Pair(yes.re.where(condition, no.re), yes.im.where(condition, no.im));
      }
      case CAST -> {
        DType type = a.type().component();
        Expr x = args.getFirst();
        yield x.type().isComplex()
            ? new Pair(pair(x).re.cast(type), pair(x).im.cast(type))
            : new Pair(real(x).cast(type), Expr.real(type, 0));
      }
      default -> throw new IllegalStateException(a + " of complex numbers");
    };
  }
}
