"""Writes linalg.jsonl: what JAX's linear algebra gives, of real and complex matrices.

Run with JAX 0.10 on a CPU, in this folder:
    python linalg_goldens.py

The cases are those of make_goldens.py. What is determined but for signs or order is checked by the
functions of MatrixChecks, whose twins are here.
"""

import json

import jax
import jax.numpy as jnp
import numpy as np
from jax.lax import linalg as lax_linalg

import make_goldens


def adjoint(x):
    return jnp.conj(jnp.swapaxes(x, -1, -2))


class Checks:
    """What all right answers have in common, real."""

    @staticmethod
    def svd(x, full_matrices):
        u, s, vh = jnp.linalg.svd(x, full_matrices=full_matrices)
        k = s.shape[-1]
        product = (u[..., :k] * s[..., None, :]) @ vh[..., :k, :]
        return s, jnp.abs(u[..., :k]), jnp.abs(vh[..., :k, :]), jnp.real(product), jnp.imag(product)

    @staticmethod
    def eigh(x):
        w, v = jnp.linalg.eigh(x)
        root = (v * jnp.exp(w / 4)[..., None, :]) @ adjoint(v)
        return w, jnp.abs(v), jnp.real(root), jnp.imag(root)

    @staticmethod
    def eigvals(x):
        w = jnp.linalg.eigvals(x)
        return tuple(f(jnp.sum(w**k, -1)) for k in (1, 2, 3) for f in (jnp.real, jnp.imag))

    @staticmethod
    def eig(x):
        w, u, v = lax_linalg.eig(x, enable_eigvec_derivs=True)
        lengths = jnp.sum(jnp.abs(u), -1), jnp.sum(jnp.abs(v), -1)
        again = (v * w[..., None, :]) @ jnp.linalg.inv(v)
        return *lengths, jnp.real(again), jnp.imag(again)

    @staticmethod
    def roots(p, strip_zeros):
        r = jnp.roots(p, strip_zeros=strip_zeros)
        return tuple(f(jnp.nansum(r**k)) for k in (1, 2) for f in (jnp.real, jnp.imag))


make_goldens.MODULES["matrices"] = Checks
make_goldens.MODULES["laxlinalg"] = lax_linalg

rng = np.random.default_rng(7)


def real(*shape):
    return np.asarray(rng.uniform(-2, 2, shape), np.float32)


def complexes(*shape):
    return np.asarray(rng.uniform(-2, 2, shape) + 1j * rng.uniform(-2, 2, shape), np.complex64)


def definite(x):
    n = x.shape[-1]
    return np.asarray(
        np.conj(np.swapaxes(x, -1, -2)) @ x + np.diag(np.arange(1, n + 1)), x.dtype
    )


def lower(x):
    n = x.shape[-1]
    return np.asarray(np.tril(x) + 3 * np.eye(n), x.dtype)


CASES = []


def case(fn, *args, grad=False, **kwargs):
    CASES.append(
        {
            "fn": fn,
            "args": [make_goldens.encode(a) if isinstance(a, np.ndarray) else a for a in args],
            "kwargs": kwargs,
            **({"grad": None} if grad else {}),
        }
    )


