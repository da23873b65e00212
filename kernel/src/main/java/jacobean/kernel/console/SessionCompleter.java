package jacobean.kernel.console;

import jacobean.kernel.session.Session;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completion by the session. */
final class SessionCompleter implements Completer {
  private final Supplier<Session> session;

  SessionCompleter(Supplier<Session> session) {
    this.session = session;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    Session.Completion completion = session.get().complete(line.line(), line.cursor());
    int word = line.cursor() - line.wordCursor();
    for (Session.Match match : completion.matches()) {
      candidates.add(candidate(match, fit(match.text(), completion.start(), word, line.line())));
    }
  }

  /** The text that replaces the word, for a match that replaces the line from {@code start} on. */
  static String fit(String match, int start, int word, String line) {
    if (start > word) {
      return line.substring(word, start) + match;
    }
    String before = line.substring(start, word);
    return match.startsWith(before) ? match.substring(before.length()) : match;
  }

  private static Candidate candidate(Session.Match match, String text) {
    String signature = match.signature();
    return new Candidate(
        text,
        text,
        null,
        signature == null || signature.isEmpty() ? null : signature,
        null,
        null,
        false);
  }
}
