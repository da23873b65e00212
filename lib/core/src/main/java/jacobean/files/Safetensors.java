package jacobean.files;

import jacobean.core.HostArray;
import jacobean.error.FileException;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The safetensors format: the header's length in 8 bytes, the header, which is JSON, then the
 * elements of all arrays without gaps.
 *
 * @param arrays by name, in the order of their bytes
 * @param metadata free texts by name
 */
public record Safetensors(Map<String, HostArray> arrays, Map<String, String> metadata) {
  private static final String METADATA = "__metadata__";
  private static final long LONGEST_HEADER = 100_000_000;
  private static final int ALIGNMENT = 8;

  /** An array as the header announces it. */
  private record Entry(String name, Aval aval, long begin, long end) {}

  /**
   * Reads a file whole.
   *
   * @param size its bytes
   * @param what names the file in messages
   * @throws FileException if it is not as the format says: the bytes of every array must be there,
   *     once, one array after the other
   */
  public static Safetensors read(InputStream in, long size, String what) throws IOException {
    var header = header(in, what);
    var metadata = new TreeMap<String, String>();
    var entries = new ArrayList<Entry>();
    for (var e : header.entrySet()) {
      if (e.getKey().equals(METADATA)) {
        object(e.getValue(), METADATA, what).forEach((k, v) -> metadata.put(k, String.valueOf(v)));
      } else {
        entries.add(entry(e.getKey(), object(e.getValue(), e.getKey(), what), what));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    var arrays = new LinkedHashMap<String, HostArray>();
    long at = 0;
    for (var e : entries) {
      if (e.begin != at || e.end - e.begin != e.aval.bytes()) {
        throw new FileException(
            what
                + ": the array '"
                + e.name
                + "', "
                + e.aval
                + " of "
                + e.aval.bytes()
                + " bytes, stands at "
                + e.begin
                + " to "
                + e.end
                + "; wanted "
                + at
                + " to "
                + (at + e.aval.bytes())
                + ", without gap or overlap.");
      }
      arrays.put(e.name, Bytes.read(in, e.aval, size, what + ", array '" + e.name + "'"));
      at = e.end;
    }
    if (in.read() >= 0) {
      throw new FileException(
          what
              + ": there are bytes after the last array, which ends at "
              + at
              + "; the file is damaged.");
    }
    return new Safetensors(arrays, metadata);
  }

  private static Map<String, Object> header(InputStream in, String what) throws IOException {
    try {
      long length = ByteBuffer.wrap(Bytes.exactly(in, 8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (length < 2 || length > LONGEST_HEADER) {
        throw new FileException(
            what
                + ": a header of "
                + Long.toUnsignedString(length)
                + " bytes is none; this is no safetensors file.");
      }
      var text = new String(Bytes.exactly(in, (int) length), StandardCharsets.UTF_8);
      return object(Json.parse(text, what), "the header", what);
    } catch (EOFException e) {
      throw new FileException(
          what + ": the file is cut off in its header: " + e.getMessage() + ".", e);
    }
  }

  @SuppressWarnings("unchecked") // what Json.parse makes of objects
  private static Map<String, Object> object(Object json, String name, String what) {
    if (json instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new FileException(what + ": " + name + " is " + json + ", wanted an object.");
  }

  private static Entry entry(String name, Map<String, Object> json, String what) {
    var offsets = longs(json.get("data_offsets"), "data_offsets of '" + name + "'", what);
    if (offsets.length != 2) {
      throw new FileException(
          what
              + ": data_offsets of '"
              + name
              + "' are "
              + Arrays.toString(offsets)
              + ", wanted begin and end.");
    }
    var shape =
        Bytes.shape(
            longs(json.get("shape"), "the shape of '" + name + "'", what),
            what + ", array '" + name + "'");
    return new Entry(
        name, Aval.of(shape, dtype(json.get("dtype"), name, what)), offsets[0], offsets[1]);
  }

  private static long[] longs(Object json, String name, String what) {
    if (json instanceof List<?> list && list.stream().allMatch(Long.class::isInstance)) {
      return list.stream().mapToLong(i -> (Long) i).toArray();
    }
    throw new FileException(
        what + ": " + name + " is " + json + ", wanted a list of whole numbers.");
  }

  private static DType dtype(Object code, String name, String what) {
    return Arrays.stream(DType.values())
        .filter(t -> code(t).equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new FileException(
                    what
                        + ": the array '"
                        + name
                        + "' has the dtype "
                        + code
                        + ", wanted one of "
                        + Arrays.stream(DType.values()).map(Safetensors::code).toList()
                        + "."));
  }

  private static String code(DType t) {
    return switch (t.kind()) {
      case BOOL -> "BOOL";
      case UNSIGNED -> "U" + 8 * t.itemsize();
      case SIGNED -> "I" + 8 * t.itemsize();
      case COMPLEX -> "C" + 8 * t.itemsize();
      case FLOATING -> t == DType.BFLOAT16 ? "BF16" : "F" + 8 * t.itemsize();
    };
  }

  /**
   * Writes all, the widest dtypes first, so that every array is aligned, and those of one width by
   * name.
   */
  public void write(OutputStream out) throws IOException {
    var names = new ArrayList<>(arrays.keySet());
    names.sort(
        Comparator.comparing((String n) -> -arrays.get(n).dtype().itemsize())
            .thenComparing(Comparator.naturalOrder()));
    var members = new ArrayList<String>();
    if (!metadata.isEmpty()) {
      var texts =
          new TreeMap<>(metadata)
              .entrySet().stream()
                  .map(e -> Json.quoted(e.getKey()) + ":" + Json.quoted(e.getValue()));
      members.add(Json.quoted(METADATA) + ":{" + String.join(",", texts.toList()) + "}");
    }
    long at = 0;
    for (var name : names) {
      var aval = arrays.get(name).aval();
      if (aval.dtype() == DType.COMPLEX128) {
        throw new FileException(
            "saveFile: the format has no complex128, the dtype of '"
                + name
                + "'. Convert it with astype(jnp.complex64).");
      }
      var shape =
          String.join(",", IntStream.of(aval.shape().toArray()).mapToObj(String::valueOf).toList());
      members.add(
          "%s:{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
              .formatted(Json.quoted(name), code(aval.dtype()), shape, at, at + aval.bytes()));
      at += aval.bytes();
    }
    var text = ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
    var padded = Arrays.copyOf(text, Math.ceilDiv(text.length, ALIGNMENT) * ALIGNMENT);
    Arrays.fill(padded, text.length, padded.length, (byte) ' ');
    out.write(
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, padded.length).array());
    out.write(padded);
    for (var name : names) {
      Bytes.write(out, arrays.get(name));
    }
  }
}
