package jacobean;

import jacobean.core.HostArray;
import jacobean.error.FileException;
import jacobean.files.Npy;
import jacobean.files.Npz;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of {@link jnp} that reads and writes files. An array comes back with the dtype that the
 * file names, float64 and int64 too.
 */
abstract sealed class NumpyFiles extends NumpyComplex permits NumpyVectorized {
  /** What is done with an opened file. */
  interface Use {
    void with(OutputStream out) throws IOException;
  }

  /**
   * Writes an array as a .npy file, which NumPy reads. {@code jnp.save}.
   *
   * {@snippet :
   * var file = Files.createTempDirectory("docs").resolve("x.npy").toString();
   * jnp.save(file, jnp.array(1, 2, 3));
   * jnp.load(file) // => [1 2 3]
   * }
   *
   * @param file its name; {@code .npy} is appended where it is not there
   * @throws FileException if it cannot be written
   */
  public static void save(String file, Array x) {
    write(suffixed(file, ".npy"), out -> Npy.write(out, x.host()));
  }

  /**
   * The array of a .npy file. {@code jnp.load}.
   *
   * {@snippet :
   * var file = Files.createTempDirectory("docs").resolve("x.npy").toString();
   * jnp.save(file, jnp.array(List.of(0.5), jnp.float64));
   * jnp.load(file).dtype() // => float64
   * jnp.load("nowhere.npy") // throws FileException
   * }
   *
   * @throws FileException if there is no such file, it is damaged, or it is of another format; that
   *     of a .npz file says to use {@link #loadz}
   */
  public static Array load(String file) {
    var path = Path.of(file);
    try (var in = new BufferedInputStream(Files.newInputStream(path))) {
      return Array.of(Npy.read(in, Files.size(path), file).toConcrete());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Writes named arrays as a .npz file. {@code jnp.savez}.
   *
   * {@snippet :
   * var file = Files.createTempDirectory("docs").resolve("model.npz").toString();
   * jnp.savez(file, Map.of("w", jnp.ones(2)));
   * jnp.loadz(file) // => {w=[1. 1.]}
   * }
   *
   * @param file its name; {@code .npz} is appended where it is not there
   * @throws FileException if it cannot be written
   */
  public static void savez(String file, Map<String, Array> arrays) {
    write(suffixed(file, ".npz"), out -> Npz.write(out, hosts(arrays), false));
  }

  /**
   * {@link #savez}, the parts compressed. {@code np.savez_compressed}.
   *
   * {@snippet :
   * var file = Files.createTempDirectory("docs").resolve("model.npz").toString();
   * jnp.savezCompressed(file, Map.of("w", jnp.zeros(1000)));
   * jnp.loadz(file).get("w").shape() // => (1000,)
   * }
   */
  public static void savezCompressed(String file, Map<String, Array> arrays) {
    write(suffixed(file, ".npz"), out -> Npz.write(out, hosts(arrays), true));
  }

  /**
   * The arrays of a .npz file by name; what {@code jnp.load} gives for one.
   *
   * {@snippet :
   * var file = Files.createTempDirectory("docs").resolve("model.npz").toString();
   * jnp.savez(file, Map.of("w", jnp.ones(2), "b", jnp.zeros(1)));
   * jnp.loadz(file).get("b") // => [0.]
   * }
   *
   * @throws FileException if there is no such file, or it is damaged
   */
  public static Map<String, Array> loadz(String file) {
    try {
      return arrays(Npz.read(Path.of(file)));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static Map<String, HostArray> hosts(Map<String, Array> arrays) {
    var hosts = new LinkedHashMap<String, HostArray>();
    arrays.forEach((name, x) -> hosts.put(name, x.host()));
    return hosts;
  }

  static Map<String, Array> arrays(Map<String, HostArray> hosts) {
    var arrays = new LinkedHashMap<String, Array>();
    hosts.forEach((name, x) -> arrays.put(name, Array.of(x.toConcrete())));
    return arrays;
  }

  static void write(String file, Use use) {
    try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(file)))) {
      use.with(out);
    } catch (IOException e) {
      throw new FileException(file + ": cannot be written: " + reason(e) + ".", e);
    }
  }

  static FileException unreadable(String file, IOException e) {
    return new FileException(file + ": cannot be read: " + reason(e) + ".", e);
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.NoSuchFileException
        ? "there is no such file or folder"
        : String.valueOf(e.getMessage());
  }

  private static String suffixed(String file, String suffix) {
    return file.endsWith(suffix) ? file : file + suffix;
  }
}
