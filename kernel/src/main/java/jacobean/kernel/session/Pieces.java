package jacobean.kernel.session;

import jacobean.kernel.session.Tokens.Token;
import jacobean.kernel.spi.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/** Splits a cell into what runs one after the other: magics and snippets of Java. */
final class Pieces {
  /** A part of a cell. */
  sealed interface Piece {
    /**
     * {@code %name line}, or {@code %%name line} with the rest of the cell as its body.
     *
     * @param whole all of it
     */
    record MagicLine(String name, Text line, Text body, boolean cell, Text whole)
        implements Piece {}

    /**
     * One snippet.
     *
     * @param terminated whether the user ended it with a semicolon
     */
    record Java(Text text, Form form, boolean terminated) implements Piece {}
  }

  /** What kind of snippet a text looks like. */
  enum Form {
    IMPORT,
    /** A variable, method or type. */
    DECLARATION,
    VARIABLE,
    STATEMENT,
    EXPRESSION
  }

  private static final Set<String> STATEMENTS =
      Set.of(
          "for",
          "while",
          "if",
          "do",
          "switch",
          "try",
          "throw",
          "synchronized",
          "assert",
          "return",
          "break",
          "continue",
          "yield",
          "{",
          ";");
  private static final Set<String> DECLARATIONS =
      Set.of(
          "class",
          "interface",
          "enum",
          "@",
          "public",
          "private",
          "protected",
          "static",
          "abstract",
          "final",
          "strictfp",
          "native",
          "transient",
          "volatile",
          "<",
          "package");

  private final SourceCodeAnalysis analysis;

