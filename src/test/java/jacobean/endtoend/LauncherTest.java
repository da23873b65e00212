package jacobean.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher's own work: finding, explaining, registering. */
class LauncherTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "build",
        "lab",
        "repl",
        "run",
        "eval",
        "test",
        "bench",
        "format",
        "doctor",
        "install",
        "uninstall"
      })
  void helpNamesEveryCommand(String command) {
    var outcome = Launcher.inCheckout().jacobean("help").expect(0);
    assertTrue(outcome.out().contains("./jacobean " + command), outcome::toString);
  }

  @Test
  void anUnknownCommandIsNamed() {
    var outcome = Launcher.inCheckout().jacobean("evil").expect(1);
    assertTrue(outcome.err().contains("there is no command evil"), outcome::toString);
    assertEquals("", outcome.out());
  }

  @Test
  void aChosenJdkThatIsTooOldIsRefused() throws IOException {
    var old = fakeJdk("17.0.1");
    var outcome =
        Launcher.inCheckout().with("JACOBEAN_JAVA_HOME", old).jacobean("eval", "1").expect(1);
    assertTrue(outcome.err().contains("17.0.1"), outcome::toString);
    assertTrue(outcome.err().contains("JDK 25 or newer"), outcome::toString);
  }

  @Test
  void anOldJavaHomeIsPassedOver() throws IOException {
    var outcome =
        Launcher.inCheckout().with("JAVA_HOME", fakeJdk("17.0.1")).jacobean("eval", "6 * 7");
    assertEquals("42", outcome.expect(0).out().strip());
  }

  @Test
  void worksThroughALinkFromAnotherFolder() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("jb"), Launcher.ROOT.resolve("jacobean"));
    var outcome =
        Launcher.inCheckout().in(folder).run(List.of(link.toString(), "eval", "6 * 7")).expect(0);
    assertEquals("42", outcome.out().strip());
  }

  @Test
  void standardOutputHoldsNothingButResults() {
    var outcome = Launcher.inCheckout().jacobean("eval", "print(\"x\");").expect(0);
    assertEquals("x", outcome.out().strip());
    assertEquals("", outcome.err());
  }

  @Test
  void worksWithFreshCachesAndThenWithTrainedOnes() throws IOException {
    var fresh = Launcher.inCheckout().with("JACOBEAN_HOME", folder);
    fresh.jacobean("train").expect(0);
    try (var files = Files.walk(folder.resolve("aot"))) {
      assertTrue(files.anyMatch(f -> f.toString().endsWith(".aot")), "no AOT cache was made");
    }
    assertEquals("42", fresh.jacobean("eval", "6 * 7").expect(0).out().strip());
  }

  @Test
  void installWritesAKernelspecAndUninstallRemovesIt() throws IOException {
    var user = Launcher.inCheckout().with("JUPYTER_DATA_DIR", folder);
    var spec = folder.resolve("kernels/jacobean");

    user.jacobean("install").expect(0);
    var json =
        JsonParser.parseString(Files.readString(spec.resolve("kernel.json"))).getAsJsonObject();
    var argv = json.getAsJsonArray("argv");
    assertEquals(Launcher.ROOT.resolve("jacobean").toString(), argv.get(0).getAsString());
    assertEquals("java", json.get("language").getAsString());
    assertTrue(Files.size(spec.resolve("logo-svg.svg")) > 0);

    user.jacobean("uninstall").expect(0);
    assertFalse(Files.exists(spec));
    var again = user.jacobean("uninstall").expect(1);
    assertTrue(again.err().contains("not installed"), again::toString);
  }

  @Test
  void theDoctorFindsWhatTheseTestsRunOn() {
    var outcome = Launcher.inCheckout().jacobean("doctor").expect(0);
    for (var name : List.of("machine", "JDK", "Maven", "build", "JVM", "engine", "caches")) {
      assertTrue(outcome.out().contains(" " + name + " "), () -> name + " is missing\n" + outcome);
    }
  }

  /** Looks like a JDK to the launcher; cannot run. */
  private Path fakeJdk(String version) throws IOException {
    var home = Files.createDirectories(folder.resolve("jdk"));
    var bin = Files.createDirectories(home.resolve("bin"));
    for (var tool : List.of("java", "javac")) {
      var file = Files.writeString(bin.resolve(tool), "#!/bin/sh\nexit 1\n");
      assertTrue(file.toFile().setExecutable(true));
    }
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
