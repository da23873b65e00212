package jacobean;

import jacobean.error.FileException;
import jacobean.files.Safetensors;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Named arrays in safetensors files. {@code safetensors.flax}.
 *
 * {@snippet :
 * var file = Files.createTempDirectory("docs").resolve("model.safetensors").toString();
 * safetensors.saveFile(Map.of("w", jnp.ones(2)), file, Map.of("epoch", "7"));
 * safetensors.loadFile(file) // => {w=[1. 1.]}
 * safetensors.metadata(file) // => {epoch=7}
 * }
 */
public final class safetensors {
  private safetensors() {}

  /**
   * Writes named arrays. {@code save_file}.
   *
   * @throws FileException if the file cannot be written
   */
  public static void saveFile(Map<String, Array> arrays, String file) {
    saveFile(arrays, file, Map.of());
  }

  /** {@link #saveFile(Map, String)} with texts that describe the file. */
  public static void saveFile(
      Map<String, Array> arrays, String file, Map<String, String> metadata) {
    NumpyFiles.write(file, out -> new Safetensors(NumpyFiles.hosts(arrays), metadata).write(out));
  }

  /**
   * The arrays of a file by name, each of the dtype that the file names. {@code load_file}.
   *
   * @throws FileException if there is no such file, or it is not as the format says
   */
  public static Map<String, Array> loadFile(String file) {
    return NumpyFiles.arrays(read(file).arrays());
  }

  /** The texts that describe a file. */
  public static Map<String, String> metadata(String file) {
    return read(file).metadata();
  }

  private static Safetensors read(String file) {
    var path = Path.of(file);
    try (var in = new BufferedInputStream(Files.newInputStream(path))) {
      return Safetensors.read(in, Files.size(path), file);
    } catch (IOException e) {
      throw NumpyFiles.unreadable(file, e);
    }
  }
}
