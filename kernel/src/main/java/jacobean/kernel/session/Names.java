package jacobean.kernel.session;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What the names in a snippet could mean: its own variables and methods, then the session's. */
final class Names {
  private static final Map<String, String> BOXED =
      Map.of(
          "boolean", "Boolean",
          "byte", "Byte",
          "char", "Character",
          "double", "Double",
          "float", "Float",
          "int", "Integer",
          "long", "Long",
          "short", "Short");

  private final Trial trial;
  private final Library library;
  private final Scope scope;

  Names(Trial trial, Library library, Scope scope) {
    this.trial = trial;
    this.library = library;
    this.scope = scope;
  }

  /** The type of the variable that a name means at {@code at}; empty if there is none. */
  Optional<TypeMirror> variable(TreePath at, String name) {
    List<TreePath> visible = local(at, name);
    // Inner scopes come later in the text than the outer ones around them.
    for (TreePath path : visible.reversed()) {
      TypeMirror type = trial.type(path);
      if (Library.known(type)) {
        return Optional.of(type);
      }
    }
    return visible.isEmpty()
        ? Optional.ofNullable(scope.variables().get(name))
            .flatMap(owner -> library.field(owner, name))
        : Optional.empty();
  }

  /** The snippet's own declarations of a variable that can be seen here, from the outermost on. */
  private List<TreePath> local(TreePath at, String name) {
    Set<Tree> around = new HashSet<>();
    at.forEach(around::add);
    int here = trial.start(at.getLeaf());
    List<TreePath> visible = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree node, Void unused) {
        Tree parent = getCurrentPath().getParentPath().getLeaf();
        boolean binding = parent instanceof BindingPatternTree;
        boolean before = trial.start(node) <= here || parent instanceof ClassTree;
        if (node.getName().contentEquals(name) && before && (binding || around.contains(parent))) {
          visible.add(getCurrentPath());
        }
        return super.visitVariable(node, null);
      }
    }.scan(trial.unit(), null);
    return visible;
  }

  /**
   * Code for a method of the snippet or of the session that is used as a value. Of several it is
   * the latest that takes as many arguments as are handed on, as in {@code jit(f)(x, y)}, else the
   * latest: who writes a method anew most often means the new one.
   */
  Optional<String> methodAsValue(TreePath at, String name) {
    List<List<String>> signatures = new ArrayList<>();
    for (TreePath outer = at; outer != null; outer = outer.getParentPath()) {
      if (outer.getLeaf() instanceof ClassTree type) {
        for (Tree member : type.getMembers()) {
          if (member instanceof MethodTree method && method.getName().contentEquals(name)) {
            signatures.add(
                method.getParameters().stream().map(p -> String.valueOf(p.getType())).toList());
          }
        }
      }
    }
    if (signatures.isEmpty()) {
      for (Scope.Method method : scope.methods()) {
        if (method.name().equals(name)) {
          signatures.add(method.parameterTypes());
        }
      }
    }
    if (signatures.isEmpty()) {
      return Optional.empty();
    }
    int arguments = handedOn(at);
    List<String> latest =
        signatures.reversed().stream()
            .filter(types -> types.size() == arguments)
            .findFirst()
            .orElse(signatures.getLast());
    return Optional.of(lambda(latest, name));
  }

  /** How many arguments the result of {@code jit(name)} is called with at once; -1 if it is not. */
  private static int handedOn(TreePath at) {
    TreePath result = at.getParentPath();
    while (result != null && result.getLeaf() instanceof MethodInvocationTree) {
      TreePath select = result.getParentPath();
      if (select == null
          || !(select.getLeaf() instanceof MemberSelectTree)
          || !(select.getParentPath().getLeaf() instanceof MethodInvocationTree call)) {
        return result.getParentPath() == null ? -1 : handedOn(result);
      }
      return call.getArguments().size();
    }
    return -1;
  }

  /**
   * {@code (Array a, Integer i) -> name(a, i)}. A lambda's types say what a generic function takes,
   * so numbers have their classes; between numbers only, what it is for says the types.
   */
  private String lambda(List<String> types, String name) {
    boolean numbersOnly = BOXED.keySet().containsAll(types);
    List<String> names = new ArrayList<>();
    List<String> parameters = new ArrayList<>();
    for (String type : types) {
      names.add(fresh(type, names));
      String boxed = BOXED.getOrDefault(type, type);
      parameters.add(numbersOnly ? names.getLast() : boxed + " " + names.getLast());
    }
    return "("
        + String.join(", ", parameters)
        + ") -> "
        + name
        + "("
        + String.join(", ", names)
        + ")";
  }

  /** A parameter name that nothing in the snippet has; a lambda may not shadow a local variable. */
  private String fresh(String type, List<String> taken) {
    Set<String> used = new HashSet<>(taken);
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree node, Void unused) {
        used.add(node.getName().toString());
        return super.visitVariable(node, null);
      }

      @Override
      public Void visitIdentifier(IdentifierTree node, Void unused) {
        used.add(node.getName().toString());
        return null;
      }
    }.scan(trial.unit(), null);
    char first = Character.toLowerCase(type.charAt(0));
    String base = Character.isJavaIdentifierStart(first) ? String.valueOf(first) : "a";
    String name = base;
    for (int i = 1; used.contains(name); i++) {
      name = base + i;
    }
    return name;
  }

  /**
   * Code for a static method that is named like a field: {@code jnp::square}, or {@code a ->
   * jnp.sum(a)} where javac needs to be told how many arguments are meant, because the method has
   * overloads or the variable no type.
   */
  Optional<String> staticMethodAsValue(TreePath at, MemberSelectTree select) {
    List<ExecutableElement> methods =
        staticMethods(at, select.getExpression(), select.getIdentifier());
    if (methods.isEmpty()) {
      return Optional.empty();
    }
    Set<Integer> ofOperands =
        methods.stream()
            .map(m -> m.getParameters().subList(0, count(m) - (m.isVarArgs() ? 1 : 0)))
            .filter(all -> !all.isEmpty() && all.stream().allMatch(this::isOperand))
            .map(List::size)
            .collect(Collectors.toSet());
    boolean several =
        methods.stream().anyMatch(m -> m.isVarArgs() || count(m) != count(methods.getFirst()));
    boolean untyped = at.getParentPath().getLeaf() instanceof VariableTree;
    if (ofOperands.size() != 1 || !several && !untyped) {
      return Optional.of(select.getExpression() + "::" + select.getIdentifier());
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < ofOperands.iterator().next(); i++) {
      names.add(fresh("a", names));
    }
    String parameters = String.join(", ", names);
    return Optional.of(
        (names.size() == 1 ? parameters : "(" + parameters + ")")
            + " -> "
            + select
            + "("
            + parameters
            + ")");
  }

  /** The parameters of the overloads of a static method that take so many arguments. */
  List<List<? extends TypeMirror>> overloads(TreePath at, MemberSelectTree select, int arguments) {
    return staticMethods(at, select.getExpression(), select.getIdentifier()).stream()
        .filter(m -> count(m) == arguments && !m.isVarArgs())
        .<List<? extends TypeMirror>>map(
            m -> m.getParameters().stream().map(VariableElement::asType).toList())
        .toList();
  }

  private static int count(ExecutableElement method) {
    return method.getParameters().size();
  }

  private boolean isOperand(VariableElement parameter) {
    return library.isOperand(parameter.asType());
  }

  private List<ExecutableElement> staticMethods(TreePath at, Tree owner, Name name) {
    return trial.trees().getElement(new TreePath(at, owner)) instanceof TypeElement type
        ? ElementFilter.methodsIn(trial.elements().getAllMembers(type)).stream()
            .filter(m -> m.getModifiers().contains(Modifier.STATIC))
            .filter(m -> m.getSimpleName().equals(name))
            .toList()
        : List.of();
  }

  /**
   * True if a call is one of a method of the session, or of none, and at this place its name is
   * also that of a variable that was declared later: a parameter, a local variable, or a variable
   * of a later cell; but not of the one that is being declared.
   */
  boolean hidesMethod(TreePath call, IdentifierTree called) {
    String name = called.getName().toString();
    boolean ofOther =
        trial.trees().getElement(new TreePath(call, called)) instanceof ExecutableElement method
            && method.getEnclosingElement() instanceof TypeElement owner
            && scope.methods().stream()
                .noneMatch(
                    m ->
                        m.name().equals(name) && owner.getQualifiedName().contentEquals(m.owner()));
    if (ofOther || scope.methods().stream().noneMatch(m -> m.name().equals(name))) {
      return false;
    }
    for (Tree outer : call) {
      if (outer instanceof VariableTree declared && declared.getName().contentEquals(name)) {
        return false;
      }
    }
    return scope.hidden().hides(name) || !local(call, name).isEmpty();
  }
}
