package jacobean.kernel.wire;

/** Bytes that are no message of this kernel's client; the message says why. They are dropped. */
final class BadMessage extends Exception {
  BadMessage(String message) {
    super(message);
  }
}
