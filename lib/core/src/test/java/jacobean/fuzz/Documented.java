package jacobean.fuzz;

import jacobean.error.EngineException;
import jacobean.error.JacobeanException;
import jacobean.error.NullException;
import jacobean.error.TracerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Javadoc says is thrown, by any overload of a name; it is read from the sources that lie
 * beside the classes.
 */
final class Documented {
  private static final Pattern THROWN = Pattern.compile("@throws\\s+(?:\\w+\\.)*(\\w+)");
  private static final Pattern ANNOTATION = Pattern.compile("@\\w+(\\([^)]*\\))?\\s");

  /** What every function may throw: null, too little memory, a number wanted of a tracer. */
  private static final Set<Class<?>> ANYWHERE =
      Set.of(NullException.class, EngineException.class, TracerException.class);

  /**
   * What is said of a Java number that no array of its usual dtype holds, and of a function's call
   * that Java would not compile.
   */
  private static final List<String> ANYHOW = List.of("does not fit int32", "the function takes");

  /** By class, the exceptions of each name. */
  private final Map<Class<?>, Map<String, Set<String>>> read = new ConcurrentHashMap<>();

  /** Whether a caller can know of this exception. */
  boolean tells(Callee callee, JacobeanException thrown) {
    return ANYWHERE.contains(thrown.getClass())
        || ANYHOW.stream().anyMatch(thrown.getMessage()::contains)
        || callee.type().getPackage() == Documented.class.getPackage()
        || Stream.<Class<?>>iterate(callee.type(), Documented::isOurs, Class::getSuperclass)
            .map(c -> read.computeIfAbsent(c.getNestHost(), Documented::exceptions))
            .flatMap(names -> names.getOrDefault(callee.name(), Set.of()).stream())
            .anyMatch(Set.of(thrown.getClass().getSimpleName(), "JacobeanException")::contains);
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("jacobean.");
  }

  private static Map<String, Set<String>> exceptions(Class<?> type) {
    var exceptions = new ConcurrentHashMap<String, Set<String>>();
    for (var piece : source(type).split("/\\*\\*")) {
      int end = piece.indexOf("*/");
      if (end >= 0) {
        var head =
            ANNOTATION.matcher(piece.substring(end + 2)).replaceAll("").split("[({;=]")[0].strip();
        var name = head.substring(head.lastIndexOf(' ') + 1);
        var named = exceptions.computeIfAbsent(name, _ -> new HashSet<>());
        THROWN.matcher(piece.substring(0, end)).results().forEach(m -> named.add(m.group(1)));
      }
    }
    return exceptions;
  }

  private static String source(Class<?> type) {
    var path = "/META-INF/sources/" + type.getName().replace('.', '/') + ".java";
    try (InputStream in = type.getResourceAsStream(path)) {
      return new String(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
