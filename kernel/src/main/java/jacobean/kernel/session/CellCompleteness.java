package jacobean.kernel.session;

import jacobean.kernel.session.Session.Completeness;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;

/** Tells whether a cell can run as it stands, for front ends where Enter may mean either. */
final class CellCompleteness {
  private static final String INDENT = "    ";

  private final SourceCodeAnalysis analysis;

  CellCompleteness(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  Completeness of(String cell) {
    String stripped = cell.stripLeading();
    if (stripped.startsWith("%%")) {
      boolean ended = stripped.contains("\n") && (cell.endsWith("\n") || cell.endsWith("\n "));
      return ended ? complete() : new Completeness(Completeness.Status.INCOMPLETE, "");
    }
    String java =
        cell.lines()
            .map(l -> l.strip().matches("%[A-Za-z].*") ? "" : l)
            .collect(Collectors.joining("\n"));
    return java(java);
  }

  private Completeness java(String code) {
    String rest = code;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo info = analysis.analyzeCompletion(rest);
      switch (info.completeness()) {
        case EMPTY -> {
          return Tokens.endsInComment(code) ? incomplete(code) : complete();
        }
        case COMPLETE, COMPLETE_WITH_SEMI -> rest = info.remaining();
        case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> {
          return incomplete(code);
        }
        case UNKNOWN -> {
          return new Completeness(Completeness.Status.INVALID, "");
        }
      }
    }
    return complete();
  }

  private static Completeness complete() {
    return new Completeness(Completeness.Status.COMPLETE, "");
  }

  private static Completeness incomplete(String code) {
    List<Tokens.Token> tokens = Tokens.of(code);
    int depth = tokens.stream().mapToInt(Pieces::depthChange).sum();
    return new Completeness(Completeness.Status.INCOMPLETE, INDENT.repeat(Math.max(0, depth)));
  }
}
