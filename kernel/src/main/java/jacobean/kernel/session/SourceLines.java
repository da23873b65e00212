package jacobean.kernel.session;

import jacobean.kernel.spi.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/**
 * Knows which cell and line each snippet class came from. JShell puts each snippet into a class
 * {@code REPL.$JShell$N} whose declaration is the line before the snippet's, give or take the lines
 * that its wrapper adds; the class's constructor carries that line.
 */
final class SourceLines {
  private static final Pattern WRAPPER =
      Pattern.compile("REPL\\.\\$JShell\\$(\\d+)[A-Z]*(?:[_$].*)?");

  /** Lines between the class declaration and the snippet's first line in JShell's wrappers. */
  enum Shape {
    /** Methods, types, statements, and blocks. */
    MEMBER(2),
    /** Variables; the line counts from the initializer. */
    VARIABLE(4),
    /** Expressions for which JShell makes a variable of its own. */
    EXPRESSION(5);

    private final int lead;

    Shape(int lead) {
      this.lead = lead;
    }
  }

  /**
   * A piece of a cell that is being compiled.
   *
   * @param cell its execution count
   * @param text the piece
   * @param firstLine the line within the text that the wrapper's first line holds, from 0
   */
  record Piece(int cell, String cellText, Text text, Shape shape, int firstLine) {
    /**
     * The cell's line, from 1, of a line of the wrapper that is {@code offset} below its class. A
     * line of the wrapper itself counts as the snippet's first.
     */
    int lineOf(int offset) {
      int line = Math.max(firstLine, firstLine + offset - shape.lead);
      int at = startOf(line);
      return lineAt(cellText, text.originOf(at < 0 ? startOf(firstLine) : at));
    }

    private int startOf(int line) {
      int at = 0;
      for (int i = 0; i < line; i++) {
        at = text.chars().indexOf('\n', at) + 1;
        if (at == 0) {
          return -1;
        }
      }
      return at;
    }
  }

  /** Read by any thread that makes an array. */
  private final Map<Integer, Piece> pieces = new ConcurrentHashMap<>();

  private final Map<String, Integer> classLines = new HashMap<>();
  private final Set<Integer> own = new HashSet<>();
  private Piece current;
  private boolean first;

  /** What the classes that are loaded next come from. */
  void compiling(Piece piece) {
    current = piece;
    first = true;
    own.clear();
  }

  /**
   * Notes where the classes come from. The first ones of a piece are its own; later ones of an
   * earlier piece are what JShell compiles again because it depends on the new one.
   */
  void loading(ClassBytecodes[] classes, Weaver weaver) {
    for (ClassBytecodes each : classes) {
      Matcher name = WRAPPER.matcher(each.name());
      if (name.matches()) {
        int index = Integer.parseInt(name.group(1));
        if (first || !pieces.containsKey(index)) {
          pieces.put(index, current);
          own.add(index);
        }
        if (!each.name().substring("REPL.$JShell$".length()).contains("$")) {
          classLines.put(each.name(), weaver.classLine(each.bytecodes()));
        }
      }
    }
    first = false;
  }

  /** True if the class is of the piece being compiled, not of one that depends on it. */
  boolean redeclares(String className) {
    Matcher name = WRAPPER.matcher(className);
    return name.matches() && own.contains(Integer.parseInt(name.group(1)));
  }

  /** Such as {@code In [3]}. */
  String sourceFile(String className) {
    Piece piece = pieceOf(className);
    return piece == null ? "session" : "In [" + piece.cell() + "]";
  }

  /** From a line of JShell's wrapper to the cell's line. */
  IntUnaryOperator mapping(String className) {
    Piece piece = pieceOf(className);
    if (piece == null) {
      return _ -> 0;
    }
    int nested = className.indexOf('$', "REPL.$JShell$".length());
    String outer = nested < 0 ? className : className.substring(0, nested);
    int classLine = classLines.getOrDefault(outer, 0);
    return line -> classLine == 0 ? 0 : piece.lineOf(line - classLine);
  }

  private Piece pieceOf(String className) {
    Matcher name = WRAPPER.matcher(className);
    return name.matches() ? pieces.get(Integer.parseInt(name.group(1))) : null;
  }

  /** The line, from 1, of an offset. */
  static int lineAt(String text, int offset) {
    int line = 1;
    for (int i = 0; i < Math.min(offset, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }
}
