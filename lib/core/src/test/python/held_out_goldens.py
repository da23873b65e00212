"""Makes the cases of the goldens again with other numbers, shapes, dtypes, axes and options.

Each case made is a variation of a case of numpy.jsonl, random.jsonl, functions.jsonl or edges.jsonl;
what JAX refuses is left out. Run with JAX 0.10 on a CPU, in this folder:
    python held_out_goldens.py --seed 1 --per-function 10 --out /tmp/held-out.jsonl
and then, for both engines (see CONTRIBUTING.md),
    mvn -pl lib/core,lib/llvm -am test -Dtest='*GoldenTest' -Dgoldens=/tmp/held-out.jsonl
The repository keeps some thousand of them, ../resources/golden/variations.jsonl.

A case is as make_goldens.py says. `--judge FILE` reads cases instead and adds what JAX computes in
float64 where its float32 result is far from that, as "exact" and "exact_grad": the distance shows how
much rounding explains.
"""

import argparse
import json
import math
import pathlib
import random
import sys
import warnings

import jax
import jax.numpy as jnp
import ml_dtypes
import numpy as np

import make_goldens
from make_goldens import FOLDER, MODULES

# 64 bits where a dtype names them and nowhere else, which is what Jacobean does.
jax.config.update("jax_explicit_x64_dtypes", "allow")

DTYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
          "float16", "bfloat16", "float32", "float64", "complex64"]
LENGTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 13]
SPECIAL = [math.nan, math.inf, -math.inf, -0.0, 0.0, 1.2e-38, -1e-30, 1e30, 1.0, -1.0, 0.5, 1e-30, 88.8, -104.0]
# Functions of data that only the numbers' order or structure makes meaningful keep their shapes.
KEEP_RANK = {"jnp.interp", "jnp.polyfit"}


def is_array(x):
    return isinstance(x, dict) and "dtype" in x


def arrays(x):
    if is_array(x):
        yield x
    elif isinstance(x, list):
        for v in x:
            yield from arrays(v)
    elif isinstance(x, dict):
        for v in x.values():
            yield from arrays(v)


def real(v):
    return float(v) if not isinstance(v, list) else float(v[0])


