package jacobean.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The arrows between modules point one way, {@code core <- llvm, nn, nd4j <- plots <- magics ->
 * kernel}, packages inside a module form no cycle, and a package belongs to one module.
 */
class ArchitectureTest {
  /** A module, and the modules that its classes may name. */
  enum Module {
    CORE("lib/core"),
    LLVM("lib/llvm", CORE),
    NN("lib/nn", CORE),
    ND4J("lib/nd4j", CORE),
    KERNEL("kernel"),
    PLOTS("plots", CORE, LLVM, NN, ND4J),
    MAGICS("magics", CORE, LLVM, NN, ND4J, PLOTS, KERNEL),
    INSTALL("install", CORE, LLVM, NN, ND4J, PLOTS, MAGICS, KERNEL);

    final Path folder;
    final Set<Module> mayUse;

    Module(String folder, Module... mayUse) {
      this.folder = Launcher.ROOT.resolve(folder).resolve("target/classes");
      this.mayUse = Set.of(mayUse);
    }

    ClassGraph graph() {
      try {
        return ClassGraph.of(folder);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private static Map<String, Module> owners() {
    var owners = new HashMap<String, Module>();
    for (var module : Module.values()) {
      module.graph().uses().keySet().forEach(c -> owners.put(c, module));
    }
    return owners;
  }

  @ParameterizedTest
  @EnumSource
  void namesOnlyTheModulesBelowIt(Module module) {
    var owners = owners();
    var wrong = new ArrayList<String>();
    module
        .graph()
        .uses()
        .forEach(
            (from, all) -> {
              for (var to : all) {
                var owner = owners.get(to);
                if (owner != null && owner != module && !module.mayUse.contains(owner)) {
                  wrong.add(from + " -> " + to + " of " + owner);
                }
              }
            });
    assertEquals(List.of(), wrong, module + " may name classes of " + module.mayUse + " only");
  }

  @ParameterizedTest
  @EnumSource
  void packagesFormNoCycle(Module module) {
    var graph = module.graph();
    var cycle = graph.shortestCycle();
    assertTrue(
        cycle.isEmpty(),
        () ->
            module
                + " has a cycle of packages:\n"
                + IntStream.range(0, cycle.size())
                    .mapToObj(i -> explain(graph, cycle.get(i), cycle.get((i + 1) % cycle.size())))
                    .collect(Collectors.joining("\n")));
  }

  private static String explain(ClassGraph graph, String from, String to) {
    return from
        + " -> "
        + to
        + ", for example "
        + graph.between(from, to).limit(5).collect(Collectors.joining(", "));
  }

  @Test
  void aPackageBelongsToOneModule() {
    var homes = new LinkedHashMap<String, Module>();
    var split = new ArrayList<String>();
    for (var module : Module.values()) {
      for (var name : module.graph().packages().keySet()) {
        var other = homes.putIfAbsent(name, module);
        if (other != null) {
          split.add(name + " is in " + other + " and in " + module);
        }
      }
    }
    assertEquals(List.of(), split);
  }

  /** The scan itself must see what it is to find. */
  @Test
  void theScanSeesCallsFieldsAndCycles() throws IOException {
    var tests = ClassGraph.of(Launcher.ROOT.resolve("install/target/test-classes"));
    assertTrue(
        tests.uses().get("jacobean.endtoend.EvalTest").contains("jacobean.endtoend.Numbers"));
    assertTrue(tests.uses().get("jacobean.endtoend.Launcher").contains("java.lang.ProcessBuilder"));

    var circle =
        new ClassGraph(
            Map.of(
                "a.A",
                Set.of("b.B"),
                "b.B",
                Set.of("c.C"),
                "c.C",
                Set.of("a.A"),
                "d.D",
                Set.of("a.A")));
    assertEquals(Set.of("a", "b", "c"), Set.copyOf(circle.shortestCycle()));
    var line = new ClassGraph(Map.of("a.A", Set.of("b.B"), "b.B", Set.of("c.C"), "c.C", Set.of()));
    assertEquals(List.of(), line.shortestCycle());
  }
}
