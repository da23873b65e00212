package jacobean.core;

import java.util.Optional;

/**
 * Knows which files classes came from where the JVM does not: a class that is redefined in place,
 * as a notebook's are, keeps in stack traces the file that it had in its first one. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface SourceFiles {
  /** The file that a class came from last; empty where the JVM knows. */
  Optional<String> of(String className);
}
