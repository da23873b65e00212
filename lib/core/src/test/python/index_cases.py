"""Writes the table of IndexingTest: indexes, and what NumPy reads and writes by them.

Run with NumPy 2:
    python index_cases.py > ../resources/jacobean/laws/indexes.jsonl

A case is {"shape", "index", "value_shape", "get", "set", "add", "multiply", "min", "max"}. The array
holds 0, 1, 2, ... in row-major order; the value 0.5, 1.5, 2.5, ... less half of the array's size.
Results are {"shape", "data"}.
"""

import json
import random

import numpy as np

CASES = 300


def bound(n):
    return random.choice(["", "", str(random.randint(-n - 2, n + 2))])


def entry(n):
    if n > 0 and random.random() < 0.3:
        return str(random.randint(-n, n - 1))
    step = random.choice(["", "", "", ":2", ":3", ":-1", ":-1", ":-2", ":-3", ":"])
    return bound(n) + ":" + bound(n) + step


def index(shape):
    entries = [entry(n) for n in shape]
    kept = random.randint(0, len(entries))
    if kept < len(entries):
        # Some axes are left to the ellipsis, or to the end.
        where = random.randint(0, kept)
        dropped = len(entries) - kept
        rest = random.choice([["..."], []]) if where == kept else ["..."]
        entries = entries[:where] + rest + entries[where + dropped :]
    if random.random() < 0.2:
        entries.insert(random.randint(0, len(entries)), "None")
    return ", ".join(entries) or "..."


def value_shape(selected):
    """A shape that broadcasts to the selection."""
    shape = [1 if random.random() < 0.25 else n for n in selected]
    return shape[random.randint(0, len(shape)) if random.random() < 0.5 else 0 :]


def encode(a):
    return {"shape": list(a.shape), "data": a.reshape(-1).tolist()}


random.seed(20)
for _ in range(CASES):
    shape = [random.choice([0, 1, 2, 3, 4, 5, 6]) for _ in range(random.randint(1, 3))]
    x = np.arange(np.prod(shape, dtype=int), dtype=np.float32).reshape(shape)
    text = index(shape)
    places = eval(f"np.s_[{text}]")
    selected = x[places]
    shape_of_value = value_shape(selected.shape)
    count = int(np.prod(shape_of_value, dtype=int))
    value = (np.arange(count, dtype=np.float32) + 0.5 - x.size // 2).reshape(shape_of_value)
    case = {"shape": shape, "index": text, "value_shape": shape_of_value, "get": encode(np.asarray(selected))}
    for name, change in {
        "set": lambda old: value,
        "add": lambda old: old + value,
        "multiply": lambda old: old * value,
        "min": lambda old: np.minimum(old, value),
        "max": lambda old: np.maximum(old, value),
    }.items():
        y = x.copy()
        y[places] = change(y[places])
        case[name] = encode(y)
    print(json.dumps(case, separators=(",", ":")))
