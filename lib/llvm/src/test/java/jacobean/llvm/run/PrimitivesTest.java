package jacobean.llvm.run;

import static jacobean.llvm.run.Programs.aval;
import static jacobean.type.DType.BOOL;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;
import static jacobean.type.DType.INT64;
import static jacobean.type.DType.UINT32;

import jacobean.core.Concrete;
import jacobean.core.Primitive;
import jacobean.op.Arithmetic;
import jacobean.op.Bitwise;
import jacobean.op.Comparison;
import jacobean.op.Contractions;
import jacobean.op.Conversion;
import jacobean.op.ErrorFunctions;
import jacobean.op.Exponential;
import jacobean.op.Hyperbolic;
import jacobean.op.Reductions;
import jacobean.op.Rounding;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.op.Threefry;
import jacobean.op.Trigonometric;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every primitive on the LLVM engine gives what the reference engine gives, at awkward sizes. */
class PrimitivesTest {
  private static final int[][] SHAPES = {
    {}, {0}, {1}, {7}, {13}, {33}, {1025}, {3, 0}, {5, 13}, {2, 3, 7}, {1, 33, 1}
  };

  /** Fewer where every operation meets every dtype: compiling is what takes the time. */
  private static final int[][] FEW_SHAPES = {{0}, {13}, {1025}};
  private static final List<DType> FLOATING = List.of(FLOAT32, FLOAT64);
  private static final List<DType> INTEGERS = List.of(INT32, INT64, UINT32);
  private static final List<DType> BITS = List.of(INT32, INT64, UINT32, BOOL);
  private static final List<DType> NUMBERS = List.of(FLOAT32, FLOAT64, INT32, INT64, UINT32);
  private static final List<DType> ALL = List.of(DType.values());

  /** A primitive, the dtypes that it takes, the number of operands. */
  private record Row(Primitive primitive, List<DType> types, int operands, double tolerance) {}

  private static List<Row> elementwise() {
    List<Row> rows = new ArrayList<>();
    for (Primitive p :
        List.of(
            new Exponential.Exp(), new Exponential.Exp2(), new Exponential.Expm1(),
            new Exponential.Log(), new Exponential.Log1p(), new Exponential.Logistic(),
            new Hyperbolic.Sinh(), new Hyperbolic.Cosh(), new Hyperbolic.Tanh(),
            new Hyperbolic.Asinh(), new Hyperbolic.Acosh(), new Hyperbolic.Atanh(),
            new Trigonometric.Sin(), new Trigonometric.Cos(), new Trigonometric.Tan(),
            new Trigonometric.Asin(), new Trigonometric.Acos(), new Trigonometric.Atan(),
            new ErrorFunctions.Erf(), new ErrorFunctions.Erfc(), new Arithmetic.Sqrt(),
            new Arithmetic.Rsqrt(), new Arithmetic.Cbrt(), new Rounding.Floor(),
            new Rounding.Ceil(), new Rounding.RoundEven(), new Rounding.IsFinite())) {
      rows.add(new Row(p, FLOATING, 1, 5e-7));
    }
    rows.add(new Row(new ErrorFunctions.ErfInv(), FLOATING, 1, 1e-5));
    rows.add(new Row(new Trigonometric.Atan2(), FLOATING, 2, 5e-7));
    rows.add(new Row(new Arithmetic.Pow(), FLOATING, 2, 5e-7));
    for (Primitive p :
        List.of(
            new Arithmetic.Neg(), new Arithmetic.Abs(), new Arithmetic.Sign(),
            new Arithmetic.Square(), new Arithmetic.IntegerPow(3))) {
      rows.add(new Row(p, NUMBERS, 1, 2e-7));
    }
    rows.add(new Row(new Arithmetic.IntegerPow(-2), FLOATING, 1, 5e-7));
    for (Primitive p : List.of(new Arithmetic.Add(), new Arithmetic.Mul())) {
      rows.add(new Row(p, ALL, 2, 0));
    }
    for (Primitive p :
        List.of(new Arithmetic.Sub(), new Arithmetic.Div(), new Arithmetic.Rem())) {
      rows.add(new Row(p, NUMBERS, 2, 0));
    }
    for (Primitive p : List.of(new Arithmetic.Max(), new Arithmetic.Min())) {
      rows.add(new Row(p, ALL, 2, 0));
    }
    for (Primitive p :
        List.of(
            new Comparison.Eq(), new Comparison.Ne(), new Comparison.Lt(), new Comparison.Le(),
            new Comparison.Gt(), new Comparison.Ge())) {
      rows.add(new Row(p, ALL, 2, 0));
    }
    for (Primitive p : List.of(new Bitwise.And(), new Bitwise.Or(), new Bitwise.Xor())) {
      rows.add(new Row(p, BITS, 2, 0));
    }
    rows.add(new Row(new Bitwise.Not(), BITS, 1, 0));
    for (Primitive p :
        List.of(
            new Bitwise.ShiftLeft(), new Bitwise.ShiftRightLogical(),
            new Bitwise.ShiftRightArithmetic())) {
      rows.add(new Row(p, INTEGERS, 2, 0));
    }
    rows.add(new Row(new Threefry.Threefry2x32(), List.of(UINT32), 4, 0));
    for (DType to : ALL) {
      rows.add(new Row(new Conversion.ConvertElementType(to, false), ALL, 1, 0));
    }
    rows.add(new Row(new Conversion.BitcastConvertType(INT32), List.of(FLOAT32, UINT32), 1, 0));
    rows.add(new Row(new Conversion.BitcastConvertType(FLOAT64), List.of(INT64), 1, 0));
    return rows;
  }

