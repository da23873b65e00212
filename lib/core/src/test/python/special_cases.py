"""Writes golden/special.jsonl: what JAX gives for special functions of jax.scipy.special and lax.

Run with JAX 0.10 on a CPU: python special_cases.py. A gradient is that by the argument with the number
"by". What JAX computes in float64 where its float32 result is far from that is "exact", as in
held_out_goldens.py. Left out is where JAX is wrong: expn at 0 (1/n for 1/(n-1)), expi at 0 and at
infinity (NaN), the Hurwitz zeta function of infinity (NaN), Bessel functions in float32 near 0 (NaN),
2F1 below -1 and near 1, 1F1 of great negative numbers.
"""

import json
import warnings

import jax

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp
import numpy as np
from make_goldens import FOLDER, encode

warnings.simplefilter("ignore")
R = np.random.RandomState(23)
OUT = FOLDER / "special.jsonl"
NAN, INF = np.nan, np.inf
EDGES = [0.0, -0.0, 1.0, -1.0, -0.5, 2.0, 30.0, -30.0, 1e-8, INF, -INF, NAN]


def weighted(out):
    if isinstance(out, tuple):
        return sum(weighted(o) for o in out)
    real = jnp.real(out) + jnp.imag(out)
    return jnp.sum(real * jnp.cos(jnp.arange(out.size, dtype=real.dtype)).reshape(out.shape))


def far(a, b):
    a, b = np.ravel(np.asarray(a)).astype(complex), np.ravel(np.asarray(b)).astype(complex)
    fine = np.isfinite(a) & np.isfinite(b)
    return np.any(np.abs(a - b)[fine] > 1e-6 + 1e-6 * np.abs(b)[fine])


def exactly(args):
    wide = {"float32": "float64", "complex64": "complex128"}
    return [a.astype(wide.get(str(a.dtype), a.dtype)) if hasattr(a, "dtype") else a for a in args]


def parts(x):
    return x if isinstance(x, tuple) else (x,)


class Cases:
    def __init__(self, file):
        self.file = file

    def case(self, fn, *args, by=None, **kwargs):
        """One case; a gradient where there is an argument to take it by."""
        module = jax.scipy.special if fn.startswith("special.") else jax.lax
        f = getattr(module, fn.split(".")[1])

        # Only the floating arguments are traced: some functions need their integers known.
        def given(args):
            return [i for i, a in enumerate(args) if hasattr(a, "dtype") and a.dtype.kind in "fc"]

        def called(args, floats):
            return f(*[floats.get(i, a) for i, a in enumerate(args)], **kwargs)

        def value(args):
            floats = {i: args[i] for i in given(args)}
            return jax.jit(lambda x: called(args, x))(floats)

        def gradient(args):
            floats = {i: args[i] for i in given(args)}
            return jax.jit(jax.grad(lambda x: weighted(called(args, floats | {by: x}))))(args[by])

        out = value(args)
        line = {"fn": fn, "args": [encode(a) for a in args], "kwargs": kwargs, "out": encode(out)}
        wide = value(exactly(args)) if fn != "special.bernoulli" else out
        if any(far(a, b) for a, b in zip(parts(out), parts(wide))):
            line["exact"] = encode(wide)
        if by is not None:
            grad, wide = gradient(args), gradient(exactly(args))
            line["grad"] = encode(grad)
            line["by"] = by
            if far(grad, wide):
                line["exact_grad"] = encode(wide)
        self.file.write(json.dumps(line, separators=(",", ":")) + "\n")
        self.file.flush()

    def both(self, fn, *args, by=(), **kwargs):
        """In both precisions, with the gradients by some arguments."""
        for dtype in (np.float32, np.float64):
            typed = [np.asarray(a, dtype) if np.asarray(a).dtype.kind == "f" else np.asarray(a) for a in args]
            for b in by or (None,):
                self.case(fn, *typed, by=b, **kwargs)


def draw(low, high, *shape):
    return R.uniform(low, high, shape)


def great(low, high, *shape):
    return np.exp(R.uniform(np.log(low), np.log(high), shape))


