"""Writes golden/special.jsonl: what JAX gives for special functions of jax.scipy.special and lax.

Run with JAX 0.10 on a CPU: python special_cases.py. A gradient is that by the argument with the number
"by". What JAX computes in float64 where its float32 result is far from that is "exact", as in
held_out_goldens.py. Left out is where JAX is wrong: expn at 0 (1/n for 1/(n-1)), expi at 0 and at
infinity (NaN), the Hurwitz zeta function of infinity (NaN), Bessel functions in float32 near 0 (NaN),
2F1 below -1 and near 1, 1F1 of great negative numbers.
"""

import json
import os
import warnings

os.environ["XLA_FLAGS"] = "--xla_backend_optimization_level=0 --xla_llvm_disable_expensive_passes=true"
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


class Cases:
    def __init__(self, file):
        self.file = file

    def compute(self, fn, args, by, kwargs):
        """What the function gives, and its gradient by each of these arguments."""
        module = jax.scipy.special if fn.startswith("special.") else jax.lax
        f = getattr(module, fn.split(".")[1])
        # Only the floating arguments are traced: some functions need their integers known.
        floats = {i: a for i, a in enumerate(args) if hasattr(a, "dtype") and a.dtype.kind in "fc"}

        def called(x):
            return f(*[x.get(i, a) for i, a in enumerate(args)], **kwargs)

        def all_of(x):
            grads = [jax.grad(lambda v, i=i: weighted(called(x | {i: v})))(x[i]) for i in by]
            return called(x), grads

        return jax.jit(all_of)(floats) if floats else (called({}), [])

    def case(self, fn, *args, by=(), exact=None, **kwargs):
        """One case for each argument to take a gradient by, or one without."""
        out, grads = self.compute(fn, args, by, kwargs)
        for k, i in enumerate(by or (None,)):
            line = {"fn": fn, "args": [a if isinstance(a, int) else encode(a) for a in args], "kwargs": kwargs, "out": encode(out)}
            if exact and k == 0 and any(far(a, b) for a, b in zip(parts(out), parts(exact[0]))):
                line["exact"] = encode(exact[0])
            if i is not None:
                line |= {"grad": encode(grads[k]), "by": i}
                if exact and far(grads[k], exact[1][k]):
                    line["exact_grad"] = encode(exact[1][k])
            self.file.write(json.dumps(line, separators=(",", ":")) + "\n")
        self.file.flush()
        return out, grads

    def both(self, fn, *args, by=(), **kwargs):
        """In double precision, and in single precision with that for what is exact."""
        wide = [np.asarray(a, np.float32).astype(float) if np.asarray(a).dtype.kind == "f" else np.asarray(a) for a in args]
        exact = self.case(fn, *wide, by=by, **kwargs)
        single = [a.astype(np.float32) if a.dtype.kind == "f" else a for a in wide]
        # With 64 bits at hand some functions give float64 of float32.
        with jax.enable_x64(False):
            self.case(fn, *single, by=by, exact=exact, **kwargs)


def parts(x):
    return x if isinstance(x, tuple) else (x,)


def draw(low, high, *shape):
    return R.uniform(low, high, shape)


def great(low, high, *shape):
    return np.exp(R.uniform(np.log(low), np.log(high), shape))


def one_argument(c):
    for name, low, high in [
        ("dawsn", -8, 8), ("erfcx", -2, 9), ("expi", 0.1, 60), ("expi", -20, -0.1), ("exp1", 0.01, 9),
        ("fresnel", -6, 6), ("sici", 0.1, 20), ("sici", -20, -0.1), ("spence", 2.1, 9),
        ("loggamma", 0.1, 20),
    ]:
        c.both("special." + name, draw(low, high, 13), by=(0,))
    for name in ["dawsn", "erfcx", "exp1", "fresnel", "sici", "spence", "loggamma"]:
        # JAX is wrong or takes minutes at these.
        without = {"erfcx": [-30.0, NAN], "spence": [INF], "exp1": [1e-8, INF]}.get(name, [])
        c.both("special." + name, np.array([e for e in EDGES if e not in without]))
    c.both("special.spence", draw(0.05, 3, 13))
    c.both("special.expi", np.array([1.0, -1.0, 2.0, 30.0, -30.0, 80.0, NAN]))
    c.both("special.sici", np.array([2.0, 4.0, 4.5, 8.0, 100.0, 1e4]))
    c.both("special.erfcx", np.array([4.9, 5.1, 19.9, 20.1, 25.0, 1e3, 1e6]))
    c.both("special.fresnel", np.array([1.5, 1.49, 1.6, 3.0, 9.5]))


