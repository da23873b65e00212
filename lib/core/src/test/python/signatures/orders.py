"""Sorting, searching and sets."""

import jax.numpy as jnp
import numpy as np
from jax import lax

from signatures.draw import ALL


def orders():
    rows = {}
    NO_COMPLEX = [t for t in ALL if t != "complex64"]

    def tied(d, low=0, high=3, dtypes=ALL, special=0.2):
        x = d.array(d.shape(low, high), d.pick(*dtypes), -2, 2, special=special)
        return np.rint(x).astype(x.dtype) if x.dtype.kind == "f" and d.maybe(0.4) else x

    def sorted_row(name):
        def row(d):
            x = tied(d, 1)
            return [x], d.pick({}, {"axis": d.axis(x.ndim)}, {"axis": d.axis(x.ndim), "descending": True})
        return row

    rows["jnp.sort"] = sorted_row("sort")
    rows["jnp.argsort"] = sorted_row("argsort")
    for n in "argmax argmin nanargmax nanargmin".split():
        rows[f"jnp.{n}"] = lambda d: (lambda x: ([x], d.pick({}, {"axis": d.axis(x.ndim)}, {"axis": d.axis(x.ndim), "keepdims": True})))(tied(d, 1))
    for n in "partition argpartition".split():
        rows[f"jnp.{n}"] = lambda d: (lambda x: (lambda a: ([x, d.rng.randrange(x.shape[a])], {"axis": a}))(d.axis(x.ndim)))(tied(d, 1))
    rows["jnp.partition"] = lambda d: (lambda x: (lambda a: ([np.sort(x, -1), d.rng.randrange(x.shape[-1])], {}))(0))(tied(d, 1, dtypes=NO_COMPLEX, special=0))
    rows["jnp.sort_complex"] = lambda d: ([tied(d, 1, 2)], {})
    rows["jnp.lexsort"] = lambda d: (lambda s: ([[np.rint(d.array(s, d.pick("float32", "int32", "int8"), -2, 2)) for _ in range(d.rng.randint(1, 3))]], d.pick({}, {"axis": d.axis(len(s))})))(d.shape(1, 2))

    def searchsorted(d):
        t = d.pick(*NO_COMPLEX[:-1])
        a = np.sort(np.rint(d.array([d.n()], t, -3, 3)))
        return [a.astype(t), np.rint(d.array(d.shape(0, 2), t, -4, 4, special=0.2)).astype(t)], d.pick({}, {"side": "left"}, {"side": "right"})

    rows["jnp.searchsorted"] = searchsorted

    def digitize(d):
        bins = np.sort(d.array([d.n()], "float32"))
        return [d.array(d.shape(0, 2), d.pick("float32", "int32")), bins if d.maybe() else bins[::-1].copy()], d.pick({}, {"right": True})

    rows["jnp.digitize"] = digitize

    def unique(d):
        return [tied(d, 0, 2)], d.pick({}, {"size": d.rng.randint(0, 6)}, {"size": d.rng.randint(1, 6), "fill_value": d.pick(0, 3)})

    rows["jnp.unique"] = unique
    rows["jnp.unique_all"] = lambda d: ([tied(d, 0, 2)], {})
    rows["jnp.unique_counts"] = rows["jnp.unique_inverse"] = rows["jnp.unique_values"] = lambda d: ([tied(d, 0, 2)], {})

    def pair(d):
        t = d.pick(*NO_COMPLEX)
        return [np.rint(d.array(d.shape(0, 2), t)).astype(t), np.rint(d.array(d.shape(0, 2), t if d.maybe(0.8) else "float32"))]

    for n in "intersect1d union1d setdiff1d setxor1d".split():
        rows[f"jnp.{n}"] = lambda d, n=n: (pair(d), {}) if d.maybe(0.6) else (
            pair(d) + [d.rng.randint(1, 6), d.pick(0, 5)], {}, lambda x, y, s, f: getattr(jnp, n)(x, y, size=s, fill_value=f))
    rows["jnp.isin"] = lambda d: (pair(d), d.pick({}, {"invert": True}))

    def bincount(d):
        x = d.ints([d.n()], 0, 6, d.pick("int32", "uint8", "int64"))
        return d.pick(([x], {}), ([x, d.array(x.shape, d.pick("float32", "int32", "float16"))], {}), ([x], {"length": d.rng.randint(0, 8)}))

    rows["jnp.bincount"] = bincount

    def histogram(d):
        x = d.array(d.shape(1, 2), d.pick("float32", "float32", "int32", "float64"))
        return d.pick(([x], {"bins": d.rng.randint(1, 5), "range": [-1.5, 2.0]}), ([x], {"bins": 3, "weights": d.array(x.shape, "float32", 0, 2)}),
                      ([x], {"bins": 4, "density": True}), ([x, np.sort(d.array([4]))], {}))

    rows["jnp.histogram"] = histogram
    rows["jnp.trim_zeros"] = lambda d: (lambda x: ([x], d.pick({}, {"trim": d.pick("f", "b", "fb")})))(np.rint(d.array([d.n(0, 7)], d.pick("float32", "int32"), -1, 1)))
    rows["lax.sort"] = lambda d: (lambda x: ([x] + d.pick([], [d.axis(x.ndim)]), {}))(tied(d, 1))

    def key_val(d):
        x = tied(d, 1)
        return [x, d.array(x.shape, d.pick("float32", "int32", "bool"))] + d.pick([], [d.axis(x.ndim)]), {}

    rows["lax.sort_key_val"] = key_val
    rows["lax.top_k"] = lambda d: (lambda x: (lambda a: ([x, d.rng.randint(0, x.shape[a])] + ([a] if a != -1 else []), {}, lambda x, k, axis=-1: lax.top_k(x, k, axis=axis)))(d.pick(-1, d.axis(x.ndim))))(tied(d, 1, dtypes=NO_COMPLEX[:-1]))
    for n in "argmax argmin".split():
        rows[f"lax.{n}"] = lambda d: (lambda x: ([x, d.rng.randrange(x.ndim), d.pick("int32", "uint8", "int64")], {}, lambda x, a, t, f=getattr(lax, n): f(x, a, jnp.dtype(t))))(tied(d, 1))
    for n in "approx_max_k approx_min_k".split():
        rows[f"lax.{n}"] = lambda d: (lambda x: ([x, d.rng.randint(1, x.shape[-1])], {}))(d.array(d.shape(1, 2, 1)))
    return rows
