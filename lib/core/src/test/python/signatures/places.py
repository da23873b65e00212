"""Slices, gathers, scatters, and what takes and puts elements."""

import jax.numpy as jnp
import numpy as np
from jax import lax

import held_out_goldens as held
from signatures.draw import ALL


MODES = ["fill", "clip", "promise_in_bounds"]


def places():
    rows = {}

    def any_of(d, low=0, high=3, least=0):
        return d.array(d.shape(low, high, least), d.pick(*ALL))

    def slice_(d):
        x = any_of(d, 0, 3)
        start = [d.rng.randint(0, n) for n in x.shape]
        limit = [d.rng.randint(s, n) for s, n in zip(start, x.shape)]
        return [x, start, limit] + d.pick([], [[d.rng.randint(1, 3) for _ in x.shape]]), {}

    rows["lax.slice"] = slice_

    def slice_in_dim(d):
        x = any_of(d, 1, 3)
        axis = d.axis(x.ndim)
        n = x.shape[axis]
        a, b = sorted([d.rng.randint(0, n), d.rng.randint(0, n)])
        return [x, a, b, d.rng.randint(1, 3), axis], {}

    rows["lax.slice_in_dim"] = slice_in_dim

    def dynamic_slice(d):
        x = any_of(d, 1, 3)
        return [x, [d.rng.randint(-n - 2, n + 2) for n in x.shape], [d.rng.randint(0, n) for n in x.shape]], {}

    rows["lax.dynamic_slice"] = dynamic_slice

    def dynamic_traced(d):
        a, k = dynamic_slice(d)
        return [a[0], [np.asarray(v, d.pick("int32", "uint8", "int64") if v >= 0 else "int32") for v in a[1]], a[2]], k, lax.dynamic_slice

    rows["lax.dynamic_slice#arrays"] = dynamic_traced

    def dynamic_update(d):
        x, at, sizes = dynamic_slice(d)[0]
        return [x, d.array(sizes, str(x.dtype)), at], {}

    rows["lax.dynamic_update_slice"] = dynamic_update

    def in_dim(d):
        x = any_of(d, 1, 3, 1)
        axis = d.axis(x.ndim)
        n = x.shape[axis]
        return x, axis, n, d.rng.randint(-n - 1, n + 1)

    rows["lax.dynamic_slice_in_dim"] = lambda d: (lambda x, axis, n, i: ([x, i, d.rng.randint(0, n), axis], {}))(*in_dim(d))
    rows["lax.dynamic_index_in_dim"] = lambda d: (lambda x, axis, n, i: ([x, i, axis, d.maybe()], {}))(*in_dim(d))
    rows["lax.index_in_dim"] = lambda d: (lambda x, axis, n, i: ([x, d.rng.randint(-n, n - 1), axis, d.maybe()], {}))(*in_dim(d))

    def update_in_dim(d):
        x, axis, n, i = in_dim(d)
        shape = list(x.shape)
        shape[axis] = d.rng.randint(0, n)
        return [x, d.array(shape, str(x.dtype)), i, axis], {}

    rows["lax.dynamic_update_slice_in_dim"] = update_in_dim

    def update_index(d):
        x, axis, n, i = in_dim(d)
        shape = list(x.shape)
        del shape[axis % x.ndim]
        return [x, d.array(shape, str(x.dtype)), i, axis], {}

    rows["lax.dynamic_update_index_in_dim"] = update_index

    def pad(d):
        x = any_of(d, 0, 3)
        config = [[d.rng.randint(-2, 3), d.rng.randint(-2, 3), d.rng.randint(0, 2)] for _ in x.shape]
        return [x, d.array([], str(x.dtype)), config], {}

    rows["lax.pad"] = pad
    rows["lax.rev"] = lambda d: (lambda x: ([x, [a % x.ndim for a in d.axes(x.ndim)]], {}))(any_of(d, 1, 3))
    rows["lax.broadcast"] = lambda d: ([any_of(d), d.shape(0, 2)], {})
    rows["lax.broadcast_to_rank"] = lambda d: ([any_of(d), d.rng.randint(3, 5)], {})
    rows["lax.collapse"] = lambda d: ([any_of(d, 3, 4), d.rng.randint(0, 1), d.rng.randint(2, 3)], {})

    def broadcast_in_dim(d):
        shape = d.shape(1, 4)
        dims = sorted(d.rng.sample(range(len(shape)), d.rng.randint(0, len(shape))))
        return [d.array([1 if d.maybe(0.2) else shape[i] for i in dims], d.pick(*ALL)), shape, dims], {}

    rows["lax.broadcast_in_dim"] = broadcast_in_dim
    rows["lax.reshape"] = lambda d: (lambda x: ([x, [v for v in held.factors(d.rng, x.size)]] + d.pick([], [d.rng.sample(range(x.ndim), x.ndim)]), {}))(any_of(d, 0, 3))
    rows["lax.transpose"] = lambda d: (lambda x: ([x, d.rng.sample(range(x.ndim), x.ndim)], {}))(any_of(d, 0, 4))
    rows["lax.expand_dims"] = lambda d: (lambda x: ([x, d.axes(x.ndim + 1, 1)[:1]], {}))(any_of(d))
    rows["lax.tile"] = lambda d: (lambda x: ([x, [d.rng.randint(0, 3) for _ in x.shape]], {}))(any_of(d, 1, 3))
    rows["lax.split"] = lambda d: (lambda n, a, b, t: ([d.array([2, a + b + n], t), [a, n, b], 1], {}))(d.n(), d.n(), d.n(), d.pick(*ALL))
    rows["lax.select"] = lambda d: (lambda s, t: ([d.bools(d.pick([], s)), d.array(s, t), d.array(s, t)], {}))(d.shape(), d.pick(*ALL))
    rows["lax.select_n"] = lambda d: (lambda s, t: ([d.ints(d.pick([], s), 0, 3), d.array(s, t), d.array(s, t), d.array(s, t)], {}))(d.shape(), d.pick(*ALL))
    rows["lax.iota"] = lambda d: ([d.pick(*ALL[:-2]), d.n()], {})

    def numbers(d, updates):
        """An operand with dimension numbers: shape, indices, window and the three lists."""
        rank = d.rng.randint(1, 3)
        t = d.pick("float32", "float32", *ALL)
        x = d.array([d.n(1, 5) for _ in range(rank)], t)
        mapped = d.rng.sample(range(rank), d.rng.randint(1, rank))
        collapsed = sorted(d.rng.sample(mapped, d.rng.randint(0, len(mapped))))
        sizes = [1 if i in collapsed else d.rng.randint(0 if d.maybe(0.1) else 1, n) for i, n in enumerate(x.shape)]
        batch = d.shape(0, 2)
        at = d.g.integers([-1] * len(mapped), [x.shape[i] + 1 for i in mapped], (*batch, len(mapped)), dtype=np.int32)
        window = [n for i, n in enumerate(sizes) if i not in collapsed]
        offsets = sorted(d.rng.sample(range(len(batch) + len(window)), len(window)))
        out = []
        w, b = iter(window), iter(batch)
        for i in range(len(batch) + len(window)):
            out.append(next(w) if i in offsets else next(b))
        return x, at, sizes, offsets, collapsed, mapped, out, t

    def gather(d):
        x, at, sizes, offsets, collapsed, mapped, out, t = numbers(d, False)
        mode = d.pick("fill", "clip")
        return [x, at, sizes], dict(offset_dims=offsets, collapsed_slice_dims=collapsed, start_index_map=mapped, mode=mode), (
            lambda x, i, s, offset_dims, collapsed_slice_dims, start_index_map, mode: lax.gather(
                x, i, lax.GatherDimensionNumbers(offset_dims, collapsed_slice_dims, start_index_map), s, mode=mode))

    rows["lax.gather"] = gather

    def scatter(name):
        f = getattr(lax, name)

        def row(d):
            x, at, sizes, offsets, collapsed, mapped, out, t = numbers(d, True)
            if name == "scatter":  # equal places are written in no order
                at = at[:1] if at.ndim == 2 else at
            mode = d.pick("drop", "clip")
            kwargs = dict(update_window_dims=offsets, inserted_window_dims=collapsed, scatter_dims_to_operand_dims=mapped, mode=mode)
            if name == "scatter" and at.ndim > 1:
                out = list(out)
                batch = [i for i in range(len(out)) if i not in offsets]
                at = at.reshape(-1, at.shape[-1])[:1].reshape(*[1] * (at.ndim - 1), -1)
                for i in batch:
                    out[i] = 1
            return [x, at, d.array(out, t)], kwargs, (
                lambda x, i, u, update_window_dims, inserted_window_dims, scatter_dims_to_operand_dims, mode: f(
                    x, i, u, lax.ScatterDimensionNumbers(update_window_dims, inserted_window_dims, scatter_dims_to_operand_dims), mode=mode))

        return row

    for name in "scatter scatter_add scatter_sub scatter_mul scatter_min scatter_max".split():
        rows[f"lax.{name}"] = scatter(name)

    # jnp's indexing
    def take(d):
        x = any_of(d, 1, 3, 1)
        r = d.rng.random()
        if r < 0.2:
            return [x, d.ints(d.shape(0, 2), -x.size, x.size)], {}
        axis = d.axis(x.ndim)
        n = x.shape[axis]
        i = d.ints(d.shape(0, 2), -n - 2, n + 2, d.pick("int32", "int32", "int64", "int8"))
        if r < 0.5:
            return [x, i], {"axis": axis}
        return [x, i], {"axis": axis, "mode": d.pick("fill", "clip", "wrap")} | d.pick({}, {"fill_value": d.pick(-3, 2.5)})

    rows["jnp.take"] = lambda d: (lambda a, k: (a, k if "fill_value" not in k else k | {"mode": "fill"}))(*take(d))

    def along(d):
        x = any_of(d, 1, 3, 1)
        axis = d.axis(x.ndim)
        shape = list(x.shape)
        shape[axis] = d.n()
        shape = [1 if d.maybe(0.1) and i != axis % x.ndim else n for i, n in enumerate(shape)]
        n = x.shape[axis]
        return x, d.ints(shape, -n - 1, n + 1), axis

    rows["jnp.take_along_axis"] = lambda d: (lambda x, i, a: ([x, i], {"axis": a} | d.pick({}, {"mode": d.pick("fill", "clip")})))(*along(d))

    def put_along(d):
        x, i, axis = along(d)
        n = x.shape[axis]
        i = np.argsort(d.g.random([n if k == axis % x.ndim else m for k, m in enumerate(x.shape)]), axis).astype("int32")
        return [x, i, d.array(i.shape, str(x.dtype))], {"axis": axis}, lambda x, i, v, axis: jnp.put_along_axis(x, i, v, axis, inplace=False)

    rows["jnp.put_along_axis"] = put_along

    def put(d):
        x = any_of(d, 1, 2, 1)
        k = d.rng.randint(1, min(4, x.size))
        i = d.g.permutation(x.size)[:k].astype("int32")
        return [x, np.where(d.bools([k]), i, i - x.size).astype("int32"), d.array([k], str(x.dtype))], d.pick({}, {"mode": d.pick("clip", "wrap")}), (
            lambda x, i, v, mode=None: jnp.put(x, i, v, mode, inplace=False))

    rows["jnp.put"] = put

    def place(d):
        x = any_of(d, 1, 2, 1)
        return [x, d.bools(x.shape), d.array([d.n(1, 4)], str(x.dtype))], {}, lambda x, m, v: jnp.place(x, m, v, inplace=False)

    rows["jnp.place"] = place

    def choose(d):
        shape = d.shape(0, 2)
        k = d.rng.randint(1, 3)
        t = d.pick(*ALL)
        mode = d.pick("wrap", "clip")
        return [d.ints(shape, -3, 5), [d.array(d.broadcast(shape), t) for _ in range(k)]], {"mode": mode}

    rows["jnp.choose"] = choose

    def compress(d):
        x = any_of(d, 1, 2)
        r = d.rng.random()
        if r < 0.4:
            return [d.bools([d.rng.randint(0, x.size)]), x], {}
        axis = d.axis(x.ndim)
        kwargs = {"axis": axis}
        if r < 0.7:
            kwargs |= {"size": d.rng.randint(0, 4), "fill_value": d.pick(0, 7)}
        return [d.bools([d.rng.randint(0, x.shape[axis])]), x], kwargs

    rows["jnp.compress"] = compress
    rows["jnp.extract"] = lambda d: (lambda x: ([d.bools(x.shape), x], d.pick({}, {"size": d.rng.randint(0, 5), "fill_value": d.pick(0, 2)})))(any_of(d, 0, 2))
    for n in "nonzero flatnonzero argwhere".split():
        rows[f"jnp.{n}"] = lambda d: ([any_of(d, 1, 3)], d.pick({}, {"size": d.rng.randint(0, 6)}, {"size": d.rng.randint(0, 6), "fill_value": d.pick(-1, 0, 9)}))
    rows["jnp.ravel_multi_index"] = lambda d: (lambda s: ([[d.ints([4], 0, n) for n in s], s], {}))(d.shape(1, 3, 1))
    rows["jnp.unravel_index"] = lambda d: (lambda s: ([d.ints(d.shape(0, 2), -9, 30), s], {}))(d.shape(1, 3, 1))
    rows["jnp.packbits"] = lambda d: (lambda x: ([x] + d.pick([], [d.axis(x.ndim)], [d.axis(x.ndim), "little"]), {}))(d.ints(d.shape(1, 2), 0, 3, d.pick("int32", "uint8", "bool")))
    rows["jnp.unpackbits"] = lambda d: (lambda x: ([x] + d.pick([], [d.axis(x.ndim)], [d.axis(x.ndim), d.rng.randint(0, 20), "little"]), {}))(d.ints(d.shape(1, 2), 0, 256, "uint8"))
    return rows
