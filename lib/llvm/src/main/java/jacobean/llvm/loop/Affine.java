package jacobean.llvm.loop;

import jacobean.ir.Expr;
import jacobean.ir.Op;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An index expression as {@code constant + sum of coefficient * loop variable + sum of coefficient
 * * other expression}, which is what tells how an access moves when a loop advances.
 *
 * @param constant the constant part
 * @param axes the coefficient of each loop variable; none is 0
 * @param others the coefficient of each expression that is not affine; none is 0
 */
public record Affine(long constant, Map<Integer, Long> axes, Map<Expr, Long> others) {
  /** The element offset, from an array's first, of a load. */
  public static Affine offset(Expr.Load load) {
    long[] strides = load.source().aval().shape().strides();
    var sum = new Sum();
    for (int k = 0; k < strides.length; k++) {
      sum.add(load.index().get(k), strides[k]);
    }
    return sum.result();
  }

  /** An expression of type INT64. */
  public static Affine of(Expr e) {
    var sum = new Sum();
    sum.add(e, 1);
    return sum.result();
  }

  /** The coefficient of a loop variable. */
  public long axis(int axis) {
    return axes.getOrDefault(axis, 0L);
  }

  private static final class Sum {
    private long constant;
    private final Map<Integer, Long> axes = new TreeMap<>();
    private final Map<Expr, Long> others = new LinkedHashMap<>();

    void add(Expr e, long factor) {
      switch (e) {
        case Expr.Const c -> constant += factor * c.bits();
        case Expr.Index i -> axes.merge(i.axis(), factor, Long::sum);
        case Expr.Apply a -> addApply(a, factor);
        case Expr.Load l -> others.merge(l, factor, Long::sum);
        case Expr.Call c -> others.merge(c, factor, Long::sum);
      }
    }

    private void addApply(Expr.Apply a, long factor) {
      List<Expr> args = a.args();
      if (a.op() == Op.ADD) {
        add(args.get(0), factor);
        add(args.get(1), factor);
      } else if (a.op() == Op.SUB) {
        add(args.get(0), factor);
        add(args.get(1), -factor);
      } else if (a.op() == Op.MUL && args.get(1) instanceof Expr.Const c) {
        add(args.get(0), factor * c.bits());
      } else if (a.op() == Op.MUL && args.get(0) instanceof Expr.Const c) {
        add(args.get(1), factor * c.bits());
      } else if (!rejoined(a, factor)) {
        others.merge(a, factor, Long::sum);
      }
    }

    /** {@code p / s * s + p % s} is p: a reshape's split that the row-major offset undoes. */
    private boolean rejoined(Expr.Apply a, long factor) {
      if ((a.op() != Op.DIV && a.op() != Op.REM) || !(a.args().get(1) instanceof Expr.Const s)) {
        return false;
      }
      Op wanted = a.op() == Op.DIV ? Op.REM : Op.DIV;
      for (var other : others.entrySet()) {
        if (other.getKey() instanceof Expr.Apply b
            && b.op() == wanted
            && b.args().equals(a.args())) {
          long ofWhole = a.op() == Op.DIV ? factor : other.getValue();
          long ofRest = a.op() == Op.DIV ? other.getValue() : factor;
          if (ofWhole == ofRest * s.bits()) {
            others.remove(b);
            add(a.args().get(0), ofRest);
            return true;
          }
        }
      }
      return false;
    }

    Affine result() {
      axes.values().removeIf(c -> c == 0);
      others.values().removeIf(c -> c == 0);
      return new Affine(constant, axes, others);
    }
  }
}
