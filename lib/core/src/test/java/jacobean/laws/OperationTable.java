package jacobean.laws;

import static jacobean.laws.Numbers.bools;
import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.primitive;
import static jacobean.type.DType.BFLOAT16;
import static jacobean.type.DType.BOOL;
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

import jacobean.control.Jit;
import jacobean.core.Primitive;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.op.ArgReductions;
import jacobean.op.Arithmetic;
import jacobean.op.Bitwise;
import jacobean.op.Comparison;
import jacobean.op.Contractions.DimensionNumbers;
import jacobean.op.Contractions.DotGeneral;
import jacobean.op.Conversion.BitcastConvertType;
import jacobean.op.Conversion.ConvertElementType;
import jacobean.op.CountSampling;
import jacobean.op.ErrorFunctions;
import jacobean.op.Exponential;
import jacobean.op.GammaSampling;
import jacobean.op.Hyperbolic;
import jacobean.op.Integers;
import jacobean.op.Reductions;
import jacobean.op.Rounding;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.op.Slicing.Padding;
import jacobean.op.StopGradient;
import jacobean.op.Threefry;
import jacobean.op.Trigonometric;
import jacobean.testing.Close;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every primitive with the operands that the laws are checked on, one row each. To check a new
 * primitive, add its row. {@link FunctionTable} has the functions made of them.
 */
public final class OperationTable {
  private OperationTable() {}

  /** Lengths that fill no vector register, straddle one, or are nothing at all. */
  private static final int[] LENGTHS = {0, 1, 7, 13, 33, 1025};

  /** The cases of all primitives. */
  public static Stream<Row.Case> cases() {
    return rows().flatMap(r -> r.cases().stream());
  }

  public static Stream<Row> rows() {
    return Stream.of(
            unary(),
            binary(),
            onIntegers(),
            NarrowTable.rows(),
            comparisons(),
            conversions(),
            reductions(),
            shapes(),
            parts(),
            products(),
            AlgebraRows.rows(),
            FourierRows.primitives(),
            IndexingRows.rows(),
            others(),
            ControlRows.rows(),
            CollectiveRows.rows(),
            RuleRows.rows())
        .flatMap(List::stream);
  }

  // --- Families ---

  /** An elementwise primitive of reals: all lengths, a matrix, and scalars beside arrays. */
  static Row elementwise(Primitive p, Numbers... operands) {
    var row = primitive(p);
    for (int n : LENGTHS) {
      row = row.onAll(List.of(shaped(operands, FLOAT32, Shape.of(n))));
    }
    for (var shape : List.of(Shape.SCALAR, Shape.of(7), Shape.of(0), Shape.of(3, 5))) {
      row = row.onAll(List.of(shaped(operands, FLOAT64, shape)));
    }
    return row.onAll(mixed(operands, FLOAT64));
  }

  /** An elementwise primitive of reals of one dtype, too coarse for differences. */
  static Row elementwise(Primitive p, Numbers[] operands, DType type) {
    var row = primitive(p).withoutDerivative();
    for (int n : LENGTHS) {
      row = row.onAll(List.of(shaped(operands, type, Shape.of(n))));
    }
    return row.onAll(List.of(shaped(operands, type, Shape.SCALAR))).onAll(mixed(operands, type));
  }

  /** An elementwise primitive of integers or bools. */
  static Row discrete(Primitive p, Numbers... operands) {
    var row = primitive(p);
    for (int n : LENGTHS) {
      row = row.onAll(List.of(shaped(operands, null, Shape.of(n))));
    }
    return row.onAll(
            List.of(shaped(operands, null, Shape.SCALAR), shaped(operands, null, Shape.of(3, 5))))
        .onAll(mixed(operands, null));
  }

  private static List<Numbers> shaped(Numbers[] operands, DType real, Shape shape) {
    return Arrays.stream(operands).map(o -> typed(o, real).shaped(shape)).toList();
  }

