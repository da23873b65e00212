package jacobean.laws;

import static jacobean.laws.Families.discrete;
import static jacobean.laws.Families.elementwise;
import static jacobean.laws.Families.real;
import static jacobean.laws.Numbers.bools;
import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.primitive;
import static jacobean.type.DType.BFLOAT16;
import static jacobean.type.DType.FLOAT16;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT16;
import static jacobean.type.DType.INT32;
import static jacobean.type.DType.INT64;
import static jacobean.type.DType.INT8;
import static jacobean.type.DType.UINT16;
import static jacobean.type.DType.UINT32;
import static jacobean.type.DType.UINT64;
import static jacobean.type.DType.UINT8;

import jacobean.core.Primitive;
import jacobean.op.Arithmetic;
import jacobean.op.Bitwise;
import jacobean.op.Comparison;
import jacobean.op.Conversion.BitcastConvertType;
import jacobean.op.Conversion.ConvertElementType;
import jacobean.op.ErrorFunctions;
import jacobean.op.Exponential;
import jacobean.op.Hyperbolic;
import jacobean.op.Integers;
import jacobean.op.Magnitudes;
import jacobean.op.MulAdd;
import jacobean.op.Powers;
import jacobean.op.ReducePrecision;
import jacobean.op.Rounding;
import jacobean.op.StopGradient;
import jacobean.op.Trigonometric;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of the primitives that work element by element. */
final class ElementwiseRows {
  private ElementwiseRows() {}

