"""Writes golden/fourier.jsonl: what JAX gives for discrete Fourier transforms.

Run with JAX 0.10 on a CPU: python fourier_cases.py. Of a complex result, "grad" is that of the
weighted sum of its real and imaginary parts.
"""

import json

import jax

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp
import numpy as np
from make_goldens import FOLDER, encode

R = np.random.RandomState(17)
OUT = FOLDER / "fourier.jsonl"


def weighted(out):
    real = jnp.real(out) + jnp.imag(out)
    return jnp.sum(real * jnp.cos(jnp.arange(out.size, dtype=real.dtype)).reshape(out.shape))


def numbers(dtype, *shape):
    x = R.randn(*shape)
    return np.asarray(x + 1j * R.randn(*shape) if "complex" in dtype else x).astype(dtype)


def case(file, name, x, grad=True, **kwargs):
    f = getattr(jnp.fft, name)
    line = {"fn": "fft." + name, "args": [encode(x)], "kwargs": kwargs, "out": encode(f(x, **kwargs))}
    if grad and jnp.issubdtype(x.dtype, np.inexact) and line["out"]["data"]:
        line["grad"] = encode(jax.grad(lambda y: weighted(f(y, **kwargs)))(jnp.asarray(x)))
    file.write(json.dumps(line, separators=(",", ":")) + "\n")


REAL = ["rfft", "ihfft"]
LINES = ["fft", "ifft", "irfft", "hfft"] + REAL

with open(OUT, "w") as o:
    for name in LINES:
        real = name in REAL
        dtypes = ["float32", "float64"] if real else ["complex64", "complex128", "float32", "float64"]
        for dtype in dtypes:
            for n in [2, 7, 13, 33, 60]:
                case(o, name, numbers(dtype, n))
            case(o, name, numbers(dtype, 1), n=1)
            case(o, name, numbers(dtype, 3, 5), axis=0)
            case(o, name, numbers(dtype, 2, 5, 3), axis=1, n=4, norm="ortho")
            case(o, name, numbers(dtype, 6), n=9, norm="forward")
            case(o, name, numbers(dtype, 6), n=5, norm="backward")
            case(o, name, numbers(dtype, 4), norm="ortho")
        case(o, name, np.arange(6, dtype=np.int32))
        # A prime that no small factors divide, twice one, and a power of two.
        for n in [97, 202, 64]:
            case(o, name, numbers("float64" if real else "complex128", n))
        case(o, name, numbers("float32", 0, 3), axis=1)
        if not real:
            case(o, name, numbers("complex64", 0))
            case(o, name, np.array([True, False, True]))
    case(o, "irfft", numbers("complex64", 1))
    case(o, "fft", numbers("complex64", 1025), grad=False)
    case(o, "rfft", numbers("float64", 1025), grad=False)
    case(o, "irfft", numbers("complex128", 513), n=1025, grad=False)
    for name in ["fft2", "ifft2", "irfft2", "rfft2", "fftn", "ifftn", "irfftn", "rfftn"]:
        real = name.startswith("r")
        for dtype in ["float32", "float64"] if real else ["complex64", "complex128", "float32"]:
            case(o, name, numbers(dtype, 3, 4))
            case(o, name, numbers(dtype, 2, 3, 5))
            case(o, name, numbers(dtype, 2, 3, 5), axes=(2, 0), norm="ortho")
            case(o, name, numbers(dtype, 3, 5), s=(4, 4), norm="forward")
            case(o, name, numbers(dtype, 4, 2, 6), s=(3, 5), axes=(0, 1))
        if name.endswith("n"):
            x = numbers("float64" if real else "complex128", 2, 3, 2, 3, 2)
            case(o, name, x)
            case(o, name, x, axes=(1, 4, 0, 2), norm="ortho")
            case(o, name, x, axes=(3,), s=(7,))
            case(o, name, x, s=(3,))
