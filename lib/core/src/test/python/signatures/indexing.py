"""x[...] and x.at[...] with texts, numbers, arrays and masks, in all modes."""

import jax.numpy as jnp
import numpy as np

from signatures.draw import ALL


def text_of(entry):
    if isinstance(entry, slice):
        parts = [entry.start, entry.stop] + ([entry.step] if entry.step is not None else [])
        return ":".join("" if v is None else str(v) for v in parts)
    return "..." if entry is Ellipsis else "None" if entry is None else str(entry)


def indexing():
    """x[text], x[entries] and x.at[...]: the entries are texts, numbers and arrays."""
    rows = {}

    def entries(d, shape, arrays=True, static_only=False):
        """Entries, as Python has them, for some leading or, after an ellipsis, trailing axes."""
        made, at = [], 0
        ellipsis = d.maybe(0.3)
        count = d.rng.randint(0, len(shape))
        dots = d.rng.randint(0, count) if ellipsis else None
        axes = list(range(len(shape)))
        index_shape = d.shape(0, 2)
        k = 0
        picked = axes[:count] if not ellipsis else axes[:dots] + axes[len(axes) - (count - dots):]
        for j, axis in enumerate(picked):
            if ellipsis and j == dots:
                made.append(Ellipsis)
            n = shape[axis]
            r = d.rng.random()
            if r < 0.1:
                made.append(None)
            if r < 0.3 and n:
                made.append(d.rng.randint(-n, n - 1))
            elif r < 0.7 or static_only or not arrays:
                bound = lambda: None if d.maybe(0.3) else d.rng.randint(-n - 2, n + 2)
                made.append(slice(bound(), bound(), d.pick(None, None, 2, -1, -2)))
            elif r < 0.92:
                made.append(d.ints(d.broadcast(index_shape), -n - 1, n + 2, d.pick("int32", "int32", "uint8", "int64")) if n else d.ints([0], 0, 1))
            else:
                made.append(d.bools([n]))
        if ellipsis and dots == count:
            made.append(Ellipsis)
        return made

    def array(d):
        return d.array(d.shape(1, 4), d.pick("float32", "float32", *ALL))

    def get_text(d):
        x = array(d)
        e = entries(d, x.shape, arrays=False)
        return [x, ", ".join(map(text_of, e)) or "..."], {}, lambda x, text: x[tuple(e)]

    rows["indexing.get"] = get_text

    def parts(e):
        return [v if isinstance(v, np.ndarray) else v if isinstance(v, int) and not isinstance(v, bool) else text_of(v) for v in e]

    def as_jax(e):
        return tuple(jnp.asarray(v, dtype=v.dtype) if isinstance(v, np.ndarray) and v.dtype != bool else v for v in e)

    def get_entries(d):
        x = array(d)
        e = entries(d, x.shape)
        return [x, parts(e)], {}, lambda x, _: x[as_jax(e)]

    rows["indexing.get_entries"] = get_entries

    def at(method):
        def row(d):
            x = array(d)
            e = entries(d, x.shape, arrays=True)
            mode = d.pick("none", "none", "drop", "fill", "clip", "promise_in_bounds")
            if mode == "none" and method == "get":
                mode = "fill"
            if mode == "promise_in_bounds" and any(isinstance(v, np.ndarray) and v.dtype != bool for v in e):
                mode = "drop"
            keywords = {} if mode == "none" else {"mode": mode}
            if method == "get":
                fill = d.pick(None, 0, 7, -1)
                if fill is not None and mode == "fill":
                    return [x, parts(e), mode, fill], {}, lambda x, *_: x.at[as_jax(e)].get(mode="fill", fill_value=fill)
                return [x, parts(e), mode], {}, lambda x, *_: x.at[as_jax(e)].get(**keywords)
            if method in ("set", "power", "divide") and any(isinstance(v, np.ndarray) and v.dtype != bool and v.size > 1 for v in e):
                # Equal places are written in no order: only one index.
                e = [v.reshape(-1)[:1].reshape([1] * v.ndim) if isinstance(v, np.ndarray) and v.dtype != bool else v for v in e]
            target = np.shape(np.asarray(jnp.asarray(x)[as_jax(e)]))
            r = d.rng.random()
            v = (d.pick(2, 0.5, -1) if r < 0.2 else
                 d.array(d.broadcast(list(target)), str(x.dtype) if d.maybe(0.8) else d.pick("float32", "int32", "int8"), 0.5, 3))
            name = {"min": "min", "max": "max"}.get(method, method)
            return [x, parts(e), v, mode], {}, lambda x, _, v, m: getattr(x.at[as_jax(e)], name)(v, **keywords)

        return row

    for method in "get set add subtract multiply divide power min max".split():
        rows[f"indexing.at_{method}"] = at(method)
    return rows
