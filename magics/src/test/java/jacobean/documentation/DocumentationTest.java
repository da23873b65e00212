package jacobean.documentation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every public name has Javadoc, every name that users meet an example, and the examples give what
 * they say. {@code -Dexamples=NumpySorting} runs those of one file.
 */
class DocumentationTest {
  private static final List<Path> SOURCES =
      Stream.of("lib/core", "lib/nn", "plots", "magics")
          .map(m -> Path.of("..", m, "src", "main", "java"))
          .toList();

  /** Those whose names are JAX's. */
  private static final Set<String> JAXS =
      Set.of(
          "jnp",
          "jnp.fft",
          "LinearAlgebra",
          "lax",
          "jax",
          "jax.debug",
          "NeuralFunctions",
          "random",
          "special",
          "tree");

  /** {@code jnp.matrix_power}, {@code x.at}, or a remark on JAX. */
  private static final Pattern JAXS_NAME =
      Pattern.compile("JAX|\\{@code\\s+(jax|jnp|lax|linalg|np|numpy|random|special|tree|x)[._]\\w");

  private static List<Entry> entries;
  private static List<Snippet> examples;
  private static Program program;

  @BeforeAll
  static void read() {
    entries = PublicNames.of(SOURCES);
    var wanted = System.getProperty("examples", "");
    examples =
        entries.stream()
            .flatMap(e -> e.examples().stream())
            .filter(s -> s.file().getFileName().toString().startsWith(wanted))
            .toList();
    program = Program.of(examples);
  }

  @TestFactory
  Stream<DynamicTest> examplesGiveWhatTheySay() {
    return examples.stream()
        .map(
            s ->
                DynamicTest.dynamicTest(
                    s.subject() + " (" + s.place(0) + ")",
                    () -> {
                      var complaints = program.run(s);
                      assertTrue(complaints.isEmpty(), () -> String.join("\n", complaints));
                    }));
  }

  @Test
  void everyPublicNameHasJavadoc() {
    var faults = new ArrayList<String>();
    for (var e : entries) {
      e.faults().forEach(f -> faults.add(e.place() + ": " + title(e) + ": " + f));
    }
    assertNone(faults);
  }

  /**
   * An overload's example is enough for its name; so is an example of its type, or of the type
   * around that, which uses the name.
   */
  @Test
  void everyNameThatUsersMeetHasAnExample() {
    assumeTrue(
        System.getProperty("examples", "").isEmpty(), "only the examples of one file are read");
    var byTitle =
        entries.stream()
            .filter(Entry::needsExample)
            .collect(groupingBy(DocumentationTest::title, LinkedHashMap::new, toList()));
    var faults = new ArrayList<String>();
    byTitle.forEach(
        (title, overloads) -> {
          var first = overloads.getFirst();
          var own = overloads.stream().flatMap(e -> e.examples().stream());
          var around =
              around(first.owner())
                  .flatMap(t -> byTitle.getOrDefault(t, List.of()).stream())
                  .flatMap(e -> e.examples().stream())
                  .filter(s -> first.isType() || program.names(s).contains(first.name()));
          if (Stream.concat(own, around).findAny().isEmpty()) {
            faults.add(first.place() + ": " + title + " has no example");
          }
        });
    assertNone(faults);
  }

  /** An overload's is enough. */
  @Test
  void everyNameSaysWhatJaxCallsIt() {
    var byTitle =
        entries.stream()
            .filter(e -> JAXS.contains(e.owner()) && e.needsExample() && !e.isType())
            .collect(groupingBy(DocumentationTest::title, LinkedHashMap::new, toList()));
    var faults = new ArrayList<String>();
    byTitle.forEach(
        (title, overloads) -> {
          if (overloads.stream().noneMatch(e -> JAXS_NAME.matcher(e.text()).find())) {
            faults.add(overloads.getFirst().place() + ": " + title + " has no name of JAX's");
          }
        });
    assertNone(faults);
  }

  /** {@code A.B} and {@code A}. */
  private static Stream<String> around(String type) {
    return Stream.iterate(
        type, t -> !t.isEmpty(), t -> t.substring(0, Math.max(0, t.lastIndexOf('.'))));
  }

  private static String title(Entry e) {
    return e.isType() ? e.name() : e.owner() + "." + e.name();
  }

  private static void assertNone(List<String> faults) {
    assertEquals("", String.join("\n", faults), () -> faults.size() + " faults");
  }
}
