package jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        "%timeit | %timeit wants code",
        "%time | %time wants code",
        "%%timeit | %%timeit wants code below",
      })
  void whatIsWrongIsSaid(String cell, String message) {
    assertTrue(bench.error(cell).message().startsWith(message), bench.error(cell).message());
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
