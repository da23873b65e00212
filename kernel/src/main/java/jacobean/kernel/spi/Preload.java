package jacobean.kernel.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a library adds to every session: imports, helper snippets, its notation, and work to do in
 * the background while the session starts. Found by {@link java.util.ServiceLoader}.
 */
public interface Preload {
  /** Import declarations such as {@code import jacobean.*;}. */
  List<String> imports();

  /** How operators on the library's values are written as method calls. */
  default Optional<Notation> notation() {
    return Optional.empty();
  }

  /**
   * What to tell who uses a name that is not there, as people from other systems may: {@code "np"}
   * and how this library writes it. The name of a type says how to make one of something else.
   */
  default Map<String, String> hints() {
    return Map.of();
  }

  /**
   * The classes whose methods and constants people may call without the class's name, as {@code
   * zeros(3)} for {@code np.zeros(3)}: what they then are told. The first are the most usual.
   */
  default List<Class<?>> homes() {
    return List.of();
  }

  /**
   * Runs on a background thread at start: load natives, touch classes. Must not fail the session.
   */
  default void warmUp() {}
}
