package jacobean.llvm.blas;

/** Eigenvalues and singular values of one matrix, by LAPACK. */
final class SpectralRoutines {
  private SpectralRoutines() {}

  static Routine eigh(Recipe r, int n) {
    var syevd = r.routine("syevd", "heevd");
    var turn = r.transposition(n, n);
    long vectors = r.letter('V');
    long lower = r.letter('L');
    long size = r.integer(n);
    long ask = r.integer(-1);
    long answer = r.number(0);
    long none = r.number(0);
    long realAnswer = r.number(0);
    long integerAnswer = r.integer(0);
    long ignored = r.integer(0);
    if (r.isComplex()) {
      syevd.call(
          vectors,
          lower,
          size,
          none,
          size,
          none,
          answer,
          ask,
          realAnswer,
          ask,
          integerAnswer,
          ask,
          ignored);
    } else {
      syevd.call(vectors, lower, size, none, size, none, answer, ask, integerAnswer, ask, ignored);
    }
    int length = r.workspace(answer);
    int reals = r.isComplex() ? r.workspace(realAnswer) : 0;
    int integers = At.integer(integerAnswer);
    long lwork = r.integer(length);
    long lrwork = r.integer(reals);
    long liwork = r.integer(integers);
    long a = r.elements((long) n * n);
    long work = r.elements(length);
    long rwork = r.reals(reals);
    long iwork = r.integers(integers);
    long info = r.integers(1);
    return (in, out, at) -> {
      // With infinities LAPACK might never end.
      if (!At.isFinite(r.dtype(), in[0], (long) n * n)) {
        putNans(r, out, n, (long) n * n);
        return;
      }
      turn.run(in[0], at + a);
      if (r.isComplex()) {
        syevd.call(
            vectors,
            lower,
            size,
            at + a,
            size,
            out[0],
            at + work,
            lwork,
            at + rwork,
            lrwork,
            at + iwork,
            liwork,
            at + info);
      } else {
        syevd.call(
            vectors,
            lower,
            size,
            at + a,
            size,
            out[0],
            at + work,
            lwork,
            at + iwork,
            liwork,
            at + info);
      }
      turn.run(at + a, out[1]);
      if (At.integer(at + info) != 0) {
        putNans(r, out, n, (long) n * n);
      }
    };
  }

  static Routine svd(Recipe r, boolean full, boolean vectors, int m, int n) {
    int k = Math.min(m, n);
    int ku = full ? m : k;
    int kv = full ? n : k;
    var gesdd = r.routine("gesdd");
    var inA = r.transposition(m, n);
    var outU = r.transposition(ku, m);
    var outV = r.transposition(n, kv);
    long job = r.letter(!vectors ? 'N' : full ? 'A' : 'S');
    long rows = r.integer(m);
    long columns = r.integer(n);
    long ofV = r.integer(kv);
    long ask = r.integer(-1);
    long answer = r.number(0);
    long none = r.number(0);
    long ignored = r.integer(0);
    if (r.isComplex()) {
      gesdd.call(
          job, rows, columns, none, rows, none, none, rows, none, ofV, answer, ask, none, none,
          ignored);
    } else {
      gesdd.call(
          job, rows, columns, none, rows, none, none, rows, none, ofV, answer, ask, none, ignored);
    }
    int length = r.workspace(answer);
    long lwork = r.integer(length);
    long a = r.elements((long) m * n);
    long u = r.elements(vectors ? (long) m * ku : 1);
    long v = r.elements(vectors ? (long) kv * n : 1);
    long work = r.elements(length);
    long rwork = r.reals(r.isComplex() ? realsForSvd(vectors, Math.max(m, n), k) : 0);
    long iwork = r.integers(8L * k);
    long info = r.integers(1);
    return (in, out, at) -> {
      // With infinities LAPACK might never end.
      if (!At.isFinite(r.dtype(), in[0], (long) m * n)) {
        putNans(r, out, k, (long) m * ku, (long) kv * n);
        return;
      }
      inA.run(in[0], at + a);
      if (r.isComplex()) {
        gesdd.call(
            job,
            rows,
            columns,
            at + a,
            rows,
            out[0],
            at + u,
            rows,
            at + v,
            ofV,
            at + work,
            lwork,
            at + rwork,
            at + iwork,
            at + info);
      } else {
        gesdd.call(
            job,
            rows,
            columns,
            at + a,
            rows,
            out[0],
            at + u,
            rows,
            at + v,
            ofV,
            at + work,
            lwork,
            at + iwork,
            at + info);
      }
      if (At.integer(at + info) != 0) {
        putNans(r, out, k, (long) m * ku, (long) kv * n);
      } else if (vectors) {
        outU.run(at + u, out[1]);
        outV.run(at + v, out[2]);
      }
    };
  }

