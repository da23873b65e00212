package jacobean.llvm.blas;

/** Factors of one matrix that are made of reflections, by LAPACK. */
final class ReflectionRoutines {
  private ReflectionRoutines() {}

  static Routine qr(Recipe r, boolean full, int m, int n) {
    int k = Math.min(m, n);
    int width = full ? m : k;
    var geqrf = r.routine("geqrf");
    var orgqr = r.routine("orgqr", "ungqr");
    var inA = r.transposition(m, n);
    var outQ = r.transposition(width, m);
    // Of a column-major matrix of m rows, the first `width`.
    var outR = r.transposition(n, width, m);
    var clear = TriangularRoutines.clear(r, 'U', n, width - 1, n);
    long rows = r.integer(m);
    long columns = r.integer(n);
    long steps = r.integer(k);
    long ofQ = r.integer(width);
    long ask = r.integer(-1);
    long answer = r.number(0);
    long none = r.number(0);
    long ignored = r.integer(0);
    geqrf.call(rows, columns, none, rows, none, answer, ask, ignored);
    int wanted = r.workspace(answer);
    orgqr.call(rows, ofQ, steps, none, rows, none, answer, ask, ignored);
    int length = Math.max(Math.max(wanted, r.workspace(answer)), Math.max(1, n));
    long lwork = r.integer(length);
    long a = r.elements((long) m * Math.max(n, width));
    long tau = r.elements(k);
    long work = r.elements(length);
    long info = r.integers(1);
    return (in, out, at) -> {
      inA.run(in[0], at + a);
      geqrf.call(rows, columns, at + a, rows, at + tau, at + work, lwork, at + info);
      outR.run(at + a, out[1]);
      clear.accept(out[1] + (long) n * r.size());
      orgqr.call(rows, ofQ, steps, at + a, rows, at + tau, at + work, lwork, at + info);
      outQ.run(at + a, out[0]);
    };
  }

  static Routine householderProduct(Recipe r, int m, int n, int k) {
    var orgqr = r.routine("orgqr", "ungqr");
    var inA = r.transposition(m, n);
    var outQ = r.transposition(n, m);
    long rows = r.integer(m);
    long columns = r.integer(n);
    long steps = r.integer(k);
    long ask = r.integer(-1);
    long answer = r.number(0);
    long none = r.number(0);
    orgqr.call(rows, columns, steps, none, rows, none, answer, ask, r.integer(0));
    int length = Math.max(r.workspace(answer), n);
    long lwork = r.integer(length);
    long a = r.elements((long) m * n);
    long work = r.elements(length);
    long info = r.integers(1);
    return (in, out, at) -> {
      inA.run(in[0], at + a);
      orgqr.call(rows, columns, steps, at + a, rows, in[1], at + work, lwork, at + info);
      outQ.run(at + a, out[0]);
    };
  }

  static Routine hessenberg(Recipe r, int n) {
    var gehrd = r.routine("gehrd");
    var turn = r.transposition(n, n);
    long size = r.integer(n);
    long one = r.integer(1);
    long ask = r.integer(-1);
    long answer = r.number(0);
    long none = r.number(0);
    gehrd.call(size, one, size, none, size, none, answer, ask, r.integer(0));
    int length = Math.max(r.workspace(answer), n);
    long lwork = r.integer(length);
    long a = r.elements((long) n * n);
    long work = r.elements(length);
    long info = r.integers(1);
    return (in, out, at) -> {
      turn.run(in[0], at + a);
      gehrd.call(size, one, size, at + a, size, out[1], at + work, lwork, at + info);
      turn.run(at + a, out[0]);
    };
  }

  static Routine tridiagonal(Recipe r, boolean lower, int n) {
    var sytrd = r.routine("sytrd", "hetrd");
    var turn = r.transposition(n, n);
    long triangle = r.letter(lower ? 'L' : 'U');
    long size = r.integer(n);
    long ask = r.integer(-1);
    long answer = r.number(0);
    long none = r.number(0);
    sytrd.call(triangle, size, none, size, none, none, none, answer, ask, r.integer(0));
    int length = Math.max(r.workspace(answer), n);
    long lwork = r.integer(length);
    long a = r.elements((long) n * n);
    long work = r.elements(length);
    long info = r.integers(1);
    return (in, out, at) -> {
      turn.run(in[0], at + a);
      sytrd.call(triangle, size, at + a, size, out[1], out[2], out[3], at + work, lwork, at + info);
      turn.run(at + a, out[0]);
    };
  }
}
