package jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.instrument.Instrumentation;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables keep their values when other things change, with and without the agent. */
class RedefinitionTest {
  private static Bench open(boolean agent) {
    Supplier<Optional<Instrumentation>> instrumentation =
        agent ? RedefinitionAgent::instrumentation : Optional::empty;
    return Bench.open(instrumentation);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void variablesKeepTheirValues(boolean agent) {
    try (Bench bench = open(agent)) {
      bench.value(
          "int f() { return 1; }\nint sum = f() + 1;\nvar list = new ArrayList<>(List.of(f()));");
      bench.value("sum = 40; list.add(2);");
      bench.value("int f() { return 2; }");
      assertEquals("40 [1, 2] 2", bench.value("sum + \" \" + list + \" \" + f()"));
      bench.value("int f() { return List.of(1, 2, 3).stream().mapToInt(v -> v).sum(); }");
      assertEquals("40 [1, 2] 6", bench.value("sum + \" \" + list + \" \" + f()"));
      bench.value("import java.util.zip.*;");
      assertEquals("40", bench.value("sum"));
      bench.value("int a = 1; int b = a + 1; int a = b + 5;");
      assertEquals("7 2", bench.value("a + \" \" + b"));
      bench.value(
          "class Box { int v = 1; int get() { return v; } }\nvar box = new Box(); box.v = 7;");
      bench.value("int g() { return box.get(); }");
      assertEquals("7", bench.value("g()"));
    }
  }

  @Test
  void withTheAgentLiveObjectsGetTheNewBodies() {
    assertTrue(RedefinitionAgent.instrumentation().isPresent());
    try (Bench bench = open(true)) {
      bench.value(
          "class Greeter { int n = 3; String hi() { return \"hi\" + n; } }\nvar g = new Greeter(); g.n = 5;");
      bench.value("class Greeter { int n = 3; String hi() { return \"hello\" + n; } }");
      assertEquals("hello5", bench.value("g.hi()"));
      bench.value(
          "int twice(int a) { return 2 * a; }\nFunction<Integer, Integer> twiceOf = a -> twice(a);");
      bench.value("int twice(int a) { return 20 * a; }");
      assertEquals("60", bench.value("twiceOf.apply(3)"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anErrorNamesTheCellThatDeclaredItsCodeLast(boolean agent) {
    try (Bench bench = open(agent)) {
      for (int cell = 1; cell <= 3; cell++) {
        String pad = "\n".repeat(cell);
        String shown =
            Bench.plain(
                bench.error(
                    "Function<Integer, Integer> bad = a -> {" + pad + "return a / 0; };\nbad(1)"));
        String line = "  In [" + cell + "], line " + (cell + 1) + ": return a / 0; };";
        assertTrue(shown.contains(line), shown);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void redefinedCodeCanBeInterruptedAndNamesItsLine(boolean agent) {
    try (Bench bench = open(agent)) {
      bench.value("int h(int a) { return a; }");
      bench.value("int h(int a) {\n  return a / 0;\n}");
      assertTrue(
          Bench.plain(bench.error("h(1)")).contains("In [2], line 2: return a / 0;"),
          () -> Bench.plain(bench.error("h(1)")));
    }
  }
}