def one_argument(c):
    for name, low, high in [
        ("dawsn", -8, 8), ("erfcx", -2, 12), ("exp1", 0.01, 9), ("expi", 0.1, 60), ("expi", -20, -0.1),
        ("fresnel", -6, 6), ("sici", 0.1, 20), ("sici", -20, -0.1), ("spence", 0.05, 9),
        ("loggamma", 0.1, 20),
    ]:
        c.both("special." + name, draw(low, high, 13), by=(0,))
    for name in ["dawsn", "erfcx", "exp1", "fresnel", "sici", "spence", "loggamma"]:
        edges = [e for e in EDGES if name != "erfcx" or e > -3 or e == -INF]
        # The series for one precision are no longer those of the integral at great numbers.
        c.both("special." + name, np.array([e for e in edges if name != "spence" or e != INF]))
    c.both("special.expi", np.array([1.0, -1.0, 2.0, 30.0, -30.0, 80.0, NAN]))
    c.both("special.sici", np.array([2.0, 4.0, 4.5, 8.0, 100.0, 1e4]))
    c.both("special.erfcx", np.array([4.9, 5.1, 19.9, 20.1, 25.0, 1e3, 1e6]))
    c.both("special.fresnel", np.array([1.5, 1.49, 1.6, 3.0, 9.5]))


def gammas(c):
    for name in ["special.gammainc", "special.gammaincc", "lax.igamma", "lax.igammac"]:
        c.both(name, draw(0.1, 9, 13), draw(0.1, 15, 13), by=(0, 1))
        c.both(name, great(0.01, 900, 33), great(0.01, 900, 33))
        c.both(name, np.array([0.0, 1, 1, -1, 1, NAN, 2, 5]), np.array([1.0, 0, INF, 1, -1, 1, NAN, 5]))
    c.both("special.gammainc", draw(1, 3, 3, 1), draw(1, 3, 4))
    c.both("special.gammainc", np.int32(2), draw(1, 3, 4))
    c.both("lax.igamma_grad_a", draw(0.1, 9, 13), draw(0.1, 15, 13))
    c.both("lax.random_gamma_grad", draw(0.1, 9, 13), draw(0.1, 15, 13))
    for name in ["special.betainc", "lax.betainc"]:
        c.both(name, draw(0.1, 9, 13), draw(0.1, 9, 13), draw(0.05, 0.95, 13), by=(2,))
        c.both(name, great(0.01, 90, 33), great(0.01, 90, 33), draw(0, 1, 33))
        c.both(
            name,
            np.array([1.0, 1, 1, -1, 1, NAN, 2, 0, 2, 0, INF, 2]),
            np.array([2.0, 2, 2, 1, -1, 1, NAN, 2, 0, 0, 2, INF]),
            np.array([0.0, 1, 1.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]),
        )
    for name in ["special.zeta", "lax.zeta"]:
        c.both(name, draw(1.1, 9, 13), draw(0.1, 9, 13), by=(0, 1) if name[0] == "s" else ())
        c.both(name, np.array([1.0, 0.5, 2, 2, 3, 2.5, 2, NAN, 2]), np.array([1.0, 2, -1, -1.5, -1.5, -1.5, INF, 1, NAN]))
    c.both("special.zeta", draw(20, 60, 5), draw(0.5, 3, 5))
    c.both("special.polygamma", np.array([0, 1, 2, 3, 5]), draw(0.2, 5, 3, 5), by=(1,))
    c.both("lax.polygamma", np.array([0.0, 1, 2, 3, 5]), draw(0.2, 5, 5))
    for name in ["lgamma", "digamma", "bessel_i0e", "bessel_i1e"]:
        c.both("lax." + name, draw(0.2, 5, 7), by=(0,))
    for repetition in [False, True]:
        c.both("special.comb", draw(3, 9, 7), draw(0, 3, 7), by=(0, 1), repetition=repetition)
        c.both("special.comb", np.array([5.0, 5, 5, -1, 3, 0]), np.array([0.0, 5, 6, 1, -1, 0]), repetition=repetition)
    c.case("special.comb", np.int32(5), np.arange(6, dtype=np.int32))
    with jax.enable_x64(False):
        for n in [0, 1, 2, 3, 6, 20, 33]:
            c.case("special.bernoulli", n)