class Variation:
    """One variation of a case: how lengths are renamed, and numbers drawn."""

    def __init__(self, rng, case):
        self.rng = rng
        self.case = case
        self.fn = case["fn"]
        r = rng.random()
        self.mode = ("plain" if r < 0.5 else "dtype" if r < 0.7 else "special" if r < 0.8
                     else "number" if r < 0.86 else "options")
        if self.fn.startswith("random."):
            self.mode = "plain"
        self.lengths = {}
        self.batch = rng.choice([None] * 5 + [(), (2,), (1,), (0,), (3, 2)]) if self.fn not in KEEP_RANK else None
        self.dtype = rng.choice(DTYPES)
        self.one = rng.randrange(3)

    def length(self, n):
        """A length that takes the place of n everywhere; 1 stays, as it broadcasts."""
        if n in (0, 1):
            return n if self.rng.random() < 0.8 else self.rng.choice([0, 1])
        if n not in self.lengths:
            weights = [1, 2, 3, 3, 3, 3, 2, 2, 1, 1]
            self.lengths[n] = self.rng.choices(LENGTHS, weights)[0] if n < 20 else n + self.rng.randrange(9)
        return self.lengths[n]

    def shape(self, old):
        if self.fn.startswith("random.") and len(old) == 1 and old[0] == 2:
            return [2]
        new = [self.length(n) for n in old]
        return new if self.batch is None else new[1:] if self.batch == () else [*self.batch, *new]

    def array(self, old, position):
        shape = self.shape(old["shape"])
        dtype = old["dtype"]
        if self.mode == "dtype" and (position == self.one or self.one == 2):
            dtype = self.dtype
        numbers = [real(v) for v in old["data"]]
        numbers = [v for v in numbers if math.isfinite(v)] or [-2.0, 2.0]
        low, high = min(numbers), max(numbers)
        g = np.random.default_rng(self.rng.getrandbits(40))
        if old["dtype"] == "uint32" and self.fn.startswith("random."):
            return encoded(g.integers(0, 2**32, shape, dtype=np.uint32))
        if old["dtype"].startswith(("int", "uint")):
            made = g.integers(int(low), int(high) + 1, shape).astype(float)
        elif old["dtype"] == "bool":
            made = g.integers(0, 2, shape).astype(float)
        else:
            made = g.uniform(low, high if high > low else low + 1, shape)
            made = made.astype(np.float32).astype(float)
        made = np.asarray(made)
        flat = np.asarray(numbers)
        if len(old["shape"]) == 1 and len(flat) >= 3 and np.all(np.diff(flat) >= 0) and made.ndim:
            made = np.sort(made, -1)
        square = old["shape"]
        if len(square) == 2 and square[0] == square[1] and len(flat) == square[0] ** 2 and made.ndim >= 2 \
                and made.shape[-1] == made.shape[-2]:
            m = flat.reshape(square)
            if square[0] > 1 and np.allclose(m, m.T):
                made = made @ np.swapaxes(made, -1, -2) / max(1, made.shape[-1]) + np.eye(made.shape[-1])
            elif self.fn.startswith("linalg."):
                made = made + 2 * np.eye(made.shape[-1])
        if len(old["shape"]) == 1 and abs(flat.sum() - 1) < 1e-5 and made.ndim and flat.min() >= 0:
            made = made / np.maximum(made.sum(-1, keepdims=True), 1e-9)
        if self.mode == "special" and made.size and not old["dtype"].startswith(("int", "uint", "bool")):
            mask = g.random(made.shape) < 0.5
            made = np.where(mask, g.choice(SPECIAL, made.shape), made)
        return encoded(cast(made, dtype, g))

    def value(self, x, position=0):
        if is_array(x):
            if self.mode == "number" and position == self.one and not self.fn.startswith("random."):
                return self.rng.choice([2, -3, 0.5, -1.75, True, 0, 300])
            return self.array(x, position)
        if isinstance(x, list):
            if x and all(isinstance(v, int) and not isinstance(v, bool) for v in x):
                return [self.lengths.get(v, v) if v > 1 else v for v in x]
            return [self.value(v, position) for v in x]
        if isinstance(x, bool) or isinstance(x, str) or x is None:
            return x
        if isinstance(x, int):
            return x + self.rng.choice([0, 0, 0, 1, -1, -2, 2]) if self.mode == "options" or self.rng.random() < 0.3 else x
        return x * self.rng.choice([1, 1, 0.5, 1.5]) if isinstance(x, float) else x

    def make(self):
        args = [self.value(a, i) for i, a in enumerate(self.case["args"])]
        kwargs = {k: self.value(v, 9) for k, v in self.case["kwargs"].items()}
        first = args[0] if args else None
        rank = len(first["shape"]) if is_array(first) else 0
        if "axis" in kwargs and self.mode == "options" and rank:
            old = kwargs["axis"]
            kwargs["axis"] = ([*self.rng.sample(range(-rank, 0), min(len(old), rank))] if isinstance(old, list)
                              else self.rng.randrange(-rank, rank))
        if "keepdims" in kwargs and self.mode == "options":
            kwargs["keepdims"] = self.rng.random() < 0.5
        if self.fn == "jnp.reshape":
            args[1] = factors(self.rng, math.prod(first["shape"]))
        return {"fn": self.fn, "args": args, "kwargs": kwargs}


def factors(rng, n):
    if n == 0:
        return rng.choice([[0], [0, 3], [2, 0]])
    shape = []
    while n > 1 and len(shape) < 4 and rng.random() < 0.8:
        d = rng.choice([k for k in range(1, n + 1) if n % k == 0])
        shape.append(d)
        n //= d
    shape.append(n)
    if rng.random() < 0.5:
        shape[rng.randrange(len(shape))] = -1
    return shape


def cast(a, dtype, g):
    """Numbers as a dtype: of integer types over their range now and then."""
    if dtype == "bool":
        return a > np.median(a) if a.size else a.astype(bool)
    if dtype.startswith(("int", "uint")):
        info = np.iinfo(dtype)
        if a.size and dtype not in ("int32", "uint32") and g.random() < 0.3:
            return g.integers(info.min, info.max, a.shape, dtype=dtype, endpoint=True)
        whole = np.nan_to_num(np.clip(np.rint(a), max(info.min, -2.0**62), min(info.max, 2.0**62)))
        return whole.astype(dtype)
    if dtype == "complex64":
        return (a + 1j * g.permutation(a.reshape(-1)).reshape(a.shape)).astype(dtype)
    return a.astype(dtype)


def encoded(a):
    a = np.asarray(a)
    if a.dtype == ml_dtypes.bfloat16:
        return {"dtype": "bfloat16", "shape": list(a.shape),
                "data": [make_goldens.number(float(v)) for v in a.astype(np.float64).reshape(-1)]}
    return make_goldens.encode(a)


def encode(x):
    if isinstance(x, (tuple, list)):
        return [encode(v) for v in x]
    return encoded(x)


