package jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.kernel.session.Session.Completeness.Status;
import jacobean.kernel.session.Session.Match;
import jacobean.kernel.spi.Magic;
import jacobean.kernel.spi.MagicCall;
import jacobean.kernel.spi.MagicException;
import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Renderer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The session as front ends use it. */
@Timeout(60)
class JShellSessionTest {
  /** {@code %twice CODE}: evaluates and doubles. */
  static final class Twice implements Magic {
    @Override
    public String name() {
      return "twice";
    }

    @Override
    public String summary() {
      return "doubles a number";
    }

    @Override
    public Object run(MagicCall call) throws Exception {
      if (call.line().isBlank()) {
        throw new MagicException("%twice wants an expression, such as %twice 1 + 2");
      }
      return 2 * (Integer) call.session().eval(call.line());
    }
  }

  /** {@code %%shout}: its body in capitals. */
  static final class Shout implements Magic {
    @Override
    public String name() {
      return "shout";
    }

    @Override
    public String summary() {
      return "capitals";
    }

    @Override
    public boolean cell() {
      return true;
    }

    @Override
    public Object run(MagicCall call) {
      return call.arguments() + call.body().chars().toUpperCase();
    }
  }

  private static Bench bench;

  @BeforeAll
  static void open() {
    Renderer broken =
        value -> {
          if (value instanceof StringBuilder) {
            throw new IllegalStateException("cannot draw");
          }
          return Optional.empty();
        };
    Renderer html =
        value ->
            value instanceof java.net.URI uri
                ? Optional.of(MimeBundle.text("uri").and("text/html", "<a>" + uri + "</a>"))
                : Optional.empty();
    bench =
        Bench.open(
            SessionOptions.bare()
                .magics(List.of(new Twice(), new Shout()))
                .renderers(List.of(broken, html)));
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 1 | 2",
        "1 + 1; | -",
        "int a = 5; | -",
        "int a = 5 | -",
        "a = 6 | 6",
        "a = 6; | -",
        "print(1) | -",
        "null | -",
        "for (int i = 0; i < 2; i++) print(i) | -",
        "new int[][] {{1, 2}, {3}} | [[1, 2], [3]]",
        "1 < 2 | true",
        "a < 2 | false",
        "\"text\" | text",
        "switch (a) { case 6 -> 1; default -> 2; } | 1",
        "(Supplier<String>) () -> \"s\"; | -",
        "int b = 1; b + a | 7",
        "%twice 1 + 2 | 6",
        "int c = 3; | -",
      })
  void aCellShowsItsLastExpression(String cell, String shown) {
    assertEquals(shown, bench.value(cell));
  }

  @Test
  void theRawValueIsHandedOver() {
    var result = assertInstanceOf(CellResult.Ok.class, bench.run("List.of(1, 2)"));
    assertEquals(List.of(1, 2), result.value());
  }

  @Test
  void redefinitionsKeepOtherValues() {
    bench.value(
        "int base() { return 1; }\nint sum = base() + 1;\nsum = 40;\nvar list = new ArrayList<>(List.of(sum));");
    bench.value("int base() { return 2; }");
    bench.value("import java.util.zip.*;");
    assertEquals("40", bench.value("sum"));
    assertEquals("[40]", bench.value("list"));
    assertEquals("2", bench.value("base()"));
  }

  @Test
  void redeclaredVariablesChangeTypeAndTheirUsersFollow() {
    bench.value("int u = 1;\nint next() { return u + 1; }");
    bench.value("var u = 5;");
    assertEquals("6", bench.value("next()"));
    bench.value("var v1 = 1;\nvar v2 = v1 + 1;\nvar v1 = v2 + 5;");
    assertEquals("7 2", bench.value("v1 + \" \" + v2"));
  }

  @Test
  void declarationsMayReferToEachOther() {
    assertEquals(
        "true",
        bench.value(
            """
            class Even { boolean is(int n) { return n == 0 || new Odd().is(n - 1); } }
            class Odd { boolean is(int n) { return n != 0 && new Even().is(n - 1); } }
            new Even().is(10)"""));
    assertEquals(
        "square 4",
        bench.value(
            """
            sealed interface Figure permits Square, Circle {}
            record Square(int side) implements Figure {}
            record Circle(int radius) implements Figure {}
            String name(Figure f) {
              return switch (f) { case Square(int s) -> "square " + s; case Circle c -> "circle"; };
            }
            name(new Square(4))"""));
    assertEquals("RED", bench.value("enum Colour { RED, GREEN }\nColour.values()[0]"));
  }

  @Test
  void aLostValueIsReported() {
    bench.value("record Point(int a) {}\nvar point = new Point(1);");
    int declared = bench.number();
    var outlet = new Recording();
    bench.run("record Point(int a, int b) {}", outlet);
    assertEquals(
        "note: point is gone, because what it was made from changed; run In ["
            + declared
            + "] again\n",
        outlet.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "for (;;) { try { Thread.sleep(5); } catch (InterruptedException e) {} }",
        "Thread.sleep(60_000);",
        "synchronized (list0) { list0.wait(); }",
        "while (true) { try { while (true) {} } catch (Throwable t) {} }",
        "spin()",
        "IntStream.range(0, 100).parallel().forEach(i -> { while (true) {} });",
      })
  void anInterruptStopsTheCellAndTheSessionGoesOn(String cell) throws Exception {
    bench.value(
        "int survivor = 42;\nvar list0 = new ArrayList<Integer>();\nvoid spin() { while (true) {} }");
    Recording outlet = new Recording();
    Thread stopper =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!outlet.out().contains("started")) {
                    Thread.onSpinWait();
                  }
                  bench.session.interrupt();
                });
    CellResult result = bench.run("System.out.println(\"started\");\n" + cell, outlet);
    stopper.join();
    assertInstanceOf(CellResult.Interrupted.class, result);
    assertEquals("42", bench.value("survivor"));
  }

  @Test
  void outputStreamsWhileTheCellRuns() throws Exception {
    Recording outlet = new Recording("go on");
    Thread cell =
        Thread.ofVirtual()
            .start(
                () ->
                    bench.run(
                        "System.out.print(\"first\"); System.err.print(\"second\");"
                            + " System.out.println(\"third\"); new Scanner(System.in).nextLine();",
                        outlet));
    cell.join();
    assertEquals(List.of("out:first", "err:second", "out:third\n"), outlet.events());
  }

  @Test
  void threadsThatOutliveTheCellStillPrint() throws Exception {
    Recording outlet = new Recording();
    bench.run(
        "var late = Thread.ofVirtual().start(() -> { try { Thread.sleep(50); } catch (Exception e) {}"
            + " print(\"late\"); });",
        outlet);
    bench.session.variables().stream()
        .filter(v -> v.name().equals("late"))
        .map(v -> (Thread) v.value())
        .findFirst()
        .orElseThrow()
        .join();
    for (int i = 0; i < 100 && outlet.out().isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertEquals("late\n", outlet.out());
  }

  @Test
  void displayKeepsItsPlaceBetweenPrints() {
    Recording outlet = new Recording();
    bench.run("print(1); var shown = display(2); print(3); shown.update(4);", outlet);
    assertEquals(List.of("out:1\n", "display:2", "out:3\n", "update:4"), outlet.events());
  }

  @Test
  void unicodeSurvivesTheStreams() {
    Recording outlet = new Recording("größe €");
    assertInstanceOf(
        CellResult.Ok.class,
        bench.run("print(\"π ≈ 3 😀\", new Scanner(System.in, \"UTF-8\").nextLine());", outlet));
    assertEquals("π ≈ 3 😀 größe €\n", outlet.out());
  }

  @Test
  void exitEndsTheCellOnly() {
    for (String exit :
        List.of(
            "System.exit(3);", "Runtime.getRuntime().exit(1);", "Runtime.getRuntime().halt(1);")) {
      assertTrue(bench.error(exit).message().contains("ended the cell only"));
    }
    assertEquals("1", bench.value("1"));
  }

  @Test
  void aRendererThatThrowsIsPassedOver() {
    Recording outlet = new Recording();
    var result = (CellResult.Ok) bench.run("new StringBuilder(\"text\")", outlet);
    assertEquals("text", result.rendered().orElseThrow().plain());
    assertTrue(outlet.err().contains("cannot draw"), outlet.err());
    var uri = (CellResult.Ok) bench.run("URI.create(\"a:b\")");
    assertEquals("<a>a:b</a>", uri.rendered().orElseThrow().data().get("text/html"));
  }

  @Test
  void aToStringThatThrowsFailsTheCell() {
    CellError error =
        bench.error(
            "new Object() { public String toString() { throw new IllegalStateException(\"no text\"); } }");
    assertEquals("no text", error.message());
  }

  @Test
  void magicsMixWithJava() {
    assertEquals("11", bench.value("int m = 4;\n%twice m\nm + 7"));
    assertEquals("8", bench.value("%twice m"));
    assertEquals("[a, b c]LINE\n", bench.value("%%shout a 'b c'\nline\n"));
    assertTrue(bench.value("%lsmagic").contains("%%shout"));
    assertEquals(
        "there is no magic %twicee; did you mean %twice? %lsmagic lists them all",
        bench.error("%twicee 3").message());
    assertTrue(bench.error("%twice").message().startsWith("%twice wants an expression"));
    assertTrue(bench.error("%shout").message().contains("%%shout is"));
    assertTrue(bench.error("%twice nonsense").message().contains("nonsense"));
  }

  @Test
  void theLatestJavaIsShown() {
    bench.value("var v = np.array(1);\nv * 2");
    assertEquals("var v = np.array(1);\nv.times(2)", bench.value("%java"));
  }

  @Test
  void variablesAreListedWithValueTypeAndCell() {
    bench.value("List<Integer> listed = List.of(1);");
    var variable =
        bench.session.variables().stream()
            .filter(v -> v.name().equals("listed"))
            .findFirst()
            .orElseThrow();
    assertAll(
        () -> assertEquals("List<Integer>", variable.type()),
        () -> assertEquals(List.of(1), variable.value()),
        () -> assertEquals(bench.number(), variable.cell()));
    assertFalse(bench.session.variables().stream().anyMatch(v -> v.name().startsWith("$")));
  }

  /** The cursor is marked in the text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "np.squ| ; square",
        "\"abc\".leng| ; length",
        "var local = \"a\"\\nlocal.len| ; length",
        "Strin| ; String",
        "%lsm| ; %lsmagic",
        "print(np.me| ; mean",
        "int one = 1\\non| ; one",
      })
  void completionOffers(String marked, String wanted) {
    String code = marked.replace("\\n", ";\n");
    int cursor = code.indexOf('|');
    var completion = bench.session.complete(code.replace("|", ""), cursor);
    List<String> texts = completion.matches().stream().map(Match::text).toList();
    assertTrue(texts.contains(wanted), texts.toString());
    assertEquals(cursor, completion.end());
    assertTrue(
        wanted.startsWith(code.substring(completion.start(), cursor)), completion.toString());
  }

  @Test
  void inspectionShowsSignatureAndDocumentation() {
    var method = bench.session.inspect("Math.abs(", 7);
    assertTrue(method.found());
    assertTrue(method.plain().contains("Math.abs"), method.plain());
    bench.value("int inspected = 3;");
    assertTrue(bench.session.inspect("inspected + 1", 4).plain().startsWith("int inspected = 3"));
    assertTrue(bench.session.inspect("%lsmagic", 4).found());
    assertFalse(bench.session.inspect("nothing_here", 4).found());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 1 | COMPLETE | ''",
        "for (int i = 0; i < 3; i++) { | INCOMPLETE | '    '",
        "print( | INCOMPLETE | '    '",
        "void f() {\\n  if (true) { | INCOMPLETE | '        '",
        "int x = | INCOMPLETE | ''",
        "int x = 5; int y = | INCOMPLETE | ''",
        ") nonsense | INVALID | ''",
        "%lsmagic | COMPLETE | ''",
        "%%shout | INCOMPLETE | ''",
        "/* open | INCOMPLETE | ''",
        "x[0, 1] | COMPLETE | ''",
        "'' | COMPLETE | ''",
      })
  void completeness(String cell, Status status, String indent) {
    var complete = bench.session.isComplete(cell.replace("\\n", "\n"));
    assertEquals(status, complete.status());
    assertEquals(indent, complete.indent());
  }

  @Test
  void anotherSessionStartsEmpty() {
    try (Bench other = Bench.open()) {
      assertEquals("2", other.value("int fresh = 1; fresh + 1"));
    }
    assertEquals("CompilationError", bench.error("fresh").name());
  }
}
