package jacobean.kernel.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the console completes, and where it keeps its history. */
class CompletionTest {
  /** {@code |} marks the cursor, {@code ^} where the session says that its match begins. */
  @ParameterizedTest
  @CsvSource({
    "foo.^ba|, bar, bar",
    "^ba|, bar, bar",
    "^a.ba|, a.bar, bar",
    "^%ti|, %time, %time",
    "x%^ti|, time, x%time",
    "f(^|, x, x"
  })
  void theCandidateReplacesTheNameAtTheCursor(String marked, String match, String candidate) {
    int start = marked.indexOf('^');
    String line = marked.replace("^", "");
    int cursor = line.indexOf('|');
    CellParser.Word word = CellParser.Word.at(line.replace("|", ""), cursor);
    assertEquals(
        candidate, SessionCompleter.fit(match, start, cursor - word.wordCursor(), word.line()));
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, '', /home/u/.local/state/jacobean/history",
    "Linux, /state, /state/jacobean/history",
    "Mac OS X, '', /home/u/.local/state/jacobean/history"
  })
  void historyIsInTheStateFolder(String system, String state, String file) {
    assertEquals(
        Path.of(file), HistoryFile.path(Map.of("XDG_STATE_HOME", state), "/home/u", system));
  }
}
