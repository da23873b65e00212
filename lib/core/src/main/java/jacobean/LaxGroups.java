package jacobean;

import jacobean.core.AxisNames;
import jacobean.error.ShapeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of {@link lax} with collective operations within groups of examples: JAX's {@code
 * axis_index_groups}. Groups are lists of numbers of examples, of one size, that name each example
 * once: {@code List.of(List.of(0, 1), List.of(2, 3))}.
 */
abstract sealed class LaxGroups extends LaxParallel permits LaxImplicit {

  /**
   * The sum of x over the examples of each group. {@code lax.psum}.
   *
   * {@snippet :
   * var pairs = List.of(List.of(0, 1), List.of(2, 3));
   * vmap(x -> lax.psum(x, "i", pairs), axisName("i")).apply(jnp.arange(4.)) // => [1. 1. 5. 5.]
   * }
   *
   * @throws ShapeException if the groups do not name each example once, or differ in size
   */
  public static <T> T psum(T tree, String axisName, List<List<Integer>> groups) {
    return leaves("psum", tree, x -> jnp.sum(allGather(x, axisName, groups), 0));
  }

  /** The mean of x over the examples of each group. {@code lax.pmean}. */
  public static <T> T pmean(T tree, String axisName, List<List<Integer>> groups) {
    return leaves("pmean", tree, x -> jnp.mean(allGather(x, axisName, groups), 0));
  }

  /** The greatest elements within each group. {@code lax.pmax}. */
  public static <T> T pmax(T tree, String axisName, List<List<Integer>> groups) {
    return leaves("pmax", tree, x -> jnp.max(allGather(x, axisName, groups), 0));
  }

  /** The least elements within each group. {@code lax.pmin}. */
  public static <T> T pmin(T tree, String axisName, List<List<Integer>> groups) {
    return leaves("pmin", tree, x -> jnp.min(allGather(x, axisName, groups), 0));
  }

  /**
   * The values of the examples of each group in its order, stacked along a new first axis. {@code
   * lax.all_gather}.
   *
   * {@snippet :
   * var pairs = List.of(List.of(0, 2), List.of(1, 3));
   * vmap(x -> lax.allGather(x, "i", pairs), axisName("i")).apply(jnp.arange(4.)) // => [[0. 2.] [1. 3.] [0. 2.] [1. 3.]]
   * }
   */
  public static <T> T allGather(T tree, String axisName, List<List<Integer>> groups) {
    var mates = mates("allGather", axisName, groups);
    return leaves(
        "allGather",
        tree,
        x -> jnp.take(allGather(x, axisName), mates.get(axisIndex(axisName)), 0));
  }

  /**
   * The sum over each group, of which each example keeps the part of its place in the group along
   * the first axis, which is as long as the group. {@code lax.psum_scatter}.
   */
  public static Array psumScatter(Array x, String axisName, List<List<Integer>> groups) {
    var place = places("psumScatter", axisName, groups).get(axisIndex(axisName));
    return jnp.take(psum(x, axisName, groups), place, 0);
  }

  /**
   * Within each group, part j of example i becomes part i of example j. {@code lax.all_to_all}.
   *
   * @param splitAxis the axis of the parts, as long as the group; dropped
   * @param concatAxis where the received parts are stacked
   */
  public static Array allToAll(
      Array x, String axisName, int splitAxis, int concatAxis, List<List<Integer>> groups) {
    var place = places("allToAll", axisName, groups).get(axisIndex(axisName));
    int from = Dims.axis("allToAll", splitAxis, x.ndim());
    var received = jnp.take(allGather(x, axisName, groups), place, from + 1);
    return jnp.moveaxis(received, 0, Dims.axis("allToAll", concatAxis, x.ndim()));
  }

  /** Row i holds the members of the group of example i. */
  private static Array mates(String operation, String axisName, List<List<Integer>> groups) {
    return perExample(operation, axisName, groups, (group, _) -> group);
  }

  /** Element i is the place of example i in its group. */
  private static Array places(String operation, String axisName, List<List<Integer>> groups) {
    return perExample(operation, axisName, groups, (_, place) -> place);
  }

  private interface OfMember {
    Object of(List<Integer> group, int place);
  }

  private static Array perExample(
      String operation, String axisName, List<List<Integer>> groups, OfMember value) {
    int n = AxisNames.size(operation, axisName);
    var members = groups.stream().flatMap(List::stream).sorted().toList();
    boolean uneven = groups.stream().anyMatch(g -> g.size() != groups.getFirst().size());
    if (uneven || !members.equals(IntStream.range(0, n).boxed().toList())) {
      throw new ShapeException(
          operation
              + ": groups must be of one size and name each of the "
              + n
              + " examples of axis '"
              + axisName
              + "' once, got "
              + groups
              + ".");
    }
    var values = new Object[n];
    for (var group : groups) {
      for (int place = 0; place < group.size(); place++) {
        values[group.get(place)] = value.of(group, place);
      }
    }
    return jnp.array(new ArrayList<>(Arrays.asList(values)));
  }
}
