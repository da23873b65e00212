/** Java2D drawing written down as SVG: {@link jacobean.plots.svg.SvgGraphics}. */
package jacobean.plots.svg;
