package jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four courtesies: what a cell becomes, what it gives, and that valid Java is left alone. */
class NotebookJavaTest {
  private static Bench bench;

  @BeforeAll
  static void open() {
    bench = Bench.open();
    bench.value(
        """
        var x = np.array(1, 2, 3);
        var one = np.array(1);
        Arr f(Arr x) { return np.sum(x.times(x)); }
        Arr two(Arr a, int n) { return a.times(n); }
        var gf = grad((Arr a) -> f(a));
        var ps = List.of(np.array(2), np.array(1));
        Map<String, Arr> params = new TreeMap<>(Map.of("w", np.array(2)));
        record Line(Arr w, Arr b) {}
        var line = new Line(np.array(2), np.array(1));
        Arr model(Line p, Arr x) { return p.w().times(x).plus(p.b()); }
        int[][] matrix = {{1, 2}, {3, 4}};
        Function<Integer, Integer> inc = i -> i + 1;
        double lr = 0.5;
        """);
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  static Stream<Arguments> cells() {
    return Stream.of(
        // operators, with the precedence of the parsed tree
        arguments("x * x", "x.times(x)", "[1.0, 4.0, 9.0]"),
        arguments(
            "3 * x - 1 + 0.2 * x",
            "np.multiply(3, x).minus(1).plus(np.multiply(0.2, x))",
            "[2.2, 5.4, 8.6]"),
        arguments("x + x * 2", "x.plus(x.times(2))", "[3.0, 6.0, 9.0]"),
        arguments("(x + x) * 2", "x.plus(x).times(2)", "[4.0, 8.0, 12.0]"),
        arguments("(x + 1) * (x - 1) / 2", "x.plus(1).times(x.minus(1)).div(2)", "[0.0, 1.5, 4.0]"),
        arguments("1 - x", "np.subtract(1, x)", "[0.0, -1.0, -2.0]"),
        arguments("1 - (x - 1)", "np.subtract(1, x.minus(1))", "[1.0, 0.0, -1.0]"),
        arguments("x - (x - 1)", "x.minus(x.minus(1))", "[1.0, 1.0, 1.0]"),
        arguments("-x", "x.unaryMinus()", "[-1.0, -2.0, -3.0]"),
        arguments("-x * 2", "x.unaryMinus().times(2)", "[-2.0, -4.0, -6.0]"),
        arguments("-(x * 2)", "x.times(2).unaryMinus()", "[-2.0, -4.0, -6.0]"),
        arguments("x > 1", "x.gt(1)", "[0.0, 1.0, 1.0]"),
        arguments("x == 1", "x.eq(1)", "[1.0, 0.0, 0.0]"),
        arguments("1 < x", "np.less(1, x)", "[0.0, 1.0, 1.0]"),
        arguments("x > 1 & x < 3", "x.gt(1).and(x.lt(3))", "[0.0, 1.0, 0.0]"),
        arguments("!x", "x.not()", "[0.0, 0.0, 0.0]"),
        arguments("(1 > 2 ? x : one) * 2", "(1 > 2 ? x : one).times(2)", "[2.0]"),
        arguments("\"v = \" + x * 2", "\"v = \" + x.times(2)", "v = [2.0, 4.0, 6.0]"),
        arguments(
            "np.sum(np.square(1 - x) * 2) - 3",
            "np.sum(np.square(np.subtract(1, x)).times(2)).minus(3)",
            "[7.0]"),
        arguments("(x + 1).sum()", "x.plus(1).sum()", "9.0"),
        arguments("((Arr) x) * 2", "((Arr) x).times(2)", "[2.0, 4.0, 6.0]"),
        arguments(
            "Stream.of(x, one).map(v -> v * 2).toList()",
            "Stream.of(x, one).map(v -> v.times(2)).toList()",
            "[[2.0, 4.0, 6.0], [2.0]]"),
        arguments("x /* half */ / 2 // of it", "x.div(2) // of it", "[0.5, 1.0, 1.5]"),
        // several lines keep their lines
        arguments("x +\n    x *\n    2", "x.plus(\n    x.times(\n    2))", "[3.0, 6.0, 9.0]"),
        // assignment
        arguments(
            "var w = one; w -= lr * w; w",
            "var w = one; w = w.minus(np.multiply(lr, w)); w",
            "[0.5]"),
        arguments("var n = one; n++; n", "var n = one; n = n.plus(1); n", "[2.0]"),
        arguments(
            "params[\"w\"] -= 1; params",
            "params.put(\"w\", params.get(\"w\").minus(1)); params",
            "{w=[1.0]}"),
        // indices
        arguments("x[0]", "x.get(0)", "[1.0]"),
        arguments("x[\"1:3\"]", "x.get(\"1:3\")", "[2.0, 3.0]"),
        arguments("x[0, 1] + 1", "x.get(0, 1).plus(1)", "[3.0]"),
        arguments("ps[0] * x + ps[1]", "ps.get(0).times(x).plus(ps.get(1))", "[3.0, 5.0, 7.0]"),
        arguments("params[\"w\"][0]", "params.get(\"w\").get(0)", "[1.0]"),
        arguments("matrix[1, 0]", "matrix[1][0]", "3"),
        arguments("List.of(7, 8)[1] + 1", "List.of(7, 8).get(1) + 1", "9"),
        arguments("new ArrayList<>(ps)[0]", "new ArrayList<>(ps).get(0)", "[2.0]"),
        // variables called like methods
        arguments("gf(x)", "gf.of(x)", "[2.0, 4.0, 6.0]"),
        arguments("(x\n    + x * 2)", "(x.plus(\n    x.times(2)))", "[3.0, 6.0, 9.0]"),
        // lambdas without a type
        arguments(
            "var sq = a -> a * a;\nsq(x)",
            "Fn1 sq = a -> a.times(a);\nsq.of(x)",
            "[1.0, 4.0, 9.0]"),
        // numbers where an array is wanted
        arguments("gf(2)", "gf.of(np.array(2))", "[4.0]"),
        arguments("f(lr * 2)", "f(np.array(lr * 2))", "[1.0]"),
        arguments("two(3, 4)", "two(np.array(3), 4)", "[12.0]"),
        arguments("new Line(1, 2).b()", "new Line(np.array(1), np.array(2)).b()", "[2.0]"),
        arguments("inc(3) + 1", "inc.apply(3) + 1", "5"),
        arguments("grad(f)(x)", "grad((Arr a) -> f(a)).of(x)", "[2.0, 4.0, 6.0]"),
        arguments("jit(np.square)(x)", "jit(np::square).of(x)", "[1.0, 4.0, 9.0]"),
        arguments(
            "Fn tw(Fn g) { return v -> g(g(v)) * 2; }\ntw(a -> a + 1)(x)",
            "Fn tw(Fn g) { return v -> g.of(g.of(v)).times(2); }\ntw(a -> a.plus(1)).of(x)",
            "[6.0, 8.0, 10.0]"),
        // methods as values
        arguments("grad(f).of(x)", "grad((Arr a) -> f(a)).of(x)", "[2.0, 4.0, 6.0]"),
        arguments(
            "Fn2<Arr, Integer> t2 = two;\nt2(x, 3)",
            "Fn2<Arr, Integer> t2 = (Arr a, Integer i) -> two(a, i);\nt2.call(x, 3)",
            "[3.0, 6.0, 9.0]"),
        arguments(
            "jit(two)(x, 3)", "jit((Arr a, Integer i) -> two(a, i)).call(x, 3)", "[3.0, 6.0, 9.0]"),
        arguments(
            "int half(int v) { return v / 2; }\nIntStream.of(4, 6).map(half).sum()",
            "int half(int v) { return v / 2; }\nIntStream.of(4, 6).map((i) -> half(i)).sum()",
            "5"),
        // a method with overloads where a function is wanted that has overloads, too
        arguments("jit(np.total)(x)", "jit(a -> np.total(a)).of(x)", "[6.0]"),
        arguments("var tt = np.total;\ntt(x)", "Fn1 tt = a -> np.total(a);\ntt.of(x)", "[6.0]"),
        // of a method with overloads the one that takes what is handed on, else the latest
        arguments(
            "Arr ov(Arr a) { return a; }\nArr ov(Arr a, Arr b) { return a.plus(b); }\njit(ov)(x, x)",
            "Arr ov(Arr a) { return a; }\nArr ov(Arr a, Arr b) { return a.plus(b); }\njit((Arr a, Arr a1) -> ov(a, a1)).call(x, x)",
            "[2.0, 4.0, 6.0]"),
        arguments("jit(ov)(one)", "jit((Arr a) -> ov(a)).of(one)", "[1.0]"),
        arguments(
            "Arr pv(Arr a, int n) { return a; }\nArr pv(Arr a) { return a.times(3); }\nvar gpv = grad(pv);",
            "Arr pv(Arr a, int n) { return a; }\nArr pv(Arr a) { return a.times(3); }\nvar gpv = grad((Arr a) -> pv(a));",
            "-"),
        // what a library value tells of itself
        arguments("x.size", "x.size()", "3"),
        arguments("line.w * x + line.b", "line.w().times(x).plus(line.b())", "[3.0, 5.0, 7.0]"),
        arguments("line.w.size", "line.w().size()", "1"),
        arguments("x.get[1]", "x.get(1)", "[2.0]"),
        arguments("x.get[0, 1] * 2", "x.get(0, 1).times(2)", "[4.0]"),
        // == where a boolean will not do
        arguments("np.sum(x == x)", "np.sum(x.eq(x))", "[3.0]"),
        arguments("(x == one).size", "x.eq(one).size()", "3"),
        arguments("(x == one) * 2", "x.eq(one).times(2)", "[2.0, 0.0, 0.0]"),
        arguments("Arr same = x == x;\nsame", "Arr same = x.eq(x);\nsame", "[1.0, 1.0, 1.0]"),
        // numbers where all overloads want library values, and other scalars
        arguments("np.hypot(3, 4)", "np.hypot(np.array(3), 4)", "[5.0]"),
        arguments(
            "np.square(java.time.DayOfWeek.SUNDAY)",
            "np.square(np.array(java.time.DayOfWeek.SUNDAY))",
            "[49.0]"),
        arguments("(x * 2).size + 1", "x.times(2).size() + 1", "4"),
        // a variable hides a method that was declared before it
        arguments(
            "Arr on(Fn f, Arr v) { return f(v); }\non(v -> v * 2, x)",
            "Arr on(Fn f, Arr v) { return f.of(v); }\non(v -> v.times(2), x)",
            "[2.0, 4.0, 6.0]"),
        arguments(
            "Arr f3(Arr v) { return v; }\nFn f3 = v -> v * 3;\nf3(x)",
            "Arr f3(Arr v) { return v; }\nFn f3 = v -> v.times(3);\nf3.of(x)",
            "[3.0, 6.0, 9.0]"),
        arguments(
            "Fn f4 = v -> v * 3;\nArr f4(Arr v) { return v; }\nf4(x)",
            "Fn f4 = v -> v.times(3);\nArr f4(Arr v) { return v; }\nf4(x)",
            "[1.0, 2.0, 3.0]"),
        // what is being declared does not, nor what is no function, nor a method of a type
        arguments(
            "Fn f5(double r) { return v -> v * r; }\nFn f5 = f5(2.);\nf5(x)",
            "Fn f5(double r) { return v -> v.times(r); }\nFn f5 = f5(2.);\nf5.of(x)",
            "[2.0, 4.0, 6.0]"),
        arguments(
            "int layers(int n) { return n; }\nint sum(List<Integer> layers) { return layers(3); }\n"
                + "sum(List.of(7))",
            "int layers(int n) { return n; }\nint sum(List<Integer> layers) { return layers(3); }\n"
                + "sum(List.of(7))",
            "3"),
        arguments(
            "Fn init() { return v -> v; }\nrecord Opt(Fn init) { Fn g() { return init(); } }\n"
                + "new Opt(v -> v * 2).g()(x)",
            "Fn init() { return v -> v; }\nrecord Opt(Fn init) { Fn g() { return init(); } }\n"
                + "new Opt(v -> v.times(2)).g().of(x)",
            "[2.0, 4.0, 6.0]"),
        // conditions
        arguments(
            "if (x[0] > 0) print(1); x[0] > 0 ? \"yes\" : \"no\"",
            "if (x.get(0).gt(0).toBoolean()) print(1);"
                + " x.get(0).gt(0).toBoolean() ? \"yes\" : \"no\"",
            "yes"),
        arguments(
            "var c = one; while (c < 5 && !(c > 100)) c = c * 2; c",
            "var c = one; while (c.lt(5).toBoolean() && c.gt(100).not().toBoolean())"
                + " c = c.times(2); c",
            "[8.0]"),
        arguments("if (one) { print(2); }\n3", "if (one.toBoolean()) { print(2); }\n3", "3"),
        // bodies of methods, records and loops
        arguments(
            "Arr sq(Arr v) { return v * v; }\nsq(x)",
            "Arr sq(Arr v) { return v.times(v); }\nsq(x)",
            "[1.0, 4.0, 9.0]"),
        arguments(
            "record M(Arr w) { Arr call(Arr v) { return w * v + this.w[0]; } }\n"
                + "new M(one).call(x)",
            "record M(Arr w) { Arr call(Arr v) { return w.times(v).plus(this.w.get(0)); } }\n"
                + "new M(one).call(x)",
            "[2.0, 3.0, 4.0]"),
        arguments(
            "Arr total = one;\nfor (var v : ps) {\n  total += v * v;\n}\ntotal",
            "Arr total = one;\nfor (var v : ps) {\n  total = total.plus(v.times(v));\n}\ntotal",
            "[6.0]"),
        // the shapes of the article
        arguments(
            "var loss = jit((Line p, Arr v) -> np.mean(np.square(v - model(p, v))));\n"
                + "loss(line, x)",
            "var loss = jit((Line p, Arr v) -> np.mean(np.square(v.minus(model(p, v)))));\n"
                + "loss.call(line, x)",
            "[9.666666666666666]"),
        arguments(
            "tree.map((p, g) -> p - lr * g, line, line)",
            "tree.map((p, g) -> p.minus(np.multiply(lr, g)), line, line)",
            "Line[w=[1.0], b=[0.5]]"),
        arguments("print(f(x), gf(x)); 0", "print(f(x), gf.of(x)); 0", "0"));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void aCellBecomesJava(String cell, String java, String value) {
    if (value == null) {
      bench.run(cell);
      assertEquals(java.lines().findFirst(), bench.session.lastJava().lines().findFirst());
      return;
    }
    String shown = bench.value(cell);
    assertAll(() -> assertEquals(java, bench.session.lastJava()), () -> assertEquals(value, shown));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 2 * 3",
        "x == x",
        "x == null",
        "\"x\" + x",
        "matrix[0][1]",
        "f(x)",
        "int model = 3;\nmodel(line, x)",
        "{ int f = 3; f(x); }",
        "Arr own(Arr v) { return f(v); }\nown(x)",
        "inc.apply(1)",
        "int a = 5; a -= 2; a",
        "for (int i = 0; i < 2; i++) { int q = i * i; }",
        "new int[] {1, 2}[0]",
        "true && !false ? 1 : 2",
        "List.of(1, 2).stream().map(v -> v * 2).toList()",
        "switch (3) { case 3 -> \"three\"; default -> \"other\"; }",
        "(int) 3.7",
        "/* a */ 1 // b",
        "record Pair<A, B>(A a, B b) {}\nnew Pair<>(1, \"b\")",
        "interface Shape { double area(); }\nShape s = () -> 2.0;\ns.area()",
        "var text = \"\"\"\n    %not a magic\n    x[0]\n    \"\"\";\ntext",
        "import java.util.concurrent.atomic.*;\nnew AtomicInteger(3)",
        "<T> T same(T v) { return v; }\nsame(3)",
        "int later() { return soon() + 1; }\nint soon() { return 1; }\nlater()",
      })
  void validJavaIsLeftAlone(String cell) {
    bench.value(cell);
    assertEquals(cell, bench.session.lastJava());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x == x | 1",
        "var p1 = x; if (p1 != one) { print(1); } | 1",
        "boolean same(Arr a, Arr b) { return a == b; } | 1",
        "Arr sumOf(Arr v, boolean mean) { return v; } sumOf(x, x == one) | 1",
        "Arr sumOf(Arr v, boolean mean) { return v; } sumOf(2, x == one) | 1",
        "Predicate<Boolean> yes = v -> v; yes(x == one) | 1",
        "record Sum(int n) { Arr of(boolean b, Arr v) { return v; } } new Sum(1).of(x == one, 2) | 1",
        "boolean both = x == one && (x > 5); | 1",
        "x == null | 0",
        "x == 1 | 0",
        "x.eq(one) | 0",
        "3 == 3 | 0",
      })
  void aComparisonOfObjectsIsPointedOut(String cell, int notes) {
    var outlet = new Recording();
    bench.run("// a line before it\n" + cell, outlet);
    assertEquals(notes, outlet.err().split("between two objects ==", -1).length - 1, outlet.err());
    assertEquals(notes > 0, outlet.err().contains("In [" + bench.number() + "], line 2: "));
  }

  @Test
  void aMethodIsRepairedWhenWhatItLackedArrives() {
    bench.value("Arr outer(Arr v) { return v * inner(v) + 1; }");
    bench.value("Arr inner(Arr v) { return -v; }");
    assertEquals("[0.0, -3.0, -8.0]", bench.value("outer(x)"));
  }

  @Test
  void aRepairIsMadeAnewWhenATypeChanges() {
    bench.value("Arr scale = np.array(2);\nObject scaled() { return scale * 3; }");
    assertEquals("[6.0]", bench.value("scaled()"));
    bench.value("double scale = 5;");
    assertEquals("15.0", bench.value("scaled()"));
  }
}
