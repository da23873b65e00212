package jacobean.kernel.session;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import jacobean.kernel.spi.Notation;
import jacobean.kernel.spi.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Walks an attributed snippet from the leaves up and finds the repair of each tree that javac
 * rejected. A tree above a repaired one, about which javac was silent because its operand had no
 * type, is repaired in the same round where the repaired operand's type is known.
 */
final class RepairFinder extends ConditionFinder {
  private final Names names;
  private final MemberForms forms;

  RepairFinder(Trial trial, Library library, Names names) {
    super(trial, library);
    this.names = names;
    forms = new MemberForms(library, complaints);
  }

  /** The snippet with all repairs that this round finds, or empty if there are none. */
  Optional<Text> repaired() {
    scan(trial.unit(), null);
    return repairs.isEmpty() && truths.isEmpty()
        ? Optional.empty()
        : Optional.of(new RepairWriter(trial, repairs, truths).write());
  }

  /** True if there is a repair for every error. */
  boolean whole() {
    return complaints.allAnswered();
  }

  @Override
  public Void scan(Tree tree, Void unused) {
    super.scan(tree, null);
    if (tree instanceof ExpressionTree && !repairs.containsKey(tree)) {
      complaints.wanted(tree).ifPresent(type -> number(tree, type));
    }
    return null;
  }

  /** A number where a library value is wanted. */
  private boolean number(Tree tree, String wanted) {
    Optional<Notation> notation =
        library.notationOf(wanted).filter(n -> library.isScalar(type(tree), n));
    notation.ifPresent(
        n -> repair(tree, new Repair.Converted(n.number(), tree), library.operand(n)));
    return notation.isPresent();
  }

  /** Numbers among the arguments of a call whose parameters are library values. */
  private void numbers(Tree called, List<? extends Tree> arguments) {
    List<String> required = complaints.required(called);
    boolean converted = false;
    for (int i = 0; i < arguments.size() && required.size() == arguments.size(); i++) {
      converted |= number(arguments.get(i), required.get(i));
    }
    if (required.isEmpty() && called instanceof MemberSelectTree select) {
      converted = numbersOfOverload(select, arguments);
    }
    if (converted) {
      complaints.answer(called);
    }
  }

  /** Numbers among the arguments of a call, where javac found several methods. */
  private boolean numbersOfOverload(MemberSelectTree called, List<? extends Tree> arguments) {
    List<Integer> converted =
        new Scalars(library)
            .among(
                arguments.stream().map(this::type).toList(),
                names.overloads(getCurrentPath(), called, arguments.size()));
    for (int i : converted) {
      library.notations().forEach(n -> number(arguments.get(i), n.operand()));
    }
    return !converted.isEmpty();
  }

  @Override
  public Void visitVariable(VariableTree node, Void unused) {
    super.visitVariable(node, null);
    if (node.getInitializer() instanceof LambdaExpressionTree lambda
        && !lambda.getParameters().isEmpty()
        && lambda.getParameters().stream()
            .allMatch(p -> p.getType() == null || !trial.inSnippet(p.getType()))
        && complaints.about(node, Complaints.UNTYPED)
        && trial.text().chars().startsWith("var", trial.start(node))) {
      library
          .lambdaType(lambda.getParameters().size())
          .ifPresent(type -> repair(node, new Repair.Typed(type, node), null));
    }
    return null;
  }

  @Override
  public Void visitNewClass(NewClassTree node, Void unused) {
    super.visitNewClass(node, null);
    numbers(node, node.getArguments());
    return null;
  }

  @Override
  public Void visitBinary(BinaryTree node, Void unused) {
    super.visitBinary(node, null);
    Tree left = node.getLeftOperand();
    Tree right = node.getRightOperand();
    String sign = Library.sign(node.getKind());
    boolean flagged = complaints.about(node, Complaints.OPERATOR) || comparesElements(node);
    boolean above = changed(left) || changed(right);
    if (!flagged && !above) {
      return null;
    }
    if (sign.equals("&&") || sign.equals("||")) {
      truth(left);
      truth(right);
      return null;
    }
    TypeMirror leftType = type(left);
    TypeMirror rightType = type(right);
    boolean validAsItIs =
        sign.equals("==")
            || sign.equals("!=")
            || library.isString(leftType)
            || library.isString(rightType);
    if (!flagged && validAsItIs) {
      return null;
    }
    Optional<Notation> own = library.notation(leftType);
    Optional<Notation> other = library.notation(rightType);
    if (own.isPresent() && own.get().binary().containsKey(sign)) {
      String method = own.get().binary().get(sign);
      repair(
          node,
          new Repair.Call(left, method, List.of(right)),
          orOperand(library.returnType(leftType, method, 1), own.get()));
    } else if (own.isEmpty()
        && other.isPresent()
        && other.get().reversed().containsKey(sign)
        && Library.known(leftType)) {
      String function = other.get().reversed().get(sign);
      repair(node, new Repair.Function(function, left, right), library.operand(other.get()));
    }
    return null;
  }

