"""Fits the minimax polynomials of jacobean.llvm.math, with Remez' exchange algorithm in mpmath.

Run it to print the coefficients, lowest power first, and the error of each fit in units of 2^-24
(float32) or 2^-53 (float64). `pip install mpmath`; takes about a minute.

A fit is of f(t) over [a, b], where the polynomial's error is weighed with w(t), so that
w(t) * (p(t) - f(t)) is the relative error of the whole function.
"""
import sys
from mpmath import mp, mpf, matrix, lu_solve, cos, pi, exp, log, sin, asin, atan, sqrt, erfc, expm1, fabs, polyval, cosh, sinh

mp.prec = 200


def remez(f, w, a, b, degree, rounds=12):
    a, b = mpf(a), mpf(b)
    n = degree + 2
    xs = [(a + b) / 2 + (b - a) / 2 * cos(pi * (n - 1 - i) / (n - 1)) for i in range(n)]
    grid = [(a + b) / 2 + (b - a) / 2 * cos(pi * (800 - i) / 800) for i in range(801)]
    values = [(t, f(t), w(t)) for t in grid]
    best = None
    for _ in range(rounds):
        m, r = matrix(n, n), matrix(n, 1)
        for i, t in enumerate(xs):
            for k in range(degree + 1):
                m[i, k] = t**k
            m[i, degree + 1] = (-1) ** i / w(t)
            r[i] = f(t)
        s = lu_solve(m, r)
        c = [s[k] for k in range(degree + 1)]
        err = [(wt * (polyval(c[::-1], t) - ft), t) for t, ft, wt in values]
        worst = max(fabs(e) for e, _ in err)
        if best is None or worst < best[0]:
            best = (worst, c)
        # the extreme of each run of one sign
        runs = []
        for e, t in err:
            if runs and (runs[-1][0] > 0) == (e > 0):
                if fabs(e) > fabs(runs[-1][0]):
                    runs[-1] = (e, t)
            else:
                runs.append((e, t))
        while len(runs) > n:
            runs.pop(0 if fabs(runs[0][0]) < fabs(runs[-1][0]) else -1)
        if len(runs) < n:
            break
        xs = [t for _, t in runs]
    return best


def show(name, f, w, a, b, degree, bits=24):
    import struct
    worst, c = remez(f, w, a, b, degree)
    if bits == 24:
        c = [struct.unpack("f", struct.pack("f", float(x)))[0] for x in c]
    print("%s: degree %d, error %.3f ulp" % (name, degree, float(worst * mpf(2) ** bits)))
    for x in c:
        print("    %r," % float(x))


ln2 = log(mpf(2))
tiny = mpf(10) ** -20


def away(f):
    """f, with 0 replaced by a tiny number where the formula divides by it."""
    return lambda t: f(t if fabs(t) > tiny else tiny)


show("exp: (e^r - 1 - r) / r^2", away(lambda r: (exp(r) - 1 - r) / r**2), away(lambda r: r**2 / exp(r)), -ln2 / 2, ln2 / 2, 4)
show("expm1: (e^r - 1 - r) / r^2", away(lambda r: (exp(r) - 1 - r) / r**2), away(lambda r: r**2 / expm1(r)), -ln2 / 2, ln2 / 2, 5)
show("exp2: (2^r - 1) / r", away(lambda r: (2**r - 1) / r), away(lambda r: r / 2**r), mpf(-1) / 2, mpf(1) / 2, 6)
show("log: (log(1+f) - f + f^2/2) / f^3", away(lambda r: (log(1 + r) - r + r * r / 2) / r**3), away(lambda r: r**3 / log(1 + r)), sqrt(mpf(1) / 2) - 1, sqrt(mpf(2)) - 1, 8)
show("sin: (sin r - r) / r^3 in r^2", away(lambda z: (sin(sqrt(z)) - sqrt(z)) / sqrt(z) ** 3), away(lambda z: sqrt(z) ** 3 / sin(sqrt(z))), 0, (pi / 4) ** 2, 3)
show("cos: (cos r - 1 + r^2/2) / r^4 in r^2", away(lambda z: (cos(sqrt(z)) - 1 + z / 2) / z**2), away(lambda z: z**2 / cos(sqrt(z))), 0, (pi / 4) ** 2, 3)
show("asin: (asin x - x) / x^3 in x^2", away(lambda z: (asin(sqrt(z)) - sqrt(z)) / sqrt(z) ** 3), away(lambda z: sqrt(z) ** 3 / asin(sqrt(z))), 0, mpf(1) / 4, 5)
show("atan: (atan x - x) / x^3 in x^2", away(lambda z: (atan(sqrt(z)) - sqrt(z)) / sqrt(z) ** 3), away(lambda z: sqrt(z) ** 3 / atan(sqrt(z))), 0, 1, 9)
# erfcx(x) (1 + 2x) in q = (x - 2) / (x + 2), x in [0, 10.1]
X = lambda q: 2 * (1 + q) / (1 - q)
erfcx = lambda x: exp(x * x) * erfc(x)
show("erfc: e^(x^2) erfc(x) (1 + 2x) in (x-2)/(x+2)", lambda q: erfcx(X(q)) * (1 + 2 * X(q)), lambda q: 1 / (erfcx(X(q)) * (1 + 2 * X(q))), (mpf(0.25) - 2) / (mpf(0.25) + 2), (mpf(10.1) - 2) / (mpf(10.1) + 2), 10)
show("pow: log2((1+s)/(1-s)) / s in s^2", away(lambda z: log((1 + sqrt(z)) / (1 - sqrt(z))) / ln2 / sqrt(z)), lambda z: mpf(1) / 3, 0, mpf("0.02945"), 6, 53)
show("pow: 2^r", lambda r: 2**r, lambda r: 1 / 2**r, mpf(-1) / 2, mpf(1) / 2, 8, 53)
from mpmath import erf
show("erf: erf(x)/x in x^2, |x| < 1", away(lambda z: erf(sqrt(z)) / sqrt(z)), away(lambda z: sqrt(z) / erf(sqrt(z))), 0, 1, 6)
show("erf: -log(1 - erf(x)), 0.9 < x < 4", lambda x: -log(erfc(x)), lambda x: erfc(x) / erf(x), mpf(0.9), mpf(4), 8)
