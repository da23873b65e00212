package jacobean.files;

import jacobean.core.HostArray;
import jacobean.error.FileException;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * NumPy's format for one array: a magic string, a version, the length of a header, the header,
 * which is a Python dict as text, then the elements. Versions 1, 2 and 3 are read; 1 is written.
 *
 * <p>A bfloat16, which NumPy does not know, is written as two bytes without a type ({@code V2}),
 * and such are read as bfloat16, as JAX does.
 */
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final int LONGEST_HEADER = 1 << 20;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]*)\\)");

  private Npy() {}

  /** What a header says. */
  private record Header(String descr, boolean fortran, long[] shape) {}

  /**
   * Reads an array.
   *
   * @param size the bytes of the file
   * @param what names the file in messages
   * @throws FileException if it is no .npy file, is cut off, or holds elements of no dtype there is
   * @throws IOException if the stream cannot be read
   */
  public static HostArray read(InputStream in, long size, String what) throws IOException {
    var magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new FileException(
          what
              + ": this is no .npy file; it begins with "
              + Arrays.toString(magic)
              + ", wanted \\x93NUMPY."
              + hint(magic));
    }
    var header = header(in, what);
    var dtype = dtype(header.descr, what);
    var aval = Aval.of(Bytes.shape(header.shape, what), dtype);
    var stored = Bytes.read(in, aval, size, what);
    int unit = dtype.component().itemsize();
    var array = header.descr.startsWith(">") && unit > 1 ? Bytes.swapped(stored, unit) : stored;
    return header.fortran && aval.rank() > 1 ? Bytes.fromColumns(array) : array;
  }

  private static String hint(byte[] magic) {
    return magic.length > 1 && magic[0] == 'P' && magic[1] == 'K'
        ? " It is a zip: read it with jnp.loadz."
        : "";
  }

  private static Header header(InputStream in, String what) throws IOException {
    try {
      var version = Bytes.exactly(in, 2);
      if (version[0] < 1 || version[0] > 3) {
        throw new FileException(
            what
                + ": version "
                + version[0]
                + " of the .npy format is not known; wanted 1, 2 or 3.");
      }
      var lengths = Bytes.exactly(in, version[0] == 1 ? 2 : 4);
      long length = 0;
      for (int i = lengths.length - 1; i >= 0; i--) {
        length = length << 8 | lengths[i] & 0xFF;
      }
      if (length > LONGEST_HEADER) {
        throw new FileException(
            what + ": the header cannot be " + length + " bytes long; the file is damaged.");
      }
      var charset = version[0] == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
      return parse(new String(Bytes.exactly(in, (int) length), charset), what);
    } catch (java.io.EOFException e) {
      throw new FileException(
          what + ": the file is cut off in its header: " + e.getMessage() + ".", e);
    }
  }

  private static Header parse(String text, String what) {
    var descr = DESCR.matcher(text);
    var order = ORDER.matcher(text);
    var shape = SHAPE.matcher(text);
    if (!descr.find() || !order.find() || !shape.find()) {
      throw new FileException(
          what
              + ": the header "
              + text.strip()
              + " does not give 'descr', 'fortran_order' and 'shape' as a plain array's does."
              + " Arrays of records cannot be read; save their fields one by one.");
    }
    try {
      long[] dims =
          Arrays.stream(shape.group(1).split(","))
              .map(s -> s.replace("L", "").strip())
              .filter(s -> !s.isEmpty())
              .mapToLong(Long::parseLong)
              .toArray();
      return new Header(descr.group(1), order.group(1).equals("True"), dims);
    } catch (NumberFormatException e) {
      throw new FileException(
          what + ": the header's shape (" + shape.group(1) + ") is no tuple of lengths.", e);
    }
  }

  private static DType dtype(String descr, String what) {
    if (descr.matches("[<|>=]V2")) {
      return DType.BFLOAT16;
    }
    var code = descr.replaceFirst("^[<|>=]", "");
    Optional<DType> found =
        Arrays.stream(DType.values())
            .filter(t -> t != DType.BFLOAT16 && code(t).equals(code))
            .findFirst();
    return found.orElseThrow(
        () ->
            new FileException(
                what
                    + ": elements of type '"
                    + descr
                    + "' cannot be read; wanted one of "
                    + Arrays.stream(DType.values()).map(Npy::code).collect(Collectors.joining(", "))
                    + ". Convert the array with astype in NumPy."));
  }

  /** NumPy's code of a dtype: its kind and its bytes. */
  private static String code(DType t) {
    return switch (t.kind()) {
      case BOOL -> "b1";
      case UNSIGNED -> "u" + t.itemsize();
      case SIGNED -> "i" + t.itemsize();
      case COMPLEX -> "c" + t.itemsize();
      case FLOATING -> t == DType.BFLOAT16 ? "V2" : "f" + t.itemsize();
    };
  }

  /** The bytes before the elements. */
  static byte[] head(Aval aval) {
    var shape =
        IntStream.of(aval.shape().toArray())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    var dict =
        "{'descr': '%s%s', 'fortran_order': False, 'shape': (%s), }"
            .formatted(
                aval.dtype().itemsize() == 1 ? "|" : "<",
                code(aval.dtype()),
                aval.rank() == 1 ? shape + "," : shape);
    int before = MAGIC.length + 4;
    int total = Math.ceilDiv(before + dict.length() + 1, ALIGNMENT) * ALIGNMENT;
    var head = Arrays.copyOf(MAGIC, total);
    Arrays.fill(head, before, total - 1, (byte) ' ');
    head[MAGIC.length] = 1;
    head[MAGIC.length + 2] = (byte) (total - before);
    head[MAGIC.length + 3] = (byte) (total - before >> 8);
    System.arraycopy(dict.getBytes(StandardCharsets.ISO_8859_1), 0, head, before, dict.length());
    head[total - 1] = '\n';
    return head;
  }

  /** Writes an array. */
  public static void write(OutputStream out, HostArray array) throws IOException {
    out.write(head(array.aval()));
    Bytes.write(out, array);
  }
}
