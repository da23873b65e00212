package jacobean.magics;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.jnp;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The preload names only what exists. */
class JacobeanPreloadTest {
  private static final JacobeanPreload PRELOAD = new JacobeanPreload();

  static Stream<String> binary() {
    return PRELOAD.notation().orElseThrow().binary().values().stream();
  }

  @ParameterizedTest
  @MethodSource("binary")
  void arraysHaveTheOperatorsMethods(String name) throws Exception {
    for (Class<?> operand : List.of(Array.class, Number.class)) {
      assertEquals(Array.class, Array.class.getMethod(name, operand).getReturnType());
    }
  }

  static Stream<String> reversed() {
    return PRELOAD.notation().orElseThrow().reversed().values().stream();
  }

  @ParameterizedTest
  @MethodSource("reversed")
  void jnpHasTheFunctionsForNumbersOnTheLeft(String name) throws Exception {
    assertTrue(name.startsWith("jnp."), name);
    var method = jnp.class.getMethod(name.substring("jnp.".length()), Number.class, Array.class);
    assertTrue(Modifier.isStatic(method.getModifiers()));
    assertEquals(Array.class, method.getReturnType());
  }

  @Test
  void everyOperatorHasBothForms() {
    var notation = PRELOAD.notation().orElseThrow();
    assertEquals(notation.binary().keySet(), notation.reversed().keySet());
  }

  @Test
  void otherNotationExists() throws Exception {
    var notation = PRELOAD.notation().orElseThrow();
    assertEquals(Array.class, Class.forName(notation.operand()));
    for (String name : notation.unary().values()) {
      assertEquals(Array.class, Array.class.getMethod(name).getReturnType());
    }
    assertEquals(boolean.class, Array.class.getMethod(notation.truth()).getReturnType());
    assertTrue(
        Arrays.stream(Array.class.getMethods())
            .anyMatch(m -> m.getName().equals(notation.index())));
  }

  @Test
  void importsCompileAndGiveTheArticlesNames() {
    try (var shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      for (String line : PRELOAD.imports()) {
        evaluate(shell, line);
      }
      evaluate(shell, "var gf = grad(x -> jnp.sum(x.times(x)));");
      assertEquals("\"[2. 4. 6.]\"", evaluate(shell, "gf.apply(jnp.array(1., 2., 3.)).toString()"));
      evaluate(shell, "var key = random.split(random.PRNGKey(0)).get(0);");
      evaluate(shell, "var doubled = tree.map(x -> x, java.util.List.of(jnp.array(1.)));");
      evaluate(shell, "Plot curve = plot(java.util.List.of(1, 2));");
      evaluate(shell, "var shown = show(doubled);");
    }
  }

  private static String evaluate(JShell shell, String line) {
    List<SnippetEvent> events = shell.eval(line);
    for (var event : events) {
      assertEquals(
          Snippet.Status.VALID,
          event.status(),
          () ->
              line
                  + ": "
                  + shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList());
      assertEquals(null, event.exception(), line);
    }
    return events.getLast().value();
  }

  @Test
  void warmUpWorks() {
    assertDoesNotThrow(PRELOAD::warmUp);
  }
}
