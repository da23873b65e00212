package jacobean;

import jacobean.core.Engine;
import jacobean.core.Origin;
import jacobean.pytree.Structure;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells why a compiled function is traced again: what differs from the most similar earlier call.
 */
final class Retraces {
  /** Whether each is told on standard error; a setting of the process, as in JAX. */
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  /** Whether each trace is told on standard error; a setting of the process, as in JAX. */
  private static final AtomicBoolean LOGGED = new AtomicBoolean();

  /** Counts how often all programs were to be forgotten; functions compare it with their own. */
  private static final AtomicLong CLEARED = new AtomicLong();

  private Retraces() {}

  static void tell(boolean told) {
    TOLD.set(told);
  }

  static void log(boolean logged) {
    LOGGED.set(logged);
  }

  /** Tells that a function is traced and compiled, if that is asked for. */
  static void tracing(Signature signature, Origin origin) {
    if (LOGGED.get()) {
      System.err.println(
          "jit: compiling at "
              + origin
              + " for "
              + signature.types
              + (signature.statics.isEmpty() ? "" : " and static " + signature.statics)
              + ".");
    }
  }

  static void clearAll() {
    CLEARED.incrementAndGet();
    Engine.current().programs().clear();
  }

  static long cleared() {
    return CLEARED.get();
  }

  /**
   * What decides which program a call needs.
   *
   * @param axes the named axes in scope, with their lengths
   */
  record Signature(Structure structure, List<Aval> types, List<Object> statics, Object axes) {}

  /** The report for a new signature. */
  static String report(Signature wanted, Collection<Signature> earlier, Origin origin) {
    var nearest =
        earlier.stream()
            .map(e -> differences(e, wanted))
            .min(Comparator.comparingInt(List::size))
            .orElse(List.of("the programs were cleared"));
    var text = "jit: traced again at " + origin + ": " + String.join("; ", nearest) + ".";
    if (TOLD.get()) {
      System.err.println(text);
    }
    return text;
  }

  private static List<String> differences(Signature before, Signature now) {
    var found = new ArrayList<String>();
    if (!before.structure.equals(now.structure)) {
      found.add("the structure of the arguments was " + before.structure + ", is " + now.structure);
    } else {
      var paths = now.structure.paths();
      for (int i = 0; i < paths.size(); i++) {
        if (!before.types.get(i).equals(now.types.get(i))) {
          found.add(
              "argument "
                  + paths.get(i)
                  + " was "
                  + told(before.types.get(i))
                  + ", is "
                  + told(now.types.get(i)));
        }
      }
    }
    for (int i = 0; i < now.statics.size(); i++) {
      if (!Objects.equals(before.statics.get(i), now.statics.get(i))) {
        found.add("a static argument was " + before.statics.get(i) + ", is " + now.statics.get(i));
      }
    }
    if (!before.axes.equals(now.axes)) {
      found.add("the named axes were " + before.axes + ", are " + now.axes);
    }
    return found.isEmpty() ? List.of("it closes over values that are being traced") : found;
  }

  private static String told(Aval type) {
    return type + (type.weak() ? " (weak)" : "");
  }
}
