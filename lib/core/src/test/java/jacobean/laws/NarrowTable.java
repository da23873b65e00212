package jacobean.laws;

import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.primitive;
import static jacobean.type.DType.BFLOAT16;
import static jacobean.type.DType.COMPLEX128;
import static jacobean.type.DType.COMPLEX64;
import static jacobean.type.DType.FLOAT16;
import static jacobean.type.DType.INT16;
import static jacobean.type.DType.INT8;
import static jacobean.type.DType.UINT16;
import static jacobean.type.DType.UINT64;
import static jacobean.type.DType.UINT8;

import jacobean.core.Primitive;
import jacobean.op.ArgReductions;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.ComplexNumbers;
import jacobean.op.Contractions.DimensionNumbers;
import jacobean.op.Contractions.DotGeneral;
import jacobean.op.Conversion.BitcastConvertType;
import jacobean.op.Conversion.ConvertElementType;
import jacobean.op.Exponential;
import jacobean.op.Hyperbolic;
import jacobean.op.Magnitudes;
import jacobean.op.Powers;
import jacobean.op.Reductions;
import jacobean.op.Rounding;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.op.StopGradient;
import jacobean.op.Trigonometric;
import jacobean.testing.Close;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of the table of operations for the dtypes of 8 and 16 bits, for uint64, and for complex
 * numbers.
 */
final class NarrowTable {
  private NarrowTable() {}

  static List<Row> rows() {
    var rows = new ArrayList<Row>();
    // A few units in the last place: functions are computed in different ways, then rounded.
    rows.addAll(halves(FLOAT16, UINT16, new Close(4e-3, 1e-3)));
    rows.addAll(halves(BFLOAT16, INT16, new Close(3e-2, 1e-2)));
    for (var type : List.of(INT8, UINT8, INT16, UINT16, UINT64)) {
      rows.addAll(integers(type));
    }
    rows.addAll(complex(COMPLEX64, Close.ELEMENTWISE));
    rows.addAll(complex(COMPLEX128, new Close(1e-12, 1e-12)));
    return rows;
  }

  private static List<Row> complex(DType type, Close close) {
    var rows = new ArrayList<Row>();
    var any = reals(type, -2, 2, 3, 5);
    var scalar = reals(type, -2, 2);
    for (var p :
        List.<Primitive>of(
            new Arithmetic.Neg(),
            new Magnitudes.Abs(),
            new Powers.Square(),
            new Powers.Sqrt(),
            new Powers.Rsqrt(),
            new Powers.IntegerPow(-3),
            new Exponential.Exp(),
            new Exponential.Exp2(),
            new Exponential.Log(),
            new Exponential.Expm1(),
            new Exponential.Log1p(),
            new Exponential.Logistic(),
            new Trigonometric.Sin(),
            new Trigonometric.Cos(),
            new Trigonometric.Tan(),
            new Trigonometric.Asin(),
            new Trigonometric.Acos(),
            new Trigonometric.Atan(),
            new Hyperbolic.Sinh(),
            new Hyperbolic.Cosh(),
            new Hyperbolic.Tanh(),
            new Hyperbolic.Asinh(),
            new Hyperbolic.Acosh(),
            new Hyperbolic.Atanh(),
            new ComplexNumbers.Real(),
            new ComplexNumbers.Imag(),
            new ComplexNumbers.Conj(type),
            new StopGradient(),
            new Reductions.ReduceSum(Axes.of(0)),
            new Reductions.ReduceProd(Axes.of(1)),
            new Shaping.Transpose(Axes.of(1, 0)),
            new Slicing.Slice(Axes.of(1, 0), Axes.of(3, 5), Axes.of(1, 2)))) {
      rows.add(primitive(p).within(close).on(any));
    }
    for (var p :
        List.<Primitive>of(
            new Arithmetic.Add(),
            new Arithmetic.Sub(),
            new Arithmetic.Mul(),
            new Arithmetic.Div(),
            new Powers.Pow(),
            new Comparison.Eq(),
            new Comparison.Ne())) {
      rows.add(primitive(p).within(close).on(any, any).on(any, scalar).on(scalar, any));
    }
    var part = reals(type.component(), -2, 2, 7);
    rows.add(
        primitive(new ComplexNumbers.MakeComplex())
            .within(close)
            .withoutDerivative()
            .on(part, part)
            .on(part, reals(type.component(), -2, 2)));
    rows.add(
        primitive(new ConvertElementType(type, false))
            .withoutDerivative()
            .on(any)
            .on(part)
            .on(Numbers.integers(INT8, -9, 9, 3)));
    rows.add(
        primitive(new ConvertElementType(type.component(), false)).withoutDerivative().on(any));
    rows.add(primitive(new Comparison.SelectN()).on(Numbers.bools(3, 5), any, any));
    rows.add(primitive(new Slicing.Concatenate(0)).on(any, any));
    rows.add(
        primitive(
                new DotGeneral(
                    new DimensionNumbers(Axes.of(1), Axes.of(0), Axes.of(), Axes.of()), type))
            .within(close)
            .on(any, reals(type, -1, 1, 5, 2)));
    return rows;
  }

