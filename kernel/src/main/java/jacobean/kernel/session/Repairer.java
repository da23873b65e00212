package jacobean.kernel.session;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import jacobean.kernel.spi.Notation;
import jacobean.kernel.spi.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
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
  /** More rounds mend nothing. */
  static final int ROUNDS = 16;

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
   */
  record Round(Text text, boolean whole) {}

  /**
   * Where in the cell {@code ==} or {@code !=} stands between two library values, in a snippet that
   * javac accepts: Java asks there whether they are one object.
   */
  List<Integer> comparedAsObjects(Text snippet, Pieces.Form form, Supplier<Scope> scope) {
    if (notations.isEmpty()
        || Tokens.of(snippet.chars()).stream().noneMatch(t -> t.is("==") || t.is("!="))) {
      return List.of();
    }
    Trial trial = Trial.of(snippet, form, scope.get(), javac, files);
    Library library = new Library(trial.types(), trial.elements(), notations);
    List<Integer> places = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitBinary(BinaryTree node, Void unused) {
        boolean equality =
            node.getKind() == Tree.Kind.EQUAL_TO || node.getKind() == Tree.Kind.NOT_EQUAL_TO;
        if (equality
            && library.isOperand(trial.type(new TreePath(getCurrentPath(), node.getLeftOperand())))
            && library.isOperand(
                trial.type(new TreePath(getCurrentPath(), node.getRightOperand())))) {
          places.add(snippet.originOf(trial.start(node)));
        }
        return super.visitBinary(node, null);
      }
    }.scan(trial.unit(), null);
    return places;
  }

  /** The snippet with all repairs that can be found. */
  Text repaired(Text snippet, Pieces.Form form, Scope scope) {
    Text text = snippet;
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Round> result = round(text, form, scope);
      if (result.isEmpty() || result.get().text() == text) {
        break;
      }
      text = result.get().text();
    }
    return text;
  }

  /**
   * The erased type of the expression at {@code [start, end)} of the cell, which the snippet holds;
   * empty if it is a primitive one, or the snippet does not parse.
   */
  Optional<String> typeOf(Text snippet, Pieces.Form form, Scope scope, int start, int end) {
    Text text = repaired(snippet, form, scope);
    Trial trial = Trial.of(text, form, scope, javac, files);
    if (!trial.attributed()) {
      return Optional.empty();
    }
    List<String> types = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        if (tree instanceof ExpressionTree
            && trial.inSnippet(tree)
            && text.originOf(trial.start(tree)) == start
            && text.originOfEnd(trial.end(tree)) == end) {
          TypeMirror type = trial.type(new TreePath(getCurrentPath(), tree));
          if (type != null && type.getKind() == TypeKind.DECLARED) {
            types.add(trial.types().erasure(type).toString());
          }
        }
        return super.scan(tree, null);
      }
    }.scan(new TreePath(trial.unit()), null);
    return types.stream().findFirst();
  }

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
      return Optional.of(new Round(parsable, false));
    }
    Library library = new Library(trial.types(), trial.elements(), notations);
    Names names = new Names(trial, library, scope);
    RepairFinder finder = new RepairFinder(trial, library, names);
    Optional<Text> next = finder.repaired();
    return accepted && next.isEmpty()
        ? Optional.empty()
        : Optional.of(new Round(next.orElse(snippet), finder.whole()));
  }
}
