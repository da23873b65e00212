package jacobean.op;

import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;

/** Changes of dtype: by value, and by reading the same bits as another type. */
public final class Conversion {
  private Conversion() {}

  /**
   * Converts to another dtype: floating to integer drops the fraction and saturates, anything to
   * bool is {@code != 0}. Linear between floating types.
   */
  public record ConvertElementType(DType newDtype, boolean weakType)
      implements Elementwise, Linear {
    @Override
    public String name() {
      return "convert_element_type";
    }

    @Override
    public DType resultType(List<Aval> operands) {
      return newDtype;
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      return List.of(new Aval(operands.getFirst().shape(), newDtype, weakType));
    }

    @Override
    public Expr element(List<Expr> elements) {
      return elements.getFirst().cast(newDtype);
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      var out = abstractEval(List.of(x.aval())).getFirst();
      if (newDtype.isComplex()) {
        return List.of(HostArray.ofComplex(out, x::complex));
      }
      if (newDtype == DType.BOOL && x.dtype().isComplex()) {
        return List.of(HostArray.ofIntegers(out, i -> x.complex(i).abs() != 0 ? 1 : 0));
      }
      if (newDtype.isFloating()) {
        return List.of(HostArray.ofReals(out, x::real));
      }
      return List.of(
          x.dtype().isInexact()
              ? HostArray.ofIntegers(out, i -> newDtype.fromReal(x.real(i)))
              : HostArray.ofIntegers(out, x::integer));
    }

    @Override
    public Dual jvp(List<Value> primals, List<Value> tangents) {
      var x = primals.getFirst();
      var t = tangents.getFirst();
      boolean moves = t != null && newDtype.isInexact() && x.dtype().isInexact();
      return new Dual(List.of(bind1(x)), Arrays.asList(moves ? bind1(t) : null));
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var from = types.getFirst();
      return List.of(convert(cts.getFirst(), from.dtype(), from.weak()));
    }
  }

  /** The same bits as another dtype of the same width. */
  public record BitcastConvertType(DType newDtype) implements Elementwise, Flat {
    @Override
    public String name() {
      return "bitcast_convert_type";
    }

    @Override
    public DType resultType(List<Aval> operands) {
      var from = operands.getFirst().dtype();
      if (from.itemsize() != newDtype.itemsize()) {
        throw new DTypeException(
            "bitcast_convert_type: the dtypes must have one width, got "
                + from
                + " to "
                + newDtype
                + ".");
      }
      return newDtype;
    }

    @Override
    public List<Aval> abstractEval(List<Aval> operands) {
      return List.of(Aval.of(operands.getFirst().shape(), resultType(operands)));
    }

    @Override
    public Expr element(List<Expr> elements) {
      var x = elements.getFirst();
      return x.type() == newDtype ? x : new Expr.Apply(Op.BITCAST, newDtype, List.of(x));
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      return List.of(new HostArray(abstractEval(List.of(x.aval())).getFirst(), x.data()));
    }
  }

  /** To this dtype; the array itself where it has it already. */
  public static Value convert(Value x, DType type) {
    return convert(x, type, false);
  }

  /** To this dtype and weakness; the array itself where it has them already. */
  public static Value convert(Value x, DType type, boolean weak) {
    if (x.dtype() == type && x.aval().weak() == weak) {
      return x;
    }
    var convert = new ConvertElementType(type, weak);
    // A known scalar is converted at once, so that programs show 0.5:f32[] and no conversion of it.
    if (!(x instanceof Concrete c) || c.rank() > 0) {
      return convert.bind1(x);
    }
    return type.isInexact()
        ? c.inexact(type, weak).on(c.devices())
        : convert.eval(List.of(c.host())).getFirst().toConcrete().on(c.devices());
  }

  public static Value bitcast(Value x, DType type) {
    return new BitcastConvertType(type).bind1(x);
  }
}
