"""Functions that move, join and make elements."""

import jax.numpy as jnp
import numpy as np

import held_out_goldens as held
from signatures.draw import ALL


def shapes():
    rows = {}

    def any_of(d, low=0, high=3, least=0):
        return d.array(d.shape(low, high, least), d.pick(*ALL))

    def similar(d, k, low=1, high=3, free=None):
        """Arrays that differ in one axis only."""
        shape = d.shape(low, high)
        axis = d.axis(len(shape)) if free is None else free
        made = []
        for _ in range(k):
            s = list(shape)
            s[axis] = d.n()
            made.append(d.array(s, d.pick("float32", "float32", *ALL)))
        return made, axis

    def concatenate(d):
        made, axis = similar(d, d.rng.randint(1, 4))
        return [made, axis], d.pick({}, {}, {"dtype": d.pick("float32", "int32", "complex64", "float16")})

    rows["jnp.concatenate"] = concatenate
    rows["jnp.concat"] = lambda d: ((lambda m: [m[0]])(similar(d, 3, free=0)), {})

    def append(d):
        made, axis = similar(d, 2)
        return made, {"axis": axis} if d.maybe(0.7) else {}

    rows["jnp.append"] = append

    def stack(d):
        shape = d.shape(0, 2)
        return [[d.array(shape, d.pick("float32", *ALL)) for _ in range(d.rng.randint(1, 3))], d.axis(len(shape) + 1)], {}

    rows["jnp.stack"] = stack
    for n in "hstack vstack dstack column_stack".split():
        def row(d):
            shape = d.shape(0, 3)
            return [[d.array(shape, d.pick("float32", *ALL)) for _ in range(d.rng.randint(1, 3))]], {}
        rows[f"jnp.{n}"] = row
    rows["jnp.hstack#numbers"] = lambda d: ([[d.pick(1, 2.5, True), d.pick(-3, 0.5)]], {}, jnp.hstack)
    for n in "atleast_1d atleast_2d atleast_3d flipud ravel copy ones_like zeros_like matrix_transpose ndim".split():
        if n not in ("ndim",):
            rows[f"jnp.{n}"] = lambda d: ([any_of(d)], {})
    rows["jnp.zeros_like"] = rows["jnp.ones_like"] = lambda d: ([any_of(d)], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.full_like"] = lambda d: ([any_of(d), d.pick(2, 0.5, True)], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.full"] = lambda d: ([d.shape(0, 3), d.pick(2, 0.5)], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.zeros"] = rows["jnp.ones"] = lambda d: ([d.shape(0, 3)], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.eye"] = lambda d: ([d.n(), d.n(), d.rng.randint(-3, 3)], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.tri"] = lambda d: ([d.n(), d.n(), d.rng.randint(-3, 3)], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.identity"] = lambda d: ([d.n()], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.tril"] = rows["jnp.triu"] = lambda d: ([any_of(d, 2, 4)], d.pick({}, {"k": d.rng.randint(-3, 3)}))
    for n in "tril_indices triu_indices".split():
        rows[f"jnp.{n}"] = lambda d: ([d.n()], d.pick({}, {"k": d.rng.randint(-2, 3)}, {"k": d.rng.randint(-2, 3), "m": d.n()}))
    rows["jnp.diag"] = lambda d: ([any_of(d, 1, 2)], d.pick({}, {"k": d.rng.randint(-3, 3)}))
    rows["jnp.diagflat"] = lambda d: ([any_of(d, 0, 2)], d.pick({}, {"k": d.rng.randint(-2, 2)}))

    def planes(d):
        x = any_of(d, 2, 4)
        a, b = d.rng.sample(range(x.ndim), 2)
        return x, a - x.ndim if d.maybe() else a, b

    def diagonal(d):
        x, a, b = planes(d)
        return [x], d.pick({}, {"offset": d.rng.randint(-3, 3)}, {"offset": d.rng.randint(-3, 3), "axis1": a, "axis2": b})

    rows["jnp.diagonal"] = diagonal
    rows["jnp.trace"] = lambda d: (lambda a: (a[0], a[1] if d.maybe() or "axis1" not in a[1] else a[1] | {"dtype": d.pick("float32", "int32", "complex64", "int8")}))(diagonal(d))

    def swapaxes(d):
        x, a, b = planes(d)
        return [x, a, b], {}

    rows["jnp.swapaxes"] = swapaxes
    rows["jnp.moveaxis"] = swapaxes

    def moveaxes(d):
        x = any_of(d, 2, 4)
        k = d.rng.randint(0, x.ndim)
        return [x, d.axes(x.ndim, k)[:k], d.axes(x.ndim, k)[:k]], {}

    rows["jnp.moveaxis#many"] = moveaxes
    rows["jnp.rollaxis"] = lambda d: (lambda x: ([x, d.axis(x.ndim)] + d.pick([], [d.axis(x.ndim)]), {}))(any_of(d, 1, 4))
    permute = lambda d: (lambda x: ([x, [a - x.ndim if d.maybe(0.3) else a for a in d.rng.sample(range(x.ndim), x.ndim)]], {}))(any_of(d, 1, 4))
    rows["jnp.transpose"] = rows["jnp.permute_dims"] = permute
    rows["jnp.transpose#all"] = lambda d: ([any_of(d)], {}, jnp.transpose)
    rows["jnp.flip"] = lambda d: (lambda x: ([x], d.pick({}, {"axis": d.axes(x.ndim, 1)})))(any_of(d, 1, 3))
    rows["jnp.fliplr"] = lambda d: ([any_of(d, 2, 3)], {})

    def rot90(d):
        x, a, b = planes(d)
        return [x], d.pick({}, {"k": d.rng.randint(-3, 5)})

    rows["jnp.rot90"] = rot90

    def roll(d):
        x = any_of(d, 1, 3)
        r = d.rng.random()
        if r < 0.3:
            return [x, d.rng.randint(-9, 9)], {}
        if r < 0.6:
            return [x, d.rng.randint(-9, 9), d.axis(x.ndim)], {}
        axes = d.axes(x.ndim, 1)
        return [x, [d.rng.randint(-7, 7) for _ in axes], axes], {}

    rows["jnp.roll"] = roll

    def expand(d):
        x = any_of(d)
        k = d.rng.randint(1, 2)
        return [x, d.axes(x.ndim + k, k)[:k] if d.maybe() else d.axis(x.ndim + 1)], {}

    rows["jnp.expand_dims"] = expand

    def squeeze(d):
        shape = [1 if d.maybe() else n for n in d.shape(1, 4)]
        x = d.array(shape, d.pick(*ALL))
        ones = [i for i, n in enumerate(shape) if n == 1]
        if d.maybe(0.4) or not ones:
            return [x], {}
        return [x], {"axis": [i - len(shape) if d.maybe() else i for i in d.rng.sample(ones, d.rng.randint(1, len(ones)))]}

    rows["jnp.squeeze"] = squeeze

    def reshape(d):
        x = any_of(d)
        return [x, held.factors(d.rng, x.size)] + d.pick([], ["F"], ["C"]), {}

    rows["jnp.reshape"] = reshape
    rows["jnp.ravel#order"] = lambda d: ([any_of(d), d.pick("C", "F")], {}, jnp.ravel)
    rows["jnp.resize"] = lambda d: ([any_of(d), d.shape(0, 3)], {})

    def broadcast_to(d):
        shape = d.shape(0, 3)
        return [d.array(d.broadcast(shape), d.pick(*ALL)), shape], {}

    rows["jnp.broadcast_to"] = broadcast_to

    def broadcast_arrays(d):
        shape = d.shape(0, 3)
        return [d.array(d.broadcast(shape), d.pick(*ALL)) for _ in range(d.rng.randint(1, 3))], {}

    rows["jnp.broadcast_arrays"] = broadcast_arrays

    def split(d):
        x = any_of(d, 1, 3)
        axis = d.axis(x.ndim)
        n = x.shape[axis]
        if d.maybe():
            return [x, sorted(d.rng.randint(-2, n + 2) for _ in range(d.rng.randint(0, 3))), axis], {}
        return [x, d.pick(*[k for k in range(1, n + 2) if n % k == 0]), axis], {}

    rows["jnp.split"] = split
    rows["jnp.array_split"] = lambda d: (lambda x: ([x, d.rng.randint(1, 5), d.axis(x.ndim)], {}))(any_of(d, 1, 3))
    for n, low in [("hsplit", 1), ("vsplit", 2), ("dsplit", 3)]:
        rows[f"jnp.{n}"] = lambda d, low=low: ([any_of(d, low, 3), d.pick(1, 2, [1], [1, 3], [2])], {})
    rows["jnp.unstack"] = lambda d: (lambda x: ([x], {"axis": d.axis(x.ndim)}))(any_of(d, 1, 3))

    def tile(d):
        return [any_of(d), d.pick([2], [1, 3], [2, 1, 2], [0], [])], {}

    rows["jnp.tile"] = tile

    def repeat(d):
        x = any_of(d, 1, 3)
        axis = d.axis(x.ndim)
        r = d.rng.random()
        if r < 0.3:
            return [x, d.rng.randint(0, 3)], {}
        if r < 0.5:
            return [x, d.rng.randint(0, 3), axis], {}
        counts = d.ints([x.shape[axis]], 0, 4)
        total = d.pick(None, int(counts.sum()), int(counts.sum()) + 2, max(0, int(counts.sum()) - 1))
        return [x, counts], {"axis": axis} | ({} if total is None else {"total_repeat_length": total})

    rows["jnp.repeat"] = repeat

    def insert(d):
        x = any_of(d, 1, 2, 1)
        axis = d.axis(x.ndim)
        n = x.shape[axis]
        if d.maybe():
            return [x, d.rng.randint(-n, n), d.pick(1, 0.5, 7)], {"axis": axis}
        k = d.rng.randint(1, 3)
        shape = [k if i == axis % x.ndim else m for i, m in enumerate(x.shape)]
        return [x, d.ints([k], -n, n + 1), d.array(shape, d.pick("float32", "int32"))], {"axis": axis}

    rows["jnp.insert"] = insert

    def delete(d):
        x = any_of(d, 1, 2, 1)
        axis = d.axis(x.ndim)
        n = x.shape[axis]
        return [x, d.rng.randint(-n, n - 1) if d.maybe() else d.ints([d.n(1, 3)], -n, n)], {"axis": axis}

    rows["jnp.delete"] = delete

    def pad(d):
        x = any_of(d, 1, 3)
        width = [[d.rng.randint(0, 4), d.rng.randint(0, 4)] for _ in x.shape]
        r = d.rng.random()
        if r < 0.2:
            return [x, d.rng.randint(0, 3)], {}
        if r < 0.4:
            return [x, width], {"constant_values": d.pick(1, 2.5, -3)}
        return [x, width if d.maybe(0.8) else 2, d.pick("constant", "edge", "reflect", "symmetric", "wrap", "empty", "linear_ramp", "maximum", "mean", "median", "minimum")], {}

    rows["jnp.pad"] = pad

    def gradable(d):
        return d.array(d.shape(1, 3), d.pick(*ALL[:-1]))

    rows["jnp.diff"] = lambda d: (lambda x: ([x] + d.pick([], [d.rng.randint(0, 3)], [d.rng.randint(0, 2), d.axis(x.ndim)]), {}))(d.array(d.shape(1, 3), d.pick(*ALL)))

    def ediff1d(d):
        t = d.pick(*ALL[:-2])
        return [d.array(d.shape(0, 2), t)] + d.pick([], [d.array([2], t), d.array([1], t)]), {}

    rows["jnp.ediff1d"] = ediff1d

    def gradient(d):
        x = d.array(d.shape(1, 2, 2), d.pick("float32", "float64", "float16", "int32"))
        axis = d.axis(x.ndim)
        r = d.rng.random()
        if r < 0.4 and x.ndim == 1:
            return [x], {}
        if r < 0.7:
            return [x, 0.5], {"axis": axis}
        return [x, np.cumsum(d.array([x.shape[axis]], "float32", 0.2, 1)).astype("float32")], {"axis": axis}

    rows["jnp.gradient"] = gradient
    rows["jnp.trapezoid"] = lambda d: (lambda x: d.pick(([x], {}), ([x], {"axis": d.axis(x.ndim)}), ([x], {"dx": 0.5, "axis": d.axis(x.ndim)}), ([x, d.array(x.shape[-1:], "float32")], {})))(d.array(d.shape(1, 3), d.pick(*ALL)))

    def meshgrid(d):
        k = d.rng.randint(1, 3)
        return [[d.array([d.n()], d.pick("float32", "int32")) for _ in range(k)], d.pick("xy", "ij"), d.maybe()], {}, lambda v, i, s: jnp.meshgrid(*v, indexing=i, sparse=s)

    rows["jnp.meshgrid"] = meshgrid
    rows["jnp.indices"] = lambda d: ([d.shape(1, 3)], {})
    rows["jnp.vander"] = lambda d: ([d.array([d.n()], d.pick(*ALL))] + d.pick([], [d.rng.randint(0, 4)], [3, True]), {})

    def bounds(d):
        return d.pick(-1, 0, 0.5, 2), d.pick(3, 4.5, -2)

    rows["jnp.linspace"] = lambda d: ([*bounds(d), d.n(0, 7)], d.pick({}, {"endpoint": False}, {"endpoint": True, "dtype": d.pick("float32", "int32", "float16", "complex64", "float64")}))

    def arrays_between(d):
        shape = d.shape(0, 2)
        return [d.array(shape, d.pick(*ALL)), d.array(d.broadcast(shape), d.pick(*ALL)), d.n(0, 5)], d.pick({}, {"endpoint": d.maybe(), "axis": d.axis(len(shape) + 1)})

    rows["jnp.linspace#arrays"] = arrays_between
    rows["jnp.logspace"] = lambda d: ([*bounds(d), d.n(0, 7)], d.pick({}, {"endpoint": d.maybe(), "base": 2.0}))
    rows["jnp.geomspace"] = lambda d: ([d.pick(1, 0.5, 2), d.pick(3, 4.5, 100), d.n(0, 7)], d.pick({}, {"endpoint": d.maybe()}))
    rows["jnp.arange"] = lambda d: d.pick(([d.pick(5, 0, 3.5)], {}), ([d.pick(0, -2, 1.5), d.pick(4, 5.5, -3)], {}), ([0, 9, d.pick(2, 4)], {}), ([5, -3, -2], {}), ([5], {"dtype": d.pick(*ALL[:-2])}))
    for n in "bartlett blackman hamming hanning".split():
        rows[f"jnp.{n}"] = lambda d: ([d.n(0, 8)], {})
    rows["jnp.kaiser"] = lambda d: ([d.n(0, 8), d.pick(0.0, 2.5, 8.6)], {})
    rows["jnp.fill_diagonal"] = lambda d: ([any_of(d, 2, 2), d.pick(0, 2.5)], {}, lambda x, v: jnp.fill_diagonal(x, v, inplace=False))
    return rows
