package jacobean;

import java.util.List;

/** Options of {@code vmap}; see {@link jax#inAxes} and {@link jax#outAxes}. */
public sealed interface VmapOption {
  /** The batch axis of each argument, null for none; it holds for all leaves of the argument. */
  record InAxes(List<Integer> axes) implements VmapOption {}

  /** The batch axis of every result. */
  record OutAxes(int axis) implements VmapOption {}
}
