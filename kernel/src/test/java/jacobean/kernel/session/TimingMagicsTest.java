package jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.kernel.magics.Timed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code %time} and {@code %timeit}: what they run, and how they write what they measured. */
class TimingMagicsTest {
  private static final String DURATION = "[\\d.]+ (ns|μs|ms|s)";
  private static Bench bench;

  @BeforeAll
  static void open() {
    bench = Bench.open();
    bench.value(
        "var x = np.array(1, 2, 3);\nint[] calls = {0};\nint count() { return ++calls[0]; }");
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  /** A cell, and how often it calls {@code count}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%timeit -n 10 -r 2 count() | 20",
        "%timeit -n10 -r2 count(); | 20",
        "%timeit -r 3 -n 1 x * x + count() | 3",
        "%timeit -n 5 -r 1 if (count() < 0) { print(x); } | 5",
        "%timeit -n 5 -r 1 int a = count(); int b = count(); | 10",
        "%timeit -n 5 -r 1 int a = count(); a + 1 | 5",
        "%timeit -n 5 -r 1 var y = x * count(); y * y // squared | 5",
        "%timeit -n 5 -r 1 -count() | 5",
      })
  void timeitRunsItsCodeInALoop(String cell, int times) {
    bench.value("calls[0] = 0;");
    var outlet = new Recording();
    bench.run(cell, outlet);
    String runs = cell.replaceAll(".*-r ?(\\d+).*", "$1");
    String loops = cell.replaceAll(".*-n ?(\\d+).*", "$1");
    assertTrue(
        outlet
            .out()
            .matches(
                DURATION
                    + " ± "
                    + DURATION
                    + " per loop \\(mean ± std\\. dev\\. of "
                    + runs
                    + " runs?, "
                    + loops
                    + " loops? each\\)\n"),
        outlet.out());
    assertEquals(String.valueOf(times), bench.value("calls[0]"));
  }

  @Test
  void aCellIsTimedAfterItsFirstLineHasRun() {
    bench.value("calls[0] = 0;");
    bench.run("%%timeit -n 4 -r 2 calls[0] = 100;\ncount();\ncount();");
    assertEquals("116", bench.value("calls[0]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%time x * 2", "%%time\nvar y = x * 2;\ny"})
  void timeGivesTheValue(String cell) {
    var outlet = new Recording();
    assertTrue(
        bench.run(cell, outlet) instanceof CellResult.Ok ok
            && ok.rendered().orElseThrow().plain().equals("[2.0, 4.0, 6.0]"));
    assertTrue(
        outlet.out().matches("CPU times: total: " + DURATION + "\nWall time: " + DURATION + "\n"),
        outlet.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%timeit missing(1) | cannot find symbol: method missing(int)",
        "%timeit x * missing | cannot find symbol: variable missing",
        "%%timeit\\n%time x | Java is wanted here, but got the magic %time",
        "%timeit // x | there is nothing to time but a comment",
        "%timeit -n lots count() | %timeit: -n wants the number of loops in a run, 0 to find out",
        "%timeit -r 0 count() | %timeit: -r wants the number of runs, from 1 to 1,000,000, but got '0'",
        "%timeit -r -2 count() | %timeit: -r wants the number of runs, from 1 to 1,000,000, but got '-2'",
        "%timeit -n 99999999999999999999 count() | %timeit: -n wants",
        "%%timeit -n2.5 -r 1\\ncount() | %%timeit: -n wants",
        "%timeit -r | %timeit: -r wants the number of runs, from 1 to 1,000,000, but got nothing",
        "%timeit | %timeit wants code",
        "%time | %time wants code",
        "%%timeit | %%timeit wants code below",
      })
  void whatIsWrongIsSaid(String cell, String start) {
    String message = bench.error(cell.translateEscapes()).message();
    assertTrue(message.startsWith(start), message);
  }

  /** A magic's cell and what is told of its error: the user's line, never the loop around it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%time yy | line 1:\\n    %time yy\\n          ^~",
        "%timeit -n 1 x * yy + x * x | line 1:\\n    %timeit -n 1 x * yy + x * x\\n                     ^",
        "%%time\\nvar a = x * x;\\n  yy.sum() | line 3:\\n      yy.sum()\\n      ^",
        "%%timeit -n 1 -r 1\\n// first\\nint i = 0;\\nboolean b = i; | line 4:\\n    boolean b = i;\\n                ^",
        "%%timeit int j = true;\\ncount(); | line 1:\\n    %%timeit int j = true;\\n                     ^~~~",
        "%timeit printf(\"%d\", 1) | hint: Java writes",
        "%%time\\nvar c = 1;\\nvar d = new int[0][c]; | ",
        "int k = 0;\\n%time k / 0 | In [N], line 2: %time k / 0",
        "%timeit -n 1 1 / (calls[0] - calls[0]) | In [N], line 1: %timeit -n 1 1 /",
        "%%timeit -n 1 -r 1\\nint z = 0;\\nint q = 1 /\\n  z;\\nx * q | In [N], line 3: int q = 1 /",
      })
  void errorsAreShownWhereTheyWereTyped(String cell, String told) {
    if (told == null) {
      bench.value(cell.translateEscapes());
      return;
    }
    CellError error = bench.error(cell.translateEscapes());
    String wanted = told.translateEscapes().replace("[N]", "[" + bench.number() + "]");
    String plain = Bench.plain(error);
    assertTrue(plain.contains(wanted), plain);
    assertFalse(plain.contains("$"), plain);
  }

  /** A magic's cell and the Java that {@code %java} shows after it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%timeit -n 1 -r 1 x * 2 | x.times(2)",
        "%timeit -n 1 -r 1 count(); | count();",
        "%%timeit -n 1 -r 1 var z = x * 2;\\nvar w = z * z;\\nw * 3 | var z = x.times(2);\\nvar w = z.times(z);\\nw.times(3)",
        "%%time\\nvar z = x * 2;\\nz * 3 // done | var z = x.times(2);\\nz.times(3) // done",
        "var z = x * 2;\\n%time z * 3\\nz * 4 | var z = x.times(2);\\nz.times(3)\\nz.times(4)",
        "%lsmagic\\nx * 2 | x.times(2)",
      })
  void aMagicBecomesTheCodeThatItEvaluates(String cell, String java) {
    bench.value(cell.translateEscapes());
    assertEquals(java.translateEscapes(), bench.value("%java"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.50 ns",
    "999.4, 999 ns",
    "999.6, 1.00 μs",
    "12345, 12.3 μs",
    "1.5e9, 1.50 s",
    "2e12, 2000 s"
  })
  void durationsHaveThreeDigits(double nanos, String text) {
    assertEquals(text, Timed.text(nanos));
  }
}
