package jacobean.kernel.session;

import jacobean.kernel.spi.Notation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Writes a snippet that javac rejected as the Java that its author meant: operators on library
 * values as methods, indexing as {@code get}, calls of variables, methods as values. Each round
 * compiles the text and repairs what the diagnostics point at, until it compiles or nothing more is
 * found. Text that compiles is never touched, but for calls of a variable that hides a method of
 * the session.
 */
final class Repairer {
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final SnippetFiles files;
  private final List<Notation> notations;

  Repairer(SnippetFiles files, List<Notation> notations) {
    this.files = files;
    this.notations = notations;
  }

  /**
   * What one round came to.
   *
   * @param text the snippet with the repairs of this round, or the same snippet if none was found
   * @param whole true if the round found a repair for every error
   * @param overloaded methods that stood for a value but have several overloads
   */
  record Round(Text text, boolean whole, Set<String> overloaded) {}

  /**
   * Compiles a snippet and repairs what is wrong with it.
   *
   * @return empty if javac accepts the snippet and it means what its author meant
   */
  Optional<Round> round(Text snippet, Pieces.Form form, Scope scope) {
    Trial trial = Trial.of(snippet, form, scope, javac, files);
    boolean accepted = trial.errors().isEmpty();
    if (accepted && !scope.hidden().mayBeCalledIn(snippet.chars())) {
      return Optional.empty();
    }
    if (!trial.attributed()) {
      Text parsable = Brackets.parsable(snippet).orElse(snippet);
      return Optional.of(new Round(parsable, false, Set.of()));
    }
    Library library = new Library(trial.types(), trial.elements(), notations);
    Names names = new Names(trial, library, scope);
    RepairFinder finder = new RepairFinder(trial, library, names);
    Optional<Text> next = finder.repaired();
    return accepted && next.isEmpty()
        ? Optional.empty()
        : Optional.of(new Round(next.orElse(snippet), finder.whole(), names.overloaded()));
  }
}
