package jacobean.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A small Java lexer: enough to tell code from strings and comments, to match brackets and to guess
 * what kind of snippet a text is. Comments and white space are left out. It never fails: an
 * unfinished string or comment ends at the end of its line or of the text.
 */
final class Tokens {
  enum Kind {
    WORD,
    NUMBER,
    STRING,
    CHARACTER,
    SYMBOL
  }

  /** A token at {@code [start, end)}; {@code closed} is false for an unfinished string. */
  record Token(Kind kind, String text, int start, int end, boolean closed) {
    boolean is(String symbolOrWord) {
      return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
    }

    boolean identifier() {
      return kind == Kind.WORD && !RESERVED.contains(text);
    }
  }

  static final Set<String> RESERVED =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "void",
          "volatile",
          "while",
          "true",
          "false",
          "null");

  static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short", "void");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private boolean openComment;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    return lex(text).tokens;
  }

  /** True if the text ends inside a block comment. */
  static boolean endsInComment(String text) {
    return lex(text).openComment;
  }

  private static Tokens lex(String text) {
    Tokens lexer = new Tokens(text);
    int at = 0;
    while (at < text.length()) {
      at = lexer.next(at);
    }
    return lexer;
  }

  private int next(int at) {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      return at + 1;
    }
    if (text.startsWith("//", at)) {
      int line = text.indexOf('\n', at);
      return line < 0 ? text.length() : line;
    }
    if (text.startsWith("/*", at)) {
      int close = text.indexOf("*/", at + 2);
      openComment = close < 0;
      return close < 0 ? text.length() : close + 2;
    }
    if (text.startsWith("\"\"\"", at)) {
      return quoted(at, "\"\"\"", true);
    }
    if (c == '"') {
      return quoted(at, "\"", false);
    }
    if (c == '\'') {
      return quoted(at, "'", false);
    }
    if (Character.isJavaIdentifierStart(c)) {
      int end = at + 1;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      return add(Kind.WORD, at, end);
    }
    if (Character.isDigit(c)
        || c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
      return add(Kind.NUMBER, at, number(at));
    }
    for (String symbol : List.of("...", "->", "::", "==", "<=", ">=", "!=", "&&", "||")) {
      if (text.startsWith(symbol, at)) {
        return add(Kind.SYMBOL, at, at + symbol.length());
      }
    }
    return add(Kind.SYMBOL, at, at + 1);
  }

  private int number(int at) {
    int end = at;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean exponentSign =
          (c == '+' || c == '-')
              && end > at
              && "eEpP".indexOf(text.charAt(end - 1)) >= 0
              && !text.startsWith("0x", at);
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !exponentSign) {
        break;
      }
      end++;
    }
    return end;
  }

  private int quoted(int at, String quote, boolean multiline) {
    int end = at + quote.length();
    while (end < text.length()) {
      if (text.charAt(end) == '\\') {
        end += 2;
      } else if (text.startsWith(quote, end)) {
        return add(quote.equals("'") ? Kind.CHARACTER : Kind.STRING, at, end + quote.length());
      } else if (!multiline && text.charAt(end) == '\n') {
        break;
      } else {
        end++;
      }
    }
    end = Math.min(end, text.length());
    tokens.add(new Token(Kind.STRING, text.substring(at, end), at, end, false));
    return end;
  }

  private int add(Kind kind, int start, int end) {
    tokens.add(new Token(kind, text.substring(start, end), start, end, true));
    return end;
  }
}
