package jacobean;

import jacobean.core.AxisNames;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Conversion;
import jacobean.op.Shaping;
import jacobean.parallel.AxisIndex;
import jacobean.parallel.Extremes;
import jacobean.parallel.Gathering;
import jacobean.parallel.Ppermute;
import jacobean.parallel.Psum;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The part of {@link lax} that lets the examples of a batch exchange values, inside functions given
 * to {@code vmap} or {@code pmap} with {@link jax#axisName}. All throw {@link ShapeException} where
 * no axis of the name is in scope.
 */
abstract sealed class LaxParallel extends LaxControl permits LaxGroups {

  /**
   * The sum of x over all examples. {@code lax.psum}.
   *
   * {@snippet :
   * vmap(x -> x.div(lax.psum(x, "i")), axisName("i")).apply(jnp.array(1., 3.)) // => [0.25 0.75]
   * lax.psum(jnp.ones(2), "i") // throws ShapeException
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static Array psum(Array x, String axisName) {
    AxisNames.size("psum", axisName);
    return on(x, v -> new Psum(axisName).bind1(summable(v)));
  }

  /** The sum of each leaf of a tree over all examples. */
  public static <T> T psum(T tree, String axisName) {
    return leaves("psum", tree, x -> psum(x, axisName));
  }

  /** The sum over the examples of several axes. */
  public static Array psum(Array x, List<String> axisNames) {
    return over(x, axisNames, LaxParallel::psum);
  }

  /**
   * The mean of x over all examples. {@code lax.pmean}.
   *
   * {@snippet :
   * vmap(x -> x.minus(lax.pmean(x, "i")), axisName("i")).apply(jnp.array(1., 3.)) // => [-1. 1.]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws ShapeException if no axis has this name here
   */
  public static Array pmean(Array x, String axisName) {
    int n = AxisNames.size("pmean", axisName);
    var sum = psum(x, axisName).value();
    var real = sum.dtype().isFloating() ? sum : Conversion.convert(sum, DType.FLOAT32);
    return Array.of(Arithmetic.div(real, Shaping.full(real.shape(), real.dtype(), n)));
  }

  /** The mean of each leaf of a tree over all examples. */
  public static <T> T pmean(T tree, String axisName) {
    return leaves("pmean", tree, x -> pmean(x, axisName));
  }

  /** The mean over the examples of several axes. */
  public static Array pmean(Array x, List<String> axisNames) {
    return over(x, axisNames, LaxParallel::pmean);
  }

  /**
   * The greatest of all examples' elements, at each place. {@code lax.pmax}.
   *
   * {@snippet :
   * vmap(x -> lax.pmax(x, "i"), axisName("i")).apply(jnp.array(1., 3.)) // => [3. 3.]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws ShapeException if no axis has this name here
   */
  public static Array pmax(Array x, String axisName) {
    AxisNames.size("pmax", axisName);
    return on(x, v -> new Extremes.Pmax(axisName).bind1(v));
  }

  /** {@link #pmax(Array, String)} of each leaf of a tree. */
  public static <T> T pmax(T tree, String axisName) {
    return leaves("pmax", tree, x -> pmax(x, axisName));
  }

  /**
   * The least of all examples' elements, at each place. {@code lax.pmin}.
   *
   * {@snippet :
   * vmap(x -> lax.pmin(x, "i"), axisName("i")).apply(jnp.array(1., 3.)) // => [1. 1.]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws ShapeException if no axis has this name here
   */
  public static Array pmin(Array x, String axisName) {
    AxisNames.size("pmin", axisName);
    return on(x, v -> new Extremes.Pmin(axisName).bind1(v));
  }

  /** {@link #pmin(Array, String)} of each leaf of a tree. */
  public static <T> T pmin(T tree, String axisName) {
    return leaves("pmin", tree, x -> pmin(x, axisName));
  }

  /**
   * All examples' values, stacked along a new first axis. {@code lax.all_gather}.
   *
   * {@snippet :
   * vmap(x -> lax.allGather(x, "i"), axisName("i")).apply(jnp.array(1, 3)) // => [[1 3] [1 3]]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws ShapeException if no axis has this name here
   */
  public static Array allGather(Array x, String axisName) {
    return allGather(x, axisName, 0, false);
  }

  /**
   * All examples' values.
   *
   * @param axis where the examples are put
   * @param tiled whether they are joined along an axis that is there, instead of stacked along a
   *     new one
   */
  public static Array allGather(Array x, String axisName, int axis, boolean tiled) {
    int n = AxisNames.size("allGather", axisName);
    int at = Dims.axis("allGather", axis, tiled ? x.ndim() : x.ndim() + 1);
    var stacked = on(x, v -> new Gathering.AllGather(axisName, at, n).bind1(v));
    return tiled ? joined(stacked, at) : stacked;
  }

  /** {@link #allGather(Array, String)} of each leaf of a tree. */
  public static <T> T allGather(T tree, String axisName) {
    return leaves("allGather", tree, x -> allGather(x, axisName));
  }

  /**
   * The sum over all examples, of which each example keeps the part of its number along the first
   * axis, which is as long as there are examples. {@code lax.psum_scatter}.
   *
   * {@snippet :
   * var x = jnp.array(new int[][] {{1, 2}, {3, 4}});
   * vmap(row -> lax.psumScatter(row, "i"), axisName("i")).apply(x) // => [4 6]
   * }
   *
   * @throws ShapeException if no axis has this name here
   */
  public static Array psumScatter(Array x, String axisName) {
    return psumScatter(x, axisName, 0, false);
  }

  /**
   * The sum over all examples, of which each example keeps its part.
   *
   * @param scatterDimension the axis that is distributed
   * @param tiled whether the axis stays, divided by the number of examples, instead of being
   *     dropped
   */
  public static Array psumScatter(Array x, String axisName, int scatterDimension, boolean tiled) {
    int n = AxisNames.size("psumScatter", axisName);
    int at = Dims.axis("psumScatter", scatterDimension, x.ndim());
    var parts = tiled ? split("psumScatter", x, at, n) : x;
    return on(parts, v -> new Gathering.ReduceScatter(axisName, at, n).bind1(summable(v)));
  }

  /**
   * Part j of example i becomes part i of example j. {@code lax.all_to_all}.
   *
   * {@snippet :
   * var x = jnp.array(new int[][] {{1, 2}, {3, 4}});
   * vmap(row -> lax.allToAll(row, "i", 0, 0), axisName("i")).apply(x) // => [[1 3] [2 4]]
   * }
   *
   * @param splitAxis the axis of the parts, as long as there are examples; dropped
   * @param concatAxis where the received parts are stacked
   * @throws ShapeException if no axis has this name here
   */
  public static Array allToAll(Array x, String axisName, int splitAxis, int concatAxis) {
    int n = AxisNames.size("allToAll", axisName);
    int from = Dims.axis("allToAll", splitAxis, x.ndim());
    int to = Dims.axis("allToAll", concatAxis, x.ndim());
    return on(x, v -> new Gathering.AllToAll(axisName, from, to, n).bind1(v));
  }

  /**
   * Sends x from example to example; who receives nothing has zeros. {@code lax.ppermute}.
   *
   * {@snippet :
   * var send = new int[][] {{0, 1}, {1, 2}};
   * vmap(x -> lax.ppermute(x, "i", send), axisName("i")).apply(jnp.array(7, 8, 9)) // => [0 7 8]
   * }
   *
   * @param perm pairs of a sender and a receiver: {@code {{0, 1}, {1, 2}}}
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws ShapeException if no axis has this name here, or perm holds no pairs of a sender and a
   *     receiver
   */
  public static Array ppermute(Array x, String axisName, int[]... perm) {
    AxisNames.size("ppermute", axisName);
    var pairs = new ArrayList<Ppermute.Pair>();
    for (var p : perm) {
      if (p.length != 2) {
        throw new ShapeException(
            "ppermute: perm must hold pairs of a sender and a receiver, got "
                + Arrays.toString(p)
                + ".");
      }
      pairs.add(new Ppermute.Pair(p[0], p[1]));
    }
    return on(x, v -> new Ppermute(axisName, pairs).bind1(v));
  }

  /**
   * {@link #ppermute(Array, String, int[][])} of pairs as a list, and of each leaf of a tree.
   *
   * @param perm a list of pairs, each an {@code int[]} or a list: {@code List.of(List.of(0, 1))}
   */
  public static <T> T ppermute(T tree, String axisName, List<?> perm) {
    var pairs = perm.stream().map(LaxParallel::pair).toArray(int[][]::new);
    return leaves("ppermute", tree, x -> ppermute(x, axisName, pairs));
  }

  private static int[] pair(Object pair) {
    return switch (pair) {
      case int[] ends -> ends;
      case List<?> list when list.stream().allMatch(Integer.class::isInstance) ->
          list.stream().mapToInt(i -> (Integer) i).toArray();
      case null, default ->
          throw new ShapeException(
              "ppermute: perm must hold pairs of a sender and a receiver, got " + pair + ".");
    };
  }

  /**
   * Example i gets the value of example {@code perm[i]}. {@code lax.pshuffle}.
   *
   * {@snippet :
   * vmap(x -> lax.pshuffle(x, "i", 1, 2, 0), axisName("i")).apply(jnp.array(7, 8, 9)) // => [8 9 7]
   * }
   *
   * @throws ShapeException if no axis has this name here
   */
  public static Array pshuffle(Array x, String axisName, int... perm) {
    var pairs = new int[perm.length][];
    for (int i = 0; i < perm.length; i++) {
      pairs[i] = new int[] {perm[i], i};
    }
    return ppermute(x, axisName, pairs);
  }

  /**
   * Swaps an axis of x, as long as there are examples, with the named one. {@code lax.pswapaxes}.
   *
   * {@snippet :
   * var x = jnp.array(new int[][] {{1, 2}, {3, 4}});
   * vmap(row -> lax.pswapaxes(row, "i", 0), axisName("i")).apply(x) // => [[1 3] [2 4]]
   * }
   *
   * @throws ShapeException if no axis has this name here
   */
  public static Array pswapaxes(Array x, String axisName, int axis) {
    return allToAll(x, axisName, axis, axis);
  }

  /**
   * The number of this example. {@code lax.axis_index}.
   *
   * {@snippet :
   * vmap(x -> x.times(lax.axisIndex("i")), axisName("i")).apply(jnp.array(7, 8, 9)) // => [0 8 18]
   * }
   *
   * @throws ShapeException if no axis has this name here
   */
  public static Array axisIndex(String axisName) {
    AxisNames.size("axisIndex", axisName);
    return Array.of(new AxisIndex(axisName).bind(List.of()).getFirst());
  }

  /**
   * The number of examples. {@code lax.axis_size}.
   *
   * {@snippet :
   * vmap(x -> x.times(lax.axisSize("i")), axisName("i")).apply(jnp.array(7, 8, 9)) // => [21 24 27]
   * }
   *
   * @throws ShapeException if no axis has this name here
   */
  public static int axisSize(String axisName) {
    return AxisNames.size("axisSize", axisName);
  }

  private static Array on(Array x, UnaryOperator<Value> f) {
    return Array.of(f.apply(x.value()));
  }

  /** Truth is counted. */
  private static Value summable(Value x) {
    return x.dtype() == DType.BOOL ? Conversion.convert(x, DType.INT32) : x;
  }

  static <T> T leaves(String operation, T tree, UnaryOperator<Array> f) {
    return tree instanceof Array ? sameType(f.apply((Array) tree)) : tree(operation, tree, f);
  }

  private static <T> T tree(String operation, T tree, UnaryOperator<Array> f) {
    var flat = jacobean.pytree.PyTree.flatten(tree);
    var values = Lifted.values(flat, operation);
    return sameType(flat.unflatten(values.stream().map(Array::of).map(f).toList()));
  }

  @SuppressWarnings("unchecked") // a tree of arrays for a tree of arrays
  private static <T> T sameType(Object tree) {
    return (T) tree;
  }

  private interface Named {
    Array apply(Array x, String axisName);
  }

  private static Array over(Array x, List<String> axisNames, Named f) {
    for (var name : axisNames) {
      x = f.apply(x, name);
    }
    return x;
  }

  /** Merges an axis with the next. */
  private static Array joined(Array x, int axis) {
    var shape = x.shape().drop(Axes.of(axis)).toArray();
    shape[axis] *= x.shape(axis);
    return Array.of(Shaping.reshape(x.value(), jacobean.type.Shape.of(shape)));
  }

  /** Divides an axis into two, the first of length n. */
  private static Array split(String operation, Array x, int axis, int n) {
    int length = x.shape(axis);
    if (length % n != 0) {
      throw new ShapeException(
          operation
              + ": axis "
              + axis
              + " of "
              + x.aval()
              + " cannot be divided among "
              + n
              + " examples. Pad it.");
    }
    var whole = x.shape().toArray();
    whole[axis] = length / n;
    return Array.of(Shaping.reshape(x.value(), jacobean.type.Shape.of(whole).insert(axis, n)));
  }
}
