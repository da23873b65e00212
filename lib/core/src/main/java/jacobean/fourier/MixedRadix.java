package jacobean.fourier;

import java.util.ArrayList;
import java.util.List;

/**
 * Cooley and Tukey's algorithm for lengths with small prime factors, in Stockham's form: each pass
 * splits off one factor and writes its results in the order that the next one reads, so that
 * nothing is shuffled at the end.
 */
final class MixedRadix implements Plan {
  private final int n;
  private final List<Integer> factors;
  private final Roots roots;

  MixedRadix(int n) {
    this.n = n;
    factors = factors(n);
    roots = Roots.of(n);
  }

  /** Fours first, which need the fewest multiplications, then primes. */
  private static List<Integer> factors(int n) {
    var factors = new ArrayList<Integer>();
    int rest = n;
    while (rest % 4 == 0) {
      factors.add(4);
      rest /= 4;
    }
    for (int p = 2; rest > 1; p++) {
      while (rest % p == 0) {
        factors.add(p);
        rest /= p;
      }
    }
    return List.copyOf(factors);
  }

  @Override
  public int length() {
    return n;
  }

  @Override
  public void transform(double[] re, double[] im) {
    var from = new Numbers(re, im);
    var to = new Numbers(new double[n], new double[n]);
    int stride = 1;
    for (int radix : factors) {
      switch (radix) {
        case 2 -> two(from, to, stride);
        case 4 -> four(from, to, stride);
        default -> odd(radix, from, to, stride);
      }
      var read = from;
      from = to;
      to = read;
      stride *= radix;
    }
    if (from.re != re) {
      System.arraycopy(from.re, 0, re, 0, n);
      System.arraycopy(from.im, 0, im, 0, n);
    }
  }

  private record Numbers(double[] re, double[] im) {}

  /**
   * A pass of radix r has {@code count = n / (r stride)} groups. Group p takes r numbers that are
   * {@code count stride} apart, transforms them, and turns the j-th result by the root {@code p j
   * stride}.
   */
  private void two(Numbers from, Numbers to, int stride) {
    int half = n / 2;
    var xr = from.re;
    var xi = from.im;
    var yr = to.re;
    var yi = to.im;
    for (int p = 0, at = 0; at < half; p++, at += stride) {
      double wr = roots.re[p * stride];
      double wi = roots.im[p * stride];
      int out = 2 * at;
      for (int q = 0; q < stride; q++) {
        double ar = xr[at + q];
        double ai = xi[at + q];
        double br = xr[at + q + half];
        double bi = xi[at + q + half];
        double dr = ar - br;
        double di = ai - bi;
        yr[out + q] = ar + br;
        yi[out + q] = ai + bi;
        yr[out + q + stride] = dr * wr - di * wi;
        yi[out + q + stride] = dr * wi + di * wr;
      }
    }
  }

  private void four(Numbers from, Numbers to, int stride) {
    int quarter = n / 4;
    var xr = from.re;
    var xi = from.im;
    var yr = to.re;
    var yi = to.im;
    for (int p = 0, at = 0; at < quarter; p++, at += stride) {
      double w1r = roots.re[p * stride];
      double w1i = roots.im[p * stride];
      double w2r = roots.re[2 * p * stride];
      double w2i = roots.im[2 * p * stride];
      double w3r = roots.re[3 * p * stride];
      double w3i = roots.im[3 * p * stride];
      int out = 4 * at;
      for (int q = 0; q < stride; q++) {
        int in = at + q;
        double sumR = xr[in] + xr[in + 2 * quarter];
        double sumI = xi[in] + xi[in + 2 * quarter];
        double difR = xr[in] - xr[in + 2 * quarter];
        double difI = xi[in] - xi[in + 2 * quarter];
        double sum2R = xr[in + quarter] + xr[in + 3 * quarter];
        double sum2I = xi[in + quarter] + xi[in + 3 * quarter];
        // i times the difference.
        double dif2R = xi[in + 3 * quarter] - xi[in + quarter];
        double dif2I = xr[in + quarter] - xr[in + 3 * quarter];
        yr[out + q] = sumR + sum2R;
        yi[out + q] = sumI + sum2I;
        double r = difR - dif2R;
        double i = difI - dif2I;
        yr[out + q + stride] = r * w1r - i * w1i;
        yi[out + q + stride] = r * w1i + i * w1r;
        r = sumR - sum2R;
        i = sumI - sum2I;
        yr[out + q + 2 * stride] = r * w2r - i * w2i;
        yi[out + q + 2 * stride] = r * w2i + i * w2r;
        r = difR + dif2R;
        i = difI + dif2I;
        yr[out + q + 3 * stride] = r * w3r - i * w3i;
        yi[out + q + 3 * stride] = r * w3i + i * w3r;
      }
    }
  }

  /** Any odd radix: the terms j and r - j are taken together, as their roots are conjugates. */
  private void odd(int r, Numbers from, Numbers to, int stride) {
    int part = n / r;
    int pairs = r / 2;
    var xr = from.re;
    var xi = from.im;
    var sumR = new double[pairs + 1];
    var sumI = new double[pairs + 1];
    var difR = new double[pairs + 1];
    var difI = new double[pairs + 1];
    for (int p = 0, at = 0; at < part; p++, at += stride) {
      for (int q = 0; q < stride; q++) {
        int in = at + q;
        double totalR = xr[in];
        double totalI = xi[in];
        for (int k = 1; k <= pairs; k++) {
          int near = in + k * part;
          int far = in + (r - k) * part;
          sumR[k] = xr[near] + xr[far];
          sumI[k] = xi[near] + xi[far];
          difR[k] = xr[near] - xr[far];
          difI[k] = xi[near] - xi[far];
          totalR += sumR[k];
          totalI += sumI[k];
        }
        int out = r * at + q;
        to.re[out] = totalR;
        to.im[out] = totalI;
        for (int j = 1; j <= pairs; j++) {
          double evenR = xr[in];
          double evenI = xi[in];
          double oddR = 0;
          double oddI = 0;
          for (int k = 1; k <= pairs; k++) {
            int root = j * k % r * part;
            evenR += roots.re[root] * sumR[k];
            evenI += roots.re[root] * sumI[k];
            oddR -= roots.im[root] * difI[k];
            oddI += roots.im[root] * difR[k];
          }
          turn(to, out + j * stride, evenR + oddR, evenI + oddI, j * p * stride);
          turn(to, out + (r - j) * stride, evenR - oddR, evenI - oddI, (r - j) * p * stride);
        }
      }
    }
  }

  private void turn(Numbers to, int at, double re, double im, int root) {
    double wr = roots.re[root];
    double wi = roots.im[root];
    to.re[at] = re * wr - im * wi;
    to.im[at] = re * wi + im * wr;
  }
}
