"""Cases that are not drawn: ties, divisors 0, signs beside unsigned integers, bools as numbers."""

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

BOOLS = np.array([True, False, True]), np.array([True, True, False])
SMALL = np.array([7, -7, 100], np.int8)
UNSIGNED = np.array([60000, 3, 5], np.uint16)
TIES = np.array([1, 1, 1, 2, 2, 0, 2, 2, 2, 3, -1, 3, 3], np.float32)


def z(*elements):
    return np.array(elements, np.complex64)


def reflections(rows):
    """What LAPACK's geqrf leaves, and the factors."""
    q, factors = np.linalg.qr(np.array(rows, float), mode="raw")
    return q.T.astype(np.float32), factors.astype(np.float32)


def cases():
    yield "jnp.arctan2", [z(1.5 - 0.5j, 0.2 + 1j), z(0.3 + 1j, 2 - 0.1j)]
    yield "jnp.arctan2", [z(1.5 - 0.5j, 0.2 + 1j), np.array([2.0, -1], np.float32)]
    for f in "power floor_divide remainder divmod mod".split():
        yield f"jnp.{f}", [*BOOLS]
        yield f"jnp.{f}", [BOOLS[0], np.abs(SMALL)]
        yield f"jnp.{f}", [SMALL, np.abs(SMALL) if f == "power" else np.array([0, 3, -7], np.int8)]
        yield f"jnp.{f}", [UNSIGNED, 2 if f == "power" else -3]
    yield "jnp.fmod", [SMALL, np.array([0, 3, -7], np.int8)]
    yield "jnp.divmod", [np.array([0.5, -0.5]), np.array([-0.0, 2])]
    for f in "true_divide arctan2 hypot logaddexp copysign heaviside".split():
        yield f"jnp.{f}", [UNSIGNED, -3]
        yield f"jnp.{f}", [SMALL, UNSIGNED]
    for f in "cummax cummin cumlogsumexp cumprod".split():
        for reverse in [False, True]:
            yield f"lax.{f}", [np.stack([TIES, -TIES, TIES[::-1]]), 1, reverse]
            yield f"lax.{f}", [np.stack([TIES, -TIES]), 0, reverse]
    yield "jnp.frexp", [np.array([8, 0.3, 0, -7.5], np.float32)]
    yield "lax.min", [z(1, 2j, 3), z(1, 1 + 1j, 4)]
    yield "lax.max", [z(1, 2j, 3), z(1, 1 + 1j, 4)]
    rows = np.array([[5, 1, 4, 2, 9, 0], [3, 3, 1, 2, 2, 3]], np.int32)
    yield "jnp.partition", [rows, 2]
    yield "jnp.argpartition", [rows, 2]
    yield "jnp.polydiv", [np.array([1.0]), np.array([2.0, 1, 3])]
    yield "special.softmax", [np.arange(4, dtype=np.float32).reshape(2, 2)]
    logits = np.array([[0, 1, -1], [2, 0, 0.5]], np.float32)
    for seed in range(2):
        key = np.array([seed, 12345], np.uint32)
        for mode in ["low", "high", "highest"]:
            yield "random.gumbel", [key, [2, 3], "float32", mode], lambda k, s, t, m: jax.random.gumbel(k, s, jnp.dtype(t), m)
            yield "random.categorical", [key, logits, 1, [4, 2], True, mode], jax.random.categorical
        yield "random.categorical", [key, logits, -1, [3, 2], False, "low"], jax.random.categorical
        for mode in ["low", "high"]:
            yield "random.bernoulli", [key, np.array([0.1, 0.5, 0.9], np.float32), [4, 3], mode], jax.random.bernoulli
    a, factors = reflections([[1, 2], [3, 4], [5, 7]])
    c = np.array([[1, 2], [0, 1], [3, -1]], np.float32)
    for left in [True, False]:
        for transpose in [False, True]:
            yield "laxlinalg.ormqr", [a, factors, c if left else c.T.copy(), left, transpose], (
                lambda a, t, c, left, transpose: lax.linalg.ormqr(a, t, c, left=left, transpose=transpose))


def edges():
    def row(args, call):
        return lambda d: (args, {}, *call)

    return {f"{fn}#{i}": row(args, call) for i, (fn, args, *call) in enumerate(cases())}
