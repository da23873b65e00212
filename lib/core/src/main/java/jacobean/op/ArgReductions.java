package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where along one axis the greatest or smallest element stands first; a NaN counts as both. */
public final class ArgReductions {
  private ArgReductions() {}

  /** The family of the two. */
  interface ArgReduce extends Flat, Primitive.Composite {
    int axis();

    /** The element that stands there. */
    Value best(Value x);

    /** Whether x takes the place of y. */
    boolean beats(double x, double y);

    /** The same of integers of which x is less, equal or greater: -1, 0, 1. */
    boolean beats(int order);

    ArgReduce along(int axis);

    @Override
    default SortedMap<String, Object> params() {
      return new TreeMap<>(Map.of("axes", Axes.of(axis()), "index_dtype", DType.INT32));
    }

    @Override
    default List<Aval> abstractEval(List<Aval> operands) {
      var x = operands.getFirst();
      if (x.shape().dim(axis()) == 0) {
        throw new ShapeException(
            name() + ": axis " + axis() + " of " + x + " is empty, so there is no place to name.");
      }
      return List.of(Aval.of(x.shape().drop(axis()), DType.INT32));
    }

    @Override
    default List<HostArray> eval(List<HostArray> operands) {
      var x = operands.getFirst();
      var out = abstractEval(List.of(x.aval())).getFirst();
      long stride = x.shape().strides()[axis()];
      int length = x.shape().dim(axis());
      return List.of(
          HostArray.ofIntegers(
              out,
              p -> {
                long start = p / stride * stride * length + p % stride;
                int best = 0;
                for (int i = 1; i < length; i++) {
                  long a = start + i * stride;
                  long b = start + best * stride;
                  if (x.dtype().isFloating()
                      ? beats(x.real(a), x.real(b))
                      : beats(x.dtype().compare(x.integer(a), x.integer(b)))) {
                    best = i;
                  }
                }
                return best;
              }));
    }

    /** The first of the places where the best element stands, or a NaN. */
    @Override
    default Jaxpr body(List<Aval> operands) {
      return Stage.trace(
              name(),
              inputs -> {
                var x = inputs.getFirst();
                var best = Reductions.expand(best(x), x.shape(), Axes.of(axis()));
                var wins = Bitwise.or(Comparison.eq(x, best), Comparison.ne(x, x));
                var place = Shaping.iota(x.shape(), DType.INT32, axis());
                var none = Shaping.full(x.shape(), DType.INT32, x.shape().dim(axis()));
                var candidates = Comparison.select(wins, place, none);
                return List.of(Reductions.min(candidates, Axes.of(axis())));
              },
              operands)
          .jaxpr();
    }

    @Override
    default Batched batch(List<Value> operands, List<Integer> axes, int size) {
      int batch = axes.getFirst();
      int shifted = axis() >= batch ? axis() + 1 : axis();
      return Batched.of(
          along(shifted).bind1(operands.getFirst()), batch > shifted ? batch - 1 : batch);
    }
  }

  /** Where the greatest stands. */
  public record ArgMax(int axis) implements ArgReduce {
    @Override
    public String name() {
      return "argmax";
    }

    @Override
    public boolean beats(double x, double y) {
      return x > y || (Double.isNaN(x) && !Double.isNaN(y));
    }

    @Override
    public boolean beats(int order) {
      return order > 0;
    }

    @Override
    public Value best(Value x) {
      return Reductions.max(x, Axes.of(axis));
    }

    @Override
    public ArgReduce along(int axis) {
      return new ArgMax(axis);
    }
  }

  /** Where the smallest stands. */
  public record ArgMin(int axis) implements ArgReduce {
    @Override
    public String name() {
      return "argmin";
    }

    @Override
    public boolean beats(double x, double y) {
      return x < y || (Double.isNaN(x) && !Double.isNaN(y));
    }

    @Override
    public boolean beats(int order) {
      return order < 0;
    }

    @Override
    public Value best(Value x) {
      return Reductions.min(x, Axes.of(axis));
    }

    @Override
    public ArgReduce along(int axis) {
      return new ArgMin(axis);
    }
  }

  public static Value argmax(Value x, int axis) {
    return new ArgMax(axis).bind1(x);
  }

  public static Value argmin(Value x, int axis) {
    return new ArgMin(axis).bind1(x);
  }
}