def cases():
    for numbers in (real, complexes):
        for shape in ((3, 3), (2, 4, 4), (1, 1)):
            a = numbers(*shape)
            n = shape[-1]
            h = definite(a)
            case("linalg.cholesky", h, grad=True)
            case("linalg.cholesky", h, upper=True, grad=True)
            case("linalg.cholesky", h, upper=False, symmetrize_input=False)
            case("linalg.inv", a, grad=True)
            case("linalg.det", a, grad=True)
            case("linalg.slogdet", a, grad=True)
            case("linalg.solve", a, numbers(*shape[:-1], 2), grad=True)
            case("linalg.solve", a, numbers(n), grad=True)
            case("linalg.matrix_power", a, 3, grad=True)
            case("linalg.matrix_power", a, -2, grad=True)
            case("linalg.qr", a, grad=True)
            case("linalg.cond", a, grad=True)
            case("linalg.cond", a, 1)
            case("linalg.cond", a, -2)
            case("linalg.matrix_rank", a)
            case("linalg.eigvalsh", a, grad=True)
            case("matrices.eigh", a, grad=True)
            case("matrices.eigvals", a, grad=True)
            case("matrices.eig", a, grad=True)
            for left in (False, True):
                for low in (False, True):
                    for transposed, conjugate in ((0, 0), (1, 0), (1, 1), (0, 1)):
                        b = numbers(*shape[:-2], n, 2) if left else numbers(*shape[:-2], 2, n)
                        t = lower(a) if low else np.swapaxes(lower(a), -1, -2).copy()
                        case(
                            "laxlinalg.triangular_solve",
                            t,
                            b,
                            left_side=left,
                            lower=low,
                            transpose_a=bool(transposed),
                            conjugate_a=bool(conjugate),
                            unit_diagonal=bool(conjugate and left),
                            grad=shape == (3, 3),
                        )
            case("laxlinalg.lu", a, grad=True)
            case("laxlinalg.hessenberg", a)
            case("laxlinalg.tridiagonal", h)
            case("laxlinalg.tridiagonal", h, lower=False)
            case("linalg.norm", a.reshape(-1, n), 2, grad=True)
            case("linalg.trace", a, grad=True)
        for shape in ((4, 2), (2, 4), (2, 3, 2), (5, 1), (1, 3)):
            a = numbers(*shape)
            case("linalg.qr", a, grad=True)
            case("linalg.qr", a, "complete", grad=True)
            case("matrices.svd", a, False, grad=True)
            case("matrices.svd", a, True)
            case("linalg.svdvals", a, grad=True)
            case("linalg.pinv", a, grad=True)
            case("linalg.matrix_rank", a)
            case("laxlinalg.lu", a, grad=True)
            case("linalg.norm", a, grad=True)
            case("linalg.matrix_norm", a, grad=True)
            case("linalg.vector_norm", a, grad=True)
            case("laxlinalg.qr", a, full_matrices=False)
            if len(shape) == 2:
                case("linalg.lstsq", a, numbers(shape[0]))
                case("linalg.lstsq", a, numbers(shape[0], 2))
                for order in (1, -1, 2, -2, float("inf"), float("-inf"), "fro", "nuc"):
                    if not isinstance(order, float):
                        case("linalg.norm", a, order, grad=True)
            if shape[-2] >= shape[-1]:
                case("laxlinalg.householder_product", a, numbers(*shape[:-2], shape[-1]))
        for order in (0, 1, 2, 3, -1, 2.5):
            case("linalg.norm", numbers(5), order, grad=order != 0)
        case("linalg.pinv", np.asarray(np.outer(numbers(3), numbers(4)), numbers(1).dtype))
        case("linalg.multi_dot", [make_goldens.encode(numbers(*s)) for s in ((2, 3), (3, 4), (4,))])
        case("linalg.matrix_transpose", numbers(2, 3, 2))
        case("linalg.outer", numbers(3), numbers(2), grad=True)
        case("linalg.vecdot", numbers(3, 2), numbers(3, 2), grad=True)
        case("linalg.tensorinv", numbers(4, 6, 8, 3), grad=True)
        case("linalg.tensorsolve", numbers(2, 3, 6), numbers(2, 3), grad=True)
        case(
            "laxlinalg.tridiagonal_solve",
            numbers(4),
            numbers(4) + numbers(1).dtype.type(5),
            numbers(4),
            numbers(4, 2),
            grad=True,
        )
        case("jnp.vdot", numbers(2, 3), numbers(2, 3), grad=True)
        case("jnp.vecdot", numbers(2, 3), numbers(2, 3), grad=True)
        case("jnp.inner", numbers(2, 3), numbers(4, 3), grad=True)
        case("jnp.matmul", numbers(2, 3), numbers(3, 2), grad=True)
        case("jnp.vecmat", numbers(2, 3), numbers(2, 3, 2), grad=True)
        case("jnp.matvec", numbers(2, 3), numbers(2, 3), grad=True)
        case("jnp.kron", numbers(2, 3), numbers(2), grad=True)
        case("jnp.cross", numbers(2, 3), numbers(3), grad=True)
        case("jnp.convolve", numbers(5), numbers(3), grad=True)
        case("jnp.correlate", numbers(5), numbers(3), "full", grad=True)
        case("jnp.correlate", numbers(3), numbers(5), "same", grad=True)
        case("jnp.poly", numbers(3), grad=True)
        case("jnp.poly", numbers(3, 3))
        case("jnp.polyval", numbers(4), numbers(3), grad=True)
        case("jnp.sign", numbers(5))
        case("matrices.roots", numbers(5), True, grad=True)
        case("matrices.roots", np.concatenate([0 * numbers(2), numbers(3), 0 * numbers(1)]), True)
        case("matrices.roots", np.concatenate([0 * numbers(2), numbers(3), 0 * numbers(1)]), False)
    case("linalg.det", np.ones((4, 4), np.float32), grad=True)
    case("linalg.det", np.asarray(np.diag([1.0, 2, 3, 0]), np.float32), grad=True)
    case("linalg.cholesky", np.array([[1, 2], [2, 1]], np.float32))
    case("linalg.cholesky", np.array([[[1, 2], [2, 1]], [[4, 2], [2, 5]]], np.float32))
    case("linalg.inv", np.array([[1, 2], [2, 4]], np.float32))
    case("linalg.solve", np.array([[1, 2], [2, 4]], np.float32), np.ones(2, np.float32))
    case("linalg.slogdet", np.zeros((3, 3), np.float32))
    case("linalg.slogdet", np.zeros((2, 2), np.float32))
    case("linalg.eigvals", np.full((2, 2), np.nan, np.float32))
    case("linalg.svdvals", np.array([[np.nan, 1], [1, 2]], np.float32))
    case("laxlinalg.cholesky_update", np.triu(lower(real(3, 3)).T), real(3))
    case("laxlinalg.symmetric_product", real(3, 2), real(3, 3), alpha=2.0, beta=0.5)
    case("laxlinalg.lu_pivots_to_permutation", np.array([[2, 3, 2, 3], [0, 1, 2, 3]], np.int32), 5)
    for dtype in (np.int32, np.bool_, np.int8, np.float64):
        eye = np.array([[2, 1], [1, 3]]).astype(dtype)
        if dtype != np.float64:
            for name in ("inv", "det", "svdvals", "eigvalsh", "pinv", "norm", "slogdet"):
                if not (dtype == np.bool_ and name in ("inv", "pinv")):
                    case(f"linalg.{name}", eye)
    for shape in ((0, 0), (2, 0, 0), (0, 2, 2)):
        empty = np.zeros(shape, np.float32)
        for name in ("inv", "det", "slogdet", "eigvalsh", "eigvals", "cholesky", "eig", "eigh"):
            case(f"linalg.{name}", empty)
    for shape in ((0, 3), (3, 0), (0, 0), (2, 0, 2)):
        empty = np.zeros(shape, np.float32)
        case("linalg.svd", empty)
        case("linalg.svdvals", empty)
        case("linalg.qr", empty)
        case("linalg.qr", empty, "complete")
        case("linalg.pinv", empty)
        case("linalg.norm", empty)
        case("laxlinalg.lu", empty)


if __name__ == "__main__":
    cases()
    with open(make_goldens.FOLDER / "linalg.jsonl", "w") as out:
        for c in CASES:
            try:
                made = make_goldens.compute(c)
            except Exception as e:
                raise RuntimeError(f"{c['fn']} {c['kwargs']}") from e
            out.write(json.dumps(made) + "\n")
