package jacobean.files;

import jacobean.core.HostArray;
import jacobean.error.FileException;
import jacobean.type.Aval;
import jacobean.type.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.BiConsumer;

/** Elements of arrays as the bytes of a stream, a piece at a time. */
final class Bytes {
  private static final int PIECE = 1 << 20;

  private Bytes() {}

  /**
   * An array whose elements are the next bytes of a stream, row-major.
   *
   * @param left how many bytes the file can still have
   * @param what names the array in messages
   * @throws FileException if the stream ends before
   */
  static HostArray read(InputStream in, Aval aval, long left, String what) throws IOException {
    if (aval.bytes() > left) {
      // Before memory is taken for what a damaged header promises.
      throw cut(left, aval, what);
    }
    var array = HostArray.allocate(aval);
    var piece = new byte[(int) Math.min(PIECE, aval.bytes())];
    for (long at = 0; at < aval.bytes(); at += piece.length) {
      int n = (int) Math.min(piece.length, aval.bytes() - at);
      int read = in.readNBytes(piece, 0, n);
      if (read < n) {
        throw cut(at + read, aval, what);
      }
      MemorySegment.copy(piece, 0, array.data(), ValueLayout.JAVA_BYTE, at, n);
    }
    return array;
  }

  private static FileException cut(long found, Aval aval, String what) {
    return new FileException(
        what
            + ": the file has "
            + found
            + " of the "
            + aval.bytes()
            + " bytes of "
            + aval
            + ". It is cut off; get it again.");
  }

  /** A number of bytes, all of them. */
  static byte[] exactly(InputStream in, int n) throws IOException {
    var bytes = in.readNBytes(n);
    if (bytes.length < n) {
      throw new EOFException("it ends after " + bytes.length + " of " + n + " bytes");
    }
    return bytes;
  }

  /** Gives the elements' bytes piece by piece: a buffer, and how much of it counts. */
  static void pieces(HostArray array, BiConsumer<byte[], Integer> use) {
    long bytes = array.aval().bytes();
    var piece = new byte[(int) Math.min(PIECE, bytes)];
    for (long at = 0; at < bytes; at += piece.length) {
      int n = (int) Math.min(piece.length, bytes - at);
      MemorySegment.copy(array.data(), ValueLayout.JAVA_BYTE, at, piece, 0, n);
      use.accept(piece, n);
    }
  }

  static void write(OutputStream out, HostArray array) throws IOException {
    try {
      pieces(array, (piece, n) -> write(out, piece, n));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(OutputStream out, byte[] piece, int n) {
    try {
      out.write(piece, 0, n);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same elements with the bytes of each in the other order. */
  static HostArray swapped(HostArray array, int unit) {
    var swapped = HostArray.allocate(array.aval());
    for (long i = 0; i < array.aval().bytes(); i++) {
      long start = i / unit * unit;
      swapped
          .data()
          .set(
              ValueLayout.JAVA_BYTE,
              i,
              array.data().get(ValueLayout.JAVA_BYTE, start + unit - 1 - (i - start)));
    }
    return swapped;
  }

  /** Row-major what was column-major. */
  static HostArray fromColumns(HostArray columns) {
    int[] dims = columns.shape().toArray();
    var to = HostArray.allocate(columns.aval());
    long item = columns.dtype().itemsize();
    for (long p = 0; p < to.size(); p++) {
      long rest = p;
      long from = 0;
      long stride = to.size();
      for (int axis = dims.length - 1; axis >= 0; axis--) {
        stride /= dims[axis];
        from += rest % dims[axis] * stride;
        rest /= dims[axis];
      }
      MemorySegment.copy(columns.data(), from * item, to.data(), p * item, item);
    }
    return to;
  }

  /**
   * A shape as a file gives it.
   *
   * @throws FileException if a length is negative or the elements are too many
   */
  static Shape shape(long[] dims, String what) {
    var lengths = new int[dims.length];
    try {
      for (int i = 0; i < dims.length; i++) {
        lengths[i] = Math.toIntExact(dims[i]);
      }
      Math.multiplyExact(Shape.of(lengths).size(), 16L);
      return Shape.of(lengths);
    } catch (ArithmeticException | jacobean.error.ShapeException e) {
      throw new FileException(
          what
              + ": no array has the shape "
              + java.util.Arrays.toString(dims)
              + " that the file gives.",
          e);
    }
  }
}
