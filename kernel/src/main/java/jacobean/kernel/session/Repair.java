package jacobean.kernel.session;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;

/** What a tree that javac rejected is written as instead. */
sealed interface Repair {
  /** {@code receiver.method(arguments)}: operators and indexing. */
  record Call(Tree receiver, String method, List<? extends Tree> arguments) implements Repair {}

  /** {@code function(left, right)}: an operator with a number on the left. */
  record Function(String function, Tree left, Tree right) implements Repair {}

  /** {@code function(value)}: a number where a library value is wanted. */
  record Converted(String function, Tree value) implements Repair {}

  /** {@code type name = value} for {@code var name = value}. */
  record Typed(String type, VariableTree variable) implements Repair {}

  /** {@code target = target.method(value)}: compound assignment. */
  record Update(Tree target, String method, Tree value) implements Repair {}

  /** {@code target = target.method(1)}: increment and decrement. */
  record Step(Tree target, String method) implements Repair {}

  /** {@code container.method(index, value)}: assignment to an element of a list or a map. */
  record Put(Tree container, String method, Tree index, Tree value) implements Repair {}

  /** {@code container.put(index, container.get(index).method(value))}: {@code p["w"] -= g}. */
  record PutUpdate(Tree container, String put, String get, Tree index, String method, Tree value)
      implements Repair {}

  /** {@code matrix[i][j]} for {@code matrix[i, j]}. */
  record Subscripts(Tree matrix, List<? extends Tree> indices) implements Repair {}

  /** {@code function.method} where a variable is called like a method. */
  record Invoke(Tree function, String method) implements Repair {}

  /** A method used as a value: a lambda or a method reference. */
  record Value(String code) implements Repair {}

  /** An expression whose parentheses its repair made needless. */
  record Bare(Tree inner) implements Repair {}

  /** True where the result can be followed by {@code .method()} without parentheses. */
  default boolean primary() {
    return switch (this) {
      case Call _, Function _, Converted _, Put _, PutUpdate _, Subscripts _, Invoke _, Bare _ ->
          true;
      case Typed _, Update _, Step _, Value _ -> false;
    };
  }
}
