package jacobean.core;

import jacobean.error.EngineException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Chooses the engine: the one named by the system property {@code jacobean.engine} or the
 * environment variable {@code JACOBEAN_ENGINE}, else the one of the highest priority that starts.
 * Where that one cannot start, the next is used, and a warning on standard error says why.
 */
public final class Engines {
  private static final ScopedValue<Engine> SCOPED = ScopedValue.newInstance();

  private Engines() {}

  /** Chosen once, at the first use, by class initialization. */
  private static final class Default {
    static final Engine INSTANCE = choose();
  }

  static Engine current() {
    return SCOPED.isBound() ? SCOPED.get() : Default.INSTANCE;
  }

  /** Runs a body with another engine. */
  public static <T> T with(Engine engine, java.util.function.Supplier<T> body) {
    return ScopedValue.where(SCOPED, engine).call(body::get);
  }

  /** All engines on the class path, the preferred first; not started. */
  public static List<Engine> available() {
    return ServiceLoader.load(Engine.class, Engine.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparingInt(Engine::priority).reversed())
        .toList();
  }

  /**
   * The engine of this name, started.
   *
   * @throws EngineException if there is none, or it cannot start
   */
  public static Engine named(String name) {
    for (var engine : available()) {
      if (engine.name().equals(name)) {
        engine.start();
        return engine;
      }
    }
    throw new EngineException(
        "no engine is named '"
            + name
            + "'; on the class path are "
            + available().stream().map(Engine::name).toList());
  }

  private static Engine choose() {
    var asked = System.getProperty("jacobean.engine", System.getenv("JACOBEAN_ENGINE"));
    if (asked != null && !asked.isBlank()) {
      return named(asked);
    }
    for (var engine : available()) {
      try {
        engine.start();
        return engine;
      } catch (EngineException | LinkageError e) {
        System.err.println(
            "jacobean: the "
                + engine.name()
                + " engine cannot start ("
                + e.getMessage()
                + "); trying the next,"
                + " which may be slower. Set JACOBEAN_ENGINE=reference to choose plain Java without this warning.");
      }
    }
    throw new EngineException("no engine can start; is jacobean-core whole on the class path?");
  }
}
