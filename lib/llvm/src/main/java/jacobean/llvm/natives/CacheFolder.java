package jacobean.llvm.natives;

import java.nio.file.Path;

/**
 * Where files that can be made again are kept between processes: {@code JACOBEAN_HOME}, or {@code
 * ~/.cache/jacobean}. The system property {@code jacobean.home} wins over both.
 */
public final class CacheFolder {
  private CacheFolder() {}

  /** The folder; it need not exist yet. */
  public static Path path() {
    String property = System.getProperty("jacobean.home");
    if (property != null && !property.isBlank()) {
      return Path.of(property);
    }
    String environment = System.getenv("JACOBEAN_HOME");
    if (environment != null && !environment.isBlank()) {
      return Path.of(environment);
    }
    return Path.of(System.getProperty("user.home"), ".cache", "jacobean");
  }
}
