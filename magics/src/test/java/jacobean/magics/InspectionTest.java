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
import org.junit.jupiter.params.provider.ValueSource;

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

  /** The name before the bar, in cells of several lines, which need not be whole. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "var x = jnp.ones(3);\nx.sum|()",
        "var x = jnp.ones(3);\nvar y = x * 2;\nvar z = jnp.dot(y, x).sum|();",
        "import java.util.*;\nvar x = jnp.ones(3);\nfor (int i = 0; i < 3; i++) {\n  x = x.sum|",
        "// a comment\nArray f(Array v) {\n  return v.sum|();\n}",
        "Array f(Array v) {\n  var w = v / 2;\n  return jnp.sin(w.sum|());\n}\nf(jnp.ones(2))",
        "int n = 2;\ngrad(v -> (v * n).sum|())",
        "var rows = List.of(jnp.ones(2));\nrows.get(0).sum|()",
        "var x = jnp.ones(3, 3);\nx[0].sum|()",
        "Array g(Map<String, Array> params) { return params.get(\"w\").sum|(",
        "%time jnp.ones(3).sum|()",
        "%%time\nvar x = jnp.ones(3);\nx.sum|()",
      })
  void showsTheMethodOfTheTypeBeforeTheDot(String cell) {
    int cursor = cell.indexOf('|');
    var shown = session.inspect(cell.replace("|", ""), cursor);
    assertTrue(shown.plain().contains("Array Array.sum(int... axes)"), shown::plain);
  }

  @Test
  void showsTheMethodOfTheJdkToo() {
    var shown = session.inspect("var all = List.of(1, 2);\nall.subList", 30);
    assertTrue(shown.plain().contains("subList(int"), shown::plain);
  }

  @Test
  void examplesStayCode() {
    var shown = session.inspect("tree.map(", 8).markdown();
    assertTrue(
        shown.contains("```java\nrecord Line(Array w, Array b) {}\n"), () -> "got: " + shown);
    assertEquals(-1, shown.indexOf("{@"), () -> "got: " + shown);
  }
}
