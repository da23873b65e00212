package jacobean.kernel.console;

import jacobean.kernel.session.Session;
import jacobean.kernel.session.Session.Completeness;
import jacobean.kernel.wire.HelpQuestion;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Lets Enter run a cell only when it is whole; else it opens another, indented, line. */
final class CellParser implements Parser {
  /** Blanks a bracket, as sessions indent. */
  static final int INDENT = 4;

  private final Supplier<Session> session;

  CellParser(Supplier<Session> session) {
    this.session = session;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !line.isBlank() && HelpQuestion.in(line).isEmpty()) {
      Completeness completeness = session.get().isComplete(line);
      if (completeness.status() == Completeness.Status.INCOMPLETE) {
        int brackets = completeness.indent().length() / INDENT;
        throw new EOFError(-1, -1, "the cell goes on", "", brackets, "}");
      }
    }
    return Word.at(line, Math.clamp(cursor, 0, line.length()));
  }

  /** The name that ends at the cursor; what completion replaces. */
  record Word(String line, int cursor, int start) implements CompletingParsedLine {
    static Word at(String line, int cursor) {
      int start = cursor;
      while (start > 0 && isPart(line.charAt(start - 1))) {
        start--;
      }
      return new Word(line, cursor, start);
    }

    private static boolean isPart(char c) {
      return Character.isJavaIdentifierPart(c) || c == '%';
    }

    @Override
    public String word() {
      return line.substring(start, cursor);
    }

    @Override
    public int wordCursor() {
      return cursor - start;
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return wordCursor();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }
  }
}
