package jacobean.kernel.spi;

import java.util.Optional;

/**
 * Turns values into what a front end shows. Found by {@link java.util.ServiceLoader}; the first one
 * that answers is used, and one that throws is passed over with a note, so a renderer never breaks
 * a cell. What no renderer answers for is shown by {@code String.valueOf}.
 */
public interface Renderer {
  /** The formats of {@code value}, or empty where this renderer is not for it. */
  Optional<MimeBundle> render(Object value);
}
