package jacobean.core;

import java.util.Optional;

/**
 * A place in user code: the innermost stack frame outside this library and the JDK.
 */
public final class Origin {
  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final int SEARCHED_FRAMES = 64;

  private final StackTraceElement frame;

  private Origin(StackTraceElement frame) {
    this.frame = frame;
  }

  /** Where user code is now. */
  public static Origin here() {
    return new Origin(
        WALKER.walk(
            frames ->
                frames
                    .limit(SEARCHED_FRAMES)
                    .filter(f -> isUser(f.getClassName()))
                    .findFirst()
                    .map(StackWalker.StackFrame::toStackTraceElement)
                    .orElse(null)));
  }

  private static boolean isUser(String className) {
    return !className.startsWith("jacobean.")
        && !className.startsWith("java.")
        && !className.startsWith("jdk.");
  }

  /** The file and line, as {@code In [3]:2} or {@code Model.java:14}; empty outside user code. */
  public Optional<String> place() {
    return Optional.ofNullable(frame).map(f -> f.getFileName() + ":" + f.getLineNumber());
  }

  @Override
  public String toString() {
    return place().orElse("an unknown place");
  }
}
