package jacobean.llvm.run;

import static jacobean.llvm.run.Programs.aval;
import static jacobean.type.DType.BFLOAT16;
import static jacobean.type.DType.COMPLEX128;
import static jacobean.type.DType.COMPLEX64;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;
import static jacobean.type.DType.UINT8;

import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.op.ArgReductions;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Contractions.DimensionNumbers;
import jacobean.op.Contractions.DotGeneral;
import jacobean.op.Cumulative;
import jacobean.op.Exponential;
import jacobean.op.FirstExtremes;
import jacobean.op.GatherScatterMode;
import jacobean.op.Hyperbolic;
import jacobean.op.Magnitudes;
import jacobean.op.Powers;
import jacobean.op.Reductions;
import jacobean.op.Scattering;
import jacobean.op.Shaping;
import jacobean.op.Trigonometric;
import jacobean.op.Windows;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations on arrays so large that they are cut into parts give what the reference gives. */
class LargeOperationsTest {
  private static final Random RANDOM = new Random(7);

  /** An operation, its operands, and how near its results must be. */
  record Case(Primitive primitive, Supplier<List<Concrete>> operands, double tolerance) {
    @Override
    public String toString() {
      return primitive + " on " + operands.get().stream().map(Concrete::aval).toList();
    }
  }

  private static Concrete numbers(DType dtype, int... shape) {
    return Programs.random(RANDOM, aval(dtype, shape), false);
  }

  /** Indexes for an axis, some of them beyond its ends. */
  private static Concrete places(int length, int... shape) {
    Aval type = aval(INT32, shape);
    return HostArray.ofIntegers(type, _ -> RANDOM.nextInt(length + 20) - 10).toConcrete();
  }

  static Stream<Case> cases() {
    return Stream.of(scatters(), scans(), reductions(), complex()).flatMap(s -> s);
  }

  private static final Windows ROWS = Windows.of(Axes.of(1), Axes.of(0), Axes.of(0));
  private static final Windows SINGLE = Windows.of(Axes.of(), Axes.of(0), Axes.of(0));
  private static final Windows BLOCKS = Windows.of(Axes.of(0, 2), Axes.of(), Axes.of(0, 1));
  private static final Windows BATCHED =
      new Windows(Axes.of(), Axes.of(1), Axes.of(1), Axes.of(0), Axes.of(0));

  private static Stream<Case> scatters() {
    var cases = new ArrayList<Case>();
    for (var mode : GatherScatterMode.values()) {
      for (var dtype : List.of(FLOAT32, INT32, BFLOAT16)) {
        double tolerance = dtype == FLOAT32 ? 1e-4 : 0;
        cases.add(
            new Case(
                new Scattering.ScatterAdd(ROWS, mode, false),
                () ->
                    List.of(numbers(dtype, 70, 131), places(70, 999, 1), numbers(dtype, 999, 131)),
                tolerance));
        cases.add(
            new Case(
                new Scattering.Scatter(SINGLE, mode, false),
                () -> List.of(numbers(dtype, 999), places(999, 50000, 1), numbers(dtype, 50000)),
                0));
        cases.add(
            new Case(
                new Scattering.Scatter(BLOCKS, mode, false),
                () ->
                    List.of(numbers(dtype, 50, 60), places(50, 300, 2), numbers(dtype, 9, 300, 7)),
                0));
        cases.add(
            new Case(
                new Scattering.ScatterMax(BATCHED, mode, false),
                () ->
                    List.of(
                        numbers(dtype, 65, 33), places(33, 65, 900, 1), numbers(dtype, 65, 900)),
                0));
      }
    }
    return cases.stream();
  }

  private static Stream<Case> scans() {
    var cases = new ArrayList<Case>();
    for (var shape :
        List.of(new int[] {3, 10001}, new int[] {4001, 150}, new int[] {3, 2500, 37})) {
      for (int axis = 0; axis < shape.length; axis++) {
        boolean reverse = axis == 1;
        for (var dtype : List.of(FLOAT32, FLOAT64, BFLOAT16, INT32, UINT8)) {
          Supplier<List<Concrete>> operands = () -> List.of(numbers(dtype, shape));
          for (var p :
              List.<Primitive>of(
                  new Cumulative.CumSum(axis, reverse),
                  new Cumulative.CumProd(axis, reverse),
                  new Cumulative.CumMax(axis, reverse),
                  new Cumulative.CumMin(axis, reverse))) {
            double tolerance = dtype == FLOAT64 ? 1e-9 : dtype == FLOAT32 ? 2e-7 : 0;
            cases.add(new Case(p, operands, tolerance));
          }
        }
        Supplier<List<Concrete>> special =
            () -> List.of(Programs.random(RANDOM, aval(FLOAT32, shape), true));
        cases.add(new Case(new Cumulative.CumMax(axis, reverse), special, 0));
        cases.add(new Case(new Cumulative.CumLogSumExp(axis, reverse), special, 2e-7));
      }
    }
    return cases.stream();
  }

