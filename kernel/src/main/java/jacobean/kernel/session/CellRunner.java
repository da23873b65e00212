package jacobean.kernel.session;

import jacobean.kernel.session.Pieces.Piece;
import jacobean.kernel.session.Snippets.Ended;
import jacobean.kernel.session.Snippets.Place;
import jacobean.kernel.spi.Notation;
import jacobean.kernel.spi.Preload;
import jacobean.kernel.spi.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Runs the Java pieces of cells: as they stand, and where javac rejects one, repaired. Remembers
 * what the user typed for each live declaration, because a change elsewhere (a method that was
 * missing, a variable of another type) can make its repair necessary later, or a different one.
 */
final class CellRunner {
  /** What the user typed for a declaration, and what it was last compiled as. */
  private record Source(Piece.Java piece, Place place, String compiledAs) {}

  /**
   * How a piece ended.
   *
   * @param java the Java that it became
   */
  record Run(Ended ended, Text java) {}

  private final Snippets snippets;
  private final Repairer repairer;
  private final Map<Snippet, Source> sources = new LinkedHashMap<>();

  /** Notes to the user that the next {@link #notes} gives. */
  private final List<String> told = new ArrayList<>();

  CellRunner(Snippets snippets, Repairer repairer) {
    this.snippets = snippets;
    this.repairer = repairer;
  }

  /** The execution count of the cell that declared a variable, method or type; 0 if none did. */
  int cellOf(Snippet snippet) {
    Source source = sources.get(snippet);
    return source == null ? 0 : source.place().cell();
  }

  /**
   * What to tell the user after a cell: which of its declarations use names that do not exist yet,
   * and which variables of other cells no longer compile.
   *
   * @param known what may be known of such names
   */
  List<String> notes(int cell, Known known) {
    List<String> notes = new ArrayList<>(told);
    told.clear();
    sources.forEach(
        (snippet, source) -> {
          if (source.place().cell() == cell
              && snippet instanceof DeclarationSnippet declaration
              && isIncomplete(snippets.jshell().status(snippet))) {
            String lacks =
                snippets
                    .jshell()
                    .unresolvedDependencies(declaration)
                    .collect(Collectors.joining(", "));
            if (!lacks.isEmpty()) {
              notes.add(
                  "note: "
                      + declaration.name()
                      + " uses "
                      + CompileMessage.simple(lacks)
                      + ", not declared yet"
                      + Hints.ofMissing(
                          snippets.jshell().unresolvedDependencies(declaration), known));
            }
          }
        });
    return notes;
  }

  /** Runs an expression that changes nothing. */
  void warmUpRun() {
    String cell = "Object.class.getName()";
    snippets.run(
        new Piece.Java(Text.of(cell, 0, cell.length()), Pieces.Form.EXPRESSION, true),
        new Place(0, cell));
  }

  /** Compiles an expression that javac rejects, on a library value where there is a library. */
  void warmUpRepair(List<Preload> preloads) {
    String operand =
        preloads.stream()
            .flatMap(p -> p.notation().stream())
            .map(Notation::operand)
            .findFirst()
            .orElse("String");
    String cell = "((" + operand + ") null) * 2";
    repairer.round(
        Text.of(cell, 0, cell.length()), Pieces.Form.EXPRESSION, Scope.of(snippets.jshell()));
  }

  Run run(Piece.Java piece, Place place) {
    Run run = repaired(piece, place);
    if (run.ended() instanceof Ended.Ran ran) {
      tellOfObjects(run.java(), piece.form(), place);
      remember(ran, piece, place, run.java());
      if (piece.form() != Pieces.Form.EXPRESSION && piece.form() != Pieces.Form.STATEMENT) {
        mendOthers();
      }
    }
    return run;
  }

  /** NumPy's {@code ==} compares elements; Java's, where both sides are arrays, does not. */
  private void tellOfObjects(Text java, Pieces.Form form, Place place) {
    for (int at : repairer.comparedAsObjects(java, form, () -> Scope.of(snippets.jshell()))) {
      told.add(
          "note: In ["
              + place.cell()
              + "], line "
              + SourceLines.lineAt(place.cellText(), at)
              + ": between two objects == and != ask whether they are one; x.eq(y) and x.ne(y)"
              + " compare elements");
    }
  }

