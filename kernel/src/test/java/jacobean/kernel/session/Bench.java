package jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.fail;

import jacobean.kernel.session.lib.ArrNotation;
import jacobean.kernel.spi.MimeBundle;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A session with the test library, and short ways to run cells in it. */
final class Bench implements AutoCloseable {
  final JShellSession session;
  private int number;

  private Bench(JShellSession session) {
    this.session = session;
  }

  static Bench open() {
    return open(SessionOptions.bare());
  }

  static Bench open(SessionOptions options) {
    return new Bench(JShellSession.open(withLibrary(options)));
  }

  static Bench open(Supplier<Optional<Instrumentation>> instrumentation) {
    return new Bench(JShellSession.open(withLibrary(SessionOptions.bare()), instrumentation));
  }

  private static SessionOptions withLibrary(SessionOptions options) {
    return options.preloads(List.of(new ArrNotation()));
  }

  /** The number of the latest cell. */
  int number() {
    return number;
  }

  CellResult run(String cell) {
    return run(cell, new Recording());
  }

  CellResult run(String cell, Recording outlet) {
    return session.execute(cell, ++number, outlet);
  }

  /** The plain text of the cell's result, {@code -} for none; fails if the cell fails. */
  String value(String cell) {
    return switch (run(cell)) {
      case CellResult.Ok ok -> ok.rendered().map(MimeBundle::plain).orElse("-");
      case CellResult.Failed failed ->
          fail(cell + "\nfailed:\n" + String.join("\n", failed.error().traceback()));
      case CellResult.Interrupted _ -> fail(cell + " was interrupted");
    };
  }

  /** The cell's error; fails if there is none. */
  CellError error(String cell) {
    return run(cell) instanceof CellResult.Failed failed
        ? failed.error()
        : fail(cell + " should have failed");
  }

  /** The error's lines without colours. */
  static String plain(CellError error) {
    return String.join("\n", error.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
  }

  @Override
  public void close() {
    session.close();
  }
}