  /**
   * True for {@code ==} and {@code !=} between library values where a boolean will not do, so that
   * their elements are meant.
   */
  private boolean comparesElements(BinaryTree node) {
    boolean equality =
        node.getKind() == Tree.Kind.EQUAL_TO || node.getKind() == Tree.Kind.NOT_EQUAL_TO;
    if (!equality
        || !library.isOperand(type(node.getLeftOperand()))
        || !library.isOperand(type(node.getRightOperand()))) {
      return false;
    }
    TreePath at = getCurrentPath();
    while (!complaints.about(at.getLeaf(), Complaints.TYPE)) {
      at = at.getParentPath();
      if (!(at.getLeaf() instanceof ParenthesizedTree)) {
        return switch (at.getLeaf()) {
          case MemberSelectTree select -> answered(select, Complaints.DEREFERENCE);
          case MethodInvocationTree call -> wantsOperand(call, at, node);
          case BinaryTree outer ->
              outer.getKind() != Tree.Kind.CONDITIONAL_AND
                  && outer.getKind() != Tree.Kind.CONDITIONAL_OR
                  && complaints.about(outer, Complaints.OPERATOR);
          default -> false;
        };
      }
    }
    complaints.answer(at.getLeaf());
    return true;
  }

  /** True if of a call that javac rejects no method takes a boolean there. */
  private boolean wantsOperand(MethodInvocationTree call, TreePath at, Tree argument) {
    Tree select = call.getMethodSelect();
    int place = 0;
    while (place < call.getArguments().size() && bare(call.getArguments().get(place)) != argument) {
      place++;
    }
    if (place == call.getArguments().size() || !complaints.about(select, Complaints.ARGUMENTS)) {
      return false;
    }
    int index = place;
    List<String> required = complaints.required(select);
    boolean wanted =
        required.size() == call.getArguments().size()
            ? library.notationOf(required.get(index)).isPresent()
            : select instanceof MemberSelectTree member
                && !library.takesBoolean(
                    typeUnder(new TreePath(at, select), member.getExpression()),
                    member.getIdentifier().toString(),
                    index);
    return wanted && answered(select, Complaints.ARGUMENTS);
  }

  private boolean answered(Tree tree, Set<String> kind) {
    boolean found = complaints.about(tree, kind);
    if (found) {
      complaints.answer(tree);
    }
    return found;
  }

  private TypeMirror orOperand(TypeMirror type, Notation notation) {
    return type != null ? type : library.operand(notation);
  }

  @Override
  public Void visitUnary(UnaryTree node, Void unused) {
    super.visitUnary(node, null);
    Tree operand = node.getExpression();
    if (!complaints.about(node, Complaints.OPERATOR) && !changed(operand)) {
      return null;
    }
    TypeMirror type = type(operand);
    Optional<Notation> notation = library.notation(type);
    if (notation.isEmpty()) {
      return null;
    }
    String sign = Library.sign(node.getKind());
    String method = notation.get().unary().get(sign);
    if (method != null) {
      repair(
          node,
          new Repair.Call(operand, method, List.of()),
          orOperand(library.returnType(type, method, 0), notation.get()));
      return null;
    }
    if (sign.equals("!")) {
      truth(operand);
      return null;
    }
    String step =
        switch (node.getKind()) {
          case PREFIX_INCREMENT, POSTFIX_INCREMENT -> "+";
          case PREFIX_DECREMENT, POSTFIX_DECREMENT -> "-";
          default -> "";
        };
    boolean alone = getCurrentPath().getParentPath().getLeaf() instanceof ExpressionStatementTree;
    if (alone && notation.get().binary().containsKey(step)) {
      repair(node, new Repair.Step(operand, notation.get().binary().get(step)), type);
    }
    return null;
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree node, Void unused) {
    Tree target = node.getVariable();
    if (bare(target) instanceof ArrayAccessTree access
        && complaints.about(access, Complaints.INDEX)) {
      scan(access.getExpression(), null);
      scan(access.getIndex(), null);
      scan(node.getExpression(), null);
      TreePath inner = new TreePath(getCurrentPath(), access);
      TypeMirror container = typeUnder(inner, access.getExpression());
      TypeMirror element = library.returnType(container, "get", 1);
      Optional<Notation> notation = library.notation(element);
      String put = putMethod(container);
      String method = notation.map(n -> n.binary().get(Library.sign(node.getKind()))).orElse(null);
      if (put != null && method != null) {
        repair(
            node,
            new Repair.PutUpdate(
                access.getExpression(),
                put,
                "get",
                access.getIndex(),
                method,
                node.getExpression()),
            element);
      }
      return null;
    }
    super.visitCompoundAssignment(node, null);
    TypeMirror type = type(target);
    if (complaints.about(node, Complaints.OPERATOR) || changed(node.getExpression())) {
      library
          .notation(type)
          .map(n -> n.binary().get(Library.sign(node.getKind())))
          .ifPresent(
              method ->
                  repair(node, new Repair.Update(target, method, node.getExpression()), type));
    }
    return null;
  }

