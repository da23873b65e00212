package jacobean.kernel.session;

import jacobean.kernel.spi.Outlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * {@code System.out}, {@code err} and {@code in} of a session: they lead to its outlet while it is
 * open, and are put back when it closes.
 */
final class StandardStreams implements AutoCloseable {
  private final PrintStream outBefore = System.out;
  private final PrintStream errBefore = System.err;
  private final InputStream inBefore = System.in;
  private final PrintStream out;

  StandardStreams(Outlet outlet) {
    out = stream(outlet::stdout);
    System.setOut(out);
    System.setErr(stream(outlet::stderr));
    System.setIn(new Lines(outlet));
  }

  private static PrintStream stream(Consumer<String> to) {
    return new PrintStream(new Decoding(to), true, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    if (System.out == out) { // a later session may have taken over
      System.setOut(outBefore);
      System.setErr(errBefore);
      System.setIn(inBefore);
    }
  }

  /** Bytes to text; a character may arrive in several writes. */
  private static final class Decoding extends OutputStream {
    private final Consumer<String> to;
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer rest = ByteBuffer.allocate(0);

    Decoding(Consumer<String> to) {
      this.to = to;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      ByteBuffer all = ByteBuffer.allocate(rest.remaining() + length);
      all.put(rest).put(bytes, offset, length).flip();
      CharBuffer chars = CharBuffer.allocate(all.remaining() + 1);
      decoder.decode(all, chars, false);
      rest = all.slice();
      to.accept(chars.flip().toString());
    }
  }

  /** Asks the front end for a line whenever the last one is used up. */
  private static final class Lines extends InputStream {
    private final Outlet outlet;
    private byte[] line = {};
    private int at;

    Lines(Outlet outlet) {
      this.outlet = outlet;
    }

    @Override
    public int available() {
      return line.length - at;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (at == line.length) {
        String typed;
        try {
          typed = outlet.readLine("", false);
        } catch (IllegalStateException e) {
          throw new IOException(e.getMessage(), e);
        }
        if (typed == null) {
          return -1;
        }
        line = (typed + "\n").getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
      int count = Math.min(length, line.length - at);
      System.arraycopy(line, at, into, offset, count);
      at += count;
      return count;
    }
  }
}
