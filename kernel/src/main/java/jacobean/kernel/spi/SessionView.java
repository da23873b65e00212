package jacobean.kernel.spi;

import java.util.List;

/** The part of a session that magics and preloads may use. */
public interface SessionView {
  /** The session's live variables in order of declaration. */
  List<Variable> variables();

  /** Evaluates Java in the session and returns its last value (null for none). */
  Object eval(String code) throws Exception;

  /** Where output goes while a cell runs. */
  Outlet outlet();

  /**
   * The Java that the latest repaired cell became, or the cell itself where nothing was repaired.
   */
  String lastJava();

  /**
   * A live variable.
   *
   * @param type its declared type as javac prints it
   * @param cell the execution count of the cell that declared it last
   */
  record Variable(String name, String type, Object value, int cell) {}
}