  /** Each operand in turn a scalar beside arrays, and an array beside scalars. */
  private static List<List<Numbers>> mixed(Numbers[] operands, DType real) {
    var cases = new ArrayList<List<Numbers>>();
    for (int odd = 0; odd < operands.length && operands.length > 1; odd++) {
      for (var shapes :
          List.of(List.of(Shape.SCALAR, Shape.of(7)), List.of(Shape.of(2, 3), Shape.SCALAR))) {
        var mixed = new ArrayList<Numbers>();
        for (int i = 0; i < operands.length; i++) {
          mixed.add(typed(operands[i], real).shaped(shapes.get(i == odd ? 0 : 1)));
        }
        cases.add(mixed);
      }
    }
    return cases;
  }

  private static Numbers typed(Numbers n, DType real) {
    return real != null && n.isFloating() ? n.typed(real) : n;
  }

  private static Numbers real(double low, double high, int... shape) {
    return reals(FLOAT64, low, high, shape);
  }

  /**
   * A primitive that draws: one key for all, and a key for each example. What a draw is does not
   * move as its slope says.
   */
  private static Row drawing(Primitive p, Numbers... parameters) {
    var row = primitive(p).withoutDerivative();
    for (var type : List.of(FLOAT32, FLOAT64)) {
      for (var shapes :
          List.of(
              List.of(Shape.of(2), Shape.of(7)),
              List.of(Shape.of(2), Shape.SCALAR),
              List.of(Shape.of(3, 2), Shape.of(3, 5)),
              List.of(Shape.of(3, 2), Shape.of(3)),
              List.of(Shape.of(2), Shape.of(0)))) {
        var operands =
            new ArrayList<>(List.of(integers(UINT32, 0, 0xFFFF_FFFFL).shaped(shapes.get(0))));
        operands.addAll(shaped(parameters, type, shapes.get(1)));
        row = row.onAll(List.of(operands));
      }
    }
    return row;
  }

  // --- Rows ---

  private static List<Row> unary() {
    return List.of(
        elementwise(new Arithmetic.Neg(), real(-3, 3)),
        elementwise(new Arithmetic.Abs(), real(-3, 3)),
        elementwise(new Arithmetic.Sign(), real(-3, 3)),
        elementwise(new Arithmetic.Square(), real(-3, 3)),
        elementwise(new Arithmetic.IntegerPow(3), real(-2, 2)),
        elementwise(new Arithmetic.IntegerPow(0), real(-2, 2)),
        elementwise(new Arithmetic.IntegerPow(-2), real(.5, 2)),
        elementwise(new Arithmetic.Sqrt(), real(.1, 4)),
        elementwise(new Arithmetic.Rsqrt(), real(.1, 4)),
        elementwise(new Arithmetic.Cbrt(), real(.1, 4)),
        elementwise(new Arithmetic.Cbrt(), real(-4, -.1)),
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
        elementwise(new StopGradient(), real(-5, 5)).withoutDerivative());
  }

