package jacobean.kernel.session;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** A method that does not take these arguments. */
  static final Set<String> ARGUMENTS =
      Set.of("compiler.err.cant.apply.symbol", "compiler.err.cant.apply.symbols");

  /** A member of what has none, such as a boolean. */
  static final Set<String> DEREFERENCE = Set.of("compiler.err.cant.deref");

  /** A member that is private. */
  static final Set<String> ACCESS = Set.of("compiler.err.report.access");

  /** {@code var} with a value that has no type of its own. */
  static final Set<String> UNTYPED = Set.of("compiler.err.cant.infer.local.var.type");

  /** A value of one type where another is wanted. */
  static final Set<String> TYPE = Set.of("compiler.err.prob.found.req");

  private record Span(int start, int end) {}

  private static final Pattern WANTED = Pattern.compile("cannot be converted to ([\\w.]+)");
  private static final Pattern REQUIRED = Pattern.compile("(?m)^\\s*required:\\s*(.*)$");

  private final Trial trial;
  private final Map<Span, Set<String>> codes = new HashMap<>();
  private final Map<Span, String> wanted = new HashMap<>();
  private final Map<Span, List<String>> required = new HashMap<>();
  private final Set<Span> answered = new HashSet<>();

  Complaints(Trial trial) {
    this.trial = trial;
    for (var error : trial.errors()) {
      Span span =
          new Span(
              trial.position(error.getStartPosition()), trial.position(error.getEndPosition()));
      codes.computeIfAbsent(span, _ -> new HashSet<>()).add(error.getCode());
      Matcher type = WANTED.matcher(error.getMessage(Locale.ROOT));
      if (TYPE.contains(error.getCode()) && type.find()) {
        wanted.put(span, type.group(1));
      }
      Matcher types = REQUIRED.matcher(error.getMessage(Locale.ROOT));
      if (error.getCode().equals("compiler.err.cant.apply.symbol") && types.find()) {
        required.put(span, parameters(types.group(1)));
      }
    }
  }

  /** True if javac complained of this kind about this tree. */
  boolean about(Tree tree, Set<String> kind) {
    Set<String> found = codes.get(span(tree));
    return found != null && trial.inSnippet(tree) && found.stream().anyMatch(kind::contains);
  }

  /** The type that javac wanted a tree to have, as it names it, where it complained of the type. */
  Optional<String> wanted(Tree tree) {
    return trial.inSnippet(tree) ? Optional.ofNullable(wanted.get(span(tree))) : Optional.empty();
  }

  /**
   * The types of the parameters of the one method that javac found for a call, or none. It
   * complains about the method's name, or about the whole {@code new}.
   */
  List<String> required(Tree called) {
    return trial.inSnippet(called) ? required.getOrDefault(span(called), List.of()) : List.of();
  }

  /** {@code Arr,Map<A,B>} as two. */
  private static List<String> parameters(String types) {
    List<String> parameters = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= types.length(); i++) {
      char c = i < types.length() ? types.charAt(i) : ',';
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parameters.add(types.substring(from, i).strip());
        from = i + 1;
      }
    }
    return parameters;
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
