package jacobean.magics;

import jacobean.Array;
import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Renderer;
import jacobean.plots.ArrayView;
import java.util.Optional;

/** Shows an array as JAX does, and as a table where HTML is shown. */
public final class ArrayRenderer implements Renderer {
  @Override
  public Optional<MimeBundle> render(Object value) {
    if (!(value instanceof Array array)) {
      return Optional.empty();
    }
    var view = ArrayView.of(array);
    return Optional.of(MimeBundle.text(view.toString()).and("text/html", view.toHtml()));
  }
}