  private static List<Row> halves(DType type, DType bits, Close close) {
    var rows = new ArrayList<Row>();
    for (var p :
        List.<Primitive>of(
            new Arithmetic.Neg(),
            new Magnitudes.Abs(),
            new Magnitudes.Sign(),
            new Powers.Square(),
            new Powers.IntegerPow(3),
            new Exponential.Exp(),
            new Hyperbolic.Tanh(),
            new Exponential.Logistic(),
            new Rounding.Floor(),
            new Rounding.RoundEven(),
            new Rounding.IsFinite())) {
      rows.add(on(p, close, reals(type, -3, 3)));
    }
    rows.add(on(new Powers.Sqrt(), close, reals(type, .1, 4)));
    rows.add(on(new Exponential.Log(), close, reals(type, .1, 4)));
    for (var p :
        List.<Primitive>of(
            new Arithmetic.Add(),
            new Arithmetic.Sub(),
            new Arithmetic.Mul(),
            new Magnitudes.Max(),
            new Magnitudes.Min(),
            new Comparison.Eq(),
            new Comparison.Lt(),
            new Comparison.Ge())) {
      // Rounded from the exact result, so to the last bit.
      rows.add(on(p, Close.EXACT, reals(type, -3, 3), reals(type, -3, 3)));
    }
    // A quotient is exact, but its derivative is a sum of quotients of powers.
    rows.add(on(new Arithmetic.Div(), close, reals(type, -3, 3), reals(type, .5, 2)));
    rows.add(on(new Powers.Pow(), close, reals(type, .2, 3), reals(type, -2, 2)));
    rows.add(on(new BitcastConvertType(bits), Close.EXACT, reals(type, -3, 3)));
    rows.add(
        primitive(new BitcastConvertType(type)).on(Numbers.integers(bits, 0x3000, 0x4000, 33)));
    for (var axes : List.of(Axes.of(0), Axes.of(1), Axes.of(0, 1))) {
      for (var p :
          List.<Primitive>of(
              new Reductions.ReduceSum(axes),
              new Reductions.ReduceMax(axes),
              new Reductions.ReduceProd(axes))) {
        rows.add(
            primitive(p)
                .within(close)
                .on(reals(type, .9, 1.1, 3, 4))
                .on(reals(type, .9, 1.1, 33, 7)));
      }
    }
    rows.add(
        primitive(new Reductions.ReduceSum(Axes.of(0))).within(close).on(reals(type, -1, 1, 1025)));
    rows.add(
        primitive(
                new DotGeneral(
                    new DimensionNumbers(Axes.of(1), Axes.of(0), Axes.of(), Axes.of()), type))
            .within(close)
            .on(reals(type, -1, 1, 3, 7), reals(type, -1, 1, 7, 5))
            .on(reals(type, -1, 1, 65, 70), reals(type, -1, 1, 70, 66)));
    rows.add(primitive(new Shaping.Iota(Shape.of(3, 5), type, 1)).on());
    rows.add(primitive(new Shaping.Transpose(Axes.of(1, 0))).on(reals(type, -1, 1, 13, 33)));
    rows.add(
        primitive(new Slicing.Concatenate(0)).on(reals(type, -1, 1, 3), reals(type, -1, 1, 4)));
    rows.add(primitive(new ArgReductions.ArgMax(0)).on(reals(type, -1, 1, 33)));
    return rows;
  }

  private static Row on(Primitive p, Close close, Numbers... operands) {
    return Families.elementwise(p, operands, operands[0].aval().dtype()).within(close);
  }

  private static List<Row> integers(DType type) {
    var like = type == UINT64 ? DType.INT64 : type;
    var any = Numbers.integers(type, like.lowest().longValue() / 4, like.highest().longValue() / 4);
    var matrix = any.shaped(Shape.of(33, 7));
    var rows = new ArrayList<Row>();
    for (var p :
        List.<Primitive>of(
            new Comparison.Eq(),
            new Comparison.Lt(),
            new Comparison.Le(),
            new Comparison.Gt(),
            new Comparison.Ge())) {
      rows.add(Families.discrete(p, any, any));
    }
    for (var axes : List.of(Axes.of(0), Axes.of(1), Axes.of(0, 1))) {
      for (var p :
          List.<Primitive>of(
              new Reductions.ReduceSum(axes),
              new Reductions.ReduceMax(axes),
              new Reductions.ReduceMin(axes),
              new Reductions.ReduceAnd(axes))) {
        rows.add(primitive(p).on(matrix));
      }
    }
    rows.add(
        primitive(
                new DotGeneral(
                    new DimensionNumbers(Axes.of(1), Axes.of(0), Axes.of(), Axes.of()), type))
            .on(any.shaped(Shape.of(3, 7)), any.shaped(Shape.of(7, 5))));
    rows.add(primitive(new ArgReductions.ArgMax(0)).on(matrix));
    rows.add(primitive(new ArgReductions.ArgMin(1)).on(matrix));
    rows.add(primitive(new Shaping.Iota(Shape.of(7), type, 0)).on());
    rows.add(primitive(new Shaping.Rev(Axes.of(0))).on(matrix));
    return rows;
  }
}
