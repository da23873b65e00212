package jacobean.kernel.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts Java, also unfinished Java, into pieces for colouring. Joined, they give the text again. */
public final class JavaTokens {
  /** What a piece is. */
  public enum Kind {
    PLAIN,
    COMMENT,
    STRING,
    NUMBER,
    KEYWORD,
    TYPE,
    CALL,
    ANNOTATION,
    MAGIC
  }

  public record Token(Kind kind, String text) {}

  private static final String KEYWORDS =
      "abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum"
          + "|extends|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new"
          + "|native|null|package|permits|private|protected|public|record|return|sealed|short|static"
          + "|super|switch|synchronized|this|throw|throws|transient|true|false|try|var|void|volatile"
          + "|when|while|yield";

  // Possessive throughout, so that long texts neither backtrack nor recurse.
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<COMMENT>//[^\\n]*+|/\\*(?:[^*]++|\\*(?!/))*+(?:\\*/|\\z))"
              + "|(?<STRING>\"\"\"(?:[^\"\\\\]++|\\\\.|\"(?!\"\"))*+(?:\"\"\"|\\z)"
              + "|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"?|'(?:[^'\\\\\\n]++|\\\\.)*+'?)"
              + "|(?<MAGIC>^[ \\t]*+%%?+\\w[^\\n]*+)"
              + "|(?<ANNOTATION>@[A-Za-z_][\\w.]*+)"
              + "|(?<NUMBER>\\b\\d[\\w]*+(?:\\.\\d[\\w]*+|\\.(?![\\w.]))?+(?:(?<=[eE])[+-]\\d++)?+"
              + "|\\.\\d[\\w]*+)"
              + "|(?<KEYWORD>\\b(?:"
              + KEYWORDS
              + ")\\b)"
              + "|(?<TYPE>\\b[A-Z][\\w$]*+)"
              + "|(?<CALL>\\b[a-z_$][\\w$]*+(?=\\s*+\\())"
              + "|(?<PLAIN>[\\w$]++|\\s++|.)",
          Pattern.DOTALL | Pattern.MULTILINE);

  private JavaTokens() {}

  public static List<Token> of(String code) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = PIECE.matcher(code);
    while (matcher.find()) {
      tokens.add(new Token(kind(matcher), matcher.group()));
    }
    return tokens;
  }

  private static Kind kind(Matcher matcher) {
    for (Kind kind : Kind.values()) {
      if (matcher.group(kind.name()) != null) {
        return kind;
      }
    }
    throw new AssertionError("every character is at least PLAIN");
  }
}
