package jacobean.llvm.natives;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Puts shared libraries that come inside jars on disk, once for each version of the jar, so that
 * they can be loaded. Several processes may do so at the same time: a file appears whole or not at
 * all.
 *
 * @param root the folder that holds the extracted libraries of all versions
 * @param platform whose libraries to take
 */
public record NativeFiles(Path root, Platform platform) {
  /** The libraries of this process's platform, extracted below the user's cache folder. */
  public static NativeFiles ofUser() {
    return new NativeFiles(CacheFolder.path().resolve("natives"), Platform.current());
  }

  /**
   * Extracts {@code file} and the {@code companions} that it links to (those the jar has), side by
   * side.
   *
   * @param product the artifact of org.bytedeco, {@code llvm} for example
   * @param file the shared library's file name
   * @param companions further files of the same folder, skipped where the jar lacks them
   * @return the path of {@code file} on disk
   * @throws IOException if no jar on the class path has the library, or the disk refuses it
   */
  public Path extract(String product, String file, List<String> companions) throws IOException {
    URL found = find(product, file);
    Path folder = root.resolve(product + "-" + platform.classifier() + "-" + stamp(found));
    for (String companion : companions) {
      URL url = resource(product, companion);
      if (url != null) {
        copyOnce(url, folder.resolve(companion));
      }
    }
    return copyOnce(found, folder.resolve(file));
  }

  private URL find(String product, String file) throws IOException {
    URL url = resource(product, file);
    if (url == null) {
      throw new IOException(
          "no native library %s for %s on the class path: add the artifact org.bytedeco:%s:%s"
              .formatted(file, platform.classifier(), product, platform.classifier()));
    }
    return url;
  }

  private URL resource(String product, String file) {
    String name = "org/bytedeco/%s/%s/%s".formatted(product, platform.classifier(), file);
    ClassLoader own = NativeFiles.class.getClassLoader();
    return own == null ? ClassLoader.getSystemResource(name) : own.getResource(name);
  }

  /** Tells versions apart without reading the library: the jar's name and size. */
  private static String stamp(URL url) throws IOException {
    String text = url.toString();
    int end = text.indexOf("!/");
    if (!text.startsWith("jar:file:") || end < 0) {
      return Long.toHexString(text.hashCode() & 0xffffffffL);
    }
    Path jar = Path.of(URI.create(text.substring("jar:".length(), end)));
    String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    return name + "-" + Long.toHexString(Files.size(jar));
  }

  private static Path copyOnce(URL url, Path target) throws IOException {
    if (Files.exists(target)) {
      return target;
    }
    Files.createDirectories(target.getParent());
    Path partial = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".part");
    try {
      try (InputStream in = url.openStream()) {
        Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      }
      moveIntoPlace(partial, target);
    } finally {
      Files.deleteIfExists(partial);
    }
    return target;
  }

  private static void moveIntoPlace(Path partial, Path target) throws IOException {
    try {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // Windows refuses to replace a library that another process has already put there and loaded.
      if (!Files.exists(target)) {
        throw e;
      }
    }
  }
}
