package jacobean.kernel.session;

import jacobean.kernel.spi.Notation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Writes a snippet that javac rejected as the Java that its author meant: operators on library values
 * as methods, indexing as {@code get}, calls of variables, methods as values. Each round compiles
 * the text and repairs what the diagnostics point at, until it compiles or nothing more is found.
 * Text that compiles is never touched.
 */
final class Repairer {
  private static final int ROUNDS = 16;

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final SnippetFiles files;
  private final List<Notation> notations;

  Repairer(SnippetFiles files, List<Notation> notations) {
    this.files = files;
    this.notations = notations;
  }

  /**
   * What a repair came to.
   *
   * @param text the repaired snippet; it may still have errors
   * @param overloaded methods that stood for a value but have several overloads
   */
  record Repaired(Text text, Set<String> overloaded) {}

  /** The repaired snippet, or empty where there is nothing to repair. */
  Optional<Repaired> repair(Text snippet, Pieces.Form form, Scope scope) {
    Text text = snippet;
    Set<String> overloaded = Set.of();
    for (int round = 0; round < ROUNDS; round++) {
      Trial trial = Trial.of(text, form, scope, javac, files);
      if (trial.errors().isEmpty()) {
        break;
      }
      if (!trial.attributed()) {
        Optional<Text> parsable = round == 0 ? Brackets.parsable(text) : Optional.empty();
        if (parsable.isEmpty()) {
          break;
        }
        text = parsable.get();
        continue;
      }
      Library library = new Library(trial.types(), trial.elements(), notations);
      Names names = new Names(trial, library, scope);
      Optional<Text> next = new RepairFinder(trial, library, names).repaired();
      overloaded = names.overloaded();
      if (next.isEmpty()) {
        break;
      }
      text = next.get();
    }
    return text == snippet && overloaded.isEmpty()
        ? Optional.empty()
        : Optional.of(new Repaired(text, overloaded));
  }
}
