package jacobean.magics;

import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Renderer;
import jacobean.plots.Plot;
import java.util.Optional;

/**
 * Shows a plot: inline SVG in HTML, which takes the page's colours; as an image for front ends that
 * show no HTML; and as characters in a terminal.
 */
public final class PlotRenderer implements Renderer {
  @Override
  public Optional<MimeBundle> render(Object value) {
    if (!(value instanceof Plot plot)) {
      return Optional.empty();
    }
    return Optional.of(
        MimeBundle.text(plot.toString())
            .and("image/svg+xml", plot.toSvg())
            .and("text/html", plot.toHtml()));
  }
}