def gammas(c):
    for name in ["lax.igamma", "lax.igammac"]:
        c.case(name, draw(0.1, 9, 5), draw(0.1, 15, 5))
    for name in ["special.gammainc", "special.gammaincc"]:
        c.both(name, draw(0.1, 9, 13), draw(0.1, 15, 13), by=(0, 1))
        c.both(name, great(0.01, 900, 33), great(0.01, 900, 33))
        c.both(name, np.array([0.0, 1, 1, -1, 1, NAN, 2, 5]), np.array([1.0, 0, INF, 1, -1, 1, NAN, 5]))
    c.both("special.gammainc", draw(1, 3, 3, 1), draw(1, 3, 4))
    c.both("special.gammainc", np.int32(2), draw(1, 3, 4))
    c.both("lax.igamma_grad_a", draw(0.1, 9, 13), draw(0.1, 15, 13))
    c.both("lax.random_gamma_grad", draw(0.1, 9, 13), draw(0.1, 15, 13))
    c.case("lax.betainc", draw(0.1, 9, 5), draw(0.1, 9, 5), draw(0.05, 0.95, 5))
    for name in ["special.betainc"]:
        c.both(name, draw(0.1, 9, 13), draw(0.1, 9, 13), draw(0.05, 0.95, 13), by=(2,))
        c.both(name, great(0.01, 90, 33), great(0.01, 90, 33), draw(0, 1, 33))
        c.both(
            name,
            np.array([1.0, 1, 1, -1, 1, NAN, 2, 0, 2, 0, INF, 2]),
            np.array([2.0, 2, 2, 1, -1, 1, NAN, 2, 0, 0, 2, INF]),
            np.array([0.0, 1, 1.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]),
        )
    c.case("lax.zeta", draw(1.1, 9, 5), draw(0.1, 9, 5))
    for name in ["special.zeta"]:
        c.both(name, draw(1.1, 9, 13), draw(0.1, 9, 13), by=(0, 1))
        c.both(name, np.array([1.0, 0.5, 2, 2, 3, 2.5, NAN, 2]), np.array([1.0, 2, -1, -1.5, -1.5, -1.5, 1, NAN]))
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
        c.case("special.bessel_jn", draw(1, 20, 7), by=(0,), v=v)
        c.case("special.bessel_jn", draw(8, 20, 2, 3).astype(np.float32), by=(0,), v=v)
    n = np.array([0, 1, 1, 2, 3, 3, 4], np.int32)
    m = np.array([0, 0, 1, -1, 3, -2, 2], np.int32)
    more = np.arange(9, dtype=np.int32)
    for dtype in [np.float32, np.float64]:
        theta, phi = draw(0.1, 3, 7).astype(dtype), draw(0, 6, 7).astype(dtype)
        with jax.enable_x64(dtype == np.float64):
            c.case("special.sph_harm_y", n, m, theta, phi, by=(2,))
            c.case("special.sph_harm_y", n, m, theta, phi, by=(3,), n_max=4)
            c.case("special.sph_harm_y", more, more // 2, draw(0, 3, 9).astype(dtype), draw(0, 6, 9).astype(dtype))


def of_complex_numbers(c):
    for dtype in [np.complex64, np.complex128]:
        z = (draw(-4, 4, 13) + 1j * draw(-2, 4, 13)).astype(dtype)
        c.case("special.wofz", z, by=(0,))
        c.case("special.wofz", (draw(-20, 20, 7) + 1j * draw(0, 30, 7)).astype(dtype))
        c.case("special.erfcx", (draw(0, 4, 7) + 1j * draw(-3, 3, 7)).astype(dtype), by=(0,))
        c.case("special.loggamma", (draw(-5, 5, 13) + 1j * draw(-4, 4, 13)).astype(dtype))
        c.case("special.loggamma", np.array([1, 5, -1.5, 0.5 + 1e-3j, -2 - 1e-2j], dtype))
        c.case("special.gamma", (draw(-2, 4, 7) + 1j * draw(-2, 2, 7)).astype(dtype))
    c.case("special.wofz", np.array([0.0, 1.0, -2.0], np.float32))


if __name__ == "__main__":
    with open(OUT, "w") as o:
        cases = Cases(o)
        for part in [one_argument, gammas, integrals, series, of_complex_numbers]:
            part(cases)
