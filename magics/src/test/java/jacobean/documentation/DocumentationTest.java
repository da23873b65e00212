package jacobean.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
   * An overload's example is enough for its name, and so is an example of the type that calls it.
   */
  @Test
  void everyNameThatUsersMeetHasAnExample() {
    var groups = new LinkedHashMap<String, List<Entry>>();
    for (var e : entries) {
      if (e.needsExample()) {
        groups.computeIfAbsent(title(e), _ -> new ArrayList<>()).add(e);
      }
    }
    var faults = new ArrayList<String>();
    groups.forEach(
        (title, overloads) -> {
          var own = overloads.stream().flatMap(e -> e.examples().stream());
          var ofType =
              groups.getOrDefault(overloads.getFirst().owner(), List.of()).stream()
                  .flatMap(e -> e.examples().stream())
                  .filter(s -> program.names(s).contains(overloads.getFirst().name()));
          if (Stream.concat(own, ofType).findAny().isEmpty()) {
            faults.add(overloads.getFirst().place() + ": " + title + " has no example");
          }
        });
    assertNone(faults);
  }

  private static String title(Entry e) {
    return e.isType() ? e.name() : e.owner() + "." + e.name();
  }

  private static void assertNone(List<String> faults) {
    assertEquals("", String.join("\n", faults), () -> faults.size() + " faults");
  }
}
