package jacobean.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.jnp;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Packages depend one way, and the facade is on top. Read from the compiled classes. */
class PackagesTest {
  private static final Pattern NAME =
      Pattern.compile("\\bL?(jacobean(?:/[a-z]\\w*)*)/[A-Za-z]\\w*");

  /** Which packages each package uses. */
  private static Map<String, Set<String>> uses() throws IOException {
    var uses = new TreeMap<String, Set<String>>();
    var root =
        Path.of(
            URI.create(jnp.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    try (var files = Files.walk(root)) {
      for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        var from = root.relativize(file).getParent().toString().replace('\\', '/');
        for (var entry : ClassFile.of().parse(file).constantPool()) {
          var text =
              switch (entry) {
                case ClassEntry c -> c.asInternalName();
                // Descriptors and signatures name classes that are only passed along.
                case Utf8Entry u when u.stringValue().contains("Ljacobean/") -> u.stringValue();
                default -> "";
              };
          var names = NAME.matcher(text);
          while (names.find()) {
            uses.computeIfAbsent(from, _ -> new TreeSet<>()).add(names.group(1));
          }
        }
      }
    }
    uses.forEach((from, to) -> to.remove(from));
    return uses;
  }

  @Test
  void thereAreNoCycles() throws IOException {
    var uses = uses();
    assertTrue(uses.size() > 8, () -> "found only " + uses.keySet());
    var cycles = new ArrayList<List<String>>();
    for (var start : uses.keySet()) {
      search(start, List.of(start), uses, cycles);
    }
    assertEquals(List.of(), cycles);
  }

  private static void search(
      String start, List<String> path, Map<String, Set<String>> uses, List<List<String>> cycles) {
    for (var next : uses.getOrDefault(path.getLast(), Set.of())) {
      if (next.equals(start)) {
        cycles.add(path);
      } else if (next.compareTo(start) > 0 && !path.contains(next)) {
        var longer = new ArrayList<>(path);
        longer.add(next);
        search(start, longer, uses, cycles);
      }
    }
  }

  @Test
  void nothingUsesTheFacade() throws IOException {
    var users = new TreeSet<String>();
    uses()
        .forEach(
            (from, to) -> {
              if (to.contains("jacobean")) {
                users.add(from);
              }
            });
    assertEquals(Set.of(), users);
  }

  /**
   * The language that compilers read, and what types are, know nothing of what is built on them.
   */
  @Test
  void foundationsStandAlone() throws IOException {
    var uses = uses();
    assertEquals(Set.of(), uses.getOrDefault("jacobean/error", Set.of()));
    assertEquals(Set.of("jacobean/error"), uses.get("jacobean/text"));
    assertEquals(Set.of("jacobean/error"), uses.get("jacobean/type"));
    assertEquals(Set.of("jacobean/type"), uses.get("jacobean/ir"));
  }
}
