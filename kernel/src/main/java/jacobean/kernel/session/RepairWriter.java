package jacobean.kernel.session;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import jacobean.kernel.spi.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes a snippet with its repairs, keeping everything else as the user typed it. */
final class RepairWriter {
  private final Trial trial;
  private final Map<Tree, Repair> repairs;
  private final Map<Tree, String> truths;

  /**
   * @param repairs what is written differently
   * @param truths conditions that are library values, with the method that makes a boolean of them
   */
  RepairWriter(Trial trial, Map<Tree, Repair> repairs, Map<Tree, String> truths) {
    this.trial = trial;
    this.repairs = repairs;
    this.truths = truths;
  }

  Text write() {
    return range(0, trial.text().length(), topmost(trial.unit()));
  }

  private Text range(int from, int to, List<Tree> changed) {
    List<Text> parts = new ArrayList<>();
    int at = from;
    for (Tree tree : changed) {
      parts.add(trial.text().slice(at, trial.start(tree)));
      parts.add(tree(tree));
      at = trial.end(tree);
    }
    parts.add(trial.text().slice(at, to));
    return Text.concat(parts);
  }

  /** The outermost changed trees within {@code root}, itself excepted, in order. */
  private List<Tree> topmost(Tree root) {
    List<Tree> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        if (tree != null
            && tree != root
            && (repairs.containsKey(tree) || truths.containsKey(tree))) {
          found.add(tree);
          return null;
        }
        return super.scan(tree, unused);
      }
    }.scan(root, null);
    found.sort(Comparator.comparingInt(trial::start));
    return found;
  }

  private Text tree(Tree tree) {
    String truth = truths.get(tree);
    if (truth == null) {
      return repaired(tree);
    }
    return Text.concat(receiver(tree, repaired(tree)), at(tree, "." + truth + "()"));
  }

  private Text repaired(Tree tree) {
    return switch (repairs.get(tree)) {
      case null -> range(trial.start(tree), trial.end(tree), topmost(tree));
      case Repair.Call(Tree receiver, String method, List<? extends Tree> arguments) -> {
        List<Text> parts = new ArrayList<>();
        parts.add(receiver(receiver));
        int gap = trial.end(receiver);
        parts.add(Text.inserted("." + method + "(", gapOrigin(gap)));
        for (int i = 0; i < arguments.size(); i++) {
          if (i > 0) {
            parts.add(Text.inserted(", ", gapOrigin(gap)));
          }
          parts.add(newlines(gap, trial.start(arguments.get(i))));
          parts.add(argument(arguments.get(i)));
          gap = trial.end(arguments.get(i));
        }
        parts.add(Text.inserted(")", trial.text().originOfEnd(trial.end(tree)) - 1));
        yield Text.concat(parts);
      }
      case Repair.Function(String function, Tree left, Tree right) ->
          Text.concat(
              at(tree, function + "("),
              argument(left),
              Text.inserted(", ", gapOrigin(trial.end(left))),
              newlines(trial.end(left), trial.start(right)),
              argument(right),
              Text.inserted(")", trial.text().originOfEnd(trial.end(tree)) - 1));
      case Repair.Converted(String function, Tree value) ->
          Text.concat(
              at(tree, function + "("),
              range(trial.start(value), trial.end(value), topmost(value)),
              Text.inserted(")", trial.text().originOfEnd(trial.end(tree)) - 1));
      case Repair.Typed(String type, VariableTree variable) -> {
        int start = trial.start(variable);
        yield Text.concat(
            at(variable, type),
            range(start + "var".length(), trial.end(variable), topmost(variable)));
      }
      case Repair.Update(Tree target, String method, Tree value) ->
          Text.concat(
              tree(target),
              Text.inserted(" = ", gapOrigin(trial.end(target))),
              receiver(target),
              Text.inserted("." + method + "(", gapOrigin(trial.end(target))),
              newlines(trial.end(target), trial.start(value)),
              argument(value),
              Text.inserted(")", trial.text().originOfEnd(trial.end(tree)) - 1));
      case Repair.Step(Tree target, String method) ->
          Text.concat(
              tree(target), at(tree, " = "), receiver(target), at(tree, "." + method + "(1)"));
      case Repair.Put(Tree container, String method, Tree index, Tree value) ->
          Text.concat(
              receiver(container),
              at(index, "." + method + "("),
              tree(index),
              at(value, ", "),
              newlines(trial.end(index), trial.start(value)),
              tree(value),
              at(value, ")"));
      case Repair.PutUpdate(
              Tree container,
              String put,
              String get,
              Tree index,
              String method,
              Tree value) ->
          Text.concat(
              receiver(container),
              at(index, "." + put + "("),
              tree(index),
              at(index, ", "),
              receiver(container),
              at(index, "." + get + "("),
              tree(index),
              at(index, ")." + method + "("),
              newlines(trial.end(index), trial.start(value)),
              tree(value),
              at(value, "))"));
      case Repair.Subscripts(Tree matrix, List<? extends Tree> indices) -> {
        List<Text> parts = new ArrayList<>(List.of(tree(matrix)));
        for (Tree index : indices) {
          parts.add(at(index, "["));
          parts.add(tree(index));
          parts.add(at(index, "]"));
        }
        yield Text.concat(parts);
      }
      case Repair.Invoke(Tree function, String method) ->
          Text.concat(
              function == tree
                  ? range(trial.start(tree), trial.end(tree), topmost(tree))
                  : receiver(function),
              Text.inserted("." + method, trial.text().originOfEnd(trial.end(function)) - 1));
      case Repair.Bare(Tree inner) -> tree(inner);
      case Repair.Value(String code) -> at(tree, code);
    };
  }

  private Text at(Tree tree, String code) {
    return Text.inserted(code, trial.text().originOf(trial.start(tree)));
  }

  /** The first character after {@code position} that is not blank: the operator. */
  private int gapOrigin(int position) {
    String chars = trial.text().chars();
    int at = position;
    while (at < chars.length() && Character.isWhitespace(chars.charAt(at))) {
      at++;
    }
    return trial.text().originOf(at);
  }

  /** The line breaks between operands, so that a formula over several lines keeps its lines. */
  private Text newlines(int from, int to) {
    String gap = trial.text().chars().substring(Math.min(from, to), to);
    int last = gap.lastIndexOf('\n');
    if (last < 0) {
      return Text.inserted("", 0);
    }
    // An operator that begins the line was written as the method already.
    int end = last;
    while (end < gap.length() && Character.isWhitespace(gap.charAt(end))) {
      end++;
    }
    return trial.text().slice(from + last, from + end);
  }

  private Text receiver(Tree tree) {
    Tree inner = inner(tree);
    boolean bare = repairs.get(inner) instanceof Repair repair && repair.primary();
    return receiver(bare ? inner : tree, tree(bare ? inner : tree));
  }

  /** An argument needs no parentheses of its own once it is a call. */
  private Text argument(Tree tree) {
    Tree inner = inner(tree);
    return tree(repairs.containsKey(inner) ? inner : tree);
  }

  private Tree inner(Tree tree) {
    Tree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized
        && !truths.containsKey(inner)
        && !repairs.containsKey(inner)) {
      inner = parenthesized.getExpression();
    }
    return inner;
  }

  private Text receiver(Tree tree, Text written) {
    Repair repair = repairs.get(tree);
    boolean primary =
        truths.containsKey(tree)
            || (repair != null
                ? repair.primary()
                : switch (tree) {
                  case IdentifierTree _,
                      MemberSelectTree _,
                      MethodInvocationTree _,
                      ArrayAccessTree _,
                      NewClassTree _,
                      ParenthesizedTree _ ->
                      true;
                  case LiteralTree literal -> literal.getValue() instanceof String;
                  default -> false;
                });
    return primary ? written : Text.concat(at(tree, "("), written, at(tree, ")"));
  }
}