  static Stream<Arguments> elementwiseCases() {
    return elementwise().stream()
        .flatMap(
            row ->
                row.types().stream()
                    .map(
                        t ->
                            Arguments.of(
                                row.primitive(), t, row.operands(), row.tolerance())));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("elementwiseCases")
  void elementwise(Primitive primitive, DType type, int operands, double tolerance) {
    Random random = new Random(primitive.name().hashCode());
    // Java's Math.pow and naive acosh differ from C's at special values; those have a test of
    // their own.
    boolean special = !List.of("pow", "acosh").contains(primitive.name());
    for (int[] shape : FEW_SHAPES) {
      Aval aval = aval(type, shape);
      List<Aval> avals = java.util.Collections.nCopies(operands, aval);
      List<Concrete> inputs =
          avals.stream().map(a -> Programs.random(random, a, special)).toList();
      Programs.compare(Programs.single(primitive, avals), inputs, tolerance);
    }
  }

  static Stream<Arguments> others() {
    List<Arguments> cases = new ArrayList<>();
    for (int[] shape : SHAPES) {
      add(cases, new Arithmetic.Add(), aval(FLOAT32, shape), aval(FLOAT32, shape));
      add(cases, new Arithmetic.Mul(), aval(FLOAT64, shape), aval(FLOAT64));
      add(cases, new Exponential.Exp(), aval(FLOAT32, shape));
      add(cases, new Comparison.Lt(), aval(INT32, shape), aval(INT32, shape));
    }
    for (DType t : List.of(FLOAT32, BOOL)) {
      add(cases, new Shaping.BroadcastInDim(Shape.of(4, 5), Axes.of()), aval(t));
      add(cases, new Shaping.BroadcastInDim(Shape.of(4, 5), Axes.of(1)), aval(t, 5));
      add(cases, new Shaping.BroadcastInDim(Shape.of(4, 5), Axes.of(0, 1)), aval(t, 4, 1));
      add(cases, new Shaping.Reshape(Shape.of(6, 4)), aval(t, 2, 3, 4));
      add(cases, new Shaping.Reshape(Shape.of(4, 3, 2)), aval(t, 2, 3, 4));
      add(cases, new Shaping.Reshape(Shape.of(24)), aval(t, 2, 3, 4));
      add(cases, new Shaping.Reshape(Shape.of(0, 3)), aval(t, 3, 0));
      add(cases, new Shaping.Squeeze(Axes.of(0, 2)), aval(t, 1, 3, 1));
      add(cases, new Shaping.Transpose(Axes.of(2, 0, 1)), aval(t, 2, 3, 4));
      add(cases, new Shaping.Transpose(Axes.of(1, 0)), aval(t, 33, 65));
      add(cases, new Shaping.Rev(Axes.of(0, 1)), aval(t, 5, 7));
      add(cases, new Slicing.Slice(Axes.of(1, 0), Axes.of(5, 6), Axes.of(2, 3)), aval(t, 5, 7));
      add(
          cases,
          new Slicing.Pad(new Slicing.Padding(Axes.of(1, -1), Axes.of(0, 2), Axes.of(2, 0))),
          aval(t, 3, 4),
          aval(t));
      add(
          cases,
          new Slicing.Concatenate(1),
          aval(t, 2, 3),
          aval(t, 2, 0),
          aval(t, 2, 5),
          aval(t, 2, 1));
      add(
          cases,
          new Comparison.SelectN(),
          aval(BOOL, 13),
          aval(t, 13),
          aval(t, 13));
    }
    for (DType t : List.of(FLOAT32, INT64, UINT32)) {
      add(cases, new Shaping.Iota(Shape.of(3, 7), t, 1));
      add(cases, new Shaping.Iota(Shape.of(3, 7), t, 0));
      for (int[] shape :
          new int[][] {{7}, {0}, {1}, {33, 5}, {5, 33}, {3, 0}, {0, 3}, {3, 5, 7}, {700, 9}, {20001}}) {
        List<Axes> which = new ArrayList<>(List.of(Axes.all(shape.length), Axes.of(0)));
        which.add(Axes.of(shape.length - 1));
        if (shape.length == 3) {
          which.add(Axes.of(0, 2));
          which.add(Axes.of(1));
        }
        for (Axes axes : which) {
          add(cases, new Reductions.ReduceSum(axes), aval(t, shape));
          add(cases, new Reductions.ReduceMax(axes), aval(t, shape));
          add(cases, new Reductions.ReduceMin(axes), aval(t, shape));
          add(cases, new Reductions.ReduceProd(axes), aval(t, shape));
        }
      }
    }
    for (DType t : List.of(BOOL, INT32)) {
      add(cases, new Reductions.ReduceAnd(Axes.of(0)), aval(t, 5, 33));
      add(cases, new Reductions.ReduceOr(Axes.of(1)), aval(t, 5, 33));
    }
    for (DType t : List.of(FLOAT32, FLOAT64, INT32)) {
      dots(cases, t, 3, 4, 5);
      dots(cases, t, 1, 7, 33);
      dots(cases, t, 33, 7, 1);
      dots(cases, t, 1, 1, 1025);
      dots(cases, t, 0, 3, 2);
      dots(cases, t, 3, 4, 0);
      dots(cases, t, 40, 30, 20);
      dots(cases, t, 65, 33, 17);
    }
    return cases.stream();
  }

  private static void add(List<Arguments> cases, Primitive primitive, Aval... operands) {
    cases.add(Arguments.of(primitive, List.of(operands)));
  }

  private static void dots(List<Arguments> cases, DType t, int m, int n, int k) {
    add(cases, dot(t, Axes.of(1), Axes.of(0), Axes.of(), Axes.of()), aval(t, m, k), aval(t, k, n));
    add(cases, dot(t, Axes.of(0), Axes.of(0), Axes.of(), Axes.of()), aval(t, k, m), aval(t, k, n));
    add(cases, dot(t, Axes.of(1), Axes.of(1), Axes.of(), Axes.of()), aval(t, m, k), aval(t, n, k));
    add(
        cases,
        dot(t, Axes.of(2), Axes.of(0), Axes.of(0), Axes.of(2)),
        aval(t, 3, m, k),
        aval(t, k, n, 3));
    add(
        cases,
        dot(t, Axes.of(0, 2), Axes.of(2, 1), Axes.of(), Axes.of()),
        aval(t, k, m, 2),
        aval(t, n, 2, k));
  }

  private static Primitive dot(DType t, Axes lc, Axes rc, Axes lb, Axes rb) {
    return new Contractions.DotGeneral(new Contractions.DimensionNumbers(lc, rc, lb, rb), t);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("others")
  void others(Primitive primitive, List<Aval> operands) {
    Random random = new Random(7);
    List<Concrete> inputs =
        operands.stream().map(a -> Programs.random(random, a, false)).toList();
    // Sums of numbers of both signs cancel, so the tolerance is that of the terms.
    Programs.compare(Programs.single(primitive, operands), inputs, 1e-4);
  }
}
