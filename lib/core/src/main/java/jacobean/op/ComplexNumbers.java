package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.ir.Expr;
import jacobean.ir.Monoid;
import jacobean.ir.Op;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Complex numbers made of their parts, taken apart, and conjugated. Cotangents are JAX's: the
 * gradient of a real function by {@code x + iy} is {@code df/dx - i df/dy}.
 */
public final class ComplexNumbers {
  private ComplexNumbers() {}

  /**
   * An elementwise function of complex numbers that has a complex derivative, beside that of reals.
   */
  interface Holomorphic {
    Complex f(Complex x);
  }

  /** The same of two operands. */
  interface Holomorphic2 {
    Complex f(Complex x, Complex y);
  }

  /** The family of linear functions of one complex operand. */
  interface OfComplex extends Elementwise, Linear {
    Complex f(Complex x);

    @Override
    default DType resultType(List<Aval> operands) {
      var type = operands.getFirst().dtype();
      if (!type.isComplex()) {
        throw new DTypeException(
            name()
                + ": the operand must be complex, got "
                + operands.getFirst()
                + ". Convert with astype(jnp.complex64).");
      }
      return type.component();
    }

    @Override
    default List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      return List.of(
          HostArray.ofComplex(abstractEval(List.of(x.aval())).getFirst(), i -> f(x.complex(i))));
    }
  }

  /** The real part. */
  public record Real() implements OfComplex {
    @Override
    public String name() {
      return "real";
    }

    @Override
    public Expr element(List<Expr> elements) {
      return elements.getFirst().part(Op.REAL);
    }

    @Override
    public Complex f(Complex x) {
      return new Complex(x.re(), 0);
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var ct = cts.getFirst();
      return List.of(complex(ct, Arithmetic.constant(ct.dtype(), 0)));
    }
  }

  /** The imaginary part. */
  public record Imag() implements OfComplex {
    @Override
    public String name() {
      return "imag";
    }

    @Override
    public Expr element(List<Expr> elements) {
      return elements.getFirst().part(Op.IMAG);
    }

    @Override
    public Complex f(Complex x) {
      return new Complex(x.im(), 0);
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var ct = cts.getFirst();
      return List.of(complex(Arithmetic.constant(ct.dtype(), 0), Arithmetic.neg(ct)));
    }
  }

  /**
   * The conjugate.
   *
   * @param inputDtype the operand's dtype
   */
  public record Conj(DType inputDtype) implements OfComplex {
    @Override
    public String name() {
      return "conj";
    }

    @Override
    public Expr element(List<Expr> elements) {
      var x = elements.getFirst();
      return Expr.complex(x.type(), x.part(Op.REAL), x.part(Op.IMAG).op(Op.NEG));
    }

    @Override
    public DType resultType(List<Aval> operands) {
      OfComplex.super.resultType(operands);
      return operands.getFirst().dtype();
    }

    @Override
    public Complex f(Complex x) {
      return x.conjugate();
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      return List.of(conj(cts.getFirst()));
    }
  }

  /** {@code x + iy} of two real operands of 32 or 64 bits. Linear in both together. */
  public record MakeComplex() implements Elementwise, Linear {
    @Override
    public String name() {
      return "complex";
    }

    @Override
    public DType resultType(List<Aval> operands) {
      return switch (commonType(operands)) {
        case FLOAT32 -> DType.COMPLEX64;
        case FLOAT64 -> DType.COMPLEX128;
        case BOOL,
            UINT8,
            UINT16,
            UINT32,
            UINT64,
            INT8,
            INT16,
            INT32,
            INT64,
            FLOAT16,
            BFLOAT16,
            COMPLEX64,
            COMPLEX128 ->
            throw new DTypeException(
                "complex: the parts must be float32 or float64, got "
                    + operands
                    + ". Convert with astype(jnp.float32).");
      };
    }

    @Override
    public Expr element(List<Expr> elements) {
      var re = elements.get(0);
      var type = re.type() == DType.FLOAT32 ? DType.COMPLEX64 : DType.COMPLEX128;
      return Expr.complex(type, re, elements.get(1));
    }

    @Override
    public List<HostArray> eval(List<HostArray> operands) {
      var x = operands.get(0);
      var y = operands.get(1);
      return List.of(
          HostArray.ofComplex(
              abstractEval(List.of(x.aval(), y.aval())).getFirst(),
              i ->
                  new Complex(
                      x.real(Elementwise.positionIn(x, i)), y.real(Elementwise.positionIn(y, i)))));
    }

    @Override
    public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
      var ct = cts.getFirst();
      return Arrays.asList(
          operands.get(0) == null ? Binary.unbroadcast(real(ct), types.get(0)) : null,
          operands.get(1) == null
              ? Binary.unbroadcast(imag(Arithmetic.neg(ct)), types.get(1))
              : null);
    }
  }

  /** Two numbers combined, where that needs no order. */
  static Complex combine(String operation, Monoid monoid, Complex x, Complex y) {
    return switch (monoid) {
      case SUM -> x.plus(y);
      case PRODUCT -> x.times(y);
      case MAX, MIN, AND, OR ->
          throw new DTypeException(
              operation
                  + ": complex numbers have no order. Take jnp.real(x), jnp.imag(x) or jnp.abs(x)"
                  + " first.");
    };
  }

  // --- As functions; of real numbers too ---

  public static Value complex(Value re, Value im) {
    return new MakeComplex().bind1(re, im);
  }

  public static Value real(Value x) {
    return x.dtype().isComplex() ? new Real().bind1(x) : x;
  }

  public static Value imag(Value x) {
    return x.dtype().isComplex() ? new Imag().bind1(x) : Shaping.full(x.shape(), x.dtype(), 0);
  }

  /** A function of reals of each part of a complex number; of a real number itself. */
  public static Value parts(UnaryOperator<Value> f, Value x) {
    return x.dtype().isComplex() ? complex(f.apply(real(x)), f.apply(imag(x))) : f.apply(x);
  }

  public static Value conj(Value x) {
    return x.dtype().isComplex() ? new Conj(x.dtype()).bind1(x) : x;
  }
}
