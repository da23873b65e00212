package jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user reads when a cell is wrong. */
class ErrorReportTest {
  private static Bench bench;

  @BeforeAll
  static void open() {
    bench = Bench.open();
    bench.value(
        """
        var x = np.array(1, 2, 3);
        int counter = 0;
        int zero() { return 0; }
        """);
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  /** Cell; message; the underlined text; a part of the hint, or null for none. */
  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments(
            "print(countr)",
            "cannot find symbol: variable countr",
            "countr",
            "did you mean counter?"),
        arguments(
            "subtract(2, x)",
            "cannot find symbol: method subtract(int,Arr)",
            "subtract",
            "did you mean Np.np.subtract?"),
        arguments(
            "var y = x * undefined + x;",
            "cannot find symbol: variable undefined",
            "undefined",
            null),
        arguments(
            "int w = 3.5;",
            "incompatible types: possible lossy conversion from double to int",
            "3.5",
            "cast"),
        arguments("3 * x + x[0] * y", "cannot find symbol: variable y", "y", null),
        arguments(
            "x + \"a\" * 2",
            "bad operand types for binary operator '*': String and int",
            "\"a\" * 2",
            null),
        arguments(
            "x << 2", "bad operand types for binary operator '<<': Arr and int", "x << 2", null),
        arguments("boolean b = True;", "cannot find symbol: variable True", "True", "true"),
        arguments("String s = 'hello';", "unclosed character literal", "'", "double quotes"),
        arguments(
            "var x = x * 2;",
            "cannot infer type for local variable x (cannot use 'var' on self-referencing variable)",
            "x",
            "leave out var"),
        arguments(
            "var a, b = x;",
            "'var' is not allowed in a compound declaration",
            null,
            "tuples apart"),
        arguments(
            "np.total(x, axis=1)",
            "cannot find symbol: variable axis",
            "axis",
            "no named arguments"),
        arguments("q9 = x;", "cannot find symbol: variable q9", "q9", "var q9 = x;"),
        arguments(
            "var p = 1, q = 2;",
            "'var' is not allowed in a compound declaration",
            null,
            "one variable"),
        arguments("x * 2j", null, null, "imaginary"),
        arguments("record Two(int a, int b) {}\nnew Two(1, 2)[0]", null, null, "no get method"),
        arguments("nmpy.linalg.norm(x)", "package nmpy does not exist", null, "written np here"),
        arguments("x[0] = 5;", "array required, but Arr found", "x[0]", "x = x.at(0).set(...)"),
        arguments("counter(3)", "cannot find symbol: method counter(int)", "counter", null),
        arguments(
            "x.shapee()",
            "cannot find symbol: method shapee() in variable x of type Arr",
            "x.shapee",
            null),
        arguments("int a = 1\nint b = 2", "';' expected", "", "semicolon"),
        arguments("if (true) { print(1)", "reached end of file while parsing", "", "not closed"),
        arguments("for i in range(3):", "'(' expected", "", null),
        arguments(
            "var text = \"a\"; text.length",
            "cannot find symbol: variable length in variable text of type String",
            "text.length",
            "text.length()"),
        arguments(
            "class Own { private int a; }\nnew Own().a",
            "a has private access in Own",
            "new Own().a",
            null),
        arguments(
            "int q = x[1];",
            "incompatible types: Arr cannot be converted to int",
            "x[1]",
            "write (int) value.item()"),
        arguments(
            "float q = x;",
            "incompatible types: Arr cannot be converted to float",
            "x",
            "write (float) value.item()"),
        arguments(
            "double q = x;",
            "incompatible types: Arr cannot be converted to double",
            "x",
            "write value.item()"),
        arguments(
            "long q = new BigInteger(\"3\");",
            "incompatible types: BigInteger cannot be converted to long",
            "new BigInteger(\"3\")",
            "write value.longValue()"),
        arguments(
            "boolean q = x;",
            "incompatible types: Arr cannot be converted to boolean",
            "x",
            "write value.toBoolean()"),
        arguments(
            "float q = 2.5;",
            "incompatible types: possible lossy conversion from double to float",
            "2.5",
            "(float) value"),
        arguments(
            "np.sqare(x)",
            "cannot find symbol: method sqare(Arr) in class Np.np",
            "np.sqare",
            "did you mean square?"),
        arguments(
            "x.length",
            "cannot find symbol: variable length in variable x of type Arr",
            "x.length",
            null),
        arguments("nmpy.array(1)", "cannot find symbol: variable nmpy", "nmpy", "written np here"),
        arguments(
            "np.square(\"text\")",
            "incompatible types: String cannot be converted to Arr",
            null,
            "np.array makes one"),
        arguments("np.square(List.of(1))", null, null, "np.array makes one"),
        arguments(
            "char[] q = \"text\";",
            "incompatible types: String cannot be converted to char[]",
            null,
            "write value.toCharArray()"),
        arguments(
            "record Two<A>(A a, A b) {}\nArr q = new Two(x, x).a();",
            "incompatible types: Object cannot be converted to Arr",
            null,
            "new Name<>(...)"),
        arguments("x @ x", "reached end of file while parsing", null, "a.matmul(b)"),
        arguments("np.array([1, 2])", "illegal start of expression", null, "List.of(1, 2, 3)"),
        arguments("np.array({1, 2})", "illegal start of expression", null, "needs its type"),
        arguments("np.array((1, 2))", "')' expected", null, "no tuples"),
        arguments("var (p, q) = x;", null, null, "takes no tuples apart"),
        arguments("print(f\"x = {x}\");", null, null, "no f-strings"),
        arguments("np.switch(1, 2)", "<identifier> expected", null, "switch is a word of Java"),
        arguments("np.array(float)", "'.class' expected", null, "float is a type of Java"),
        arguments(
            "Arr outer(Arr a) {\n  Arr inner(Arr b) { return b; }\n  return inner(a);\n}",
            "';' expected",
            null,
            "a lambda"),
        arguments(
            "np.total(x, x)",
            "no suitable method found for total(Arr,Arr)\n"
                + "    total(Arr,int...): Arr cannot be converted to int\n"
                + "    total(Arr,String): Arr cannot be converted to String",
            "np.total",
            null),
        arguments("np.square(x, 2)", "method square takes (Arr), got (Arr,int)", "np.square", null),
        arguments("x[0] += 1;", "array required, but Arr found", "x[0]", "x.at(0).add(...)"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongCellIsExplainedAtItsOwnText(
      String cell, String message, String underlined, String hint) {
    CellError error = bench.error(cell);
    String shown = Bench.plain(error);
    assertAll(
        () -> assertEquals("CompilationError", error.name()),
        () -> assertTrue(message == null || message.equals(error.message()), error.message()),
        () -> assertTrue(shown.contains("In [" + bench.number() + "], line "), shown),
        () ->
            assertTrue(
                underlined == null || underlined.isEmpty() || underlined.equals(underlined(shown)),
                shown),
        () -> assertTrue(hint == null || shown.contains("hint: ") && shown.contains(hint), shown));
  }

  /** The text above the marks. */
  private static String underlined(String report) {
    String[] lines = report.split("\n");
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].matches("\\s*~*\\^~*")) {
        int from = lines[i].indexOf(lines[i].strip());
        return lines[i - 1].substring(from, Math.min(lines[i].length(), lines[i - 1].length()));
      }
    }
    return "";
  }

  @Test
  void theLineOfALongCellIsNamed() {
    String shown = Bench.plain(bench.error("int a = 1;\nint b = 2;\nint c = a +\n    missing;"));
    assertTrue(shown.contains("line 4:\n        missing;\n        ^~~~~~~"), shown);
  }

  @Test
  void anExceptionShowsTheCellsOwnLines() {
    bench.value("int divide(int a) {\n  return a / zero();\n}");
    int declared = bench.number();
    CellError error = bench.error("var before = 1;\ndivide(\n  7)");
    assertAll(
        () -> assertEquals("ArithmeticException", error.name()),
        () -> assertEquals("/ by zero", error.message()),
        () ->
            assertEquals(
                "ArithmeticException: / by zero\n"
                    + "  In ["
                    + declared
                    + "], line 2: return a / zero();\n"
                    + "  In ["
                    + bench.number()
                    + "], line 2: divide(\n"
                    + "  (2 frames of libraries folded)",
                Bench.plain(error)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Map.of(\"a\", 1).put(\"a\", 2)", "List.of(1).add(2)"})
  void aChangeOfWhatCannotBeChangedSaysWhatCan(String cell) {
    assertTrue(Bench.plain(bench.error(cell)).contains("new HashMap<>(map)"));
  }

  @Test
  void causesAreShownAndTheThrowableIsKept() {
    CellError error =
        bench.error("throw new IllegalStateException(\"outer\", new RuntimeException(\"inner\"));");
    assertAll(
        () -> assertTrue(Bench.plain(error).contains("caused by RuntimeException: inner")),
        () -> assertEquals(IllegalStateException.class, error.cause().orElseThrow().getClass()));
  }

  @Test
  void aLibraryThatWalksTheStackSeesCellAndLine() {
    assertEquals(
        "[In [" + (bench.number() + 1) + "]:2]",
        bench.value(
            """
            String here() {
              return StackWalker.getInstance().walk(s -> s
                  .filter(f -> String.valueOf(f.getFileName()).startsWith("In ["))
                  .map(f -> f.getFileName() + ":" + f.getLineNumber()).limit(1).toList()).toString();
            }
            here()"""));
    assertEquals(
        "[In [" + (bench.number() + 1) + "]:5, In [" + (bench.number() + 1) + "]:9]",
        bench.value(
            """
            // a comment

            List<String> frames() {
              var walker = StackWalker.getInstance();
              return walker.walk(s -> s.map(f -> f.getFileName() + ":" + f.getLineNumber())
                  .filter(f -> f.startsWith("In [")).skip(0).distinct().toList());
            }
            var seen =
                frames();
            seen"""));
  }

  @Test
  void aMethodThatIsNotWholeSaysWhatItLacks() {
    var outlet = new Recording();
    bench.run("int needs() { return lacking(1) + 1; }", outlet);
    assertEquals("note: needs uses method lacking(int), not declared yet\n", outlet.err());
    CellError error = bench.error("needs()");
    assertEquals("UnresolvedReference", error.name());
    assertTrue(error.message().contains("method lacking(int)"), error.message());
  }

  @Test
  void aMethodThatForgotTheNameOfAClassSaysWhereTheRestIs() {
    var outlet = new Recording();
    bench.run("Arr half(Arr a) { return multiply(0.5, a); }", outlet);
    assertEquals(
        "note: half uses method multiply(double,Arr), not declared yet; did you mean"
            + " Np.np.multiply?\n",
        outlet.err());
    assertEquals(
        "half cannot run yet: it uses method multiply(double,Arr), not declared yet; did you mean"
            + " Np.np.multiply?",
        bench.error("half(x)").message());
  }

  @Test
  void messagesOfTheJvmNameTheUsersVariable() {
    CellError error = bench.error("Arr empty = null;\nempty * 2");
    assertTrue(error.message().endsWith("because \"empty\" is null"), error.message());
  }

  @Test
  void whatRanBeforeTheErrorStays() {
    bench.error("int kept = 5;\nint broken = missing;");
    assertEquals("5", bench.value("kept"));
  }
}
