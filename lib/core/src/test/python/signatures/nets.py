"""jax.nn."""

import jax
import jax.numpy as jnp

from signatures.draw import ALL, FLOATS


def nets():
    rows = {}
    for n in "celu elu gelu hard_sigmoid hard_silu hard_swish hard_tanh identity leaky_relu log_sigmoid mish relu relu6 selu sigmoid silu soft_sign softplus sparse_plus sparse_sigmoid squareplus swish tanh".split():
        def row(d, n=n):
            x = d.array(d.shape(), d.pick(*FLOATS, "float32", "int32", "int8", "bool", "complex64"), *d.pick((-3, 3), (-30, 30)), special=0.3)
            extra = {"celu": [0.5, 2.0], "elu": [0.5, 1.7], "leaky_relu": [0.2, 0.0, 2], "squareplus": [1.0, 2.5]}.get(n)
            return [x] + ([d.pick(*extra)] if extra and d.maybe() else []), {"approximate": d.maybe()} if n == "gelu" and d.maybe(0.8) else {}
        rows[f"nn.{n}"] = row
    rows["nn.log1mexp"] = lambda d: ([d.array(d.shape(), d.pick(*FLOATS), 0.01, d.pick(2, 40))], {})
    rows["nn.glu"] = lambda d: (lambda s, a: ([d.array([2 * n if i == a % len(s) else n for i, n in enumerate(s)], d.pick(*FLOATS)), a], {}))(*(lambda s: (s, d.axis(len(s))))(d.shape(1, 3)))
    rows["nn.one_hot"] = lambda d: (lambda x: ([x, d.n(0, 5)] + d.pick([], [d.pick(*ALL)], [d.pick("float32", "int8"), d.axis(x.ndim + 1)]), {}, lambda x, n, t="float32", a=-1: jax.nn.one_hot(x, n, dtype=jnp.dtype(t), axis=a)))(
        d.array(d.shape(0, 2), d.pick("int32", "int8", "uint8", "int64", "float32"), -1, 5))

    def over(d, x):
        return d.pick({}, {"axis": d.axis(x.ndim)}, {"axis": d.axes(x.ndim, 1)})

    for n in "softmax log_softmax".split():
        def row(d, n=n):
            x = d.array(d.shape(1, 3, 1), d.pick(*FLOATS), special=0.2)
            kwargs = over(d, x) if n == "softmax" else d.pick({}, {"axis": d.axis(x.ndim)})
            if d.maybe(0.3) and isinstance(kwargs.get("axis"), int):
                kwargs["where"] = d.bools(x.shape)
            return [x], kwargs
        rows[f"nn.{n}"] = row

    def logsumexp(d):
        x = d.array(d.shape(1, 3), d.pick(*FLOATS, "int32"), special=0.2)
        kwargs = over(d, x)
        if d.maybe(0.4):
            kwargs["keepdims"] = True
        if d.maybe(0.3):
            kwargs["where"] = d.bools(x.shape)
        return [x], kwargs

    rows["nn.logsumexp"] = rows["nn.logmeanexp"] = rows["special.logsumexp"] = logsumexp
    rows["nn.logsumexp#b"] = lambda d: (lambda a: (a[0], {k: v for k, v in a[1].items() if k != "where"} | {"b": d.array(a[0][0].shape, "float32", 0.1, 2)}))(logsumexp(d))

    def standardize(d):
        x = d.array(d.shape(1, 3, 1), d.pick(*FLOATS))
        kwargs = over(d, x)
        if d.maybe(0.3):
            kwargs["where"] = d.bools(x.shape)
        if d.maybe(0.3):
            kwargs.setdefault("axis", -1)
            kwargs["epsilon"] = d.pick(0.001, 0.5)
        return [x], kwargs

    rows["nn.standardize"] = standardize
    rows["nn.standardize#given"] = lambda d: (lambda x: ([x], {"mean": d.array(x.shape[-1:], "float32"), "variance": d.array(x.shape[-1:], "float32", 0.1, 2), "epsilon": 1e-3}))(d.array([3, 4]))

    def attention(d):
        B, T, S, H = d.rng.randint(1, 2), d.rng.randint(1, 5), d.rng.randint(1, 5), d.rng.randint(1, 4)
        G = d.pick(*[k for k in range(1, H + 1) if H % k == 0])
        N = d.rng.randint(1, 6)
        t = d.pick("float32", "float32", "float32", "float16", "bfloat16")
        batched = d.maybe(0.8)
        lead = [B] if batched else []
        q, k, v = d.array([*lead, T, H, N], t), d.array([*lead, S, G, N], t), d.array([*lead, S, G, N], t)
        kwargs = {}
        if d.maybe(0.3):
            kwargs["bias"] = d.array([d.pick(1, B), d.pick(1, H), T, S], t)
        if d.maybe(0.3):
            kwargs["mask"] = d.bools([d.pick(1, B), d.pick(1, H), T, S])
        if d.maybe(0.3):
            kwargs["scale"] = 0.7
        if d.maybe(0.3):
            kwargs["is_causal"] = True
        if d.maybe(0.3):
            kwargs["query_seq_lengths"] = d.ints([B], 1, T + 1)
        if d.maybe(0.3):
            kwargs["key_value_seq_lengths"] = d.ints([B], 1, S + 1)
        if d.maybe(0.3):
            kwargs["local_window_size"] = d.pick(1, [1, 0], [2, 1])
        return [q, k, v], kwargs

    rows["nn.dot_product_attention"] = attention
    return rows
