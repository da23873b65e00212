package jacobean.fuzz;

import jacobean.Array;
import jacobean.fuzz.Pool.Maker;
import jacobean.fuzz.Program.Step;
import jacobean.jnp;
import jacobean.lax;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Steps that select elements, and that put others in their places. */
final class IndexSteps {
  private IndexSteps() {}

  static List<Maker> makers() {
    return List.of(
        IndexSteps::get,
        IndexSteps::get,
        IndexSteps::get,
        IndexSteps::at,
        IndexSteps::at,
        IndexSteps::take,
        IndexSteps::gather,
        IndexSteps::scatter,
        IndexSteps::scatter,
        IndexSteps::dynamicSlice,
        IndexSteps::dynamicUpdateSlice,
        IndexSteps::takeAlongAxis,
        IndexSteps::searchsorted);
  }

  private static Optional<Integer> full(Pool p) {
    return p.any(x -> x.ndim() > 0 && x.size() > 0);
  }

  /** Integers, slices, new axes and an ellipsis. */
  private static String index(Pool p, Array x) {
    var entries = new ArrayList<String>();
    int used = 1 + p.below(x.ndim());
    for (int i = 0; i < used; i++) {
      int n = x.shape(i);
      entries.add(
          switch (p.below(7)) {
            case 0 -> String.valueOf(p.below(2 * n) - n);
            case 1 -> "::-1";
            case 2 -> p.below(n) + ":";
            case 3 -> ":" + (1 + p.below(n));
            case 4 -> -1 - p.below(n) + "::2";
            case 5 -> "::" + (1 + p.below(3));
            default -> ":";
          });
    }
    if (p.below(4) == 0) {
      entries.add(p.below(entries.size() + 1), "None");
    }
    if (p.below(4) == 0) {
      entries.add("...");
    }
    return entries.stream().collect(Collectors.joining(", "));
  }

  private static Optional<Step> get(Pool p) {
    return full(p)
        .flatMap(
            x -> {
              var index = index(p, p.get(x));
              return p.step("get \"" + index + "\"", v -> v.get(index), x);
            });
  }

  private static Optional<Step> at(Pool p) {
    var how = p.one("set", "add", "multiply", "max", "min");
    return full(p)
        .flatMap(
            x -> {
              var index = index(p, p.get(x));
              var place = p.get(x).get(index);
              return p.any(
                      y ->
                          y.dtype() == p.get(x).dtype()
                              && (y.ndim() == 0 || y.shape().equals(place.shape())))
                  .flatMap(
                      y ->
                          p.steps(
                              "at \"" + index + "\" " + how,
                              in -> List.of(put(in.get(0), how, in.get(1), index)),
                              x,
                              y));
            });
  }

  private static Array put(Array x, String how, Array y, Object... index) {
    var at = x.at(index);
    return switch (how) {
      case "set" -> at.set(y);
      case "add" -> at.add(y);
      case "multiply" -> at.multiply(y);
      case "max" -> at.max(y);
      default -> at.min(y);
    };
  }

  private static Optional<Integer> integers(Pool p) {
    return p.any(i -> i.dtype() == DType.INT32 && i.ndim() <= 2 && i.size() <= 40);
  }

  /** Any integers as places within a length. */
  private static Array places(Array i, int length) {
    return jnp.remainder(i, length);
  }

  private static Optional<Step> take(Pool p) {
    var mode = p.one("clip", "wrap", "fill");
    return full(p)
        .flatMap(
            x -> {
              int axis = p.axis(p.get(x));
              return integers(p)
                  .flatMap(
                      i ->
                          p.steps(
                              "take " + mode + " axis " + axis,
                              in ->
                                  List.of(jnp.nanToNum(jnp.take(in.get(0), in.get(1), axis, mode))),
                              x,
                              i));
            });
  }

  private static Optional<Step> gather(Pool p) {
    return full(p)
        .flatMap(
            x ->
                integers(p)
                    .flatMap(
                        i ->
                            p.steps(
                                "get of places",
                                in ->
                                    List.of(
                                        in.get(0)
                                            .get(places(in.get(1), in.get(0).shape(0)), "...")),
                                x,
                                i)));
  }

  private static Optional<Step> scatter(Pool p) {
    // Which of several set values stays is not told, so not set.
    var how = p.one("add", "max", "min", "multiply");
    return full(p)
        .flatMap(
            x ->
                integers(p)
                    .flatMap(
                        i ->
                            p.any(y -> y.ndim() == 0 && y.dtype() == p.get(x).dtype())
                                .flatMap(
                                    y ->
                                        p.steps(
                                            "at places " + how,
                                            in ->
                                                List.of(
                                                    put(
                                                        in.get(0),
                                                        how,
                                                        in.get(2),
                                                        places(in.get(1), in.get(0).shape(0)))),
                                            x,
                                            i,
                                            y))));
  }

  private static Optional<Step> dynamicSlice(Pool p) {
    return full(p)
        .flatMap(
            x -> {
              int axis = p.below(p.get(x).ndim());
              int size = 1 + p.below(p.get(x).shape(axis));
              return p.any(i -> i.dtype() == DType.INT32 && i.ndim() == 0)
                  .flatMap(
                      i ->
                          p.steps(
                              "dynamicSliceInDim " + size + " axis " + axis,
                              in ->
                                  List.of(lax.dynamicSliceInDim(in.get(0), in.get(1), size, axis)),
                              x,
                              i));
            });
  }

  private static Optional<Step> dynamicUpdateSlice(Pool p) {
    return full(p)
        .flatMap(
            x ->
                p.any(i -> i.dtype() == DType.INT32 && i.ndim() == 0)
                    .flatMap(
                        i ->
                            p.steps(
                                "dynamicUpdateSliceInDim of its start",
                                in ->
                                    List.of(
                                        lax.dynamicUpdateSliceInDim(
                                            in.get(0), in.get(0).get("0:1"), in.get(1), 0)),
                                x,
                                i)));
  }

  private static Optional<Step> takeAlongAxis(Pool p) {
    return full(p)
        .flatMap(
            x -> {
              int axis = p.axis(p.get(x));
              return p.step(
                  "takeAlongAxis of argsort, axis " + axis,
                  v -> jnp.takeAlongAxis(v, jnp.argsort(v, axis), axis),
                  x);
            });
  }

  private static Optional<Step> searchsorted(Pool p) {
    return p.any(x -> x.ndim() == 1 && x.size() > 0)
        .flatMap(
            x ->
                p.any(y -> y.dtype() == p.get(x).dtype())
                    .flatMap(
                        y ->
                            p.steps(
                                "searchsorted",
                                in -> List.of(jnp.searchsorted(jnp.sort(in.get(0)), in.get(1))),
                                x,
                                y)));
  }
}
