package jacobean.kernel.session;

import jacobean.kernel.session.Pieces.Piece;
import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;

/**
 * The Java session on JShell's compiler and our own execution. It opens at once and gets ready in
 * the background; the first cell waits for that.
 */
public final class JShellSession implements Session {
  private static final List<String> USUAL_IMPORTS =
      List.of(
          "import java.io.*;",
          "import java.math.*;",
          "import java.net.*;",
          "import java.nio.file.*;",
          "import java.time.*;",
          "import java.util.*;",
          "import java.util.concurrent.*;",
          "import java.util.function.*;",
          "import java.util.regex.*;",
          "import java.util.stream.*;",
          "import static " + Cell.class.getName() + ".*;");

  private final SessionOptions options;
  private final CellOutput output = new CellOutput(Outlets.SILENT);
  private final StandardStreams streams = new StandardStreams(output);
  private final Rendering rendering;
  private final Cell.Surface surface;
  private final CompletableFuture<Snippets> ready = new CompletableFuture<>();
  private final Map<String, Integer> declaredIn = new HashMap<>();
  private volatile boolean stopAsked;
  private volatile boolean running;
  private String lastJava = "";

  private JShellSession(SessionOptions options) {
    this.options = options;
    rendering = new Rendering(options.renderers(), output::stderr);
    surface = new Cell.Surface(rendering, output);
    Cell.show(surface);
    Thread.ofPlatform().daemon().name("session start").start(this::start);
  }

  /** A session with everything that is found on the class path. */
  public static JShellSession open() {
    return open(SessionOptions.discovered());
  }

  public static JShellSession open(SessionOptions options) {
    return new JShellSession(options);
  }

  private void start() {
    try {
      SourceLines lines = new SourceLines();
      SnippetControl control = new SnippetControl(JShellSession.class.getClassLoader(), lines);
      JShell jshell = JShell.builder().executionEngine(control, Map.of()).build();
      for (var path : options.classPath()) {
        jshell.addToClasspath(path.toString());
      }
      Snippets snippets = new Snippets(jshell, control, lines);
      List<String> imports = new ArrayList<>(USUAL_IMPORTS);
      options.preloads().forEach(p -> imports.addAll(p.imports()));
      imports.addAll(options.imports());
      Snippets.Place place = new Snippets.Place(0, "");
      for (String each : imports) {
        if (snippets.eval(Text.inserted(each, 0), SourceLines.Shape.MEMBER, 0, place)
            instanceof Snippets.Ended.Rejected rejected) {
          output.stderr("note: " + each + " failed: " + Errors.compilation(rejected, place).message() + "\n");
        }
      }
      ready.complete(snippets);
    } catch (Throwable error) {
      ready.completeExceptionally(error);
    }
    for (var preload : options.preloads()) {
      try {
        preload.warmUp();
      } catch (Throwable error) {
        output.stderr("note: warming up " + preload.getClass().getName() + " failed: " + error + "\n");
      }
    }
  }

  @Override
  public CellResult execute(String code, int number, Outlet outlet) {
    output.redirect(outlet);
    Snippets snippets = ready.join();
    stopAsked = false;
    running = true;
    try {
      return run(code, number, snippets);
    } finally {
      running = false;
      snippets.control().thread().clearStop();
      output.flush();
    }
  }

  private CellResult run(String code, int number, Snippets snippets) {
    Snippets.Place place = new Snippets.Place(number, code);
    Optional<CellThread.Result> shown = Optional.empty();
    for (Piece piece : new Pieces(snippets.jshell().sourceCodeAnalysis()).of(code)) {
      if (stopAsked) {
        return new CellResult.Interrupted();
      }
      switch (piece) {
        case Piece.MagicLine magic -> {
          return new CellResult.Failed(
              Errors.plain("UnknownMagic", "there is no magic %" + magic.name(), Optional.empty()));
        }
        case Piece.Java java -> {
          switch (snippets.run(java, place)) {
            case Snippets.Ended.Ran ran -> {
              note(ran, number);
              shown = java.terminated() ? Optional.empty() : ran.result();
            }
            case Snippets.Ended.Rejected rejected -> {
              return new CellResult.Failed(Errors.compilation(rejected, place));
            }
            case Snippets.Ended.Threw threw -> {
              return new CellResult.Failed(Errors.thrown(threw.error(), place));
            }
            case Snippets.Ended.Stopped _ -> {
              return new CellResult.Interrupted();
            }
          }
        }
      }
    }
    lastJava = code;
    Object value = shown.map(CellThread.Result::value).orElse(null);
    Optional<MimeBundle> rendered =
        value == null || value instanceof Cell.Display
            ? Optional.empty()
            : Optional.of(rendering.render(value));
    return new CellResult.Ok(value, rendered);
  }

  private void note(Snippets.Ended.Ran ran, int number) {
    ran.events().stream()
        .filter(e -> e.causeSnippet() == null && e.snippet() instanceof VarSnippet)
        .forEach(e -> declaredIn.put(((VarSnippet) e.snippet()).name(), number));
  }

  @Override
  public void interrupt() {
    stopAsked = true;
    if (running && ready.isDone()) {
      ready.join().control().thread().askToStop();
    }
  }

  @Override
  public List<Variable> variables() {
    Snippets snippets = ready.join();
    return snippets
        .jshell()
        .variables()
        .map(
            v ->
                new Variable(
                    v.name(), v.typeName(), valueOf(v, snippets), declaredIn.getOrDefault(v.name(), 0)))
        .toList();
  }

  private static Object valueOf(VarSnippet variable, Snippets snippets) {
    try {
      String owner = snippets.jshell().sourceCodeAnalysis().wrapper(variable).fullClassName();
      Field field = snippets.control().loader().loadClass(owner).getDeclaredField(variable.name());
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      return null; // declared but not whole yet
    }
  }

  @Override
  public Object eval(String code) throws Exception {
    throw new UnsupportedOperationException("eval");
  }

  @Override
  public Outlet outlet() {
    return output;
  }

  @Override
  public String lastJava() {
    return lastJava;
  }

  @Override
  public Completion complete(String code, int cursor) {
    return new Completion(List.of(), cursor, cursor);
  }

  @Override
  public Inspection inspect(String code, int cursor) {
    return new Inspection(false, "", "");
  }

  @Override
  public Completeness isComplete(String code) {
    return new Completeness(Completeness.Status.COMPLETE, "");
  }

  @Override
  public void close() {
    Cell.hide(surface);
    streams.close();
    output.close();
    ready.thenAccept(s -> s.jshell().close());
  }
}
