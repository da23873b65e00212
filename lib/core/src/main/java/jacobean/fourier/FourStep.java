package jacobean.fourier;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Bailey's algorithm for lengths that no cache holds: the numbers are a matrix, whose columns are
 * transformed, turned by roots of unity, and then its rows. Neighbouring lines are taken together,
 * so that they share what is read from memory, and all of them are shared among the cores.
 */
final class FourStep implements Plan {
  /** How many neighbours: as many doubles as there are in a cache line. */
  private static final int LINES = 8;

  /** The roots are products of one among this many small powers and one great power. */
  private static final int SMALL = 1 << 10;

  private final int n;
  private final Plan ofColumn;
  private final Plan ofRow;
  private final Roots small;
  private final Roots great;

  /**
   * @param rows a divisor of n, so that a column has this many numbers
   */
  FourStep(int n, int rows) {
    this.n = n;
    ofColumn = Plan.of(rows);
    ofRow = Plan.of(n / rows);
    small = Roots.powers(SMALL, 1, n);
    great = Roots.powers(n / SMALL + 1, SMALL, n);
  }

  @Override
  public int length() {
    return n;
  }

  @Override
  public void transform(double[] re, double[] im) {
    int rows = ofColumn.length();
    int columns = ofRow.length();
    var turnedRe = new double[n];
    var turnedIm = new double[n];
    inBlocks(
        columns,
        first -> {
          int width = Math.min(LINES, columns - first);
          var x = new double[width][rows];
          var y = new double[width][rows];
          for (int row = 0; row < rows; row++) {
            for (int c = 0; c < width; c++) {
              x[c][row] = re[row * columns + first + c];
              y[c][row] = im[row * columns + first + c];
            }
          }
          for (int c = 0; c < width; c++) {
            ofColumn.transform(x[c], y[c]);
            turn(x[c], y[c], first + c);
          }
          for (int row = 0; row < rows; row++) {
            for (int c = 0; c < width; c++) {
              turnedRe[row * columns + first + c] = x[c][row];
              turnedIm[row * columns + first + c] = y[c][row];
            }
          }
        });
    inBlocks(
        rows,
        first -> {
          int height = Math.min(LINES, rows - first);
          var x = new double[height][];
          var y = new double[height][];
          for (int r = 0; r < height; r++) {
            int start = (first + r) * columns;
            x[r] = Arrays.copyOfRange(turnedRe, start, start + columns);
            y[r] = Arrays.copyOfRange(turnedIm, start, start + columns);
            ofRow.transform(x[r], y[r]);
          }
          for (int column = 0; column < columns; column++) {
            for (int r = 0; r < height; r++) {
              re[column * rows + first + r] = x[r][column];
              im[column * rows + first + r] = y[r][column];
            }
          }
        });
  }

  /** Turns the k-th number of a column by the root {@code k column}. */
  private void turn(double[] x, double[] y, int column) {
    for (int k = 0, power = 0; k < x.length; k++, power += column) {
      int s = power % SMALL;
      int g = power / SMALL;
      double wr = small.re[s] * great.re[g] - small.im[s] * great.im[g];
      double wi = small.re[s] * great.im[g] + small.im[s] * great.re[g];
      double r = x[k] * wr - y[k] * wi;
      y[k] = x[k] * wi + y[k] * wr;
      x[k] = r;
    }
  }

  private static void inBlocks(int lines, IntConsumer fromFirst) {
    IntStream.range(0, (lines + LINES - 1) / LINES)
        .parallel()
        .forEach(block -> fromFirst.accept(block * LINES));
  }
}
