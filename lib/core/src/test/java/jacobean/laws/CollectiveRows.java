package jacobean.laws;

import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;

import jacobean.core.Collective;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.op.Arithmetic;
import jacobean.op.Batching;
import jacobean.op.Conversion;
import jacobean.parallel.AxisIndex;
import jacobean.parallel.Extremes;
import jacobean.parallel.Gathering;
import jacobean.parallel.Ppermute;
import jacobean.parallel.Ppermute.Pair;
import jacobean.parallel.Psum;
import jacobean.testing.Close;
import jacobean.transform.Batch;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Collective operations, each in a batch whose axis has the name; the first axis is the batch's.
 */
final class CollectiveRows {
  private static final String AXIS = "i";

  private CollectiveRows() {}

  static List<Row> rows() {
    return List.of(
        onFour(new Psum(AXIS)).within(Close.SUMS),
        onFour(new Extremes.Pmax(AXIS)),
        onFour(new Extremes.Pmin(AXIS)),
        onFour(new Gathering.AllGather(AXIS, 0, 4)),
        onFour(new Gathering.AllGather(AXIS, 1, 4)),
        onFour(new Gathering.ReduceScatter(AXIS, 0, 4)).within(Close.SUMS),
        onFour(new Gathering.AllToAll(AXIS, 0, 0, 4)),
        onFour(new Gathering.AllToAll(AXIS, 0, 1, 4)),
        onFour(
            new Ppermute(
                AXIS, List.of(new Pair(0, 1), new Pair(1, 2), new Pair(2, 3), new Pair(3, 0)))),
        onFour(new Ppermute(AXIS, List.of(new Pair(3, 0), new Pair(1, 3)))),
        row(
                new AxisIndex(AXIS),
                4,
                x ->
                    List.of(
                        Arithmetic.mul(
                            x.getFirst(),
                            Conversion.convert(index(x.getFirst()), x.getFirst().dtype()))))
            .on(real(4))
            .on(integers(INT32, -9, 9, 4)));
  }

  private static Value index(Value like) {
    var index = new AxisIndex(AXIS).bind(List.of()).getFirst();
    return jacobean.op.Shaping.broadcastTo(index, like.shape());
  }

  private static Numbers real(int... shape) {
    return reals(FLOAT64, -3, 3, shape);
  }

  private static Row onFour(Collective p) {
    return row(p, 4, x -> p.bind(x))
        .on(real(4, 4, 3))
        .on(reals(FLOAT32, -3, 3, 4, 4, 2))
        .on(integers(INT32, -9, 9, 4, 4, 2))
        .on(real(4, 4, 0));
  }

  private static Row row(Primitive p, int size, Function<List<Value>, List<Value>> f) {
    Function<List<Value>, List<Value>> batched =
        operands -> {
          var axes = operands.stream().map(_ -> 0).toList();
          var out = Batch.apply(f, operands, axes, size, Batch.Axis.PLAIN.named(AXIS));
          return IntStream.range(0, out.values().size())
              .mapToObj(i -> Batching.alignFront(out.values().get(i), out.axes().get(i), size))
              .toList();
        };
    return new Row(p.toString(), p, batched, List.of(), true, Set.of(), Close.ELEMENTWISE);
  }
}
