"""Writes the table of ArrayIndexTest: indexes with arrays and masks, and what JAX reads and writes.

Run with JAX:
    python array_index_cases.py > ../resources/jacobean/laws/array_indexes.jsonl

A case is {"shape", "index", "mode", "value_shape", "get", "set", "add", "multiply", "min", "max"}. The
index is a list of entries: a text as in x[...], or nested lists of integers or bools. The array holds
0, 1, 2, ... in row-major order; the value 0.5, 1.5, 2.5, ... less half of the array's size. Results are
{"shape", "data"}; "nan" stands for that. mode is null for JAX's default. Where indexes
repeat, XLA's CPU backend writes one update after the other, as the library promises to.
"""

import json
import random

import jax.numpy as jnp
import numpy as np

CASES = 240


def entry(n):
    return random.choice([":", ":", "::-1", "1:", ":-1", "::2", "0"])


def array(n, common):
    shape = [1 if random.random() < 0.2 else c for c in common]
    shape = shape[random.randint(0, len(shape)) if random.random() < 0.3 else 0 :]
    most = random.choice([n - 1, n - 1, n + 2])
    return np.random.randint(-n, most + 1, shape).tolist()


def index(shape):
    common = random.choice([[2], [3], [], [2, 3], [4], [0]])
    entries = [array(n, common) if random.random() < 0.55 else entry(n) for n in shape]
    if random.random() < 0.25:
        axes = random.randint(1, len(shape))
        at = random.randint(0, len(shape) - axes)
        mask = (np.random.rand(*shape[at : at + axes]) < 0.5).tolist()
        entries = [entry(n) for n in shape[:at]] + [mask] + [entry(n) for n in shape[at + axes :]]
    elif not any(isinstance(e, (list, int)) for e in entries):
        entries[random.randrange(len(entries))] = [0, 0]
    while random.random() < 0.3 and entries and entries[-1] == ":":
        entries.pop()
    if random.random() < 0.2:
        entries.insert(random.randint(0, len(entries)), "None")
    if random.random() < 0.2:
        gaps = [i for i, e in enumerate(entries) if e == ":"]
        if gaps and len(shape) == len([e for e in entries if e != "None"]):
            entries[random.choice(gaps)] = "..."
    return entries


def python(e):
    if isinstance(e, str):
        return eval(f"np.s_[{e}]")
    a = np.array(e)
    return jnp.asarray(a if a.dtype == bool else a.astype(np.int32))


def encode(a):
    data = [x if np.isfinite(x) else "nan" for x in np.asarray(a).reshape(-1).tolist()]
    return {"shape": list(a.shape), "data": data}


random.seed(21)
np.random.seed(21)
done = 0
while done < CASES:
    shape = [random.choice([1, 2, 3, 4, 5]) for _ in range(random.randint(1, 3))]
    x = jnp.arange(np.prod(shape, dtype=int), dtype=np.float32).reshape(shape)
    entries = index(shape)
    places = tuple(python(e) for e in entries)
    mode = random.choice([None, None, "clip", "fill", "drop"])
    selected = x.at[places].get(mode=mode)
    value_shape = [1 if random.random() < 0.25 else n for n in selected.shape]
    count = int(np.prod(value_shape, dtype=int))
    value = (jnp.arange(count, dtype=np.float32) + 0.5 - x.size // 2).reshape(value_shape)
    case = {"shape": shape, "index": entries, "mode": mode, "value_shape": value_shape, "get": encode(selected)}
    at = x.at[places]
    for name in ["set", "add", "multiply", "min", "max"]:
        case[name] = encode(getattr(at, name)(value, mode=mode))
    print(json.dumps(case, separators=(",", ":")))
    done += 1
