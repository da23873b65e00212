package jacobean.kernel.spi;

/** Bad use of a magic: the message says what it got, what it wanted and how to mend it. */
public final class MagicException extends RuntimeException {
  public MagicException(String message) {
    super(message);
  }
}
