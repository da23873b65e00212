package jacobean.pytree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The shape of a pytree without its leaves: which containers hold what. JAX's {@code PyTreeDef}.
 * Equal structures are equal objects. Prints as JAX prints it: {@code {'b': *, 'w': [*, *]}}.
 */
public sealed interface Structure {
  /** The number of leaves. */
  int leaves();

  /** The key path of every leaf, as JAX writes it: {@code .w['b'][0]}. */
  default List<String> paths() {
    var paths = new ArrayList<String>();
    collectPaths("", paths);
    return paths;
  }

  void collectPaths(String prefix, List<String> to);

  /** A leaf. */
  record Leaf() implements Structure {
    @Override
    public int leaves() {
      return 1;
    }

    @Override
    public void collectPaths(String prefix, List<String> to) {
      to.add(prefix);
    }

    @Override
    public String toString() {
      return "*";
    }
  }

  /** Null: a tree without leaves, as JAX's None. */
  record None() implements Structure {
    @Override
    public int leaves() {
      return 0;
    }

    @Override
    public void collectPaths(String prefix, List<String> to) {}

    @Override
    public String toString() {
      return "None";
    }
  }

  /** A container with children. */
  sealed interface Node extends Structure {
    List<Structure> children();

    /** The step of the key path to a child. */
    String key(int child);

    /** The container with these children. */
    Object build(List<Object> children);

    @Override
    default int leaves() {
      int leaves = 0;
      for (var child : children()) {
        leaves += child.leaves();
      }
      return leaves;
    }

    @Override
    default void collectPaths(String prefix, List<String> to) {
      for (int i = 0; i < children().size(); i++) {
        children().get(i).collectPaths(prefix + key(i), to);
      }
    }
  }

  /** A {@link List}. */
  record Sequence(List<Structure> children) implements Node {
    @Override
    public String key(int child) {
      return "[" + child + "]";
    }

    @Override
    public Object build(List<Object> children) {
      return Collections.unmodifiableList(children);
    }

    @Override
    public String toString() {
      return children.toString();
    }
  }

  /** A {@link java.util.Map}, its keys in their natural order. */
  record Mapping(List<Object> keys, List<Structure> children) implements Node {
    @Override
    public String key(int child) {
      return "[" + quoted(keys.get(child)) + "]";
    }

    @Override
    public Object build(List<Object> children) {
      var map = new LinkedHashMap<Object, Object>();
      for (int i = 0; i < keys.size(); i++) {
        map.put(keys.get(i), children.get(i));
      }
      return Collections.unmodifiableMap(map);
    }

    private static String quoted(Object key) {
      return key instanceof String s ? "'" + s + "'" : String.valueOf(key);
    }

    @Override
    public String toString() {
      return IntStream.range(0, keys.size())
          .mapToObj(i -> quoted(keys.get(i)) + ": " + children.get(i))
          .collect(Collectors.joining(", ", "{", "}"));
    }
  }

  /**
   * A record; its components are the children.
   *
   * @param statics the components that are no data, see {@link Static}
   */
  record Record(RecordShape shape, List<Object> statics, List<Structure> children) implements Node {
    /** The name of a child. */
    public String name(int child) {
      return shape.name(child);
    }

    @Override
    public String key(int child) {
      return "." + name(child);
    }

    @Override
    public Object build(List<Object> children) {
      return shape.build(statics, children);
    }

    @Override
    public String toString() {
      return IntStream.range(0, children.size())
          .mapToObj(i -> name(i) + "=" + children.get(i))
          .collect(
              Collectors.joining(
                  ", ",
                  shape.type().getSimpleName() + (statics.isEmpty() ? "" : statics) + "(",
                  ")"));
    }
  }

  /** A {@link PyTreeNode}. Equal where class, {@code aux} and children are. */
  final class Custom implements Node {
    private final PyTreeNode example;
    private final Object aux;
    private final List<Structure> children;

    Custom(PyTreeNode example, Object aux, List<Structure> children) {
      this.example = example;
      this.aux = aux;
      this.children = children;
    }

    @Override
    public List<Structure> children() {
      return children;
    }

    @Override
    public String key(int child) {
      return "[" + child + "]";
    }

    @Override
    public Object build(List<Object> children) {
      return example.withChildren(Collections.unmodifiableList(children));
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Custom c
          && c.example.getClass() == example.getClass()
          && Objects.equals(c.aux, aux)
          && c.children.equals(children);
    }

    @Override
    public int hashCode() {
      return Objects.hash(example.getClass(), aux, children);
    }

    @Override
    public String toString() {
      return example.getClass().getSimpleName() + (aux == null ? "" : "[" + aux + "]") + children;
    }
  }
}
