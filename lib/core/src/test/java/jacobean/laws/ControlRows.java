package jacobean.laws;

import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.primitive;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;

import jacobean.control.BatchedWhile;
import jacobean.control.Cond;
import jacobean.control.Scan;
import jacobean.control.While;
import jacobean.core.Jaxpr;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Conversion;
import jacobean.op.Exponential;
import jacobean.op.Powers;
import jacobean.op.Reductions;
import jacobean.op.Trigonometric;
import jacobean.testing.Close;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The rows of {@link OperationTable} for primitives that branch and loop. */
final class ControlRows {
  private ControlRows() {}

  private static final Aval REAL = Aval.scalar(FLOAT64);

  private static Jaxpr program(Function<List<Value>, List<Value>> f, Aval... types) {
    return Stage.trace("control", f, List.of(types)).jaxpr();
  }

  private static Numbers real(int... shape) {
    return reals(FLOAT64, -1, 1, shape);
  }

  static List<Row> rows() {
    var rows = new ArrayList<Row>();
    for (int n : new int[] {0, 1, 7}) {
      rows.addAll(scans(n));
    }
    rows.add(scanOfMatrices());
    rows.add(nested());
    rows.addAll(whiles());
    rows.addAll(conds());
    return rows;
  }

  private static List<Row> scans(int n) {
    // One constant, one carry, one array; a residual of each kind.
    var recurrence =
        program(
            x -> {
              var slope = Trigonometric.cos(x.get(0));
              var next =
                  Arithmetic.add(Arithmetic.mul(Trigonometric.sin(x.get(1)), x.get(2)), slope);
              return List.of(next, Arithmetic.mul(Arithmetic.mul(x.get(1), x.get(2)), slope));
            },
            REAL,
            REAL,
            REAL);
    // The carry counts, is handed on, and starts as what does not move.
    var counting =
        program(
            x ->
                List.of(
                    Arithmetic.add(x.get(0), Arithmetic.constant(INT32, 1)),
                    x.get(2),
                    Arithmetic.add(x.get(1), Conversion.convert(x.get(0), FLOAT64)),
                    x.get(0)),
            Aval.scalar(INT32),
            REAL,
            REAL);
    var map = program(x -> List.of(Exponential.exp(x.get(0)), x.get(0)), REAL);
    return List.of(
        primitive(new Scan(recurrence, n, 1, 1, false, 1))
            .on(real(), real(), real(n))
            .within(Close.SUMS),
        primitive(new Scan(recurrence, n, 1, 1, true, 2))
            .on(real(), real(), real(n))
            .within(Close.SUMS),
        primitive(new Scan(counting, n, 3, 0, false, 1)).on(integers(INT32, -3, 3), real(), real()),
        primitive(new Scan(map, n, 0, 0, false, 1)).on(real(n)));
  }

  private static Row scanOfMatrices() {
    var row = Aval.of(Shape.of(5), FLOAT32);
    var body =
        program(
            x -> {
              var sum = Reductions.sumAll(Arithmetic.mul(x.get(1), x.get(2)));
              return List.of(
                  Arithmetic.add(Arithmetic.mul(x.get(0), x.get(1)), x.get(2)), x.get(1), sum);
            },
            row,
            row,
            row);
    return primitive(new Scan(body, 4, 1, 1, true, 1))
        .on(reals(FLOAT32, -1, 1, 5), reals(FLOAT32, -1, 1, 5), reals(FLOAT32, -1, 1, 4, 5))
        .within(Close.SUMS);
  }

  private static Row nested() {
    var inner =
        new Scan(
            program(
                x -> List.of(Trigonometric.sin(Arithmetic.mul(x.get(0), x.get(1)))), REAL, REAL),
            3,
            1,
            0,
            false,
            1);
    var outer =
        program(
            x -> {
              var y = inner.bind(List.of(x.get(0), x.get(1))).getFirst();
              return List.of(y, Powers.square(y));
            },
            REAL,
            Aval.of(Shape.of(3), FLOAT64));
    return primitive(new Scan(outer, 2, 1, 0, false, 1)).on(real(), real(2, 3)).within(Close.SUMS);
  }

  /** Loops that count, as derivatives by differences need: the number of steps does not move. */
  private static List<Row> whiles() {
    var count = Aval.scalar(INT32);
    var below = program(x -> List.of(Comparison.lt(x.get(1), x.get(0))), count, count, REAL);
    var body =
        program(
            x ->
                List.of(
                    Arithmetic.add(x.get(1), Arithmetic.constant(INT32, 1)),
                    Arithmetic.mul(Trigonometric.sin(x.get(2)), x.get(0))),
            REAL,
            count,
            REAL);
    var reals = Aval.of(Shape.of(3), FLOAT64);
    var counts = Aval.of(Shape.of(3), INT32);
    var anyBelow = program(x -> List.of(Comparison.lt(x.get(1), x.get(0))), count, counts, reals);
    var bodies =
        program(
            x ->
                List.of(
                    Arithmetic.add(x.get(1), Arithmetic.constant(INT32, 1)),
                    Arithmetic.mul(Trigonometric.sin(x.get(2)), x.get(0))),
            REAL,
            counts,
            reals);
    // Their derivatives go forward only, which the laws of transposition cannot be asked of.
    return List.of(
        primitive(new BatchedWhile(bodies, 1, anyBelow, 1))
            .on(integers(INT32, 0, 5), real(), integers(INT32, 0, 3, 3), real(3))
            .within(Close.SUMS),
        primitive(new While(body, 1, below, 1))
            .on(integers(INT32, 0, 5), real(), integers(INT32, 0, 3), real())
            .within(Close.SUMS));
  }

  private static List<Row> conds() {
    var index = integers(INT32, -1, 3);
    // Different operands move in different branches, and one result is an input.
    var sine =
        program(
            x -> List.of(Trigonometric.sin(Arithmetic.mul(x.get(0), x.get(1))), x.get(0)),
            REAL,
            REAL);
    var other =
        program(x -> List.of(Powers.square(x.get(1)), Exponential.exp(x.get(1))), REAL, REAL);
    var constant = program(x -> List.of(Arithmetic.constant(FLOAT64, 2), x.get(1)), REAL, REAL);
    var vector = Aval.of(Shape.of(7), DType.FLOAT64);
    return List.of(
        primitive(new Cond(List.of(sine, other, constant))).on(index, real(), real()),
        primitive(new Cond(List.of(other, sine)))
            .on(integers(INT32, 0, 0), real(), real())
            .on(integers(INT32, 1, 1), real(), real()),
        primitive(
                new Cond(
                    List.of(
                        program(x -> List.of(Trigonometric.sin(x.get(0))), vector),
                        program(x -> List.of(x.get(0)), vector))))
            .on(index, real(7)));
  }
}