  /** Reductions of long and of very short axes, and places of extremes. */
  private static Stream<Case> reductions() {
    var cases = new ArrayList<Case>();
    for (var shape : List.of(new int[] {70000}, new int[] {301, 407, 3}, new int[] {5, 2, 999})) {
      for (int axis = 0; axis < shape.length; axis++) {
        for (var dtype : List.of(FLOAT32, FLOAT64, BFLOAT16, INT32, UINT8)) {
          Supplier<List<Concrete>> operands =
              () -> List.of(Programs.random(RANDOM, aval(dtype, shape), true));
          for (var p :
              List.<Primitive>of(
                  new ArgReductions.ArgMax(axis),
                  new ArgReductions.ArgMin(axis),
                  new FirstExtremes.FirstMax(axis),
                  new Reductions.ReduceMin(Axes.of(axis)))) {
            cases.add(new Case(p, operands, 0));
          }
        }
        cases.add(
            new Case(
                new Reductions.ReduceSum(Axes.of(axis)),
                () -> List.of(numbers(FLOAT64, shape)),
                1e-9));
      }
    }
    return cases.stream();
  }

  /** Loops over complex numbers, which are taken apart, and their products. */
  private static Stream<Case> complex() {
    var cases = new ArrayList<Case>();
    for (var dtype : List.of(COMPLEX64, COMPLEX128)) {
      double tolerance = dtype == COMPLEX64 ? 1e-5 : 1e-13;
      for (int axis = 0; axis < 2; axis++) {
        Supplier<List<Concrete>> matrix = () -> List.of(numbers(dtype, 3001, 70));
        cases.add(new Case(new Reductions.ReduceSum(Axes.of(axis)), matrix, 10 * tolerance));
        cases.add(new Case(new Reductions.ReduceProd(Axes.of(axis)), matrix, 1e-3));
        cases.add(new Case(new Cumulative.CumSum(axis, axis == 1), matrix, 10 * tolerance));
        cases.add(new Case(new Shaping.Transpose(Axes.of(1, 0)), matrix, 0));
        for (int other = 0; other < 2; other++) {
          var numbers = new DimensionNumbers(Axes.of(axis), Axes.of(other), Axes.of(), Axes.of());
          int[] left = axis == 0 ? new int[] {60, 50} : new int[] {50, 60};
          int[] right = other == 0 ? new int[] {60, 70} : new int[] {70, 60};
          cases.add(
              new Case(
                  new DotGeneral(numbers, dtype),
                  () -> List.of(numbers(dtype, left), numbers(dtype, right)),
                  100 * tolerance));
        }
      }
      for (var p :
          List.<Primitive>of(
              new Arithmetic.Mul(), new Arithmetic.Div(), new Powers.Pow(), new Comparison.Eq())) {
        cases.add(
            new Case(
                p, () -> List.of(numbers(dtype, 40000), numbers(dtype, 40000)), 10 * tolerance));
      }
      for (var p :
          List.<Primitive>of(
              new Exponential.Exp(),
              new Exponential.Log(),
              new Hyperbolic.Tanh(),
              new Trigonometric.Tan(),
              new Powers.Sqrt(),
              new Magnitudes.Abs())) {
        cases.add(new Case(p, () -> List.of(numbers(dtype, 40000)), 10 * tolerance));
      }
      cases.add(
          new Case(
              new Scattering.ScatterAdd(ROWS, GatherScatterMode.FILL_OR_DROP, false),
              () -> List.of(numbers(dtype, 70, 131), places(70, 999, 1), numbers(dtype, 999, 131)),
              100 * tolerance));
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void engineIsReference(Case c) {
    List<Concrete> operands = c.operands.get();
    var types = operands.stream().map(Concrete::aval).toList();
    Programs.compare(Programs.single(c.primitive, types), operands, c.tolerance);
  }
}
