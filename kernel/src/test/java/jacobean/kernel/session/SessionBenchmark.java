package jacobean.kernel.session;

import jacobean.kernel.session.lib.ArrNotation;
import java.util.Arrays;
import java.util.List;

/**
 * Prints how long a session takes to open and to run cells, in milliseconds. Run by hand:
 *
 * <pre>
 * {@code java -cp kernel/target/classes:kernel/target/test-classes jacobean.kernel.session.SessionBenchmark}
 * </pre>
 */
public final class SessionBenchmark {
  private static int number;

  private SessionBenchmark() {}

  public static void main(String[] args) {
    var out = System.out;
    long start = System.nanoTime();
    try (JShellSession session =
        JShellSession.open(SessionOptions.bare().preloads(List.of(new ArrNotation())))) {
      out.printf("open returns            %7.1f%n", millis(start));
      run(session, "1+1");
      out.printf("first result after start %6.1f%n", millis(start));
      long second = System.nanoTime();
      run(session, "2+1");
      out.printf("second cell             %7.1f%n", millis(second));
      run(session, "var x = np.array(1, 2, 3);");
      for (int warm = 0; warm < 3; warm++) {
        for (String cell :
            List.of(
                "1+1",
                "var y = 3;",
                "print(1)",
                "x * x",
                "int f(int a) { return a; }",
                "var z = 3 * x - 1 + 0.2 * x;",
                "x = x + 0")) {
          out.printf("%-30s median %7.1f%n", cell, median(session, cell, 50));
        }
      }
      for (int i = 0; i < 100; i++) {
        run(session, "int v" + i + " = " + i + ";");
      }
      out.printf("%-30s median %7.1f%n", "1+1 with 100 variables", median(session, "1+1", 50));
      for (int i = 100; i < 500; i++) {
        run(session, "int v" + i + " = " + i + ";");
      }
      out.printf("%-30s median %7.1f%n", "1+1 with 500 variables", median(session, "1+1", 50));
    }
  }

  private static double median(JShellSession session, String cell, int times) {
    double[] took = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      run(session, cell);
      took[i] = millis(start);
    }
    Arrays.sort(took);
    return took[times / 2];
  }

  private static void run(JShellSession session, String cell) {
    if (session.execute(cell, ++number, Outlets.SILENT) instanceof CellResult.Failed failed) {
      throw new IllegalStateException(cell + ": " + failed.error().message());
    }
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
