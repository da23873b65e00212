package jacobean.kernel.session;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.lang.model.type.TypeMirror;

/**
 * What repairs have been found in a snippet, and the types that trees have with them. By itself it
 * finds the library values that stand where only a boolean will do.
 */
abstract class ConditionFinder extends TreePathScanner<Void, Void> {
  final Trial trial;
  final Library library;
  final Complaints complaints;
  final Map<Tree, Repair> repairs = new IdentityHashMap<>();
  final Map<Tree, String> truths = new IdentityHashMap<>();
  private final Map<Tree, TypeMirror> repairedTypes = new IdentityHashMap<>();

  ConditionFinder(Trial trial, Library library) {
    this.trial = trial;
    this.library = library;
    complaints = new Complaints(trial);
  }

  static Tree bare(Tree tree) {
    Tree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    return inner;
  }

  /** The type of a child of the current tree: as repaired, else as javac found it. */
  final TypeMirror type(Tree child) {
    return typeUnder(getCurrentPath(), child);
  }

  final TypeMirror typeUnder(TreePath parent, Tree child) {
    TreePath path = new TreePath(parent, child);
    while (path.getLeaf() instanceof ParenthesizedTree parenthesized) {
      path = new TreePath(path, parenthesized.getExpression());
    }
    Tree inner = path.getLeaf();
    if (truths.containsKey(inner)) {
      return null;
    }
    return repairs.containsKey(inner) ? repairedTypes.get(inner) : trial.type(path);
  }

  final boolean changed(Tree child) {
    return repairs.containsKey(bare(child)) || truths.containsKey(bare(child));
  }

  final void repair(Tree tree, Repair repair, TypeMirror type) {
    repairs.put(tree, repair);
    complaints.answer(tree);
    if (Library.known(type)) {
      repairedTypes.put(tree, type);
    }
  }

  /** A library value in a place where only a boolean will do. */
  final void truth(Tree operand) {
    Tree inner = bare(operand);
    library
        .notation(type(operand))
        .ifPresent(
            notation -> {
              truths.put(inner, notation.truth());
              complaints.answer(inner);
            });
  }

  private void condition(ExpressionTree condition) {
    if (condition == null) {
      return;
    }
    if (changed(condition)
        || complaints.about(condition, Complaints.TYPE)
        || complaints.about(bare(condition), Complaints.TYPE)) {
      truth(condition);
    }
  }

  @Override
  public Void visitIf(IfTree node, Void unused) {
    super.visitIf(node, null);
    condition(node.getCondition());
    return null;
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree node, Void unused) {
    super.visitWhileLoop(node, null);
    condition(node.getCondition());
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree node, Void unused) {
    super.visitDoWhileLoop(node, null);
    condition(node.getCondition());
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree node, Void unused) {
    super.visitForLoop(node, null);
    condition(node.getCondition());
    return null;
  }

  @Override
  public Void visitConditionalExpression(ConditionalExpressionTree node, Void unused) {
    super.visitConditionalExpression(node, null);
    condition(node.getCondition());
    return null;
  }

  @Override
  public Void visitAssert(AssertTree node, Void unused) {
    super.visitAssert(node, null);
    condition(node.getCondition());
    return null;
  }
}
