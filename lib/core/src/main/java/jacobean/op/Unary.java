package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.ir.Expr;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;

/** The family of elementwise primitives of one operand with a result of the same dtype. */
interface Unary extends Elementwise {
  /** The function on floating numbers, computed in double. */
  double f(double x);

  /** The function on bools and integers; primitives for floating types only leave it out. */
  default long f(long x) {
    throw new IllegalStateException(name() + " is for floating types");
  }

  /**
   * {@link #f(long)} where it depends on the type: what is negative is not negative as a uint64.
   */
  default long f(long x, DType type) {
    return f(x);
  }

  Expr lower(Expr x);

  @Override
  default DType resultType(List<Aval> operands) {
    return inexactType(operands);
  }

  @Override
  default Expr element(List<Expr> elements) {
    return lower(elements.getFirst());
  }

  @Override
  default List<HostArray> eval(List<HostArray> operands) {
    var x = operands.getFirst();
    var out = abstractEval(List.of(x.aval())).getFirst();
    if (x.dtype().isComplex() && this instanceof ComplexNumbers.Holomorphic h) {
      return List.of(HostArray.ofComplex(out, i -> h.f(x.complex(i))));
    }
    return List.of(
        x.dtype().isFloating()
            ? Blocks.map(out, x, this::f)
            : HostArray.ofIntegers(out, i -> f(x.integer(i), x.dtype())));
  }

  /** Smooth and lowered to many operations; those on 16-bit numbers are carried out in float32. */
  interface Series extends Smooth {
    @Override
    default Expr element(List<Expr> elements) {
      var x = elements.getFirst();
      boolean narrow = x.type().isFloating() && x.type().itemsize() == 2;
      return narrow ? lower(x.cast(DType.FLOAT32)).cast(x.type()) : lower(x);
    }
  }

  /** Unary and differentiable. */
  interface Smooth extends Unary {
    /** dy/dx, given {@code y = f(x)}. */
    Value slope(Value x, Value y);

    @Override
    default Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.getFirst();
      var y = bind1(x);
      var t = tangents.getFirst();
      return new Dual(List.of(y), Arrays.asList(t == null ? null : Arithmetic.mul(t, slope(x, y))));
    }
  }
}
