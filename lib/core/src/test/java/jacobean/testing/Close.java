package jacobean.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import jacobean.Array;
import jacobean.core.HostArray;
import jacobean.type.DType;

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
    check(wanted, wanted, got, what);
  }

  /** As near as this, or as the wanted numbers are to the exact ones. */
  public void check(Array wanted, Array exact, Array got, Object what) {
    assertEquals(
        wanted.dtype() + "" + wanted.shape(),
        got.dtype() + "" + got.shape(),
        () -> what + ": type");
    checkValues(wanted, exact, got, what);
  }

  /** No nearer than eight roundings of a 16-bit dtype; XLA rounds less often. */
  public Close roundedTo(DType dtype) {
    double rounding = dtype == DType.FLOAT16 ? 0x1p-11 : dtype == DType.BFLOAT16 ? 0x1p-8 : 0;
    return new Close(Math.max(relative, 8 * rounding), Math.max(absolute, rounding));
  }

  /** Without the dtypes: for a float64 number that a float32 one approximates. */
  public void checkValues(Array wanted, Array got, Object what) {
    checkValues(wanted, wanted, got, what);
  }

  private void checkValues(Array wanted, Array exact, Array got, Object what) {
    assertEquals(wanted.shape(), got.shape(), () -> what + ": shape");
    var w = wanted.host();
    var e = exact.host();
    var g = got.host();
    for (long i = 0; i < wanted.size(); i++) {
      if (!fits(w, e, g, i)) {
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

  private boolean fits(HostArray wanted, HostArray exact, HostArray got, long i) {
    if (wanted.dtype().isComplex()) {
      var w = wanted.complex(i);
      var e = exact.complex(i);
      var g = got.complex(i);
      return fits(w.re(), e.re(), g.re()) && fits(w.im(), e.im(), g.im());
    }
    if (!wanted.dtype().isFloating() && !got.dtype().isFloating()) {
      return wanted.integer(i) == got.integer(i);
    }
    return fits(wanted.real(i), exact == wanted ? wanted.real(i) : exact.real(i), got.real(i));
  }

  private boolean fits(double w, double e, double g) {
    return w == g
        || Double.isNaN(w) && Double.isNaN(g)
        || Math.abs(w - g) <= absolute + relative * Math.abs(w) + explained(w, e);
  }

  /** What rounding explains, but never more than a hundredth. */
  private static double explained(double w, double e) {
    return w == e ? 0 : Math.min(2 * Math.abs(w - e), 0.01 * Math.max(1, Math.abs(w)));
  }
}
