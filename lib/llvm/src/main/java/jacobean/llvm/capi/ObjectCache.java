package jacobean.llvm.capi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Compiled code on disk, so that a second process that runs the same program need not optimize it
 * again. A file's name is a hash of everything that the code depends on. A cache that cannot be
 * read or written is as good as an empty one.
 *
 * @param folder holds the object files, in subfolders by the first two digits of the hash
 */
public record ObjectCache(Path folder) {
  /** The code that was stored for {@code key}. */
  public Optional<byte[]> find(String key) {
    try {
      return Optional.of(Files.readAllBytes(file(key)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Stores code for {@code key}; other processes see all of it or nothing. */
  public void store(String key, byte[] object) {
    Path target = file(key);
    try {
      Files.createDirectories(target.getParent());
      Path partial = Files.createTempFile(target.getParent(), key, ".part");
      try {
        Files.write(partial, object);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      System.getLogger(ObjectCache.class.getName())
          .log(System.Logger.Level.DEBUG, "compiled code was not cached in " + target, e);
    }
  }

  /** A key of 32 hexadecimal digits for all of {@code parts}. */
  public static String key(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private Path file(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key + ".o");
  }
}