  private static List<Row> binary() {
    return List.of(
        elementwise(new Arithmetic.Add(), real(-3, 3), real(-3, 3)),
        elementwise(new Arithmetic.Sub(), real(-3, 3), real(-3, 3)),
        elementwise(new Arithmetic.Mul(), real(-3, 3), real(-3, 3)),
        elementwise(new Arithmetic.Div(), real(-3, 3), real(.5, 2)),
        elementwise(new Arithmetic.Rem(), real(-5, 5), real(1.1, 2)),
        elementwise(new Arithmetic.Pow(), real(.2, 3), real(-2, 2)),
        elementwise(new Arithmetic.Max(), real(-3, 3), real(-3, 3)),
        elementwise(new Arithmetic.Min(), real(-3, 3), real(-3, 3)),
        elementwise(new Trigonometric.Atan2(), real(-3, 3), real(.5, 3)),
        elementwise(new Trigonometric.Atan2(), real(.5, 3), real(-3, 3)),
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
              new Arithmetic.Max(),
              new Arithmetic.Min(),
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
              new Arithmetic.Abs(),
              new Arithmetic.Sign(),
              new Arithmetic.Square(),
              new Arithmetic.IntegerPow(5),
              new Arithmetic.IntegerPow(0))) {
        rows.add(discrete(p, any));
      }
    }
    for (var p :
        List.<Primitive>of(
            new Arithmetic.Add(),
            new Arithmetic.Mul(),
            new Arithmetic.Max(),
            new Arithmetic.Min(),
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
    rows.add(primitive(new BitcastConvertType(INT64)).on(real(-3, 3, 7)).withoutDerivative());
    return rows;
  }

  private static List<Row> reductions() {
    var rows = new ArrayList<Row>();
    for (var axes : List.of(Axes.of(0), Axes.of(1), Axes.of(0, 2), Axes.of(0, 1, 2))) {
      rows.add(reduce(new Reductions.ReduceSum(axes), axes, true).within(Close.SUMS));
      rows.add(reduce(new Reductions.ReduceProd(axes), axes, true).within(Close.SUMS));
      rows.add(reduce(new Reductions.ReduceMax(axes), axes, false));
      rows.add(reduce(new Reductions.ReduceMin(axes), axes, false));
      for (var p :
          List.<Primitive>of(new Reductions.ReduceAnd(axes), new Reductions.ReduceOr(axes))) {
        rows.add(
            primitive(p)
                .on(bools(3, 4, 2))
                .on(bools(1, 33, 1))
                .on(bools(0, 2, 3))
                .on(integers(INT32, -99, 99, 2, 7, 3)));
      }
    }
    for (int n : LENGTHS) {
      rows.add(
          primitive(new Reductions.ReduceSum(Axes.of(0)))
              .within(Close.SUMS)
              .on(reals(FLOAT32, -1, 1, n)));
      rows.add(primitive(new Reductions.ReduceMax(Axes.of(0))).on(reals(FLOAT32, -1, 1, n)));
    }
    for (int axis = 0; axis < 3; axis++) {
      for (var p :
          List.<Primitive>of(new ArgReductions.ArgMax(axis), new ArgReductions.ArgMin(axis))) {
        rows.add(
            primitive(p)
                .on(real(-3, 3, 3, 4, 2))
                .on(integers(INT32, -2, 2, 2, 7, 3))
                .on(integers(UINT32, 0, 0xFFFF_FFFFL, 5, 1, 5))
                .on(bools(2, 3, 4)));
      }
    }
    rows.add(
        primitive(new ArgReductions.ArgMax(0))
            .on(reals(FLOAT32, -3, 3, 1025))
            .on(reals(FLOAT64, -3, 3, 7, 0)));
    return rows;
  }

  private static Row reduce(Primitive p, Axes axes, boolean emptyHasValue) {
    var row =
        primitive(p)
            .on(real(.5, 1.5, 3, 4, 2))
            .on(real(.5, 1.5, 1, 7, 1))
            .on(real(.5, 1.5, 5, 1, 3))
            .on(reals(FLOAT32, .9, 1.1, 13, 33, 2))
            .on(integers(INT32, -9, 9, 3, 4, 2))
            .on(integers(UINT32, 0, 0xFFFF_FFFFL, 2, 7, 3));
    return emptyHasValue
        ? row.on(real(-1, 1, 0, 3, 2)).on(real(-1, 1, 2, 0, 0))
        : row.on(integers(INT64, -9, 9, 0, 3, 2));
  }

  private static List<Row> shapes() {
    return List.of(
        primitive(new Shaping.BroadcastInDim(Shape.of(3, 5), Axes.of(1)))
            .on(real(-1, 1, 5))
            .on(real(-1, 1, 1))
            .on(integers(INT32, -9, 9, 5)),
        primitive(new Shaping.BroadcastInDim(Shape.of(3, 5), Axes.of(0)))
            .on(real(-1, 1, 3))
            .on(bools(3)),
        primitive(new Shaping.BroadcastInDim(Shape.of(3, 5), Axes.of()))
            .on(real(-1, 1))
            .on(integers(UINT32, 0, 9)),
        primitive(new Shaping.BroadcastInDim(Shape.of(2, 3, 1, 4), Axes.of(1, 3)))
            .on(real(-1, 1, 3, 4))
            .on(real(-1, 1, 1, 4))
            .on(real(-1, 1, 3, 1)),
        primitive(new Shaping.BroadcastInDim(Shape.of(1025), Axes.of())).on(reals(FLOAT32, -1, 1)),
        primitive(new Shaping.BroadcastInDim(Shape.of(0, 3), Axes.of(1))).on(real(-1, 1, 3)),
        primitive(new Shaping.Reshape(Shape.of(3, 8)))
            .on(real(-1, 1, 2, 3, 4))
            .on(real(-1, 1, 24))
            .on(integers(INT32, -9, 9, 4, 6))
            .on(bools(8, 3)),
        primitive(new Shaping.Reshape(Shape.of(2, 1, 12)))
            .on(real(-1, 1, 4, 6))
            .on(real(-1, 1, 1, 24, 1))
            .on(real(-1, 1, 2, 3, 4)),
        primitive(new Shaping.Reshape(Shape.SCALAR)).on(real(-1, 1, 1, 1)).on(real(-1, 1, 1)),
        primitive(new Shaping.Reshape(Shape.of(1, 1))).on(real(-1, 1)),
        primitive(new Shaping.Reshape(Shape.of(0, 5))).on(real(-1, 1, 3, 0)),
        primitive(new Shaping.Reshape(Shape.of(41, 25)))
            .on(reals(FLOAT32, -1, 1, 1025))
            .on(reals(FLOAT32, -1, 1, 5, 205)),
        primitive(new Shaping.Squeeze(Axes.of(1)))
            .on(real(-1, 1, 3, 1, 2))
            .on(real(-1, 1, 1, 1))
            .on(real(-1, 1, 0, 1)),
        primitive(new Shaping.Squeeze(Axes.of(0, 2)))
            .on(real(-1, 1, 1, 7, 1))
            .on(integers(INT64, -9, 9, 1, 3, 1, 2)),
        primitive(new Shaping.Transpose(Axes.of(1, 0)))
            .on(real(-1, 1, 3, 5))
            .on(reals(FLOAT32, -1, 1, 33, 13))
            .on(bools(2, 3))
            .on(real(-1, 1, 0, 2)),
        primitive(new Shaping.Transpose(Axes.of(2, 0, 1)))
            .on(real(-1, 1, 2, 3, 4))
            .on(integers(INT32, -9, 9, 3, 1, 2)),
        primitive(new Shaping.Transpose(Axes.of(1, 2, 3, 0))).on(real(-1, 1, 2, 3, 1, 4)),
        primitive(new Shaping.Rev(Axes.of(0)))
            .on(real(-1, 1, 7))
            .on(real(-1, 1, 3, 5))
            .on(reals(FLOAT32, -1, 1, 1025))
            .on(real(-1, 1, 0)),
        primitive(new Shaping.Rev(Axes.of(0, 2)))
            .on(real(-1, 1, 2, 3, 4))
            .on(integers(UINT32, 0, 9, 3, 2, 2)),
        primitive(new Shaping.Iota(Shape.of(7), FLOAT32, 0)).on(),
        primitive(new Shaping.Iota(Shape.of(3, 5), INT32, 1)).on(),
        primitive(new Shaping.Iota(Shape.of(3, 5), FLOAT64, 0)).on(),
        primitive(new Shaping.Iota(Shape.of(0), UINT32, 0)).on());
  }

  private static List<Row> parts() {
    return List.of(
        primitive(new Slicing.Slice(Axes.of(2), Axes.of(6), Axes.of(1)))
            .on(real(-1, 1, 7))
            .on(bools(9)),
        primitive(new Slicing.Slice(Axes.of(1), Axes.of(7), Axes.of(3)))
            .on(real(-1, 1, 7))
            .on(real(-1, 1, 8))
            .on(integers(INT32, -9, 9, 13)),
        primitive(new Slicing.Slice(Axes.of(0), Axes.of(1025), Axes.of(2)))
            .on(reals(FLOAT32, -1, 1, 1025)),
        primitive(new Slicing.Slice(Axes.of(3), Axes.of(3), Axes.of(2))).on(real(-1, 1, 7)),
        primitive(new Slicing.Slice(Axes.of(0, 1), Axes.of(3, 5), Axes.of(2, 3)))
            .on(real(-1, 1, 3, 5))
            .on(real(-1, 1, 4, 6)),
        pad(0, 0, 0),
        pad(2, 3, 0),
        pad(0, 0, 2),
        pad(1, 2, 1),
        pad(-1, -2, 0),
        pad(-2, 3, 1),
        pad(2, -3, 2),
        primitive(new Slicing.Pad(new Padding(Axes.of(1, 0), Axes.of(-1, 2), Axes.of(0, 1))))
            .on(real(-1, 1, 3, 5), real(-1, 1))
            .on(real(-1, 1, 0, 2), real(-1, 1)),
        concatenate(0, real(-1, 1, 3), real(-1, 1, 4)),
        concatenate(0, real(-1, 1, 0), real(-1, 1, 5), real(-1, 1, 0), real(-1, 1, 1)),
        concatenate(1, real(-1, 1, 2, 3), real(-1, 1, 2, 1)),
        concatenate(
            1,
            integers(INT32, -9, 9, 3, 3),
            integers(INT32, -9, 9, 3, 0),
            integers(INT32, -9, 9, 3, 2)),
        concatenate(2, real(-1, 1, 2, 3, 1), real(-1, 1, 2, 3, 2), real(-1, 1, 2, 3, 3)),
        concatenate(0, bools(33), bools(1025)),
        concatenate(0, real(-1, 1, 0, 2), real(-1, 1, 0, 2)));
  }

  private static Row pad(int low, int high, int interior) {
    return primitive(new Slicing.Pad(new Padding(Axes.of(low), Axes.of(high), Axes.of(interior))))
        .on(real(-1, 1, 7), real(-1, 1))
        .on(reals(FLOAT32, -1, 1, 33), reals(FLOAT32, -1, 1))
        .on(bools(5), bools())
        .on(integers(INT64, -9, 9, 4), integers(INT64, -9, 9));
  }

  private static Row concatenate(int axis, Numbers... operands) {
    return primitive(new Slicing.Concatenate(axis)).on(operands);
  }

  private static List<Row> products() {
    var matrix = new DimensionNumbers(Axes.of(1), Axes.of(0), Axes.of(), Axes.of());
    var inner = new DimensionNumbers(Axes.of(0), Axes.of(0), Axes.of(), Axes.of());
    var outer = new DimensionNumbers(Axes.of(), Axes.of(), Axes.of(), Axes.of());
    var batched = new DimensionNumbers(Axes.of(2), Axes.of(1), Axes.of(0), Axes.of(0));
    var crossed = new DimensionNumbers(Axes.of(2, 0), Axes.of(0, 1), Axes.of(), Axes.of());
    var lastBatch = new DimensionNumbers(Axes.of(0), Axes.of(2), Axes.of(2), Axes.of(1));
    return List.of(
        dot(matrix, FLOAT64)
            .on(real(-1, 1, 2, 3), real(-1, 1, 3, 4))
            .on(real(-1, 1, 7, 1), real(-1, 1, 1, 5))
            .on(real(-1, 1, 2, 0), real(-1, 1, 0, 3)),
        dot(matrix, FLOAT32).on(reals(FLOAT32, -1, 1, 33, 13), reals(FLOAT32, -1, 1, 13, 7)),
        dot(matrix, INT32).on(integers(INT32, -99, 99, 3, 5), integers(INT32, -99, 99, 5, 2)),
        dot(matrix, UINT32)
            .on(integers(UINT32, 0, 0xFFFF_FFFFL, 2, 2), integers(UINT32, 0, 0xFFFF_FFFFL, 2, 2)),
        dot(inner, FLOAT64)
            .on(real(-1, 1, 7), real(-1, 1, 7))
            .on(real(-1, 1, 3, 4), real(-1, 1, 3, 2))
            .on(real(-1, 1, 0), real(-1, 1, 0)),
        dot(inner, FLOAT32).on(reals(FLOAT32, -1, 1, 1025), reals(FLOAT32, -1, 1, 1025)),
        dot(outer, FLOAT64).on(real(-1, 1, 3), real(-1, 1, 4)).on(real(-1, 1), real(-1, 1, 2, 2)),
        dot(batched, FLOAT64)
            .on(real(-1, 1, 2, 3, 4), real(-1, 1, 2, 4, 3))
            .on(real(-1, 1, 1, 2, 5), real(-1, 1, 1, 5, 2)),
        dot(crossed, FLOAT64).on(real(-1, 1, 2, 3, 4), real(-1, 1, 4, 2, 3)),
        dot(lastBatch, FLOAT64).on(real(-1, 1, 4, 2, 3), real(-1, 1, 2, 3, 4)));
  }

  private static Row dot(DimensionNumbers numbers, DType type) {
    return primitive(new DotGeneral(numbers, type)).within(Close.SUMS);
  }

  private static List<Row> others() {
    var word = integers(UINT32, 0, 0xFFFF_FFFFL);
    return List.of(
        discrete(new Threefry.Threefry2x32(), word, word, word, word),
        drawing(new GammaSampling.RandomGamma(false), real(.3, 5)),
        drawing(new GammaSampling.RandomGamma(true), real(.3, 5)),
        drawing(new CountSampling.Poisson(), real(.3, 30)),
        drawing(new CountSampling.Binomial(), real(1, 90), real(.1, .9)),
        // Too long for the laws of derivatives: it has none.
        primitive(new GammaSampling.RandomGammaGrad()).on(real(.3, 5, 97), real(.1, 6, 97)),
        // One result does not depend on the first operand, one is an input, one is constant.
        primitive(
                jit(
                    x ->
                        List.of(
                            Trigonometric.sin(Arithmetic.mul(x.get(0), x.get(1))),
                            Exponential.exp(x.get(1)),
                            x.get(0),
                            Arithmetic.constant(FLOAT64, 2)),
                    Aval.of(Shape.of(7), FLOAT64),
                    Aval.scalar(FLOAT64)))
            .on(real(-1, 1, 7), real(-1, 1)),
        // A call in a call, with an operand that cannot move.
        primitive(
                jit(
                    x -> {
                      var inner =
                          jit(
                              y ->
                                  List.of(
                                      Comparison.select(
                                          y.get(0), y.get(1), Arithmetic.square(y.get(1)))),
                              x.get(0).aval(),
                              x.get(1).aval());
                      return List.of(Reductions.sumAll(inner.bind(x).getFirst()));
                    },
                    Aval.of(Shape.of(2, 3), BOOL),
                    Aval.of(Shape.of(2, 3), FLOAT64)))
            .on(bools(2, 3), real(-1, 1, 2, 3)));
  }

  private static Jit jit(java.util.function.Function<List<Value>, List<Value>> f, Aval... types) {
    return new Jit("f", Stage.trace("jit", f, List.of(types)).jaxpr());
  }
}
