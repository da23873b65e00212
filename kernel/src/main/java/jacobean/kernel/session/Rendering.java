package jacobean.kernel.session;

import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Renderer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Values to what a front end shows: the first renderer that answers, else text. A renderer that
 * throws is passed over with a note.
 */
final class Rendering {
  private final List<Renderer> renderers;
  private final Consumer<String> notes;

  Rendering(List<Renderer> renderers, Consumer<String> notes) {
    this.renderers = renderers;
    this.notes = notes;
  }

  /**
   * @throws RuntimeException what the value's own {@code toString} throws
   */
  MimeBundle render(Object value) {
    if (value instanceof MimeBundle ready) {
      return ready;
    }
    for (Renderer renderer : renderers) {
      try {
        Optional<MimeBundle> bundle = renderer.render(value);
        if (bundle.isPresent()) {
          return bundle.get();
        }
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        notes.accept(
            "note: the renderer "
                + renderer.getClass().getName()
                + " failed on a "
                + value.getClass().getName()
                + " ("
                + e
                + "); shown as text\n");
      }
    }
    return MimeBundle.text(plain(value));
  }

  /** {@code String.valueOf}, and Java arrays by their elements. */
  static String plain(Object value) {
    if (value != null && value.getClass().isArray()) {
      String nested = Arrays.deepToString(new Object[] {value});
      return nested.substring(1, nested.length() - 1);
    }
    return String.valueOf(value);
  }
}
