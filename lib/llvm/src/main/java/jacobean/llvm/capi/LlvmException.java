package jacobean.llvm.capi;

/** LLVM refused what it was given; the message is LLVM's own, with what was being done. */
public final class LlvmException extends RuntimeException {
  /** An error with LLVM's message in it. */
  public LlvmException(String message) {
    super(message);
  }
}
