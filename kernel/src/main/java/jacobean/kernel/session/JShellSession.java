package jacobean.kernel.session;

import jacobean.kernel.session.Pieces.Piece;
import jacobean.kernel.spi.MagicException;
import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;
import jacobean.kernel.spi.Text;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jdk.jshell.JShell;

/**
 * The Java session on JShell's compiler and our own execution. It opens at once and gets ready in
 * the background; the first cell waits for that.
 */
public final class JShellSession implements Session {
  private final CellOutput output = new CellOutput(Outlets.SILENT);
  private final StandardStreams streams = new StandardStreams(output);
  private final Rendering rendering;
  private final Cell.Surface surface;
  private final Magics magics;
  private final Known libraries;
  private final LibrarySources sources = new LibrarySources(JShellSession.class.getClassLoader());
  private final CompletableFuture<Started> ready = new CompletableFuture<>();
  private final Map<Integer, String> cells = new ConcurrentHashMap<>();
  private final ThrownErrors thrownErrors =
      new ThrownErrors(n -> Optional.ofNullable(cells.get(n)), this::sourceFile);
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean stopAsked;
  private volatile boolean running;
  private int number;
  private BecameJava became = new BecameJava("", List.of());
  private String lastJava = "";

  private JShellSession(
      SessionOptions options, Supplier<Optional<Instrumentation>> instrumentation) {
    rendering = new Rendering(options.renderers(), output::stderr);
    surface = new Cell.Surface(rendering, output, this::sourceFile);
    libraries = Known.of(options.preloads());
    magics = new Magics(options.magics());
    Cell.show(surface);
    Thread.ofPlatform()
        .daemon()
        .name("session start")
        .start(
            () -> {
              Started.start(options, output, instrumentation, ready);
              warmUp(options);
            });
  }

  /**
   * Runs once what the first cells need, so that its code is loaded and compiled; gives way to the
   * first cell.
   */
  private void warmUp(SessionOptions options) {
    if (ready.isCompletedExceptionally()) {
      return;
    }
    Started started = ready.join();
    List<Runnable> steps =
        List.of(
            started.runner()::warmUpRun,
            () -> started.runner().warmUpRepair(options.preloads()),
            () -> complete("Strin", 5));
    for (Runnable step : steps) {
      turn.lock();
      try {
        if (cells.isEmpty()) {
          step.run();
        }
      } finally {
        turn.unlock();
      }
    }
  }

  /** A session with everything that is found on the class path. */
  public static JShellSession open() {
    return open(SessionOptions.discovered());
  }

  /**
   * A session with these options. At most one is open at a time: it takes System.out, err and in.
   */
  public static JShellSession open(SessionOptions options) {
    return open(options, RedefinitionAgent::instrumentation);
  }

  /** A session that redefines classes by what {@code instrumentation} gives, if anything. */
  static JShellSession open(
      SessionOptions options, Supplier<Optional<Instrumentation>> instrumentation) {
    return new JShellSession(options, instrumentation);
  }

  /** The cell that a snippet's class came from last, such as {@code In [3]}. */
  private String sourceFile(String className) {
    return ready.join().control().sourceFile(className);
  }

  @Override
  public CellResult execute(String code, int number, Outlet outlet) {
    output.redirect(outlet);
    stopAsked = false;
    running = true;
    Started started = ready.join();
    cells.put(number, code);
    turn.lock();
    this.number = number;
    try {
      Text cell = Text.of(code, 0, code.length());
      List<Piece> pieces = started.pieces().of(cell);
      became = new BecameJava(code, pieces);
      Ran ran = run(pieces, started);
      started.runner().notes(number, libraries).forEach(note -> output.stderr(note + "\n"));
      return switch (ran) {
        case Ran.Value(Optional<CellThread.Result> shown) -> ok(shown, started);
        case Ran.Failed(CellError error) -> new CellResult.Failed(error);
        case Ran.Stopped _ -> new CellResult.Interrupted();
      };
    } finally {
      running = false;
      started.control().thread().clearStop();
      output.flush();
      turn.unlock();
    }
  }

  /** How the pieces of a cell ended. */
  private sealed interface Ran {
    record Value(Optional<CellThread.Result> shown) implements Ran {}

    record Failed(CellError error) implements Ran {}

    record Stopped() implements Ran {}
  }

  private Ran run(List<Piece> pieces, Started started) {
    Snippets.Place place = new Snippets.Place(number, cells.get(number));
    Optional<CellThread.Result> shown = Optional.empty();
    for (Piece piece : pieces) {
      if (stopAsked) {
        return new Ran.Stopped();
      }
      Ran ran =
          switch (piece) {
            case Piece.MagicLine magic -> magic(magic, started);
            case Piece.Java java -> {
              CellRunner.Run run = started.runner().run(java, place);
              became.note(java.text(), run.java());
              lastJava = became.toString();
              yield ended(run, java, place, started);
            }
          };
      if (!(ran instanceof Ran.Value value)) {
        return ran;
      }
      shown = value.shown();
    }
    return new Ran.Value(shown);
  }

