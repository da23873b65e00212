package jacobean.kernel.session;

import jacobean.kernel.session.Pieces.Piece;
import jacobean.kernel.session.SourceLines.Shape;
import jacobean.kernel.spi.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Runs single snippets on JShell. Expressions are put into a block that hands over their value, so
 * that JShell makes no variable for each of them.
 */
final class Snippets {
  /** How a snippet ended. */
  sealed interface Ended {
    /** {@code result} is the value of an expression, empty for a void one or a declaration. */
    record Ran(Optional<CellThread.Result> result, List<SnippetEvent> events) implements Ended {}

    /** javac rejected {@code source}. */
    record Rejected(Text source, List<Diag> diagnostics) implements Ended {}

    record Threw(Throwable error) implements Ended {}

    record Stopped(boolean abandoned) implements Ended {}
  }

  /** Where a snippet stands. */
  record Place(int cell, String cellText) {}

  private final JShell jshell;
  private final SnippetControl control;
  private final SourceLines lines;

  Snippets(JShell jshell, SnippetControl control, SourceLines lines) {
    this.jshell = jshell;
    this.control = control;
    this.lines = lines;
  }

  JShell jshell() {
    return jshell;
  }

  SnippetControl control() {
    return control;
  }

  /** Compiles and runs one piece of a cell. */
  Ended run(Piece.Java piece, Place place) {
    return switch (piece.form()) {
      case EXPRESSION -> expression(piece, place);
      case STATEMENT, DECLARATION -> eval(piece.text(), Shape.MEMBER, 0, place);
      case IMPORT -> eval(oneLine(piece.text()), Shape.MEMBER, 0, place);
      case VARIABLE ->
          eval(piece.text(), Shape.VARIABLE, initializerLine(piece.text().chars()), place);
    };
  }

  private Ended expression(Piece.Java piece, Place place) {
    Text text = piece.text();
    boolean semicolon = text.chars().endsWith(";");
    Text bare = semicolon ? text.slice(0, text.length() - 1) : text;
    int start = bare.originOf(0);
    int end = bare.originOfEnd(bare.length());
    Text value =
        Text.concat(
            Text.inserted("{ var r$ = (", start),
            bare,
            Text.inserted("\n); " + CellHooks.class.getName() + ".result(r$); }", end));
    Text statement = Text.concat(Text.inserted("{ ", start), bare, Text.inserted("\n; }", end));
    Ended first = eval(semicolon ? statement : value, Shape.MEMBER, 0, place);
    if (!(first instanceof Ended.Rejected rejected) || !blameWrapper(rejected)) {
      return first;
    }
    Ended second = eval(semicolon ? value : statement, Shape.MEMBER, 0, place);
    if (!(second instanceof Ended.Rejected again) || !blameWrapper(again)) {
      return second;
    }
    return eval(text, Shape.EXPRESSION, 0, place);
  }

  /** True if the errors may come from the block around an expression rather than from itself. */
  private static boolean blameWrapper(Ended.Rejected rejected) {
    return rejected.diagnostics().stream()
        .filter(Diag::isError)
        .anyMatch(
            d ->
                switch (d.getCode()) {
                  case "compiler.err.cant.infer.local.var.type",
                      "compiler.err.illegal.start.of.type",
                      "compiler.err.not.stmt",
                      "compiler.err.void.not.allowed.here",
                      "compiler.err.illegal.initializer.for.type" ->
                      true;
                  default ->
                      d.getCode().startsWith("compiler.err.expected")
                          || d.getCode().startsWith("compiler.err.illegal.start")
                          || d.getCode().startsWith("compiler.err.premature.eof");
                });
  }

  private static Text oneLine(Text text) {
    return new Text(text.chars().replace('\n', ' '), text.origin());
  }

  /** The line, from 0, on which a variable's initializer starts. */
  private static int initializerLine(String text) {
    List<Tokens.Token> tokens = Tokens.of(text);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("=")) {
        return SourceLines.lineAt(text, tokens.get(i + 1).start()) - 1;
      }
    }
    return 0;
  }

  /** Gives a text to JShell as it stands. */
  Ended eval(Text text, Shape shape, int firstLine, Place place) {
    lines.compiling(new SourceLines.Piece(place.cell(), place.cellText(), text, shape, firstLine));
    control.takeOutcome();
    List<SnippetEvent> events = jshell.eval(text.chars());
    Optional<CellThread.Outcome> outcome = control.takeOutcome();
    for (SnippetEvent event : events) {
      if (event.causeSnippet() == null && event.status() == Status.REJECTED) {
        return new Ended.Rejected(text, jshell.diagnostics(event.snippet()).toList());
      }
    }
    dropTemporaries(events);
    return switch (outcome.orElse(null)) {
      case null -> new Ended.Ran(Optional.empty(), events);
      case CellThread.Outcome.Done done -> new Ended.Ran(valueOf(done, events), events);
      case CellThread.Outcome.Threw threw -> new Ended.Threw(threw.error());
      case CellThread.Outcome.Stopped stopped -> new Ended.Stopped(stopped.abandoned());
    };
  }

  private static Optional<CellThread.Result> valueOf(
      CellThread.Outcome.Done done, List<SnippetEvent> events) {
    if (done.result().isPresent()) {
      return done.result();
    }
    boolean expression =
        events.stream()
            .anyMatch(
                e ->
                    e.snippet().kind() == Snippet.Kind.EXPRESSION
                        || e.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND);
    return expression ? Optional.of(new CellThread.Result(done.returned())) : Optional.empty();
  }

  private void dropTemporaries(List<SnippetEvent> events) {
    List<Snippet> temporaries = new ArrayList<>();
    for (SnippetEvent event : events) {
      if (event.snippet() instanceof VarSnippet variable
          && variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
          && event.status().isActive()) {
        temporaries.add(variable);
      }
    }
    temporaries.forEach(jshell::drop);
  }
}
