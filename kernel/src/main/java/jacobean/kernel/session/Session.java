package jacobean.kernel.session;

import jacobean.kernel.spi.Outlet;
import jacobean.kernel.spi.SessionView;
import java.util.List;

/**
 * A Java session: cells in, results out. Jupyter, the console, the notebook runner and {@code eval}
 * all drive this one interface. One cell runs at a time; {@link #interrupt} may come from any
 * thread.
 */
public interface Session extends SessionView, AutoCloseable {
  /**
   * Runs a cell: magics, imports, declarations, statements, expressions.
   *
   * @param number the execution count, shown in error messages as {@code In [number]}
   * @param outlet where output goes, also from threads that outlive the cell
   */
  CellResult execute(String code, int number, Outlet outlet);

  /** Stops the running cell, if any: loops, sleeps, waits. The session's variables stay. */
  void interrupt();

  /** What could stand at the cursor, an index into {@code code} in UTF-16 units. */
  Completion complete(String code, int cursor);

  /** Signature and documentation of what stands at the cursor. */
  Inspection inspect(String code, int cursor);

  Completeness isComplete(String code);

  @Override
  void close();

  /** Matches replace {@code code[start, end)}. */
  record Completion(List<Match> matches, int start, int end) {}

  /** A completion; {@code type} is Jupyter's experimental type (function, class, instance, ...). */
  record Match(String text, String type, String signature) {}

  /** Markdown documentation; not found has an empty text. */
  record Inspection(boolean found, String plain, String markdown) {}

  /** Whether a cell can run as it stands; {@code indent} is what to prefill the next line with. */
  record Completeness(Status status, String indent) {
    public enum Status {
      COMPLETE,
      INCOMPLETE,
      INVALID
    }
  }
}
