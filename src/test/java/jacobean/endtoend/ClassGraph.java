package jacobean.endtoend;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which classes name which others, read from class files: what a class extends, holds, takes,
 * returns, calls and creates.
 *
 * @param uses from a class's binary name to those of the classes that it names, itself left out
 */
record ClassGraph(Map<String, Set<String>> uses) {
  /** The classes of a folder such as {@code target/classes}; of no folder, none. */
  static ClassGraph of(Path folder) throws IOException {
    var uses = new TreeMap<String, Set<String>>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
          var model = ClassFile.of().parse(file);
          var named = new TreeSet<>(named(model));
          var self = model.thisClass().asInternalName().replace('/', '.');
          named.remove(self);
          uses.put(self, named);
        }
      }
    }
    return new ClassGraph(uses);
  }

  private static Set<String> named(ClassModel model) {
    var found = new HashSet<String>();
    for (var entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry c -> add(found, c.asSymbol());
        case NameAndTypeEntry n -> {
          var type = n.type().stringValue();
          if (type.startsWith("(")) {
            addMethod(found, MethodTypeDesc.ofDescriptor(type));
          } else {
            add(found, ClassDesc.ofDescriptor(type));
          }
        }
        default -> {}
      }
    }
    model.fields().forEach(f -> add(found, f.fieldTypeSymbol()));
    model.methods().forEach(m -> addMethod(found, m.methodTypeSymbol()));
    return found;
  }

  private static void addMethod(Set<String> found, MethodTypeDesc type) {
    add(found, type.returnType());
    type.parameterList().forEach(p -> add(found, p));
  }

  private static void add(Set<String> found, ClassDesc type) {
    var element = type;
    while (element.isArray()) {
      element = element.componentType();
    }
    if (element.isClassOrInterface()) {
      var dotted = element.descriptorString();
      found.add(dotted.substring(1, dotted.length() - 1).replace('/', '.'));
    }
  }

  static String packageOf(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }

  /** Which packages of this graph name which others of it. */
  Map<String, Set<String>> packages() {
    var graph = new TreeMap<String, Set<String>>();
    uses.keySet().forEach(c -> graph.put(packageOf(c), new TreeSet<>()));
    uses.forEach(
        (from, all) ->
            all.stream()
                .filter(uses::containsKey)
                .map(ClassGraph::packageOf)
                .filter(to -> !to.equals(packageOf(from)))
                .forEach(graph.get(packageOf(from))::add));
    return graph;
  }

  /** The uses that make one package depend on another, as {@code A -> B}. */
  Stream<String> between(String from, String to) {
    return uses.entrySet().stream()
        .filter(e -> packageOf(e.getKey()).equals(from))
        .flatMap(
            e ->
                e.getValue().stream()
                    .filter(u -> uses.containsKey(u) && packageOf(u).equals(to))
                    .map(u -> e.getKey() + " -> " + u));
  }

  /**
   * The shortest cycle of packages, as {@code [a, b, c]} where a names b, b names c and c names a;
   * empty where there is none.
   */
  List<String> shortestCycle() {
    var graph = packages();
    List<String> best = List.of();
    for (var start : graph.keySet()) {
      var cycle = cycleThrough(graph, start);
      if (!cycle.isEmpty() && (best.isEmpty() || cycle.size() < best.size())) {
        best = cycle;
      }
    }
    return best;
  }

  private static List<String> cycleThrough(Map<String, Set<String>> graph, String start) {
    var seen = new HashSet<String>();
    List<List<String>> paths = List.of(List.of(start));
    while (!paths.isEmpty()) {
      var longer = new ArrayList<List<String>>();
      for (var path : paths) {
        for (var next : graph.get(path.getLast())) {
          if (next.equals(start)) {
            return path;
          }
          if (seen.add(next)) {
            longer.add(Stream.concat(path.stream(), Stream.of(next)).toList());
          }
        }
      }
      paths = longer;
    }
    return List.of();
  }
}
