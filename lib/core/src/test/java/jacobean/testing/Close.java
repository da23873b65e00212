package jacobean.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import jacobean.Array;
import jacobean.core.HostArray;

/**
 * How near two arrays must be: shapes and dtypes equal, integers and bools equal, floating elements
 * within {@code absolute + relative |wanted|}; NaN and infinities only where they are wanted.
 */
public record Close(double relative, double absolute) {
  /** Equal to the last bit, but for the sign of zero. */
  public static final Close EXACT = new Close(0, 0);

  /** For what is computed element by element in float32. */
  public static final Close ELEMENTWISE = new Close(1e-5, 1e-6);

  /** For long sums and iterations in float32. */
  public static final Close SUMS = new Close(1e-4, 1e-5);

  public void check(Array wanted, Array got, Object what) {
    assertEquals(
        wanted.dtype() + "" + wanted.shape(),
        got.dtype() + "" + got.shape(),
        () -> what + ": type");
    checkValues(wanted, got, what);
  }

  /** Without the dtypes: for a float64 number that a float32 one approximates. */
  public void checkValues(Array wanted, Array got, Object what) {
    assertEquals(wanted.shape(), got.shape(), () -> what + ": shape");
    var w = wanted.host();
    var g = got.host();
    for (long i = 0; i < wanted.size(); i++) {
      if (!fits(w, g, i)) {
        fail(
            what
                + ": element "
                + i
                + " is "
                + g.element(i)
                + ", wanted "
                + w.element(i)
                + "\nwanted "
                + wanted
                + "\ngot "
                + got);
      }
    }
  }

  private boolean fits(HostArray wanted, HostArray got, long i) {
    if (wanted.dtype().isComplex()) {
      return fits(wanted.complex(i).re(), got.complex(i).re())
          && fits(wanted.complex(i).im(), got.complex(i).im());
    }
    if (!wanted.dtype().isFloating() && !got.dtype().isFloating()) {
      return wanted.integer(i) == got.integer(i);
    }
    return fits(wanted.real(i), got.real(i));
  }

  private boolean fits(double w, double g) {
    return w == g
        || Double.isNaN(w) && Double.isNaN(g)
        || Math.abs(w - g) <= absolute + relative * Math.abs(w);
  }
}
