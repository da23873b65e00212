package jacobean.kernel.session;

import jacobean.kernel.spi.Preload;
import jacobean.kernel.spi.SessionView.Variable;
import jacobean.kernel.spi.Text;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.SPIResolutionException;

/** What is there once a session has started: JShell, and what runs cells on it. */
record Started(
    JShell jshell, SnippetControl control, CellRunner runner, Pieces pieces, Receivers receivers) {
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

  /** Starts JShell and completes {@code ready}; then warms up what the preloads want warm. */
  static void start(
      SessionOptions options,
      CellOutput output,
      Supplier<Optional<Instrumentation>> instrumentation,
      CompletableFuture<Started> ready) {
    try {
      Started started = create(options, output, instrumentation);
      ready.complete(started);
    } catch (Throwable error) {
      ready.completeExceptionally(error);
    }
    for (Preload preload : options.preloads()) {
      try {
        preload.warmUp();
      } catch (Throwable error) {
        output.stderr(
            "note: warming up " + preload.getClass().getName() + " failed: " + error + "\n");
      }
    }
  }

  private static Started create(
      SessionOptions options,
      CellOutput output,
      Supplier<Optional<Instrumentation>> instrumentation)
      throws Exception {
    SourceLines lines = new SourceLines();
    SnippetControl control =
        new SnippetControl(Started.class.getClassLoader(), lines, instrumentation, output::stderr);
    JShell jshell = JShell.builder().executionEngine(control, Map.of()).build();
    for (var path : options.classPath()) {
      jshell.addToClasspath(path.toString());
    }
    SnippetFiles files =
        new SnippetFiles(
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null),
            control.compiled());
    files.classPath(options.classPath());
    Repairer repairer =
        new Repairer(
            files, options.preloads().stream().flatMap(p -> p.notation().stream()).toList());
    Snippets snippets = new Snippets(jshell, control, lines);
    imports(options, snippets, output);
    Pieces pieces = new Pieces(jshell.sourceCodeAnalysis());
    return new Started(
        jshell,
        control,
        new CellRunner(snippets, repairer),
        pieces,
        new Receivers(jshell, pieces, repairer));
  }

  private static void imports(SessionOptions options, Snippets snippets, CellOutput output) {
    List<String> imports = new ArrayList<>(USUAL_IMPORTS);
    options.preloads().forEach(p -> imports.addAll(p.imports()));
    imports.addAll(options.imports());
    for (String each : imports) {
      Snippets.Ended ended =
          snippets.eval(
              Text.inserted(each, 0), SourceLines.Shape.MEMBER, 0, new Snippets.Place(0, each));
      if (ended instanceof Snippets.Ended.Rejected rejected) {
        String why =
            CompileErrors.report(
                    rejected,
                    new Snippets.Place(0, each),
                    Optional.empty(),
                    Known.of(options.preloads()))
                .message();
        output.stderr("note: " + each + " was left out: " + why + "\n");
      }
    }
  }

  /** The live variables with their values. */
  List<Variable> variables() {
    return jshell
        .variables()
        .map(v -> new Variable(v.name(), v.typeName(), value(v), runner.cellOf(v)))
        .toList();
  }

  private Object value(VarSnippet variable) {
    try {
      String owner = jshell.sourceCodeAnalysis().wrapper(variable).fullClassName();
      Field field = control.loader().loadClass(owner).getDeclaredField(variable.name());
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      return null; // declared, but its type is not whole yet
    }
  }

  /** The names of the session's variables, methods and types. */
  List<String> names() {
    return Stream.of(jshell.variables(), jshell.methods(), jshell.types())
        .flatMap(s -> s.map(PersistentSnippet::name))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Where code was called that uses what is not declared: which, and what it lacks. */
  Optional<String> unresolved(Throwable error, Known known) {
    if (!(error instanceof SPIResolutionException missing)) {
      return Optional.empty();
    }
    String id = String.valueOf(missing.id());
    return jshell
        .snippets()
        .filter(s -> s.id().equals(id) && jshell.status(s).isActive())
        .filter(DeclarationSnippet.class::isInstance)
        .map(DeclarationSnippet.class::cast)
        .findFirst()
        .map(
            s -> {
              List<String> lacks = jshell.unresolvedDependencies(s).toList();
              String hints = Hints.ofMissing(lacks.stream(), known);
              return s.name()
                  + " cannot run yet: it uses "
                  + (lacks.isEmpty()
                      ? "what is not declared"
                      : CompileMessage.simple(String.join(", ", lacks)) + ", not declared yet")
                  + (hints.isEmpty() ? "; declare it and run the cell again" : hints);
            });
  }
}