def integrals(c):
    for n in [1, 2, 3, 7]:
        c.both("special.expn", np.int32(n), draw(0.05, 0.95, 5), by=(1,))
        c.both("special.expn", np.int32(n), draw(1.1, 9, 5), by=(1,))
    c.both("special.expn", np.array([0, 1, 6000, 5, 1, -1, 1]), np.array([2.0, 0, 2, 40, -1, 1, NAN]))
    c.both("special.owens_t", draw(-3, 3, 13), draw(-3, 3, 13), by=(0, 1))
    c.both("special.owens_t", np.array([0.0, 1, 1, 0, 5, NAN, 1, INF]), np.array([1.0, 0, 1, 3, 0.5, 1, NAN, 1]))
    for name in ["boxcox", "boxcox1p"]:
        c.both("special." + name, draw(0.1, 5, 7), draw(-2, 2, 7), by=(0, 1))
        c.both("special." + name, np.array([0.0, 1, 1, 2, -2, INF, NAN]), np.array([1.0, 0, 2, 0, 1, 1, 0]))


def series(c):
    c.both("special.hyp1f1", draw(0.5, 4, 13), draw(1, 5, 13), draw(-2, 4, 13), by=(0, 1, 2))
    c.both("special.hyp1f1", np.array([0.0, 1, 2, 0]), np.array([1.0, 1, 0, 0]), np.array([2.0, 2, 1, 1]))
    c.both("special.hyp2f1", draw(0.5, 2, 13), draw(0.5, 2, 13), draw(2.5, 5, 13), draw(-0.7, 0.7, 13), by=(0, 1, 2, 3))
    c.both(
        "special.hyp2f1",
        np.array([1.0, 0, 1, 1, 1, 2, -2, 0.5, 1.5]),
        np.array([1.0, 1, 1, 1, 0.5, 1, 1, 0.25, 0.5]),
        np.array([2.0, 2, 0, 3, 2, 2, 3, 2, 1.5]),
        np.array([0.0, 1, 0.5, 2, 1, 0.5, 0.5, 0.95, 0.5]),
    )
    for v in [0, 1, 4]:
        c.case("special.bessel_jn", draw(1, 20, 7), v=v, by=0)
        c.case("special.bessel_jn", draw(8, 20, 2, 3).astype(np.float32), v=v, by=0)
    for dtype in [np.float32, np.float64]:
        n = np.array([0, 1, 1, 2, 3, 3, 4], np.int32)
        m = np.array([0, 0, 1, -1, 3, -2, 2], np.int32)
        theta, phi = draw(0.1, 3, 7).astype(dtype), draw(0, 6, 7).astype(dtype)
        c.case("special.sph_harm_y", n, m, theta, phi, by=2)
        c.case("special.sph_harm_y", n, m, theta, phi, by=3, n_max=4)
        c.case("special.sph_harm_y", np.arange(9, dtype=np.int32), np.arange(9, dtype=np.int32) // 2, draw(0, 3, 9).astype(dtype), draw(0, 6, 9).astype(dtype))


def of_complex_numbers(c):
    for dtype in [np.complex64, np.complex128]:
        z = (draw(-4, 4, 13) + 1j * draw(-2, 4, 13)).astype(dtype)
        c.case("special.wofz", z, by=0)
        c.case("special.wofz", (draw(-20, 20, 7) + 1j * draw(0, 30, 7)).astype(dtype))
        c.case("special.erfcx", (draw(0, 4, 7) + 1j * draw(-3, 3, 7)).astype(dtype), by=0)
        c.case("special.loggamma", (draw(-5, 5, 13) + 1j * draw(-4, 4, 13)).astype(dtype))
        c.case("special.loggamma", np.array([1, 5, -1.5, 0.5 + 1e-3j, -2 - 1e-2j], dtype))
        c.case("special.gamma", (draw(-2, 4, 7) + 1j * draw(-2, 2, 7)).astype(dtype))
    c.case("special.wofz", np.array([0.0, 1.0, -2.0], np.float32))


with open(OUT, "w") as o:
    cases = Cases(o)
    for part in [one_argument, gammas, integrals, series, of_complex_numbers]:
        part(cases)
