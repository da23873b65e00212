package jacobean.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.kernel.session.JShellSession;
import jacobean.kernel.session.SessionOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Shift+Tab shows of the library: signatures, texts and examples from its sources. */
class InspectionTest {
  private static JShellSession session;

  @BeforeAll
  static void open() {
    var path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    session = JShellSession.open(SessionOptions.discovered().classPath(path));
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jnp.cumsum        | Array jnp.cumsum(Array x, int axis) | Sums along an axis
          jnp.linalg.solve  | Array jnp.linalg.solve(Array a, Array b) | jnp.linalg.solve(
          jax.nn.relu       | Array jax.nn.relu(Array x)          | with derivative 0 at 0
          grad              | ArrayFn1 jax.grad(ArrayFn1 f) | The gradient of f
          jnp.pi            | double jnp.pi                       | circle
          jnp               | class jnp                           | grad(v -> jnp.sum
          Over.axes         | Over Over.axes(int... axes)         | These axes
          jnp.ones(3).sum   | Array Array.sum(int... axes)        | The sum over these axes
          show              | TreeView Show.show(Object tree) | pytree
          """)
  void showsWhatTheSourceSays(String code, String signature, String text) {
    var shown = session.inspect(code, code.length());
    assertTrue(shown.found());
    assertTrue(shown.plain().contains(signature), shown::plain);
    assertTrue(shown.plain().contains(text), shown::plain);
  }

  @Test
  void examplesStayCode() {
    var shown = session.inspect("tree.map(", 8).markdown();
    assertTrue(
        shown.contains("```java\nrecord Line(Array w, Array b) {}\n"), () -> "got: " + shown);
    assertEquals(-1, shown.indexOf("{@"), () -> "got: " + shown);
  }
}
