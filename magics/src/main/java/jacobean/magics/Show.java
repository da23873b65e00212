package jacobean.magics;

import jacobean.plots.Plot;
import jacobean.plots.TreeView;

/**
 * Helpers that cells call by name. They give values, which are shown where they end a cell, or
 * anywhere by {@code display(...)}.
 *
 * {@snippet :
 * show(List.of(jnp.ones(2), 3)) // => List (2 leaves, 3 elements, 12 B) ├─ [0]: f32[2] = [1. 1.] └─
 *                               //    [1]: int = 3
 * }
 */
public final class Show {
  private Show() {}

  /**
   * A pytree to look at: records, lists, maps and arrays, with shapes, types and sizes.
   *
   * {@snippet :
   * show(Map.of("w", jnp.ones(2, 3))) // => Map (1 leaf, 6 elements, 24 B) └─ w: f32[2,3] = [[1. 1.
   *                                   //    1.] [1. 1. 1.]]
   * }
   */
  public static TreeView show(Object tree) {
    return TreeView.of(tree);
  }

  /**
   * A line chart of values at 0, 1, 2, ...; see {@link Plot#of} for what it takes.
   *
   * {@snippet :
   * plot(List.of(3., 1., 2.)).title("Training").logY().isLogY() // => true
   * }
   */
  public static Plot plot(Object values) {
    return Plot.of(values);
  }

  /** A line chart through points. */
  public static Plot plot(Object xs, Object ys) {
    return Plot.xy(xs, ys);
  }
}