  /** Results without a number: real values first, then what was asked for of their vectors. */
  private static void putNans(Recipe r, long[] out, long values, long... vectors) {
    At.putNans(r.dtype().component(), out[0], values);
    for (int k = 1; k < out.length; k++) {
      At.putNans(r.dtype(), out[k], vectors[k - 1]);
    }
  }

  /** What the documentation of LAPACK's cgesdd asks for. */
  private static long realsForSvd(boolean vectors, long larger, long smaller) {
    return vectors
        ? Math.max(
            5 * smaller * smaller + 5 * smaller,
            2 * larger * smaller + 2 * smaller * smaller + smaller)
        : 7 * smaller;
  }

  static Routine eig(Recipe r, boolean left, boolean right, int n) {
    var geev = r.routine("geev");
    var turn = r.transposition(n, n);
    long wantLeft = r.letter(left ? 'V' : 'N');
    long wantRight = r.letter(right ? 'V' : 'N');
    long size = r.integer(n);
    long ask = r.integer(-1);
    long answer = r.number(0);
    long none = r.number(0);
    long ignored = r.integer(0);
    if (r.isComplex()) {
      geev.call(
          wantLeft, wantRight, size, none, size, none, none, size, none, size, answer, ask, none,
          ignored);
    } else {
      geev.call(
          wantLeft, wantRight, size, none, size, none, none, none, size, none, size, answer, ask,
          ignored);
    }
    int length = r.workspace(answer);
    long lwork = r.integer(length);
    long a = r.elements((long) n * n);
    // Real eigenvalues and their imaginary parts; or workspace.
    long parts = r.reals(2L * n);
    long vl = r.elements(left ? (long) n * n : 1);
    long vr = r.elements(right ? (long) n * n : 1);
    long work = r.elements(length);
    long info = r.integers(1);
    return (in, out, at) -> {
      int rightAt = left ? 2 : 1;
      long re = at + parts;
      long im = re + (long) n * r.realSize();
      // With infinities LAPACK might never end.
      boolean failed = !At.isFinite(r.dtype(), in[0], (long) n * n);
      if (!failed) {
        turn.run(in[0], at + a);
        if (r.isComplex()) {
          geev.call(
              wantLeft, wantRight, size, at + a, size, out[0], at + vl, size, at + vr, size,
              at + work, lwork, re, at + info);
        } else {
          geev.call(
              wantLeft, wantRight, size, at + a, size, re, im, at + vl, size, at + vr, size,
              at + work, lwork, at + info);
        }
        failed = At.integer(at + info) != 0;
      }
      var part = r.dtype().component();
      if (failed) {
        At.putNans(part, out[0], 2L * n);
        for (int k = 1; k < out.length; k++) {
          At.putNans(part, out[k], 2L * n * n);
        }
      } else if (r.isComplex()) {
        if (left) {
          turn.run(at + vl, out[1]);
        }
        if (right) {
          turn.run(at + vr, out[rightAt]);
        }
      } else {
        for (int k = 0; k < n; k++) {
          At.putReal(part, out[0], 2L * k, At.real(part, re, k));
          At.putReal(part, out[0], 2L * k + 1, At.real(part, im, k));
        }
        if (left) {
          unpack(r, n, im, at + vl, out[1]);
        }
        if (right) {
          unpack(r, n, im, at + vr, out[rightAt]);
        }
      }
    };
  }

  /**
   * Of a pair of conjugate eigenvalues, LAPACK gives the vector's real and its imaginary part in
   * two columns.
   */
  private static void unpack(Recipe r, int n, long im, long from, long to) {
    var part = r.dtype().component();
    for (int j = 0; j < n; j++) {
      boolean pair = At.real(part, im, j) != 0;
      for (int i = 0; i < n; i++) {
        double x = At.real(part, from, (long) j * n + i);
        double y = pair ? At.real(part, from, (long) (j + 1) * n + i) : 0;
        put(r, to, (long) i * n + j, x, y);
        if (pair) {
          put(r, to, (long) i * n + j + 1, x, -y);
        }
      }
      j += pair ? 1 : 0;
    }
  }

  private static void put(Recipe r, long to, long index, double re, double im) {
    At.putReal(r.dtype().component(), to, 2 * index, re);
    At.putReal(r.dtype().component(), to, 2 * index + 1, im);
  }
}
