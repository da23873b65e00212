package jacobean.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.kernel.spi.Preload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Plain JShell with the startup file. */
class JShellTest {
  private static final Path DIST = Launcher.ROOT.resolve("install/target/jacobean");
  private static final Path STARTUP = DIST.resolve("conf/jacobean.jsh");

  @Test
  void importsWhatSessionsImport() throws IOException {
    var imports = Files.readString(STARTUP).lines().filter(l -> l.startsWith("import ")).toList();
    var preloaded =
        ServiceLoader.load(Preload.class).stream()
            .flatMap(preload -> preload.get().imports().stream())
            .toList();
    assertEquals(preloaded, imports);
  }

  @Test
  void computes() {
    var jshell = Path.of(System.getProperty("java.home"), "bin", "jshell").toString();
    var outcome =
        Launcher.inCheckout()
            .reading(
                "System.out.println(grad((Array x) -> jnp.sum(x.times(x))).apply(jnp.array(1., 2.)));\n")
            .run(
                List.of(
                    jshell,
                    "--class-path",
                    DIST.resolve("jacobean.jar").toString(),
                    "-R--enable-native-access=ALL-UNNAMED",
                    "--startup",
                    "DEFAULT",
                    "--startup",
                    STARTUP.toString(),
                    "-s",
                    "-"))
            .expect(0);
    assertTrue(outcome.out().contains("[2. 4.]"), outcome::toString);
  }
}
