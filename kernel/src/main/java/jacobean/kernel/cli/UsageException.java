package jacobean.kernel.cli;

/** A command line that cannot be understood; the message says what was wanted. */
final class UsageException extends Exception {
  UsageException(String message) {
    super(message);
  }
}
