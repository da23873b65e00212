package jacobean.magics;

import jacobean.plots.Plot;
import jacobean.plots.TreeView;

/**
 * Helpers that cells call by name. They give values, which are shown where they end a cell, or
 * anywhere by {@code display(...)}.
 */
public final class Show {
  private Show() {}

  /** A pytree to look at: records, lists, maps and arrays, with shapes, types and sizes. */
  public static TreeView show(Object tree) {
    return TreeView.of(tree);
  }

  /**
   * A line chart of values at 0, 1, 2, ...; see {@link Plot#of} for what it takes.
   *
   * <pre>{@code plot(losses).title("Training").logY()}</pre>
   */
  public static Plot plot(Object values) {
    return Plot.of(values);
  }

  /** A line chart through points. */
  public static Plot plot(Object xs, Object ys) {
    return Plot.xy(xs, ys);
  }
}
