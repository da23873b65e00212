package jacobean.kernel.spi;

import java.util.List;

/** The part of a session that magics and preloads may use. */
public interface SessionView {
  /** The session's live variables in order of declaration. */
  List<Variable> variables();

  /**
   * Evaluates Java in the session and returns its last value (null for none). Errors are reported
   * where the text came from, such as {@link MagicCall#line} or {@link MagicCall#body}.
   *
   * @throws IllegalArgumentException if javac rejects it; left alone, it is shown to the user as
   *     the compile errors of a cell are
   */
  Object eval(Text code) throws Exception;

  /** Code in pieces: declarations, statements and expressions, in order. */
  List<Snippet> snippets(Text code);

  /** Where output goes while a cell runs. */
  Outlet outlet();

  /**
   * The Java that the latest cell became, or the cell itself where nothing was repaired; of a magic
   * what it evaluated.
   */
  String lastJava();

  /**
   * A piece of code.
   *
   * @param text the piece, with its semicolon if it has one
   * @param isExpression whether it looks like an expression, which may or may not have a value
   */
  record Snippet(Text text, boolean isExpression) {}

  /**
   * A live variable.
   *
   * @param type its declared type as javac prints it
   * @param cell the execution count of the cell that declared it last
   */
  record Variable(String name, String type, Object value, int cell) {}
}
