"""Windows, convolutions, general products and running reductions."""

import jax.numpy as jnp
import numpy as np
from jax import lax

from signatures.draw import FLOATS, INTS


def windows():
    rows = {}
    functions = {"max": lax.max, "min": lax.min, "add": lax.add, "mul": lax.mul}

    def window_case(d, rank=None):
        rank = rank or d.rng.randint(1, 4)
        t = d.pick("float32", "float32", *FLOATS, "int32", "int8", "uint8")
        x = d.array([d.n(0, 6) for _ in range(rank)], t)
        window = [d.rng.randint(1, min(3, max(1, n))) for n in x.shape]
        strides = [d.rng.randint(1, 3) for _ in x.shape]
        padding = d.pick("SAME", "VALID", "SAME_LOWER") if d.maybe() else [[d.rng.randint(0, 2), d.rng.randint(0, 2)] for _ in x.shape]
        return x, window, strides, padding

    def reduce_window(d):
        x, window, strides, padding = window_case(d)
        f = d.pick("max", "min", "add", "mul")
        integral = "int" in str(x.dtype)
        init = {"max": -99 if "u" not in str(x.dtype) else 0, "min": 99, "add": 0, "mul": 1}[f] + (0 if integral else 0.0)
        if d.maybe(0.5) or isinstance(padding, str):
            return [x, init, f, window, strides, padding], {}, lambda x, i, f, w, s, p: lax.reduce_window(
                x, jnp.asarray(i, x.dtype), functions[f], w, s, p)
        dilations = [[d.rng.randint(1, 2) for _ in x.shape] for _ in range(2)]
        return [x, init, f, window, strides, padding, *dilations], {}, lambda x, i, f, w, s, p, bd, wd: lax.reduce_window(
            x, jnp.asarray(i, x.dtype), functions[f], w, s, p, bd, wd)

    rows["lax.reduce_window"] = reduce_window

    def conv(d, general=True):
        nd = d.rng.randint(1, 3) if d.maybe(0.5) else 2
        groups, batch_groups = d.pick((1, 1), (1, 1), (2, 1), (1, 2), (3, 1), (1, 3))
        per, out = d.rng.randint(1, 3), d.rng.randint(1, 3)
        features_out = out * groups * batch_groups
        t = d.pick("float32", "float32", "float32", "float16", "bfloat16", "float64", "int32", "int8", "complex64")
        space = [d.rng.randint(1, 6) if d.maybe(0.95) else 0 for _ in range(nd)]
        kernel = [d.rng.randint(1, 3) for _ in range(nd)]
        batch = batch_groups * d.rng.randint(1, 2) if d.maybe(0.95) else 0
        letters = "WHD"[:nd]
        lhs_spec, rhs_spec, out_spec = ("".join(d.rng.sample(s + letters, nd + 2)) if d.maybe(0.5) else s + letters
                                        for s in ["NC", "OI", "NC"])
        size = {"N": batch, "C": per * groups} | dict(zip(letters, space))
        ksize = {"O": features_out, "I": per} | dict(zip(letters, kernel))
        x = d.array([size[c] for c in lhs_spec], t, -2, 2)
        w = d.array([ksize[c] for c in rhs_spec], t, -2, 2)
        padding = (d.pick("SAME", "VALID", "SAME_LOWER") if d.maybe() else
                   [[d.rng.randint(-1, 3), d.rng.randint(-1, 3)] for _ in space])
        kwargs = {"window_strides": [d.rng.randint(1, 3) for _ in space], "padding": padding,
                  "lhs_dilation": [d.rng.randint(1, 2) for _ in space] if not isinstance(padding, str) else [1] * nd,
                  "rhs_dilation": [d.rng.randint(1, 3) for _ in space] if d.maybe() else [1] * nd,
                  "dimension_numbers": [lhs_spec, rhs_spec, out_spec],
                  "feature_group_count": groups, "batch_group_count": batch_groups}
        return [x, w], kwargs

    rows["lax.conv_general_dilated"] = conv

    def conv_transpose(d):
        nd = d.rng.randint(1, 2)
        t = d.pick("float32", "float32", "float16", "float64")
        lhs = "N" + "HW"[:nd] + "C"
        rhs = "HW"[:nd] + "IO"
        x = d.array([d.rng.randint(1, 2), *[d.rng.randint(1, 5) for _ in range(nd)], 2], t)
        w = d.array([*[d.rng.randint(1, 4) for _ in range(nd)], 2, 3], t)
        return [x, w, [d.rng.randint(1, 3) for _ in range(nd)], d.pick("SAME", "VALID"), [d.rng.randint(1, 2) for _ in range(nd)], lhs, rhs, lhs], {}, (
            lambda x, w, s, p, rd, a, b, c: lax.conv_transpose(x, w, s, p, rd, (a, b, c)))

    rows["lax.conv_transpose"] = conv_transpose

    def dot_general(d):
        nb, nc = d.rng.randint(0, 2), d.rng.randint(0, 2)
        b, c = [d.n() for _ in range(nb)], [d.n() for _ in range(nc)]
        fl, fr = d.shape(0, 2), d.shape(0, 2)

        def side(free):
            labels = [("b", i) for i in range(nb)] + [("c", i) for i in range(nc)] + [("f", i) for i in range(len(free))]
            d.rng.shuffle(labels)
            size = {"b": b, "c": c, "f": free}
            return ([size[k][i] for k, i in labels], [labels.index(("c", i)) for i in range(nc)], [labels.index(("b", i)) for i in range(nb)])

        (ls, lc, lb), (rs, rc, rb) = side(fl), side(fr)
        t = d.pick("float32", "float32", "float32", "float16", "float64", "int32", "int8", "complex64", "bfloat16")
        return [d.array(ls, t, -1, 1), d.array(rs, t, -1, 1)], {"contract": [lc, rc], "batch": [lb, rb]}, (
            lambda x, y, contract, batch: lax.dot_general(x, y, (contract, batch)))

    rows["lax.dot_general"] = dot_general
    for n in "cumsum cumprod cummax cummin cumlogsumexp".split():
        rows[f"lax.{n}"] = lambda d, n=n: (lambda x: ([x] + d.pick([], [d.rng.randrange(x.ndim), d.maybe()]), {}))(
            d.array(d.shape(1, 3), d.pick(*FLOATS, *([] if "log" in n else INTS)), special=0.15))
    rows["lax.ragged_dot"] = lambda d: ([d.array([6, 3]), d.array([3, 3, 2]), np.array(d.pick([2, 3, 1], [0, 6, 0], [1, 1, 1]), "int32")], {})
    return rows
