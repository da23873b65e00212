package jacobean.kernel.session;

import jacobean.kernel.session.Tokens.Token;
import jacobean.kernel.spi.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Makes two things parse that Java's grammar rejects, so that repairs can give them a meaning:
 * several indices, {@code x[i, j]}, and a call of what a call gives, {@code grad(f)(x)}. Only texts
 * that do not parse come here.
 */
final class Brackets {
  /** Stands for several indices: {@code x[i, j]} is read as {@code x[several$(i, j)]}. */
  static final String SEVERAL = "several$";

  /** Stands for a call: {@code f(x)(y)} is read as {@code f(x).call$(y)}. */
  static final String CALL = "call$";

  private record Insert(int at, String code) {}

  /** A bracket that is not closed yet. */
  private static final class Open {
    final Token bracket;
    final boolean index;
    final boolean call;
    boolean comma;

    Open(Token bracket, boolean index, boolean call) {
      this.bracket = bracket;
      this.index = index;
      this.call = call;
    }
  }

  private final List<Insert> inserts = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private Token before;
  private boolean afterCall;

  private Brackets() {}

  /** The text with those forms written so that they parse, or empty if there are none. */
  static Optional<Text> parsable(Text text) {
    Brackets brackets = new Brackets();
    Tokens.of(text.chars()).forEach(brackets::next);
    if (brackets.inserts.isEmpty()) {
      return Optional.empty();
    }
    brackets.inserts.sort(Comparator.comparingInt(Insert::at));
    List<Text> parts = new ArrayList<>();
    int at = 0;
    for (Insert insert : brackets.inserts) {
      parts.add(text.slice(at, insert.at()));
      parts.add(Text.inserted(insert.code(), text.originOf(insert.at())));
      at = insert.at();
    }
    parts.add(text.slice(at, text.length()));
    return Optional.of(Text.concat(parts));
  }

  /** True if a form that is not Java is still there. */
  static boolean unresolved(String text) {
    return text.contains(SEVERAL + "(") || text.contains("." + CALL + "(");
  }

  private void next(Token token) {
    boolean called = false;
    if (Pieces.depthChange(token) > 0) {
      boolean value = before != null && (before.identifier() || before.is(")") || before.is("]"));
      boolean callsResult = token.is("(") && afterCall;
      if (callsResult) {
        inserts.add(new Insert(token.start(), "." + CALL));
      }
      boolean call = token.is("(") && (callsResult || before != null && before.identifier());
      open.push(new Open(token, token.is("[") && value, call));
    } else if (Pieces.depthChange(token) < 0 && !open.isEmpty()) {
      Open opened = open.pop();
      if (opened.index && opened.comma) {
        inserts.add(new Insert(opened.bracket.end(), SEVERAL + "("));
        inserts.add(new Insert(token.start(), ")"));
      }
      // Not after a cast, a condition or a declaration's parameters, which no call follows.
      called = opened.call;
    } else if (token.is(",") && !open.isEmpty()) {
      open.peek().comma = true;
    }
    afterCall = called;
    before = token;
  }
}
