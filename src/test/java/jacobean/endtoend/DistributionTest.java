package jacobean.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a build makes: one jar that names all the others, and natives of one platform. */
class DistributionTest {
  private static final Path DIST = Launcher.ROOT.resolve("install/target/jacobean");

  /** How Maven artifacts name the platform that their native code is for. */
  private static final Pattern PLATFORM =
      Pattern.compile("-((?:linux|macosx|windows|android|ios)-[a-z0-9_]+)[^/]*\\.jar$");

  @Test
  void nativesAreForOnePlatform() throws IOException {
    var platforms = new TreeSet<String>();
    for (var jar : jars()) {
      var matcher = PLATFORM.matcher(jar);
      if (matcher.find()) {
        platforms.add(matcher.group(1));
      }
    }
    assertEquals(1, platforms.size(), () -> "natives of " + platforms);
    var os = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
    var expected = os.startsWith("mac") ? "macosx" : os.split(" ")[0];
    assertTrue(platforms.first().startsWith(expected), () -> platforms + " on " + os);
  }

  @Test
  void theClassPathIsWhatLibHolds() throws IOException {
    try (var jar = new JarFile(DIST.resolve("jacobean.jar").toFile())) {
      var named =
          Stream.of(
                  jar.getManifest()
                      .getMainAttributes()
                      .getValue(Attributes.Name.CLASS_PATH)
                      .split(" "))
              .map(path -> path.replaceFirst("^lib/", ""))
              .collect(Collectors.toSet());
      assertEquals(new TreeSet<>(jars()), new TreeSet<>(named));
    }
  }

  private static Set<String> jars() throws IOException {
    try (var files = Files.list(DIST.resolve("lib"))) {
      return files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
