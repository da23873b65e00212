package jacobean.laws;

import static jacobean.laws.Families.LENGTHS;
import static jacobean.laws.Families.real;
import static jacobean.laws.Numbers.bools;
import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.primitive;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;
import static jacobean.type.DType.INT64;
import static jacobean.type.DType.UINT32;

import jacobean.core.Concrete;
import jacobean.core.Primitive;
import jacobean.op.ArgReductions;
import jacobean.op.Constant;
import jacobean.op.Contractions.DimensionNumbers;
import jacobean.op.Contractions.DotGeneral;
import jacobean.op.FirstExtremes;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.op.Slicing.Padding;
import jacobean.testing.Close;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of the primitives that reduce, move, take and join elements, and of products. */
final class ShapeRows {
  private ShapeRows() {}

  static List<Row> rows() {
    return Stream.of(reductions(), shapes(), parts(), products()).flatMap(List::stream).toList();
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
          List.<Primitive>of(
              new ArgReductions.ArgMax(axis),
              new ArgReductions.ArgMin(axis),
              new FirstExtremes.FirstMax(axis),
              new FirstExtremes.FirstMin(axis))) {
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
        primitive(new Shaping.Iota(Shape.of(0), UINT32, 0)).on(),
        primitive(constant(real(-1, 1, 3, 5))).on(),
        primitive(constant(integers(UINT32, 0, 9, 0))).on());
  }

  private static Primitive constant(Numbers numbers) {
    return new Constant((Concrete) numbers.draw(1));
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
}
