"""Computes the goldens again: for each case of a file what JAX gives now, and the article's numbers.

Run with JAX 0.10 on a CPU, in this folder:
    python make_goldens.py                  # rewrites ../resources/golden
    python make_goldens.py --check          # only says what would change

A case is a line of numpy.jsonl, edges.jsonl (special numbers) or random.jsonl: {"fn", "args", "kwargs", "out", "grad"}. To add one,
append a line with "fn", "args" and "kwargs" and run this. An array is {"dtype", "shape", "data"},
row-major, with "nan", "inf" and "-inf" for those values; complex numbers are [re, im]; a sequence is
a list. "grad" is the gradient of sum(out * cos(arange(out.size)).reshape(out.shape)) by the first
argument, where that is floating or complex; the parts of a complex result have the same weight,
and several results are added.
"""

import json
import math
import pathlib
import sys

import jax
import jax.numpy as jnp
import numpy as np

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "golden"
MODULES = {
    "jnp": jnp,
    "nn": jax.nn,
    "lax": jax.lax,
    "linalg": jnp.linalg,
    "fft": jnp.fft,
    "special": jax.scipy.special,
    "random": jax.random,
}


def number(x):
    if isinstance(x, complex):
        return [number(x.real), number(x.imag)]
    if isinstance(x, float) and not math.isfinite(x):
        return "nan" if math.isnan(x) else "inf" if x > 0 else "-inf"
    return x


def encode(x):
    if isinstance(x, dict):
        return {k: encode(v) for k, v in x.items()}
    if isinstance(x, (tuple, list)):
        return [encode(v) for v in x]
    a = np.asarray(x)
    return {
        "dtype": str(a.dtype),
        "shape": list(a.shape),
        "data": [number(v) for v in a.reshape(-1).tolist()],
    }


def decode(x):
    if isinstance(x, dict) and "dtype" in x:
        data = [complex(*map(float, v)) if isinstance(v, list) else v for v in x["data"]]
        if x["dtype"].startswith("float"):
            data = [float(v) for v in data]
        return jnp.asarray(np.array(data, x["dtype"]).reshape(x["shape"]))
    if isinstance(x, list):
        return tuple(decode(v) for v in x)
    return x


def weigh(y):
    """A real scalar in which every element of a result has another weight; 0 of integers."""
    if not jnp.issubdtype(y.dtype, jnp.inexact):
        return 0
    real = jnp.real(y) + jnp.imag(y) if jnp.iscomplexobj(y) else y
    return jnp.sum(real * jnp.cos(jnp.arange(y.size)).reshape(y.shape))


def compute(case):
    """The case with what JAX gives."""
    module, name = case["fn"].split(".", 1)
    function = getattr(MODULES[module], name)
    args = [decode(a) for a in case["args"]]
    kwargs = {k: decode(v) for k, v in case["kwargs"].items()}
    out = function(*args, **kwargs)
    made = {"fn": case["fn"], "args": case["args"], "kwargs": case["kwargs"], "out": encode(out)}
    if "grad" in case:

        def weighted(x):
            y = function(x, *args[1:], **kwargs)
            return sum(weigh(part) for part in jax.tree.leaves(y))

        made["grad"] = encode(jax.grad(weighted)(args[0]))
    return made


def distance(a, b):
    """The greatest relative difference between the numbers of two results; inf if they are unlike."""
    if isinstance(a, dict) and isinstance(b, dict) and a.keys() == b.keys():
        return max((distance(a[k], b[k]) for k in a), default=0.0)
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return max((distance(v, w) for v, w in zip(a, b)), default=0.0)
    if a == b:
        return 0.0
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) / max(abs(a), abs(b))
    return math.inf


def article():
    """What the article's examples give, in its order."""
    made = {}
    made["at_set"] = jnp.arange(5.0).at[1:3].set(jnp.array([-1.0, -2.0]))
    f = lambda x: jnp.sum(x**2)
    x = jnp.array([1.0, 2.0, 3.0])
    made["grad"] = [f(x), jax.grad(f)(x)]
    w = jnp.array([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
    made["vmap"] = jax.vmap(lambda v: jnp.dot(w, v))(jnp.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]))
    key = jax.random.PRNGKey(2022)
    made["normal_2022_2"] = jax.random.normal(key, (2,))
    key1, key = jax.random.split(key)
    made["split"] = [key1, key]
    made["normal_key1"] = jax.random.normal(key1, (2,))
    *keys, key = jax.random.split(key, 4)
    made["split4"] = [*keys, key]
    *_, key = jax.random.split(key, 11)
    made["split11_last"] = key
    xx = jnp.linspace(-1, 1, 101)
    noise, key = jax.random.split(key)
    yy = 3 * xx - 1 + 0.2 * jax.random.normal(noise, (101,))
    made["yy"] = yy
    made = encode(made)
    loss = jax.jit(lambda p, x, y: jnp.mean((y - (p[0] * x + p[1])) ** 2))
    params, losses = [1.0, 1.0], []
    for _ in range(100):
        value, grad = jax.value_and_grad(loss)(params, xx, yy)
        params = jax.tree.map(lambda p, g: p - 0.1 * g, params, grad)
        losses.append(float(value))
    made["sgd_losses"] = losses
    made["sgd_params"] = [float(p) for p in params]
    made["jaxpr_loss"] = str(jax.make_jaxpr(loss)([1.0, 1.0], xx, yy))
    return made


def main(check):
    """Without a file's name, all; with names, these."""
    for name in ["numpy.jsonl", "edges.jsonl", "random.jsonl"]:
        path = FOLDER / name
        cases = [json.loads(line) for line in path.read_text().splitlines()]
        made = [compute(c) for c in cases]
        for old, new in zip(cases, made):
            d = max(distance(old.get(k), new.get(k)) for k in ["out", "grad"])
            if d > 1e-6:
                print(f"{name}: {old['fn']}{old['kwargs'] or ''} differs by {d:.1e}")
        if not check:
            path.write_text("".join(json.dumps(c, separators=(",", ":")) + "\n" for c in made))
    path = FOLDER / "article.json"
    old = json.loads(path.read_text())
    new = article()
    for k, v in new.items():
        if distance(old.get(k), v) > 1e-6:
            print(f"article.json: {k} differs by {distance(old.get(k), v):.1e}")
    if not check:
        # What other scripts put there, as the runs of optimizers, stays.
        path.write_text(json.dumps(old | new))


if __name__ == "__main__":
    main("--check" in sys.argv[1:])
