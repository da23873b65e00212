package jacobean.kernel.session;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What the names in a snippet could mean: its own variables and methods, then the session's. */
final class Names {
  private final Trial trial;
  private final Library library;
  private final Scope scope;
  private final Set<String> overloaded = new HashSet<>();

  Names(Trial trial, Library library, Scope scope) {
    this.trial = trial;
    this.library = library;
    this.scope = scope;
  }

  /** Methods that were used as a value but have several overloads. */
  Set<String> overloaded() {
    return overloaded;
  }

  /** The type of the variable that a name means at {@code at}; empty if there is none. */
  Optional<TypeMirror> variable(TreePath at, String name) {
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

  /** Code for a method of the snippet or of the session that is used as a value. */
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
    List<String> names = new ArrayList<>();
    if (signatures.isEmpty()) {
      for (Scope.Method method : scope.methods()) {
        if (method.name().equals(name)) {
          signatures.add(method.parameterTypes());
        }
      }
    }
    if (signatures.size() != 1) {
      if (signatures.size() > 1) {
        overloaded.add(name);
      }
      return Optional.empty();
    }
    List<String> types = signatures.getFirst();
    for (int i = 0; i < types.size(); i++) {
      names.add(fresh(types.get(i), names));
    }
    StringBuilder parameters = new StringBuilder();
    for (int i = 0; i < types.size(); i++) {
      parameters.append(i == 0 ? "" : ", ").append(types.get(i)).append(' ').append(names.get(i));
    }
    return Optional.of("(" + parameters + ") -> " + name + "(" + String.join(", ", names) + ")");
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

  /** A method reference for a static method that is named like a field: {@code jnp.square}. */
  Optional<String> staticMethodAsValue(TreePath at, MemberSelectTree select) {
    Element owner = trial.trees().getElement(new TreePath(at, select.getExpression()));
    if (!(owner instanceof TypeElement type)) {
      return Optional.empty();
    }
    Set<ExecutableElement> methods =
        ElementFilter.methodsIn(trial.elements().getAllMembers(type)).stream()
            .filter(m -> m.getModifiers().contains(Modifier.STATIC))
            .filter(m -> m.getSimpleName().equals(select.getIdentifier()))
            .collect(Collectors.toSet());
    return methods.isEmpty()
        ? Optional.empty()
        : Optional.of(select.getExpression() + "::" + select.getIdentifier());
  }
}
