/**
 * What values look like: arrays, pytrees and curves as HTML, SVG and text.
 *
 * <p>{@link jacobean.plots.Plot} draws curves, {@link jacobean.plots.ArrayView} and {@link
 * jacobean.plots.TreeView} show values. All HTML is static: no script, no network, and every text
 * that comes from the user escaped.
 */
package jacobean.plots;
