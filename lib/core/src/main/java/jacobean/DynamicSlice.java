package jacobean;

import jacobean.error.IndexException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An entry of an index expression: places along an axis from one on that may be traced.
 *
 * @param start the first place, an integer scalar
 * @param size how many
 */
record DynamicSlice(Array start, int size) {
  DynamicSlice {
    if (start.ndim() != 0 || !start.dtype().isInteger()) {
      throw new IndexException(
          "ds: the start must be an integer scalar, got " + start.aval() + ".");
    }
  }

  /**
   * The entries with arrays of places for these, which broadcast so that each entry has an axis of
   * its own. They must stand side by side, for otherwise their axes would come first.
   */
  static Object[] places(Object[] index) {
    var at = new ArrayList<Integer>();
    for (int i = 0; i < index.length; i++) {
      if (index[i] instanceof DynamicSlice) {
        at.add(i);
      }
    }
    if (at.isEmpty()) {
      return index;
    }
    boolean arrays = Arrays.stream(index).anyMatch(e -> e instanceof Array || e instanceof List<?>);
    if (arrays || at.getLast() - at.getFirst() >= at.size()) {
      throw new IndexException(
          "ds: dynamic slices must stand side by side and not with arrays. Use lax.dynamicSlice, or"
              + " index in two steps.");
    }
    var entries = index.clone();
    for (int k = 0; k < at.size(); k++) {
      var entry = (DynamicSlice) index[at.get(k)];
      var shape = new int[at.size()];
      Arrays.fill(shape, 1);
      shape[k] = entry.size;
      entries[at.get(k)] = entry.start.plus(jnp.arange(entry.size)).reshape(shape);
    }
    return entries;
  }
}
