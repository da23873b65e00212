"""Products, polynomials, interpolation."""

import numpy as np

from signatures.draw import ALL


def products():
    rows = {}

    def einsum(d):
        letters = "ijklm"
        size = {c: d.n(0, 4) for c in letters}
        dots = d.shape(0, 2) if d.maybe(0.25) else None
        k = d.rng.randint(1, 3)
        specs, args = [], []
        t = d.pick("float32", "float32", "float32", "float64", "float16", "int32", "complex64", "bool")
        for _ in range(k):
            s = "".join(d.rng.choice(letters) for _ in range(d.rng.randint(0 if dots else 1, 3)))
            lead = d.broadcast(dots) if dots is not None and d.maybe(0.7) else None
            specs.append(("..." if lead is not None else "") + s)
            args.append(d.array((lead or []) + [size[c] for c in s], t if d.maybe(0.9) else "float32", -1.5, 1.5))
        text = ",".join(specs)
        if d.maybe(0.8):
            there = sorted(set(text) & set(letters))
            text += "->" + ("..." if dots is not None and "..." in text else "") + "".join(d.rng.sample(there, d.rng.randint(0, len(there))))
        return [text, *args], {}

    rows["jnp.einsum"] = einsum

    def numbers(d, k=2, low=0):
        t = d.pick("float32", "float32", "float64", "int32", "float16", "complex64", "bool", "int8")
        return [d.array([d.n(low, 6)], t if i == 0 or d.maybe(0.8) else "float32", -2, 2) for i in range(k)]

    for n in "polyadd polysub polymul".split():
        rows[f"jnp.{n}"] = lambda d: (numbers(d, 2, 1), {})
    rows["jnp.polydiv"] = lambda d: (lambda a: ([a[0], np.where(np.arange(a[1].size) == 0, np.asarray(2, a[1].dtype), a[1])], {}))(numbers(d, 2, 1))
    rows["jnp.polyder"] = lambda d: (numbers(d, 1, 1) + d.pick([], [d.rng.randint(0, 3)]), {})
    rows["jnp.polyint"] = lambda d: (numbers(d, 1, 1) + d.pick([], [d.rng.randint(0, 3)]), {})
    rows["jnp.polyval"] = lambda d: (numbers(d, 1) + [d.array(d.shape(0, 2), d.pick("float32", "int32", "complex64"), -2, 2)], {})
    rows["jnp.poly"] = lambda d: ([d.array([d.n()], d.pick("float32", "int32", "float64"), -2, 2)], {})
    rows["jnp.polyfit"] = lambda d: (lambda n: ([np.sort(d.array([n], d.pick("float32", "float64"))), d.array([n], "float32"), d.rng.randint(0, 3)], {}))(d.rng.randint(5, 8))

    def interp(d):
        n = d.rng.randint(1, 6)
        xp = np.cumsum(d.array([n], "float32", 0.2, 1)).astype("float32") - 1
        x = d.array(d.shape(0, 2), d.pick("float32", "float32", "float64", "float16", "int32"), -2, 4, special=0.1)
        fp = d.array([n], d.pick("float32", "float32", "complex64", "int32"))
        return [x, xp, fp], d.pick({}, {}, {"left": -1.0, "right": 2.5}, {"period": 2.0})

    rows["jnp.interp"] = interp
    for n in "convolve correlate".split():
        rows[f"jnp.{n}"] = lambda d: (numbers(d, 2, 1), d.pick({}, {"mode": d.pick("full", "same", "valid")}))
    for n in "dot matmul inner vdot outer kron vecdot tensordot".split():
        def row(d, n=n):
            t = d.pick("float32", "float32", "float64", "float16", "bfloat16", "int32", "uint8", "bool", "complex64")
            k = d.n()
            if n == "outer" or n == "kron":
                return [d.array(d.shape(0, 2), t), d.array(d.shape(0, 2), t)], {}
            if n == "vdot":
                s = d.shape(0, 2)
                return [d.array(s, t), d.array(s, t)], {}
            if n == "vecdot":
                s = d.shape(1, 3)
                return [d.array(s, t), d.array(d.broadcast(s), t)], d.pick({}, {"axis": -1})
            if n == "tensordot":
                s = d.shape(1, 2)
                return [d.array(d.shape(0, 2) + s, t), d.array(s + d.shape(0, 2), t), len(s)], {}
            if n == "inner":
                return [d.array(d.shape(0, 2) + [k], t), d.array(d.shape(0, 2) + [k], t)], {}
            lead = d.shape(0, 2)
            x = d.array((lead if n == "matmul" else d.shape(0, 1)) + [d.n(), k], t) if d.maybe(0.8) else d.array([k], t)
            y = d.array((d.broadcast(lead) if n == "matmul" else d.shape(0, 1)) + [k, d.n()], t) if d.maybe(0.8) else d.array([k], t)
            return [x, y], {}
        rows[f"jnp.{n}"] = row
    rows["jnp.matvec"] = lambda d: (lambda b, n, k: ([d.array(b + [n, k]), d.array(d.broadcast(b) + [k])], {}))(d.shape(0, 1), d.n(), d.n())
    rows["jnp.vecmat"] = lambda d: (lambda b, n, k: ([d.array(d.broadcast(b) + [n]), d.array(b + [n, k])], {}))(d.shape(0, 1), d.n(), d.n())
    rows["jnp.cross"] = lambda d: (lambda s: ([d.array(s + [d.pick(2, 3)]), d.array(d.broadcast(s) + [d.pick(2, 3)])], {}))(d.shape(0, 2))
    for n in "cumsum cumprod".split():
        rows[f"jnp.{n}"] = lambda d: (lambda x: ([x], d.pick({}, {"axis": d.axis(x.ndim)}, {"axis": d.axis(x.ndim), "dtype": d.pick("float32", "int32", "float16")})))(d.array(d.shape(1, 3), d.pick(*ALL)))
    for n in "nancumsum nancumprod".split():
        rows[f"jnp.{n}"] = lambda d: (lambda x: ([x], d.pick({}, {"axis": d.axis(x.ndim)})))(d.array(d.shape(1, 3), d.pick(*ALL), special=0.3))
    for n in "cumulative_sum cumulative_prod".split():
        rows[f"jnp.{n}"] = lambda d: (lambda x: ([x], {"axis": d.axis(x.ndim)} | d.pick({}, {"include_initial": True})))(d.array(d.shape(1, 3), d.pick(*ALL)))
    rows["jnp.piecewise"] = lambda d: (lambda s: (lambda k: ([d.array(s, d.pick("float32", "int32", "float16")), [d.bools(s) for _ in range(k)], [d.pick(1.5, -2.0, 0.25) for _ in range(k + d.rng.randint(0, 1))]], {}))(d.rng.randint(1, 3)))(d.shape(0, 2))
    return rows
