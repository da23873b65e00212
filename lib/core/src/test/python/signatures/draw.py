"""Random arguments of functions."""

import random

import jax.numpy as jnp
import numpy as np

import held_out_goldens as held

FLOATS = ["float32"] * 6 + ["float16", "bfloat16", "float64"]
INTS = ["int32"] * 4 + ["int8", "int16", "int64", "uint8", "uint16", "uint32", "uint64"]
ALL = FLOATS + INTS + ["bool", "complex64"]


class Draw:
    """Random arguments."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.g = np.random.default_rng(self.rng.getrandbits(60))

    def pick(self, *options):
        return self.rng.choice(options)

    def maybe(self, p=0.5):
        return self.rng.random() < p

    def n(self, low=0, high=6):
        """A length."""
        r = self.rng.random()
        return low if r < 0.06 else max(low, 1) if r < 0.18 else self.rng.randint(max(low, 1), max(high, 1))

    def shape(self, low=0, high=3, least=0):
        return [self.n(least, 5) for _ in range(self.rng.randint(low, high))]

    def axis(self, rank):
        return self.rng.randrange(-rank, rank)

    def axes(self, rank, least=0):
        return [a - rank if self.maybe() else a for a in self.rng.sample(range(rank), self.rng.randint(least, rank))]

    def array(self, shape, dtype="float32", low=-3.0, high=3.0, special=0.0):
        a = self.g.uniform(low, high, shape).astype(np.float32)
        if special and self.maybe(special) and np.size(a):
            a = np.where(self.g.random(shape) < 0.4, self.g.choice(held.SPECIAL, shape), a)
        if self.maybe(0.15):
            a = np.rint(a)
        if dtype == "complex64":
            return (a + 1j * self.g.uniform(low, high, shape)).astype(dtype)
        if dtype in ("bool",) or "int" in dtype:
            a = np.asarray(a)
            if dtype != "bool":
                a = a * self.pick(1, 3, 10)
                info = np.iinfo(dtype)
                if special and self.maybe(0.3):
                    return self.g.integers(info.min, info.max, shape, dtype=dtype, endpoint=True)
                a = np.clip(np.rint(np.nan_to_num(a)), max(info.min, -1e9), min(info.max, 1e9))
            return np.asarray(self.g.random(shape) < 0.5) if dtype == "bool" else a.astype(dtype)
        return np.asarray(jnp.asarray(np.asarray(a)).astype(dtype)) if dtype == "bfloat16" else np.asarray(a).astype(dtype)

    def broadcast(self, shape):
        """A shape that broadcasts with another."""
        cut = shape[self.rng.randint(0, len(shape)) if self.maybe(0.3) else 0:]
        return [1 if self.maybe(0.15) else n for n in cut]

    def ints(self, shape, low, high, dtype="int32"):
        return self.g.integers(low, max(high, low + 1), shape).astype(dtype)

    def bools(self, shape):
        return np.asarray(self.g.random(shape) < 0.5)

    def key(self):
        return self.g.integers(0, 2**32, (2,), dtype=np.uint32)
