package jacobean.kernel.session;

import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * javac's errors about a trial by the text that they are about, and which of them have a repair.
 */
final class Complaints {
  /** An operator that its operands do not have. */
  static final Set<String> OPERATOR =
      Set.of(
          "compiler.err.operator.cant.be.applied",
          "compiler.err.operator.cant.be.applied.1",
          "compiler.err.incomparable.types");

  /** Brackets behind what is not a Java array. */
  static final Set<String> INDEX = Set.of("compiler.err.array.req.but.found");

  /** A name that means nothing here, or a method that does not take these arguments. */
  static final Set<String> NAME =
      Set.of(
          "compiler.err.cant.resolve",
          "compiler.err.cant.resolve.location",
          "compiler.err.cant.resolve.args",
          "compiler.err.cant.resolve.location.args",
          "compiler.err.cant.apply.symbol",
          "compiler.err.cant.apply.symbols");

  /** A value of one type where another is wanted. */
  static final Set<String> TYPE = Set.of("compiler.err.prob.found.req");

  private record Span(int start, int end) {}

  private final Trial trial;
  private final Map<Span, Set<String>> codes = new HashMap<>();
  private final Set<Span> answered = new HashSet<>();

  Complaints(Trial trial) {
    this.trial = trial;
    for (var error : trial.errors()) {
      Span span =
          new Span(
              trial.position(error.getStartPosition()), trial.position(error.getEndPosition()));
      codes.computeIfAbsent(span, _ -> new HashSet<>()).add(error.getCode());
    }
  }

  /** True if javac complained of this kind about this tree. */
  boolean about(Tree tree, Set<String> kind) {
    Set<String> found = codes.get(span(tree));
    return found != null && trial.inSnippet(tree) && found.stream().anyMatch(kind::contains);
  }

  /** Notes that there is a repair for this tree. */
  void answer(Tree tree) {
    answered.add(span(tree));
  }

  /** True if there is a repair for every complaint. */
  boolean allAnswered() {
    return answered.containsAll(codes.keySet());
  }

  private Span span(Tree tree) {
    return new Span(trial.start(tree), trial.end(tree));
  }
}
