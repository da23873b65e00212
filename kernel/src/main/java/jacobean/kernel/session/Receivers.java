package jacobean.kernel.session;

import jacobean.kernel.session.Pieces.Form;
import jacobean.kernel.session.Pieces.Piece;
import jacobean.kernel.session.Tokens.Token;
import jacobean.kernel.spi.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;

/**
 * Finds the type of what stands before a dot in a cell that is being written: the cell up to there,
 * with its brackets closed, is compiled as it would be if it were run.
 */
final class Receivers {
  private final JShell jshell;
  private final Pieces pieces;
  private final Repairer repairer;

  Receivers(JShell jshell, Pieces pieces, Repairer repairer) {
    this.jshell = jshell;
    this.pieces = pieces;
    this.repairer = repairer;
  }

  /** The erased type, with its package, of the expression that ends before {@code dot}. */
  Optional<String> typeAt(String cell, int dot) {
    List<Token> tokens = Tokens.of(cell.substring(0, dot));
    int first = firstOf(tokens);
    if (first < 0 || tokens.getLast().end() != dot) {
      return Optional.empty();
    }
    int start = tokens.get(first).start();
    Text whole =
        Text.concat(
            Text.of(cell, 0, dot), Text.generated(closing(tokens.subList(0, first)), dot - 1));
    List<Piece.Java> java = new ArrayList<>();
    java(whole, java);
    if (java.isEmpty()) {
      return Optional.empty();
    }
    Piece.Java last = java.removeLast();
    if (last.form() == Form.DECLARATION || last.form() == Form.IMPORT) {
      return type(last.text(), last.form(), start, dot);
    }
    List<Text> block = new ArrayList<>();
    java.stream().filter(p -> p.form() == Form.VARIABLE).forEach(p -> block.add(p.text()));
    block.add(last.form() == Form.EXPRESSION ? asVariable(last.text(), start) : last.text());
    return type(Text.concat(block), Form.STATEMENT, start, dot);
  }

  /** Adds the Java of a text, that of magics too. */
  private void java(Text text, List<Piece.Java> found) {
    for (Piece piece : pieces.of(text)) {
      switch (piece) {
        case Piece.Java java -> found.add(java);
        case Piece.MagicLine magic -> {
          java(magic.line(), found);
          java(magic.body(), found);
        }
      }
    }
  }

  private Optional<String> type(Text text, Form form, int start, int end) {
    return repairer.typeOf(text, form, Scope.of(jshell), start, end);
  }

  private static Text asVariable(Text expression, int at) {
    int end = expression.chars().replaceAll("[;\\s]+$", "").length();
    return Text.concat(
        Text.generated("var receiver$ = (", at),
        expression.slice(0, end),
        Text.generated(");", at));
  }

  /** What closes the brackets that these tokens leave open. */
  private static String closing(List<Token> tokens) {
    Deque<String> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (Pieces.depthChange(token) > 0) {
        open.push(token.text());
      } else if (Pieces.depthChange(token) < 0) {
        open.poll();
      }
    }
    StringBuilder closing = new StringBuilder();
    for (String bracket : open) {
      closing.append(bracket.equals("(") ? ")" : bracket.equals("[") ? "]" : ";}");
    }
    return closing.append(";").toString();
  }

  /** The first token of the expression that ends with the last one, or -1. */
  private static int firstOf(List<Token> tokens) {
    int at = tokens.size() - 1;
    while (at >= 0) {
      Token token = tokens.get(at);
      boolean bracketed = Pieces.depthChange(token) < 0;
      if (bracketed) {
        at = opening(tokens, at);
        if (at < 0) {
          return -1;
        }
      }
      Token before = at == 0 ? null : tokens.get(at - 1);
      if (before == null) {
        return at;
      }
      boolean applied = bracketed && (before.identifier() || before.is(")") || before.is("]"));
      if (before.is(".")) {
        at -= 2;
      } else if (applied) {
        at--;
      } else {
        return before.is("new") ? at - 1 : at;
      }
    }
    return -1;
  }

  private static int opening(List<Token> tokens, int closed) {
    int depth = 0;
    for (int at = closed; at >= 0; at--) {
      depth += Pieces.depthChange(tokens.get(at));
      if (depth == 0) {
        return at;
      }
    }
    return -1;
  }
}
