package jacobean.kernel.session;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs snippets in this process: weaves and loads their classes, runs them on the session's {@link
 * CellThread}, and keeps the raw value or Throwable that JShell would turn into text.
 */
final class SnippetControl extends DirectExecutionControl implements ExecutionControlProvider {
  private final SnippetLoader loader;
  private final Weaver weaver;
  private final SourceLines lines;
  private final Map<String, byte[]> compiled = new ConcurrentHashMap<>();
  private final CarriedValues values;
  private final Supplier<Optional<Instrumentation>> instrumentation;
  private volatile CellThread thread;
  private Optional<CellThread.Outcome> outcome = Optional.empty();

  /**
   * @param parent the class loader that cells see the libraries through
   * @param instrumentation what redefines classes in place, asked for at the first redefinition
   * @param notes takes notes to the user
   */
  SnippetControl(
      ClassLoader parent,
      SourceLines lines,
      Supplier<Optional<Instrumentation>> instrumentation,
      Consumer<String> notes) {
    this.instrumentation = instrumentation;
    values = new CarriedValues(notes);
    loader = new SnippetLoader(parent);
    weaver = new Weaver(loader);
    this.lines = lines;
    thread = newThread();
  }

  private CellThread newThread() {
    CellThread fresh = new CellThread(loader);
    fresh.start();
    return fresh;
  }

  @Override
  public String name() {
    return "jacobean";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
    return this;
  }

  /** The thread that cells run on now. */
  CellThread thread() {
    return thread;
  }

  /** Leaves the thread to what cannot be stopped and goes on with a new one. */
  void abandonThread() {
    CellThread left = thread;
    thread = newThread();
    left.retire();
  }

  /** The class loader of the snippets. */
  SnippetLoader loader() {
    return loader;
  }

  /** The classes as javac made them, by binary name: what later cells compile against. */
  Map<String, byte[]> compiled() {
    return compiled;
  }

  /** The cell that a snippet's class came from last, such as {@code In [3]}. */
  String sourceFile(String className) {
    return lines.sourceFile(className);
  }

  /** How the latest invocation ended, once. */
  Optional<CellThread.Outcome> takeOutcome() {
    Optional<CellThread.Outcome> taken = outcome;
    outcome = Optional.empty();
    return taken;
  }

  @Override
  public void load(ClassBytecodes[] classes) throws ClassInstallException {
    boolean[] loaded = new boolean[classes.length];
    lines.loading(classes, weaver);
    try {
      for (ClassBytecodes each : classes) {
        loader.declare(each.name(), woven(each));
        compiled.put(each.name(), each.bytecodes());
      }
      for (int i = 0; i < classes.length; i++) {
        Class<?> loadedClass = loader.loadClass(classes[i].name());
        loadedClass.getDeclaredMethods();
        loaded[i] = true;
        values.carryOver(loadedClass, lines.redeclares(classes[i].name()));
      }
    } catch (Throwable error) {
      outcome = Optional.of(new CellThread.Outcome.Threw(error));
      throw new ClassInstallException("load: " + error, loaded);
    }
  }

  @Override
  public void redefine(ClassBytecodes[] classes) throws ClassInstallException {
    lines.loading(classes, weaver);
    boolean[] none = new boolean[classes.length];
    Optional<Instrumentation> redefining = instrumentation.get();
    if (redefining.isEmpty()) {
      // JShell then replaces the classes by new ones, and load() carries the values over.
      throw new ClassInstallException("classes cannot be redefined in place", none);
    }
    try {
      ClassDefinition[] definitions = new ClassDefinition[classes.length];
      for (int i = 0; i < classes.length; i++) {
        definitions[i] =
            new ClassDefinition(loader.loadClass(classes[i].name()), woven(classes[i]));
      }
      redefining.get().redefineClasses(definitions);
      for (int i = 0; i < classes.length; i++) {
        loader.declare(classes[i].name(), definitions[i].getDefinitionClassFile());
        compiled.put(classes[i].name(), classes[i].bytecodes());
      }
    } catch (ReflectiveOperationException
        | UnmodifiableClassException
        | UnsupportedOperationException
        | LinkageError e) {
      throw new ClassInstallException("redefine: " + e, none); // a change of shape
    }
  }

  private byte[] woven(ClassBytecodes each) {
    return weaver.weave(
        each.bytecodes(), lines.sourceFile(each.name()), lines.mapping(each.name()));
  }

  @Override
  public String invoke(String className, String methodName)
      throws RunException, InternalException, EngineTerminationException {
    Method method;
    try {
      method = findClass(className).getDeclaredMethod(methodName);
      method.setAccessible(true);
    } catch (Throwable error) {
      outcome = Optional.of(new CellThread.Outcome.Threw(error));
      throw new InternalException(error.toString());
    }
    CellThread.Outcome ended =
        thread.call(
            () -> {
              try {
                return method.invoke(null);
              } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Error error) {
                  throw error;
                }
                throw (Exception) e.getCause();
              }
            });
    outcome = Optional.of(ended);
    switch (ended) {
      case CellThread.Outcome.Done _ -> {
        return "";
      }
      case CellThread.Outcome.Stopped stopped -> {
        if (stopped.abandoned()) {
          abandonThread();
        }
        throw new StoppedException();
      }
      case CellThread.Outcome.Threw threw ->
          throw threw.error() instanceof SPIResolutionException unresolved
              ? new ResolutionException(unresolved.id(), unresolved.getStackTrace())
              : new UserException(
                  String.valueOf(threw.error().getMessage()),
                  threw.error().getClass().getName(),
                  threw.error().getStackTrace());
    }
  }

  @Override
  public String varValue(String className, String varName) {
    return "";
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return loader.loadClass(name);
  }

  @Override
  public void addToClasspath(String path) throws InternalException {
    try {
      for (String part : path.split(java.io.File.pathSeparator)) {
        loader.addPath(Path.of(part));
      }
    } catch (Exception e) {
      throw new InternalException("cannot add " + path + " to the class path: " + e.getMessage());
    }
  }

  @Override
  public void stop() {
    thread.askToStop();
  }

  @Override
  public void close() {
    thread.retire();
  }
}
