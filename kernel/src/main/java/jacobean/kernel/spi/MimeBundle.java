package jacobean.kernel.spi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several formats, as Jupyter's {@code display_data} carries it: MIME type to content.
 * Text formats hold a String; {@code application/json} may hold maps, lists, numbers and strings.
 *
 * <pre>{@code MimeBundle.text("14.0").and("text/html", "<b>14.0</b>")}</pre>
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
  public MimeBundle {
    data = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(data));
    metadata = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  public static MimeBundle of(String mime, Object content) {
    return new MimeBundle(Map.of(mime, content), Map.of());
  }

  public static MimeBundle text(String plain) {
    return of("text/plain", plain);
  }

  /** This bundle with one more format; an earlier content of the same type is replaced. */
  public MimeBundle and(String mime, Object content) {
    var more = new LinkedHashMap<>(data);
    more.put(mime, content);
    return new MimeBundle(more, metadata);
  }

  /** The {@code text/plain} format, or the empty string where there is none. */
  public String plain() {
    return String.valueOf(data.getOrDefault("text/plain", ""));
  }
}