  Pieces(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /** The parts of a cell in order; comments and blank lines between them are left out. */
  List<Piece> of(Text text) {
    List<Piece> pieces = new ArrayList<>();
    String cell = text.chars();
    int start = 0;
    while (start < cell.length() && Character.isWhitespace(cell.charAt(start))) {
      start++;
    }
    if (cell.startsWith("%%", start)) {
      int end = lineEnd(cell, start);
      pieces.add(magic(text.slice(start, cell.length()), end - start, true));
      return pieces;
    }
    int javaFrom = 0;
    for (int line = 0; line < cell.length(); line = lineEnd(cell, line) + 1) {
      int at = line;
      while (at < cell.length() && (cell.charAt(at) == ' ' || cell.charAt(at) == '\t')) {
        at++;
      }
      if (at + 1 < cell.length()
          && cell.charAt(at) == '%'
          && Character.isLetter(cell.charAt(at + 1))
          && atTopLevel(cell.substring(javaFrom, line))) {
        java(text.slice(javaFrom, line), pieces);
        int end = lineEnd(cell, at);
        pieces.add(magic(text.slice(at, end), end - at, false));
        javaFrom = Math.min(end + 1, cell.length());
      }
    }
    java(text.slice(javaFrom, cell.length()), pieces);
    return pieces;
  }

  private static Piece magic(Text whole, int firstLine, boolean cell) {
    Text head = whole.slice(cell ? 2 : 1, firstLine).strip();
    int space = 0;
    while (space < head.length() && !Character.isWhitespace(head.chars().charAt(space))) {
      space++;
    }
    return new Piece.MagicLine(
        head.chars().substring(0, space),
        head.slice(space, head.length()).strip(),
        whole.slice(Math.min(firstLine + 1, whole.length()), whole.length()),
        cell,
        whole);
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** True where a statement may begin: outside brackets, strings and comments. */
  private static boolean atTopLevel(String before) {
    if (Tokens.endsInComment(before)) {
      return false;
    }
    int depth = 0;
    for (Token token : Tokens.of(before)) {
      if (!token.closed()) {
        return false;
      }
      depth += depthChange(token);
    }
    return depth == 0;
  }

  /** +1 for an opening bracket, -1 for a closing one. */
  static int depthChange(Token token) {
    if (token.kind() != Tokens.Kind.SYMBOL) {
      return 0;
    }
    return switch (token.text()) {
      case "(", "[", "{" -> 1;
      case ")", "]", "}" -> -1;
      default -> 0;
    };
  }

  private void java(Text text, List<Piece> pieces) {
    Text rest = text;
    while (!rest.chars().isBlank()) {
      SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(rest.chars());
      if (info.completeness() == Completeness.EMPTY) {
        return;
      }
      int taken =
          info.completeness().isComplete() && info.completeness() != Completeness.UNKNOWN
              ? rest.length() - info.remaining().length()
              : rest.length();
      Text piece = rest.slice(0, taken);
      List<Token> tokens = Tokens.of(piece.chars());
      if (!tokens.isEmpty()) {
        Text trimmed = piece.slice(tokens.getFirst().start(), tokens.getLast().end());
        Form form = formOf(tokens);
        boolean terminated = tokens.getLast().is(";");
        if (info.completeness() == Completeness.COMPLETE_WITH_SEMI && form != Form.EXPRESSION) {
          trimmed = Text.concat(trimmed, Text.inserted(";", trimmed.originOfEnd(trimmed.length())));
        }
        if (!trimmed.chars().equals(";")) {
          pieces.add(new Piece.Java(trimmed, form, terminated));
        }
      }
      rest = rest.slice(taken, rest.length());
    }
  }

  /**
   * Guesses from the first tokens what a snippet is. A wrong guess costs time, not correctness:
   * JShell decides.
   */
  static Form formOf(List<Token> tokens) {
    Token first = tokens.getFirst();
    if (first.is("import")) {
      return Form.IMPORT;
    }
    int from = 0;
    while (from < tokens.size() - 1 && (tokens.get(from).is("final"))) {
      from++;
    }
    Token head = tokens.get(from);
    if (from == 0 && STATEMENTS.contains(head.text()) && head.kind() != Tokens.Kind.STRING) {
      return Form.STATEMENT;
    }
    if (DECLARATIONS.contains(head.text()) && head.kind() != Tokens.Kind.STRING) {
      return Form.DECLARATION;
    }
    int name = afterType(tokens, from);
    if (name > from && name < tokens.size() && tokens.get(name).identifier()) {
      return name + 1 < tokens.size()
              && (tokens.get(name + 1).is("(")
                  || tokens.get(name + 1).is("{")
                  || tokens.get(name + 1).is("<")
                  || tokens.get(name + 1).is("extends")
                  || tokens.get(name + 1).is("implements"))
          ? Form.DECLARATION
          : Form.VARIABLE;
    }
    if (head.is("sealed") || head.is("non") && tokens.size() > 2 && tokens.get(2).is("sealed")) {
      return Form.DECLARATION;
    }
    return Form.EXPRESSION;
  }

  /** The index after a type that starts at {@code at}, or {@code at} if none does. */
  private static int afterType(List<Token> tokens, int at) {
    int i = at;
    if (!tokens.get(i).identifier() && !Tokens.PRIMITIVES.contains(tokens.get(i).text())) {
      return at;
    }
    i++;
    while (i + 1 < tokens.size() && tokens.get(i).is(".") && tokens.get(i + 1).identifier()) {
      i += 2;
    }
    if (i < tokens.size() && tokens.get(i).is("<")) {
      int depth = 0;
      do {
        Token token = tokens.get(i++);
        if (token.is("<")) {
          depth++;
        } else if (token.is(">")) {
          depth--;
        } else if (!token.identifier()
            && !Tokens.PRIMITIVES.contains(token.text())
            && !Set.of(",", ".", "?", "[", "]", "&", "extends", "super").contains(token.text())) {
          return at;
        }
      } while (depth > 0 && i < tokens.size());
    }
    while (i + 1 < tokens.size() && tokens.get(i).is("[") && tokens.get(i + 1).is("]")) {
      i += 2;
    }
    return i;
  }
}
