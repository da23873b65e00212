package jacobean;

import java.util.List;

/**
 * Options of {@code vmap} and {@code pmap}; see {@link jax#inAxes}, {@link jax#outAxes}, {@link
 * jax#axisName}, {@link jax#axisSize} and {@link jax#staticBroadcastedArgnums}.
 *
 * {@snippet :
 * vmap(x -> x.times(2), outAxes(1)).apply(jnp.ones(5, 3)).shape() // => (3, 5)
 * }
 */
public sealed interface VmapOption {
  /**
   * The batch axis of each argument: a number, null for none, or a tree of these that the
   * argument's tree begins with. A number holds for all leaves below its place.
   */
  record InAxes(List<Object> axes) implements VmapOption {}

  /** The batch axis of every result: a number, null for one that is not batched, or a tree. */
  record OutAxes(Object axes) implements VmapOption {}

  /** A name for the batch axis, by which collective operations find it. */
  record AxisName(String name) implements VmapOption {}

  /** The length of the batch axis, where no argument shows it. */
  record AxisSize(int size) implements VmapOption {}

  /**
   * The arguments that are constants of the program; only for {@code pmap}.
   *
   * {@snippet :
   * pmap((Array x, Integer k) -> x.plus(k), staticBroadcastedArgnums(1)).apply(jnp.ones(2), 2) // => [3. 3.]
   * }
   */
  record StaticBroadcastedArgnums(List<Integer> argnums) implements VmapOption {}
}