  private Ran ended(CellRunner.Run run, Piece.Java piece, Snippets.Place place, Started started) {
    return switch (run.ended()) {
      case Snippets.Ended.Ran ran ->
          new Ran.Value(piece.terminated() ? Optional.empty() : ran.result());
      case Snippets.Ended.Rejected rejected ->
          new Ran.Failed(
              CompileErrors.report(
                  rejected,
                  place,
                  run.java() == piece.text()
                      ? Optional.empty()
                      : Optional.of(run.java().withoutGenerated().chars()),
                  libraries.with(started.names())));
      case Snippets.Ended.Threw threw -> new Ran.Failed(thrown(threw.error(), started));
      case Snippets.Ended.Stopped stopped -> {
        if (stopped.abandoned()) {
          output.stderr(
              "note: the cell did not stop at once; it was left to end by itself, and the next cell"
                  + " runs on a new thread\n");
        }
        yield new Ran.Stopped();
      }
    };
  }

  private CellError thrown(Throwable error, Started started) {
    if (error instanceof Rejection rejection) {
      return rejection.error();
    }
    return error instanceof MagicException
        ? ThrownErrors.plain("MagicError", error.getMessage(), Optional.of(error))
        : started
            .unresolved(error, libraries)
            .map(m -> ThrownErrors.plain("UnresolvedReference", m, Optional.of(error)))
            .orElseGet(() -> thrownErrors.report(error));
  }

  private Ran magic(Piece.MagicLine line, Started started) {
    // On the cells' thread, so that an interrupt reaches it.
    return switch (started.control().thread().call(() -> magics.run(line, this))) {
      case CellThread.Outcome.Done done ->
          new Ran.Value(
              done.returned() == null
                  ? Optional.empty()
                  : Optional.of(new CellThread.Result(done.returned())));
      case CellThread.Outcome.Threw threw -> new Ran.Failed(thrown(threw.error(), started));
      case CellThread.Outcome.Stopped stopped -> {
        if (stopped.abandoned()) {
          started.control().abandonThread();
        }
        yield new Ran.Stopped();
      }
    };
  }

  private CellResult ok(Optional<CellThread.Result> shown, Started started) {
    Object value = shown.map(CellThread.Result::value).orElse(null);
    // printf gives its stream, which nobody wants to see.
    if (value == null || value instanceof Cell.Display || value instanceof PrintStream) {
      return new CellResult.Ok(value, Optional.empty());
    }
    // A value's own toString is the user's code too: it may throw, print or take long.
    return switch (started.control().thread().call(() -> rendering.render(value))) {
      case CellThread.Outcome.Done done ->
          new CellResult.Ok(value, Optional.of((MimeBundle) done.returned()));
      case CellThread.Outcome.Threw threw ->
          new CellResult.Failed(thrownErrors.report(threw.error()));
      case CellThread.Outcome.Stopped stopped -> {
        if (stopped.abandoned()) {
          started.control().abandonThread();
        }
        yield new CellResult.Interrupted();
      }
    };
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
    return ready.join().variables();
  }

  @Override
  public Object eval(Text code) throws Exception {
    Started started = ready.join();
    return switch (run(started.pieces().of(code), started)) {
      case Ran.Value value -> value.shown().map(CellThread.Result::value).orElse(null);
      case Ran.Stopped _ -> throw new InterruptedException("the cell was interrupted");
      case Ran.Failed(CellError error) -> {
        if (error.cause().isEmpty()) {
          throw new Rejection(error);
        }
        if (error.cause().get() instanceof Exception e) {
          throw e;
        }
        throw (Error) error.cause().get();
      }
    };
  }

  /** javac's complaints about code that a magic evaluates. */
  private static final class Rejection extends IllegalArgumentException {
    private final transient CellError error;

    Rejection(CellError error) {
      super(error.message());
      this.error = error;
    }

    CellError error() {
      return error;
    }
  }

  @Override
  public List<Snippet> snippets(Text code) {
    List<Snippet> snippets = new ArrayList<>();
    for (Piece piece : ready.join().pieces().of(code)) {
      switch (piece) {
        case Piece.Java java ->
            snippets.add(new Snippet(java.text(), java.form() == Pieces.Form.EXPRESSION));
        case Piece.MagicLine magic ->
            throw new MagicException(
                "Java is wanted here, but got the magic %" + magic.name() + "; take its line out");
      }
    }
    return List.copyOf(snippets);
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
    return new CellCompletion(ready.join().jshell(), magics).at(code, cursor);
  }

  @Override
  public Inspection inspect(String code, int cursor) {
    Started started = ready.join();
    return new CellInspection(
            started.jshell().sourceCodeAnalysis(),
            magics,
            started::variables,
            sources,
            started.receivers(),
            () -> importedTypes(started.jshell()))
        .at(code, cursor);
  }

  /** Types of {@code import static T.*}. */
  private static List<String> importedTypes(JShell jshell) {
    return jshell
        .imports()
        .filter(i -> i.isStatic() && i.fullname().endsWith(".*"))
        .map(i -> i.fullname().substring(0, i.fullname().length() - 2))
        .toList();
  }

  @Override
  public Completeness isComplete(String code) {
    return new CellCompleteness(ready.join().jshell().sourceCodeAnalysis()).of(code);
  }

  @Override
  public void close() {
    Cell.hide(surface);
    streams.close();
    output.close();
    ready.thenAccept(started -> started.jshell().close());
  }
}
