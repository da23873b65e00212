package jacobean.files;

import jacobean.core.HostArray;
import jacobean.error.FileException;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** NumPy's format for several named arrays: a zip of .npy files. */
public final class Npz {
  private static final String SUFFIX = ".npy";

  private Npz() {}

  /**
   * Reads the arrays in the file's order.
   *
   * @throws FileException if it is no zip, or one of its parts is no .npy file
   */
  public static Map<String, HostArray> read(Path file) throws IOException {
    var arrays = new LinkedHashMap<String, HostArray>();
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        var name = entry.getName();
        try (var in = zip.getInputStream(entry)) {
          arrays.put(
              name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name,
              Npy.read(in, entry.getSize(), file + ", part " + name));
        }
      }
    } catch (ZipException | EOFException e) {
      throw new FileException(
          file + ": this is no .npz file, or a damaged one: " + e.getMessage() + ".", e);
    }
    return arrays;
  }

  /**
   * Writes arrays, each as a part named after its key.
   *
   * @param compressed whether parts are deflated or stored
   */
  public static void write(OutputStream out, Map<String, HostArray> arrays, boolean compressed)
      throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      for (var e : arrays.entrySet()) {
        var entry = new ZipEntry(e.getKey() + SUFFIX);
        if (!compressed) {
          store(entry, e.getValue());
        }
        zip.putNextEntry(entry);
        Npy.write(zip, e.getValue());
        zip.closeEntry();
      }
    }
  }

  /** A stored part must say its size and checksum before its bytes. */
  private static void store(ZipEntry entry, HostArray array) {
    var head = Npy.head(array.aval());
    var crc = new CRC32();
    crc.update(head);
    Bytes.pieces(array, (piece, n) -> crc.update(piece, 0, n));
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(head.length + array.aval().bytes());
    entry.setCrc(crc.getValue());
  }
}
