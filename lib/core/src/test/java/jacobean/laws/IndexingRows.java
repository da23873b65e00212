package jacobean.laws;

import static jacobean.laws.Numbers.bools;
import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.primitive;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;
import static jacobean.type.DType.INT64;
import static jacobean.type.DType.UINT32;

import jacobean.core.Primitive;
import jacobean.op.Cumulative;
import jacobean.op.DynamicSlicing.DynamicSlice;
import jacobean.op.DynamicSlicing.DynamicUpdateSlice;
import jacobean.op.GatherScatterMode;
import jacobean.op.Gathering.Gather;
import jacobean.op.Scattering;
import jacobean.op.Sorting.Sort;
import jacobean.op.Sorting.TopK;
import jacobean.op.Windows;
import jacobean.testing.Close;
import jacobean.type.Axes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The rows of {@link OperationTable} for primitives that index, sort and accumulate. */
final class IndexingRows {
  private IndexingRows() {}

  static List<Row> rows() {
    return Stream.of(gathers(), scatters(), parts(), sorts(), accumulations())
        .flatMap(List::stream)
        .toList();
  }

  private static Numbers real(int... shape) {
    return reals(FLOAT64, -1, 1, shape);
  }

  private static Numbers places(int most, int... shape) {
    return integers(INT32, -2, most, shape);
  }

  /** Rows of a matrix; single elements; a row for each of a batch; blocks, transposed. */
  private static final Windows ROWS = Windows.of(Axes.of(1), Axes.of(0), Axes.of(0));

  private static final Windows SINGLE = Windows.of(Axes.of(), Axes.of(0, 1), Axes.of(1, 0));
  private static final Windows BATCHED =
      new Windows(Axes.of(), Axes.of(1), Axes.of(1), Axes.of(0), Axes.of(0));
  private static final Windows BLOCKS = Windows.of(Axes.of(0, 2), Axes.of(), Axes.of(0, 1));

  private static List<Row> gathers() {
    var all = new ArrayList<Row>();
    for (var mode : GatherScatterMode.values()) {
      all.add(
          gather(ROWS, mode, 1, 3)
              .on(real(5, 3), places(6, 4, 1))
              .on(reals(FLOAT32, -1, 1, 5, 3), places(6, 33, 1))
              .on(integers(INT64, -9, 9, 5, 3), integers(UINT32, 0, 6, 2, 1)));
      all.add(
          gather(SINGLE, mode, 1, 1)
              .on(real(5, 3), places(5, 2, 3, 2))
              .on(bools(5, 3), places(5, 2, 3, 2))
              .on(real(5, 3), places(5, 0, 2)));
      all.add(
          gather(BATCHED, mode, 1, 1)
              .on(real(4, 3), places(4, 4, 1))
              .on(real(4, 3), places(4, 4, 2, 1)));
      all.add(gather(BLOCKS, mode, 2, 2).on(real(5, 3), places(5, 3, 2)));
    }
    return all;
  }

  private static Row gather(Windows numbers, GatherScatterMode mode, int... sizes) {
    return primitive(new Gather(numbers, 7, mode, Axes.of(sizes)));
  }

  private static List<Row> scatters() {
    var all = new ArrayList<Row>();
    for (var mode : GatherScatterMode.values()) {
      for (BiFunction<Windows, Boolean, Primitive> p :
          List.<BiFunction<Windows, Boolean, Primitive>>of(
              (n, u) -> new Scattering.Scatter(n, mode, u),
              (n, u) -> new Scattering.ScatterAdd(n, mode, u),
              (n, u) -> new Scattering.ScatterMul(n, mode, u),
              (n, u) -> new Scattering.ScatterMin(n, mode, u),
              (n, u) -> new Scattering.ScatterMax(n, mode, u))) {
        all.add(
            primitive(p.apply(ROWS, false))
                .on(real(5, 3), places(6, 4, 1), real(4, 3))
                .on(integers(INT32, -9, 9, 5, 3), places(6, 13, 1), integers(INT32, -9, 9, 13, 3)));
        all.add(
            primitive(p.apply(SINGLE, false))
                .on(real(5, 3), places(5, 2, 3, 2), real(2, 3))
                .on(real(5, 3), places(5, 0, 2), real(0)));
        all.add(primitive(p.apply(BATCHED, false)).on(real(4, 3), places(4, 4, 2, 1), real(4, 2)));
        // One index vector: no place is written twice.
        all.add(primitive(p.apply(BLOCKS, true)).on(real(5, 3), places(5, 1, 2), real(2, 1, 2)));
      }
    }
    return all;
  }

  private static List<Row> parts() {
    return List.of(
        primitive(new DynamicSlice(Axes.of(3)))
            .on(real(7), places(9))
            .on(reals(FLOAT32, -1, 1, 1025), integers(INT64, 0, 1025))
            .on(bools(7), integers(UINT32, 0, 9)),
        primitive(new DynamicSlice(Axes.of(2, 3))).on(real(5, 3), places(6), places(6)),
        primitive(new DynamicSlice(Axes.of(0, 1))).on(real(5, 3), places(6), places(6)),
        primitive(new DynamicSlice(Axes.of())).on(real()),
        primitive(new DynamicUpdateSlice())
            .on(real(7), real(3), places(9))
            .on(real(5, 3), real(2, 3), places(6), places(6))
            .on(real(5, 3), real(2, 1), places(6), places(6))
            .on(real(5), real(0), places(6))
            .on(integers(INT32, -9, 9, 33), integers(INT32, -9, 9, 13), places(40)));
  }

  private static List<Row> sorts() {
    return List.of(
        primitive(new Sort(0, true, 1))
            .on(real(7))
            .on(real(0))
            .on(real(1))
            .on(reals(FLOAT32, -1, 1, 1025))
            .on(real(5), real(5))
            .on(bools(13), real(13)),
        primitive(new Sort(1, true, 1))
            .on(real(3, 5))
            .on(integers(INT32, -9, 9, 3, 13), reals(FLOAT32, -1, 1, 3, 13)),
        primitive(new Sort(0, true, 2))
            .on(integers(INT64, 0, 2, 13), integers(UINT32, 0, 0xFFFF_FFFFL, 13), real(13))
            .on(real(5, 3), real(5, 3)),
        primitive(new TopK(3))
            .on(real(7))
            .on(real(2, 5))
            .on(integers(INT32, 0, 2, 13))
            .on(reals(FLOAT32, -1, 1, 33)),
        primitive(new TopK(0)).on(real(2, 5)));
  }

  private static List<Row> accumulations() {
    var all = new ArrayList<Row>();
    for (int axis : new int[] {0, 1}) {
      for (boolean reverse : new boolean[] {false, true}) {
        var log = new Cumulative.CumLogSumExp(axis, reverse);
        all.add(
            primitive(log)
                .on(real(5, 3))
                .on(real(3, 7))
                .on(reals(FLOAT32, -1, 1, 3, 33))
                .within(Close.SUMS));
        for (var p :
            List.<Primitive>of(
                new Cumulative.CumSum(axis, reverse),
                new Cumulative.CumProd(axis, reverse),
                new Cumulative.CumMax(axis, reverse),
                new Cumulative.CumMin(axis, reverse))) {
          all.add(
              primitive(p)
                  .on(real(5, 3))
                  .on(real(3, 7))
                  .on(real(0, 0))
                  .on(real(1, 1))
                  .on(integers(INT32, -3, 3, 3, 13))
                  .within(Close.SUMS));
        }
      }
    }
    return all;
  }
}