  @Override
  public Void visitAssignment(AssignmentTree node, Void unused) {
    if (!(bare(node.getVariable()) instanceof ArrayAccessTree access)
        || !complaints.about(access, Complaints.INDEX)) {
      return super.visitAssignment(node, null);
    }
    scan(access.getExpression(), null);
    scan(access.getIndex(), null);
    scan(node.getExpression(), null);
    TypeMirror container =
        typeUnder(new TreePath(getCurrentPath(), access), access.getExpression());
    String put = putMethod(container);
    if (put != null) {
      repair(
          node,
          new Repair.Put(access.getExpression(), put, access.getIndex(), node.getExpression()),
          null);
    }
    return null;
  }

  private String putMethod(TypeMirror container) {
    for (String name : List.of("put", "set")) {
      if (library.methods(container, name).stream().anyMatch(m -> m.getParameters().size() == 2)) {
        return name;
      }
    }
    return null;
  }

  @Override
  public Void visitArrayAccess(ArrayAccessTree node, Void unused) {
    super.visitArrayAccess(node, null);
    Tree container = node.getExpression();
    boolean several =
        node.getIndex() instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof IdentifierTree name
            && name.getName().contentEquals(Brackets.SEVERAL);
    List<? extends Tree> indices =
        several
            ? ((MethodInvocationTree) node.getIndex()).getArguments()
            : List.of(node.getIndex());
    if (bare(container) instanceof MemberSelectTree select && !repairs.containsKey(select)) {
      TreePath path = new TreePath(getCurrentPath(), select);
      TypeMirror receiver = typeUnder(path, select.getExpression());
      Optional<Repair.Call> bracketed = forms.bracketed(select, receiver, indices);
      if (bracketed.isPresent()) {
        complaints.answer(select);
        call(node, receiver, bracketed.get());
        return null;
      }
    }
    TypeMirror type = type(container);
    if (several && type != null && type.getKind() == TypeKind.ARRAY) {
      repair(node, new Repair.Subscripts(container, indices), null);
      return null;
    }
    if (!complaints.about(node, Complaints.INDEX)
        && !(changed(container) && Library.declared(type))) {
      return null;
    }
    String get = library.notation(type).map(Notation::index).orElse("get");
    if (!library.methods(type, get).isEmpty()) {
      repair(
          node,
          new Repair.Call(container, get, indices),
          library.returnType(type, get, indices.size()));
    }
    return null;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
    super.visitMethodInvocation(node, null);
    Tree select = node.getMethodSelect();
    boolean hidden =
        select instanceof IdentifierTree name
            && trial.inSnippet(select)
            && names.hidesMethod(getCurrentPath(), name);
    if (!hidden && !complaints.about(select, Complaints.NAME)) {
      return null;
    }
    numbers(select, node.getArguments());
    if (select instanceof IdentifierTree name) {
      names
          .variable(getCurrentPath(), name.getName().toString())
          .flatMap(type -> library.functionalMethod(type, hidden ? node.getArguments().size() : -1))
          .ifPresent(method -> repair(select, new Repair.Invoke(select, method), null));
    } else if (select instanceof MemberSelectTree member) {
      TypeMirror type = typeUnder(new TreePath(getCurrentPath(), select), member.getExpression());
      if (member.getIdentifier().contentEquals(Brackets.CALL)) {
        library
            .functionalMethod(type)
            .ifPresent(
                method -> repair(select, new Repair.Invoke(member.getExpression(), method), null));
      } else {
        library
            .field(type, member.getIdentifier().toString())
            .flatMap(library::functionalMethod)
            .ifPresent(method -> repair(select, new Repair.Invoke(select, method), null));
      }
    }
    return null;
  }

  @Override
  public Void visitIdentifier(IdentifierTree node, Void unused) {
    boolean called =
        getCurrentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call
            && call.getMethodSelect() == node;
    if (!called && complaints.about(node, Complaints.NAME)) {
      names
          .methodAsValue(getCurrentPath(), node.getName().toString())
          .ifPresent(code -> repair(node, new Repair.Value(code), null));
    }
    return null;
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree node, Void unused) {
    super.visitMemberSelect(node, null);
    if (node.getExpression() instanceof ParenthesizedTree parenthesized
        && repairs.get(bare(parenthesized)) instanceof Repair inner
        && inner.primary()) {
      repair(parenthesized, new Repair.Bare(bare(parenthesized)), null);
    }
    boolean called =
        getCurrentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call
            && call.getMethodSelect() == node;
    if (called) {
      return null;
    }
    Optional<String> method =
        complaints.about(node, Complaints.NAME)
            ? names.staticMethodAsValue(getCurrentPath(), node)
            : Optional.empty();
    if (method.isPresent()) {
      repair(node, new Repair.Value(method.get()), null);
    } else {
      TypeMirror receiver = type(node.getExpression());
      forms.bare(node, receiver).ifPresent(call -> call(node, receiver, call));
    }
    return null;
  }

  private void call(Tree node, TypeMirror receiver, Repair.Call call) {
    repair(node, call, library.returnType(receiver, call.method(), call.arguments().size()));
  }
}