def decode(x, wide=False):
    if is_array(x):
        data = x["data"]
        if x["dtype"].startswith("complex"):
            data = [complex(*map(float, v)) for v in data]
        elif "float" in x["dtype"]:
            data = [float(v) for v in data]
        a = np.array(data, x["dtype"]).reshape(x["shape"])
        if wide and x["dtype"] in ("float32", "float16", "bfloat16"):
            a = a.astype(np.float64)
        return jnp.asarray(a, dtype=a.dtype)
    if isinstance(x, list):
        return tuple(decode(v, wide) for v in x)
    return x


def call(case, wide):
    module, name = case["fn"].split(".", 1)
    function = getattr(MODULES[module], name)
    args = [decode(a, wide) for a in case["args"]]
    kwargs = {k: decode(v, wide) for k, v in case["kwargs"].items()}
    out = function(*args, **kwargs)
    grad = None
    floating = lambda a: isinstance(a, jax.Array) and jnp.issubdtype(a.dtype, jnp.floating)
    if case.get("differentiate") and args and floating(args[0]) and floating(out):

        def weighted(x):
            y = function(x, *args[1:], **kwargs)
            return jnp.sum(y * jnp.cos(jnp.arange(y.size)).reshape(y.shape))

        grad = jax.grad(weighted)(args[0])
    return out, grad


def far(a, b):
    """Whether two results differ by more than a third of the tolerance."""
    if isinstance(a, (tuple, list)):
        return any(far(x, y) for x, y in zip(a, b))
    a, b = (np.asarray(v) for v in (a, b))
    if a.dtype.kind not in "fc" or a.shape != b.shape:
        return False
    with np.errstate(all="ignore"):
        d = np.abs(a.astype(b.dtype) - b)
    return bool(np.any(d > 3e-7 + 3e-6 * np.abs(b)))


def widens(case, leaves):
    """Whether float64 comes of no float64: Jacobean's functions of int64 give float32."""
    given = {a["dtype"] for a in arrays([case["args"], *case["kwargs"].values()])}
    return not given & {"float64", "complex128"} and any(v.dtype == np.float64 for v in leaves)


def compute(case):
    """The case with what JAX gives, or None where it refuses."""
    try:
        out, grad = call(case, False)
        leaves = jax.tree.leaves(out)
        if not all(isinstance(v, (jax.Array, np.ndarray)) for v in leaves) or sum(v.size for v in leaves) > 1500:
            return None
        if widens(case, leaves):
            return None
        made = {k: case[k] for k in ("fn", "args", "kwargs")}
        made["out"] = encode(out)
        if grad is not None:
            made["grad"] = encode(grad)
    except Exception:  # whatever JAX does not take
        return None
    return made


def judge(case):
    """The case with the float64 results that its own are far from."""
    asked = dict(case, differentiate="grad" in case)
    out, grad = call(asked, False)
    try:
        with jax.enable_x64(True):
            exact, exact_grad = call(asked, True)
    except Exception:  # what has no float64 form
        return case
    if far(out, exact):
        case["exact"] = encode(exact)
    if grad is not None and exact_grad is not None and far(grad, exact_grad):
        case["exact_grad"] = encode(exact_grad)
    return case


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-function", type=int, default=10)
    parser.add_argument("--most", type=int, default=1 << 30, help="elements per case")
    parser.add_argument("--only", default="", help="functions whose names contain this")
    parser.add_argument("--judge", help="a file of cases to add exact results to")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    if options.judge:
        with open(options.judge) as lines, open(options.out, "w") as f:
            for line in lines:
                f.write(json.dumps(judge(json.loads(line)), separators=(",", ":")) + "\n")
        return
    bases = {}
    for name in ["numpy.jsonl", "random.jsonl", "functions.jsonl", "edges.jsonl"]:
        for line in (FOLDER / name).read_text().splitlines():
            case = json.loads(line)
            bases.setdefault(case["fn"], []).append(case)
    count = 0
    with open(options.out, "w") as f:
        for fn, cases in bases.items():
            if options.only not in fn:
                continue
            rng = random.Random(f"{options.seed} {fn}")
            differentiable = any("grad" in c for c in cases)
            made = 0
            for attempt in range(4 * options.per_function):
                case = Variation(rng, rng.choice(cases)).make()
                case["differentiate"] = differentiable
                case = compute(case)
                if case is None or len(json.dumps(case)) > 12 * options.most:
                    continue
                f.write(json.dumps(case, separators=(",", ":")) + "\n")
                made += 1
                count += 1
                if made == options.per_function:
                    break
            jax.clear_caches()
    print(count, "cases of", len(bases), "functions", file=sys.stderr)


if __name__ == "__main__":
    main()