  private Run repaired(Piece.Java piece, Place place) {
    if (HiddenMethods.of(snippets.jshell()).mayBeCalledIn(piece.text().chars())) {
      return mended(piece, place, Optional.empty());
    }
    Ended first = snippets.run(piece, place);
    boolean incomplete = first instanceof Ended.Ran ran && isIncomplete(ran);
    if (!(first instanceof Ended.Rejected) && !incomplete) {
      return new Run(first, piece.text());
    }
    return mended(piece, place, Optional.of(first));
  }

  /**
   * Repairs in rounds; runs the snippet whenever a round seems to have mended all that was wrong.
   *
   * @param first how it ended as it stands, if it was run
   */
  private Run mended(Piece.Java piece, Place place, Optional<Ended> first) {
    Scope scope = Scope.of(snippets.jshell());
    Ended ended = first.orElse(null);
    Text text = piece.text();
    Text ran = text;
    for (int round = 0; round < Repairer.ROUNDS; round++) {
      Optional<Repairer.Round> result = repairer.round(text, piece.form(), scope);
      boolean stuck = result.isPresent() && result.get().text() == text;
      text = result.map(Repairer.Round::text).orElse(text);
      boolean tryIt = result.isEmpty() || stuck || result.get().whole();
      if (tryIt && (text != ran || ended == null)) {
        ran = text;
        ended = snippets.run(new Piece.Java(text, piece.form(), piece.terminated()), place);
        boolean done =
            !(ended instanceof Ended.Rejected)
                && !(ended instanceof Ended.Ran r && isIncomplete(r));
        if (done) {
          break;
        }
      }
      if (result.isEmpty() || stuck) {
        break;
      }
    }
    return ended == null ? new Run(snippets.run(piece, place), piece.text()) : new Run(ended, ran);
  }

  private static boolean isIncomplete(Ended.Ran ran) {
    return ran.events().stream()
        .filter(e -> e.causeSnippet() == null)
        .anyMatch(e -> isIncomplete(e.status()));
  }

  private static boolean isIncomplete(Status status) {
    return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
  }

  private void remember(Ended.Ran ran, Piece.Java piece, Place place, Text compiled) {
    for (SnippetEvent event : ran.events()) {
      if (event.causeSnippet() != null
          && event.snippet() instanceof VarSnippet variable
          && event.previousStatus() == Status.VALID
          && isIncomplete(event.status())) {
        told.add(
            "note: "
                + variable.name()
                + " is gone, because what it was made from changed; run In ["
                + cellOf(variable)
                + "] again");
      }
      if (event.causeSnippet() == null && event.snippet().kind().isPersistent()) {
        sources.put(event.snippet(), new Source(piece, place, compiled.chars()));
      }
    }
    sources.keySet().removeIf(s -> !snippets.jshell().status(s).isActive());
  }

  /** Repairs declarations that the latest change made whole, or broke. */
  private void mendOthers() {
    List<Source> broken = new ArrayList<>();
    sources.forEach(
        (snippet, source) -> {
          boolean method =
              snippet.kind() == Snippet.Kind.METHOD || snippet.kind() == Snippet.Kind.TYPE_DECL;
          if (method && isIncomplete(snippets.jshell().status(snippet))) {
            broken.add(source);
          }
        });
    for (Source source : broken) {
      Text text =
          repairer.repaired(
              source.piece().text(), source.piece().form(), Scope.of(snippets.jshell()));
      if (!text.chars().equals(source.compiledAs())) {
        Piece.Java piece = new Piece.Java(text, source.piece().form(), source.piece().terminated());
        if (snippets.run(piece, source.place()) instanceof Ended.Ran ran) {
          remember(ran, source.piece(), source.place(), text);
        }
      }
    }
  }
}