  static List<Row> rows() {
    return Stream.of(unary(), binary(), onIntegers(), comparisons(), conversions())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Row> unary() {
    return List.of(
        elementwise(new Arithmetic.Neg(), real(-3, 3)),
        elementwise(new Magnitudes.Abs(), real(-3, 3)),
        elementwise(new Magnitudes.Sign(), real(-3, 3)),
        elementwise(new Powers.Square(), real(-3, 3)),
        elementwise(new Powers.IntegerPow(3), real(-2, 2)),
        elementwise(new Powers.IntegerPow(0), real(-2, 2)),
        elementwise(new Powers.IntegerPow(-2), real(.5, 2)),
        elementwise(new Powers.Sqrt(), real(.1, 4)),
        elementwise(new Powers.Rsqrt(), real(.1, 4)),
        elementwise(new Powers.Cbrt(), real(.1, 4)),
        elementwise(new Powers.Cbrt(), real(-4, -.1)),
        elementwise(new Exponential.Exp(), real(-2, 2)),
        elementwise(new Exponential.Exp2(), real(-2, 2)),
        elementwise(new Exponential.Expm1(), real(-2, 2)),
        elementwise(new Exponential.Log(), real(.1, 4)),
        elementwise(new Exponential.Log1p(), real(-.5, 4)),
        elementwise(new Exponential.Logistic(), real(-4, 4)),
        elementwise(new Trigonometric.Sin(), real(-4, 4)),
        elementwise(new Trigonometric.Cos(), real(-4, 4)),
        elementwise(new Trigonometric.Tan(), real(-1.2, 1.2)),
        elementwise(new Trigonometric.Asin(), real(-.9, .9)),
        elementwise(new Trigonometric.Acos(), real(-.9, .9)),
        elementwise(new Trigonometric.Atan(), real(-4, 4)),
        elementwise(new Hyperbolic.Sinh(), real(-2, 2)),
        elementwise(new Hyperbolic.Cosh(), real(-2, 2)),
        elementwise(new Hyperbolic.Tanh(), real(-2, 2)),
        elementwise(new Hyperbolic.Asinh(), real(-4, 4)),
        elementwise(new Hyperbolic.Acosh(), real(1.2, 4)),
        elementwise(new Hyperbolic.Atanh(), real(-.9, .9)),
        elementwise(new ErrorFunctions.Erf(), real(-3, 3)),
        elementwise(new ErrorFunctions.Erfc(), real(-3, 3)),
        elementwise(new ErrorFunctions.ErfInv(), real(-.95, .95)),
        elementwise(new Rounding.Floor(), real(-5, 5)),
        elementwise(new Rounding.Ceil(), real(-5, 5)),
        elementwise(new Rounding.RoundEven(), real(-5, 5)),
        elementwise(new Rounding.IsFinite(), real(-5, 5)),
        elementwise(new ReducePrecision(5, 10), new Numbers[] {real(-70000, 70000)}, FLOAT32),
        elementwise(new StopGradient(), real(-5, 5)).withoutDerivative());
  }

  private static List<Row> binary() {
    return List.of(
        elementwise(new Arithmetic.Add(), real(-3, 3), real(-3, 3)),
        elementwise(new Arithmetic.Sub(), real(-3, 3), real(-3, 3)),
        elementwise(new Arithmetic.Mul(), real(-3, 3), real(-3, 3)),
        elementwise(new Arithmetic.Div(), real(-3, 3), real(.5, 2)),
        elementwise(new Arithmetic.Rem(), real(-5, 5), real(1.1, 2)),
        elementwise(new Powers.Pow(), real(.2, 3), real(-2, 2)),
        elementwise(new Magnitudes.Max(), real(-3, 3), real(-3, 3)),
        elementwise(new Magnitudes.Min(), real(-3, 3), real(-3, 3)),
        elementwise(new Trigonometric.Atan2(), real(-3, 3), real(.5, 3)),
        elementwise(new Trigonometric.Atan2(), real(.5, 3), real(-3, 3)),
        elementwise(new MulAdd(), real(-3, 3), real(-3, 3), real(-3, 3)),
        elementwise(new Comparison.SelectN(), bools(), real(-3, 3), real(-3, 3)),
        discrete(
            new Comparison.SelectN(), bools(), integers(INT32, -9, 9), integers(INT32, -9, 9)));
  }

  private static List<Row> onIntegers() {
    var rows = new ArrayList<Row>();
    for (var type : List.of(INT32, UINT32, INT64, UINT64, INT8, UINT8, INT16, UINT16)) {
      // Those of uint64 are bits: negative ones are from 2^63 on.
      var like = type == UINT64 ? INT64 : type;
      var any = integers(type, like.lowest().longValue() / 4, like.highest().longValue() / 4);
      var small = integers(type, like.lowest().longValue() == 0 ? 0 : -4, 4);
      var shift = integers(type, 0, 40);
      for (var p :
          List.<Primitive>of(
              new Arithmetic.Add(),
              new Arithmetic.Sub(),
              new Arithmetic.Mul(),
              new Magnitudes.Max(),
              new Magnitudes.Min(),
              new Bitwise.And(),
              new Bitwise.Or(),
              new Bitwise.Xor())) {
        rows.add(discrete(p, any, any));
      }
      rows.add(discrete(new Integers.Gcd(), any, small));
      rows.add(discrete(new Integers.PopulationCount(), any));
      rows.add(discrete(new Integers.CountLeadingZeros(), any));
      // Divisors are zero now and then.
      rows.add(discrete(new Arithmetic.Div(), any, small));
      rows.add(discrete(new Arithmetic.Rem(), any, small));
      rows.add(discrete(new Bitwise.ShiftLeft(), any, shift));
      rows.add(discrete(new Bitwise.ShiftRightLogical(), any, shift));
      rows.add(discrete(new Bitwise.ShiftRightArithmetic(), any, shift));
      for (var p :
          List.<Primitive>of(
              new Bitwise.Not(),
              new Arithmetic.Neg(),
              new Magnitudes.Abs(),
              new Magnitudes.Sign(),
              new Powers.Square(),
              new Powers.IntegerPow(5),
              new Powers.IntegerPow(0))) {
        rows.add(discrete(p, any));
      }
    }
    for (var p :
        List.<Primitive>of(
            new Arithmetic.Add(),
            new Arithmetic.Mul(),
            new Magnitudes.Max(),
            new Magnitudes.Min(),
            new Bitwise.And(),
            new Bitwise.Or(),
            new Bitwise.Xor())) {
      rows.add(discrete(p, bools(), bools()));
    }
    rows.add(discrete(new Bitwise.Not(), bools()));
    return rows;
  }

  private static List<Row> comparisons() {
    var rows = new ArrayList<Row>();
    for (var p :
        List.<Primitive>of(
            new Comparison.Eq(),
            new Comparison.Ne(),
            new Comparison.Lt(),
            new Comparison.Le(),
            new Comparison.Gt(),
            new Comparison.Ge())) {
      rows.add(elementwise(p, real(-3, 3), real(-3, 3)));
      rows.add(discrete(p, integers(INT32, -2, 2), integers(INT32, -2, 2)));
      rows.add(discrete(p, integers(UINT32, 0, 0xFFFF_FFFFL), integers(UINT32, 0, 0xFFFF_FFFFL)));
      rows.add(discrete(p, bools(), bools()));
    }
    return rows;
  }

  private static List<Row> conversions() {
    var rows = new ArrayList<Row>();
    var samples =
        List.of(
            bools(7),
            integers(INT8, -128, 127, 33),
            integers(UINT8, 0, 255, 33),
            integers(INT16, -32768, 32767, 33),
            integers(UINT16, 0, 65535, 33),
            integers(UINT64, -(1L << 60), 1L << 60, 33),
            reals(FLOAT16, -300, 300, 33),
            reals(BFLOAT16, -1e10, 1e10, 33),
            integers(UINT32, 0, 0xFFFF_FFFFL, 7),
            integers(INT32, -99, 99, 7),
            integers(INT64, -(1L << 40), 1L << 40, 7),
            reals(FLOAT32, -1e10, 1e10, 7),
            reals(FLOAT32, -3, 3, 33),
            reals(FLOAT64, -3, 3, 3, 5),
            reals(FLOAT64, -3, 3));
    for (var to : DType.values()) {
      var row = primitive(new ConvertElementType(to, false)).withoutDerivative();
      for (var x : samples) {
        row = row.on(x);
      }
      rows.add(row);
    }
    rows.add(primitive(new ConvertElementType(FLOAT64, true)).on(real(-3, 3, 7)).on(real(-3, 3)));
    rows.add(
        primitive(new BitcastConvertType(FLOAT32))
            .on(integers(UINT32, 0x3F80_0000, 0x3FFF_FFFF, 7))
            .on(integers(INT32, 0, 1 << 20)));
    rows.add(
        primitive(new BitcastConvertType(INT32))
            .on(reals(FLOAT32, -3, 3, 7))
            .on(integers(UINT32, 0, 0xFFFF_FFFFL, 2, 3)));
    rows.add(primitive(new BitcastConvertType(UINT32)).on(reals(FLOAT32, -3, 3, 1025)));
    rows.add(primitive(new ReducePrecision(11, 52)).on(real(-3, 3, 7)).on(real(-3, 3)));
    for (var how : List.of(new ReducePrecision(5, 10), new ReducePrecision(8, 7))) {
      var row = primitive(how).withoutDerivative();
      for (var type : List.of(FLOAT16, BFLOAT16, FLOAT32, FLOAT64)) {
        row = row.on(reals(type, -70000, 70000, 33)).on(reals(type, -1e-4, 1e-4, 33));
      }
      rows.add(row);
    }
    rows.add(primitive(new BitcastConvertType(INT64)).on(real(-3, 3, 7)).withoutDerivative());
    return rows;
  }
}
