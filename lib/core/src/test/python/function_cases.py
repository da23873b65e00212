"""Writes golden/functions.jsonl: what JAX gives for options and edges that numpy.jsonl leaves out."""
import json
import math
import os
import jax, jax.numpy as jnp, numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "resources", "golden", "functions.jsonl")
R = np.random.RandomState(7)


def number(x):
    if isinstance(x, (bool, np.bool_)):
        return bool(x)
    if isinstance(x, (int, np.integer)):
        return int(x)
    return "nan" if math.isnan(x) else "inf" if x == math.inf else "-inf" if x == -math.inf else float(x)


def encode(x):
    if isinstance(x, (list, tuple)) and any(hasattr(e, "shape") for e in x):
        return [encode(e) for e in x]
    if hasattr(x, "shape"):
        a = np.asarray(x)
        return {"dtype": str(a.dtype), "shape": list(a.shape), "data": [number(v) for v in a.ravel()]}
    return x


def weighted(out):
    return (out * jnp.cos(jnp.arange(out.size, dtype=jnp.float32)).reshape(out.shape)).sum()


def case(file, fn, *args, grad=True, **kwargs):
    f = getattr(jnp if fn.startswith("jnp.") else jax.nn, fn.split(".")[1])
    out = f(*args, **kwargs)
    line = {"fn": fn, "args": [encode(a) for a in args], "kwargs": kwargs, "out": encode(out)}
    first = args[0]
    if grad and hasattr(first, "dtype") and first.dtype == np.float32 and hasattr(out, "dtype") and out.dtype == np.float32:
        line["grad"] = encode(jax.grad(lambda x: weighted(f(x, *args[1:], **kwargs)))(first))
    file.write(json.dumps(line) + "\n")


def f32(*shape):
    return (R.randn(*shape) * 2).astype(np.float32)


EDGES = np.array([0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 1e30, -1e30, np.inf, -np.inf, np.nan, 3.0], np.float32)
HOLES = f32(3, 5)
HOLES[0, 1] = HOLES[1, :] = HOLES[2, 4] = np.nan

with open(OUT, "w") as o:
    for name in "hypot logaddexp logaddexp2 copysign fmax fmin fmod mod heaviside".split():
        case(o, "jnp." + name, np.repeat(EDGES, 12), np.tile(EDGES, 12), grad=False)
    for name in "sinc trunc rint reciprocal isinf isposinf isneginf signbit nan_to_num log2 log10 deg2rad fabs modf".split():
        case(o, "jnp." + name, EDGES, grad=False)
    for name in "fabs rint reciprocal trunc signbit isinf log2 deg2rad sinc".split():
        case(o, "jnp." + name, np.array([-3, 0, 1, 7], np.int32))
    for name in "nansum nanprod nanmax nanmin nanmean nanvar nanstd nanmedian".split():
        for kw in ({}, {"axis": 0}, {"axis": 1, "keepdims": True}):
            case(o, "jnp." + name, HOLES, grad=False, **kw)
    for mode in "wrap reflect symmetric linear_ramp maximum minimum mean edge".split():
        case(o, "jnp.pad", f32(3, 4), [[4, 5], [1, 0]], mode=mode)
    for q in (0.0, 1.0, 0.25, 0.9):
        case(o, "jnp.quantile", f32(4, 5), q, axis=0, keepdims=True)
    case(o, "jnp.quantile", HOLES, 0.5, axis=1, grad=False)
    case(o, "jnp.nanquantile", HOLES, np.array([0.2, 0.7], np.float32), axis=1, grad=False)
    case(o, "jnp.percentile", f32(4, 5), np.array([10.0, 50.0], np.float32), axis=1, keepdims=True)
    case(o, "jnp.cov", f32(3, 6), f32(2, 6))
    case(o, "jnp.cov", f32(6))
    case(o, "jnp.corrcoef", f32(3, 6), f32(2, 6))
    case(o, "jnp.interp", np.array([-9, 0.5, 1.0, 2.2, 9], np.float32), np.array([0, 1, 2, 3], np.float32), f32(4))
    case(o, "jnp.interp", np.array([-9, 0.5, 9], np.float32), np.array([0, 1, 2, 3], np.float32), f32(4), -1.0, 7.0)
    case(o, "jnp.gradient", f32(5), f32(5).cumsum())
    case(o, "jnp.trapezoid", f32(3, 5), np.sort(f32(5)))
    case(o, "jnp.unwrap", np.array([[0, 3, 6.5, -3], [1, 9, -9, 2]], np.float32))
    case(o, "jnp.average", f32(3, 4), axis=0, keepdims=True)
    case(o, "jnp.rot90", f32(2, 3), 3)
    case(o, "jnp.rollaxis", f32(2, 3, 4), 0, 3)
    case(o, "jnp.moveaxis", f32(2, 3, 4), [0, 1], [-1, 0])
    case(o, "jnp.array_split", f32(8, 2), 3)
    case(o, "jnp.diff", f32(3, 5), 2, 0)
    case(o, "jnp.diff", np.array([True, False, False]))
    case(o, "jnp.round", EDGES, 2, grad=False)
    case(o, "jnp.vander", f32(3), 4, True)
    case(o, "jnp.kaiser", 6, 8.6)
    case(o, "jnp.linspace", f32(2), f32(2), 5)
    case(o, "jnp.eye", 3, 4, -1)
    for name in "log1mexp sparse_sigmoid".split():
        case(o, "nn." + name, np.abs(f32(7)) + 0.1)
    for name in "celu selu mish squareplus sparse_plus hard_tanh hard_sigmoid log_sigmoid soft_sign gelu".split():
        case(o, "nn." + name, np.array([-1000, -3, -1, 0, 1, 3, 1000], np.float32))
    case(o, "nn.logmeanexp", f32(3, 4), axis=1)
    case(o, "nn.dot_product_attention", f32(2, 3, 4, 2), f32(2, 5, 2, 2), f32(2, 5, 2, 2))
