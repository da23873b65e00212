package jacobean.core;

import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A place in user code: the innermost stack frame outside this library and the JDK, and the names
 * of the scopes around it.
 */
public final class Origin {
  /** The frames to fetch first: as many as there are between an operation and who called it. */
  private static final int USUAL_FRAMES = 16;

  private static final StackWalker WALKER = StackWalker.getInstance(Set.of(), USUAL_FRAMES);
  private static final int SEARCHED_FRAMES = 64;

  private static final Optional<SourceFiles> FILES =
      ServiceLoader.load(SourceFiles.class, SourceFiles.class.getClassLoader()).findFirst();

  private static final ScopedValue<Origin> REPLAYED = ScopedValue.newInstance();
  private static final ScopedValue<String> SCOPE = ScopedValue.newInstance();

  /** Outside user code. */
  static final Origin UNKNOWN = new Origin(null, "");

  private final StackTraceElement frame;
  private final String scope;

  private Origin(StackTraceElement frame, String scope) {
    this.frame = frame;
    this.scope = scope;
  }

  /** Runs a body in a scope of this name, inside the scopes that there are. */
  public static <T> T scoped(String name, java.util.function.Supplier<T> body) {
    var outer = scope();
    return ScopedValue.where(SCOPE, outer.isEmpty() ? name : outer + "/" + name).call(body::get);
  }

  private static String scope() {
    return SCOPE.isBound() ? SCOPE.get() : "";
  }

  /** Where user code is now; while a program is replayed, where it was when it was traced. */
  public static Origin here() {
    return REPLAYED.isBound() ? REPLAYED.get() : walked();
  }

  /** Runs a body as if from here. */
  <T> T replay(Supplier<T> body) {
    return frame == null ? body.get() : ScopedValue.where(REPLAYED, this).call(body::get);
  }

  /** Runs a primitive's rule, all that it makes as if from here; users' code is where it stands. */
  public <T> T ofRule(Primitive primitive, Supplier<T> rule) {
    return primitive.hasUsersRule() ? rule.get() : replay(rule);
  }

  private static Origin walked() {
    return new Origin(WALKER.walk(frames -> user(frames.iterator())), scope());
  }

  private static StackTraceElement user(Iterator<StackWalker.StackFrame> frames) {
    for (int i = 0; i < SEARCHED_FRAMES && frames.hasNext(); i++) {
      var frame = frames.next();
      if (isUser(frame.getClassName())) {
        return inItsFile(frame.toStackTraceElement());
      }
    }
    return null;
  }

  private static StackTraceElement inItsFile(StackTraceElement frame) {
    return FILES
        .flatMap(files -> files.of(frame.getClassName()))
        .filter(file -> !file.equals(frame.getFileName()))
        .map(
            file ->
                new StackTraceElement(
                    frame.getClassName(), frame.getMethodName(), file, frame.getLineNumber()))
        .orElse(frame);
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
  public boolean equals(Object o) {
    return o instanceof Origin other && Objects.equals(frame, other.frame);
  }

  @Override
  public int hashCode() {
    return frame == null ? 0 : 31 * frame.getLineNumber() + frame.getClassName().hashCode();
  }

  @Override
  public String toString() {
    var place = place().orElse("an unknown place");
    return scope.isEmpty() ? place : place + " in " + scope;
  }
}
