"""Writes golden/forms.jsonl: what JAX gives for further arguments of functions, and for lax's own.

Run with JAX 0.10 on a CPU, in this folder: python form_cases.py
The arguments are as make_goldens.py describes them; functions among them are named by their text.
"""

import json
import pathlib

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from make_goldens import FOLDER, MODULES, encode

R = np.random.RandomState(23)
FUNCTIONS = {"max": lax.max, "min": lax.min, "add": lax.add, "mul": lax.mul}


def f32(*shape):
    return (R.randn(*shape) * 2).astype(np.float32)



def i32(low, high, *shape):
    return R.randint(low, high, shape).astype(np.int32)


def plain(x):
    """An argument as JSON: arrays encoded, everything else as it is."""
    if isinstance(x, (np.ndarray, jax.Array)):
        return encode(x)
    if isinstance(x, (list, tuple)):
        return [plain(v) for v in x]
    return x


def weighted(out):
    return jnp.sum(out * jnp.cos(jnp.arange(out.size)).reshape(out.shape))


def inexact(x):
    return hasattr(x, "dtype") and x.dtype == np.float32


class File:
    def __init__(self):
        self.lines = []

    def case(self, fn, *args, call=None, grad=True, **kwargs):
        """call: how JAX is called, where it is not fn(*args, **kwargs)."""
        module, name = fn.split(".", 1)
        function = call or getattr(MODULES[module], name)
        out = function(*args, **kwargs)
        line = {
            "fn": fn,
            "args": plain(args),
            "kwargs": {k: plain(v) for k, v in kwargs.items()},
            "out": encode(out),
        }
        if grad and args and inexact(args[0]) and inexact(out):
            by_first = jax.grad(lambda x: weighted(function(x, *args[1:], **kwargs)))
            line["grad"] = encode(by_first(args[0]))
        self.lines.append(json.dumps(line, separators=(",", ":")))


def statistics(o):
    x = f32(3, 4)
    w = np.abs(f32(4)) + 0.1
    o.case("jnp.average", x, axis=1, keepdims=True)
    o.case("jnp.average", x, axis=1, weights=w, keepdims=True)
    o.case("jnp.average_returned", x, axis=1, weights=w, call=lambda x, axis, weights: jnp.average(x, axis, weights, True))
    o.case("jnp.gradient", f32(6), 0.5)
    o.case("jnp.gradients", x, 0.5, 2.0, call=jnp.gradient)
    q = np.array([0.1, 0.5, 0.9], np.float32)
    holes = x.copy()
    holes[0, 1] = holes[1, 3] = np.nan
    for method in ["inverted_cdf", "nearest", "lower", "higher", "midpoint"]:
        o.case("jnp.quantile", x, q, axis=1, method=method)
        o.case("jnp.nanquantile", holes, q, axis=1, method=method, grad=False)
    o.case("jnp.quantile", x, 0.3, axis=0, keepdims=True, method="inverted_cdf")
    o.case("jnp.percentile", x, 30.0, axis=1, method="inverted_cdf")
    weighted_call = lambda f: lambda x, q, axis, weights: f(x, q, axis, method="inverted_cdf", weights=weights)
    o.case("jnp.quantile", x, q, axis=1, weights=w, call=weighted_call(jnp.quantile))
    o.case("jnp.percentile", x, q * 100, axis=1, weights=w, call=weighted_call(jnp.percentile))
    o.case("jnp.nanquantile", holes, q, axis=1, weights=w, call=weighted_call(jnp.nanquantile), grad=False)
    o.case("jnp.quantile", holes, q, axis=1, weights=w, call=weighted_call(jnp.quantile), grad=False)
    fw, aw = i32(1, 4, 4), w
    o.case("jnp.cov", x, fweights=fw, ddof=1, call=lambda x, fweights, ddof: jnp.cov(x, fweights=fweights, ddof=ddof))
    o.case("jnp.cov", x, aweights=aw, ddof=1, call=lambda x, aweights, ddof: jnp.cov(x, aweights=aweights, ddof=ddof))
    both = lambda x, fweights, aweights, ddof: jnp.cov(x, fweights=fweights, aweights=aweights, ddof=ddof)
    for ddof in [0, 1]:
        o.case("jnp.cov", x, fweights=fw, aweights=aw, ddof=ddof, call=both)
    o.case("jnp.corrcoef", x, f32(3, 4), False, grad=False)


def histograms(o):
    x, y = f32(30), f32(30)
    w = np.abs(f32(30))
    o.case("jnp.histogram", x, bins=5, range=[-1.5, 2.0])
    o.case("jnp.histogram", x, bins=5, weights=w)
    o.case("jnp.histogram", x, bins=5, density=True)
    o.case("jnp.histogram", x, bins=5, range=[-1.5, 2.0], weights=w, density=True)
    o.case("jnp.histogram_bin_edges", x, bins=4, range=[-1.0, 1.0])
    o.case("jnp.histogram2d", x, y, 4, grad=False)
    o.case("jnp.histogram2d", x, y, bins=[3, 4], range=[[-1.0, 1.0], [-2.0, 2.0]], grad=False)
    o.case("jnp.histogram2d", x, y, bins=[3, 4], weights=w, density=True, grad=False)
    points = f32(20, 3)
    o.case("jnp.histogramdd", points, 3, grad=False)
    o.case("jnp.histogramdd", points, bins=[2, 3, 2], density=True, grad=False)


def sets(o):
    x = np.array([3, 1, 2, 3, 1, 7], np.int32)
    y = np.array([2, 3, 9], np.int32)
    rows = np.array([[2, 3], [1, 2], [2, 3], [1, 3]], np.int32)
    o.case("jnp.unique", x, size=3)
    o.case("jnp.unique", x, size=6, fill_value=-1)
    o.case("jnp.unique", x, size=6)
    o.case("jnp.unique", rows, axis=0)
    o.case("jnp.unique", rows, axis=1)
    o.case("jnp.unique_all", x, size=5)
    o.case("jnp.unique_all", rows, axis=0, call=lambda x, axis: jnp.unique(x, True, True, True, axis=axis))
    nans = np.array([np.nan, 1, np.nan, -2], np.float32)
    o.case("jnp.unique", nans, equal_nan=True, grad=False)
    o.case("jnp.unique", nans, equal_nan=False, grad=False)
    for size in [2, 6]:
        o.case("jnp.union1d", x, y, size, -5, call=lambda x, y, s, f: jnp.union1d(x, y, size=s, fill_value=f))
        o.case("jnp.intersect1d", x, y, size, -5, call=lambda x, y, s, f: jnp.intersect1d(x, y, size=s, fill_value=f))
        o.case("jnp.setdiff1d", x, y, size, -5, call=lambda x, y, s, f: jnp.setdiff1d(x, y, size=s, fill_value=f))
        o.case("jnp.setxor1d", x, y, size, -5, call=lambda x, y, s, f: jnp.setxor1d(x, y, size=s, fill_value=f))
    o.case("jnp.intersect1d_indices", x, y, call=lambda x, y: jnp.intersect1d(x, y, return_indices=True))


def selections(o):
    x = f32(3, 4)
    v = f32(6)
    mask = np.array([True, False, True, True])
    o.case("jnp.clip", x, f32(4) - 1, f32(3, 1) + 2)
    o.case("jnp.compress", mask, x, axis=1, size=4, fill_value=-1.0)
    o.case("jnp.compress", mask, x, axis=1, size=2, fill_value=-1.0)
    o.case("jnp.extract", x > 0, x, size=5, fill_value=0.5)
    o.case("jnp.flatnonzero", x > 0, size=7, fill_value=-1)
    o.case("jnp.argwhere", x > 0, size=7, fill_value=-1)
    o.case("jnp.take", x, i32(-4, 9, 5), axis=1, mode="fill", fill_value=-3.0)
    o.case("jnp.choose", i32(-3, 5, 4), [i32(0, 9, 4) for _ in range(3)], mode="wrap")
    o.case("jnp.choose", i32(-3, 5, 4), [i32(0, 9, 4) for _ in range(3)], mode="clip")
    put = lambda x, i, v, mode: jnp.put(x, i, v, mode, inplace=False)
    o.case("jnp.put", v, np.array([1, 9, -8], np.int32), f32(3), mode="clip", call=put)
    o.case("jnp.put", v, np.array([1, 9, -8], np.int32), f32(2), mode="wrap", call=put)
    o.case("jnp.fill_diagonal", x, f32(2), call=lambda x, v: jnp.fill_diagonal(x, v, inplace=False))
    o.case("jnp.insert", v, np.array([0, 3, 3, -1], np.int32), f32(4), axis=0)
    o.case("jnp.insert", x, np.array([4, 1], np.int32), f32(3, 2), axis=1)
    o.case("jnp.repeat", x, np.array([1, 0, 3], np.int32), axis=0, total_repeat_length=6)
    order = np.argsort(v).astype(np.int32)
    o.case("jnp.searchsorted", v, f32(3), side="right", sorter=order, grad=False)
    o.case("jnp.bincount", i32(0, 5, 9), np.abs(f32(9)))
    for trim in ["f", "b", "fb"]:
        o.case("jnp.trim_zeros", np.array([0, 0, 3, 0, 4, 0], np.float32), trim, grad=False)


def layouts(o):
    x = f32(2, 3, 4)
    o.case("jnp.ravel", x, "F")
    o.case("jnp.reshape", x, [4, 6], "F")
    o.case("jnp.reshape", x, [4, -1], "F")
    o.case("jnp.expand_dims", x, [0, -1])
    o.case("jnp.array_split", x, [1, 3], 2)
    o.case("jnp.hsplit", x, [1])
    o.case("jnp.dsplit", x, [1, 2])
    o.case("jnp.meshgrid", [f32(2), f32(3)], "xy", True, call=lambda v, i, s: jnp.meshgrid(*v, indexing=i, sparse=s))
    o.case("jnp.cumsum", i32(0, 9, 4), axis=0, dtype="float32")
    o.case("jnp.cumulative_sum", f32(4))
    o.case("jnp.cumulative_prod", f32(4), axis=0, include_initial=True)
    o.case("jnp.trace", i32(0, 9, 3, 3), 1, 0, 1, "float32")
    o.case("jnp.cross", f32(3, 2), f32(2, 3), 0, 1, 0)
    o.case("jnp.vecdot", f32(3, 2), f32(3, 2), axis=0)
    o.case("jnp.sort_complex", np.array([2, -1, 5], np.float32), grad=False)
    o.case("jnp.packbits", i32(0, 2, 3, 11), 1, "big")
    o.case("jnp.packbits", i32(0, 2, 3, 11), 1, "little")
    o.case("jnp.packbits", i32(0, 2, 11))
    byte = R.randint(0, 256, (3, 2)).astype(np.uint8)
    o.case("jnp.unpackbits", byte, 0, "big", call=lambda x, a, b: jnp.unpackbits(x, a, None, b))
    o.case("jnp.unpackbits", byte, 1, 5, "little")
    o.case("jnp.unpackbits", byte, 1, 19, "little")
    for name in "acos asin atan atanh".split():
        o.case("jnp." + name, np.clip(f32(5) / 4, -0.9, 0.9))
    o.case("jnp.asinh", f32(5))
    o.case("jnp.acosh", np.abs(f32(5)) + 1.1)
    o.case("jnp.atan2", f32(5), f32(5))
    o.case("jnp.pow", np.abs(f32(5)) + 0.1, f32(5))


def numbers(o):
    z = (f32(4) + 1j * f32(4)).astype(np.complex64)
    for name in ["real", "imag", "conj"]:
        o.case("lax." + name, z, grad=False)
    o.case("lax.complex", f32(3), f32(3), grad=False)
    o.case("lax.conj", f32(3), grad=False)
    halves = np.array([0.5, 1.5, 2.5, -0.5, -2.5, 3.2], np.float32)
    for method in ["AWAY_FROM_ZERO", "TO_NEAREST_EVEN"]:
        o.case("lax.round", halves, method, call=lambda x, m: lax.round(x, lax.RoundingMethod[m]))
    edges = np.array([0, -0.0, 1, 1.0009765, 65504, 65520, 1e-5, -6.1e-5, 6.103515e-05, 3e38, np.inf, -np.inf, np.nan], np.float32)
    for e, m in [(5, 10), (8, 7), (8, 23), (11, 3), (4, 3), (2, 1), (8, 0)]:
        o.case("lax.reduce_precision", edges, e, m, grad=False)
    o.case("lax.reduce_precision", f32(5), 5, 3)
    big = lambda t: R.randint(np.iinfo(t).min, np.iinfo(t).max, 40, dtype=t)
    for t in [np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32]:
        o.case("lax.mulhi", big(t), big(t))
    o.case("lax.reduce_xor", i32(0, 99, 3, 5), 1, call=lambda x, a: lax.reduce_xor(x, (a,)))
    o.case("lax.reduce_xor", R.rand(3, 5) > 0.5, 1, call=lambda x, a: lax.reduce_xor(x, (a,)))


def arrays(o):
    x = f32(3, 4)
    o.case("lax.select_n", i32(0, 3, 5), f32(5), f32(5), f32(5), grad=False)
    o.case("lax.select_n", R.rand(5) > 0.5, f32(5), f32(5), grad=False)
    o.case("lax.split", x, [1, 3], 1)
    o.case("lax.stack", [f32(3), f32(3)], 1)
    o.case("lax.unstack", x, 1)
    o.case("lax.index_take", f32(3, 4, 2), [i32(0, 3, 5), i32(-4, 4, 5)], [0, 1], call=lambda x, i, a: lax.index_take(x, i, tuple(a)))
    o.case("lax.broadcast_like", f32(4), x)
    o.case("lax.top_k", x, 2, 0, call=lambda x, k, a: lax.top_k(x, k, axis=a))
    o.case("lax.slice_in_dim", x, 1, 4, 2, 1)
    o.case("lax.reshape", x, [2, 6], [1, 0])
    for mode in ["fill", "clip"]:
        o.case("lax.gather", x, np.array([[2], [0], [7]], np.int32), [1, 4], offset_dims=[1], collapsed_slice_dims=[0], start_index_map=[0], mode=mode, call=lambda x, i, s, offset_dims, collapsed_slice_dims, start_index_map, mode: lax.gather(x, i, lax.GatherDimensionNumbers(tuple(offset_dims), tuple(collapsed_slice_dims), tuple(start_index_map)), s, mode=mode))
    at = np.array([[2], [0], [2], [9]], np.int32)
    for name in ["scatter_add", "scatter_mul", "scatter_min", "scatter_max", "scatter_sub"]:
        for mode in ["drop", "clip"]:
            o.case("lax." + name, x, at, f32(4, 4), update_window_dims=[1], inserted_window_dims=[0], scatter_dims_to_operand_dims=[0], mode=mode,
                   grad=name in ["scatter_add", "scatter_sub"],
                   call=lambda x, i, u, update_window_dims, inserted_window_dims, scatter_dims_to_operand_dims, mode, f=getattr(lax, name): f(x, i, u, lax.ScatterDimensionNumbers(tuple(update_window_dims), tuple(inserted_window_dims), tuple(scatter_dims_to_operand_dims)), mode=mode))
    o.case("lax.scatter_apply", x, at, update_window_dims=[1], inserted_window_dims=[0], scatter_dims_to_operand_dims=[0], update_shape=[4, 4], grad=False,
           call=lambda x, i, update_window_dims, inserted_window_dims, scatter_dims_to_operand_dims, update_shape: lax.scatter_apply(x, i, lambda v: v * 2 + 1, lax.ScatterDimensionNumbers(tuple(update_window_dims), tuple(inserted_window_dims), tuple(scatter_dims_to_operand_dims)), update_shape=tuple(update_shape)))


def products(o):
    o.case("lax.dot", f32(3), f32(3))
    o.case("lax.dot", f32(2, 3), f32(3))
    o.case("lax.dot", f32(2, 3), f32(3, 2))
    numbers = lambda x, y, contract, batch: lax.dot_general(x, y, (contract, batch))
    o.case("lax.dot_general", f32(2, 3, 4), f32(2, 4, 3), contract=[[1, 2], [2, 1]], batch=[[0], [0]], call=numbers)
    o.case("lax.dot_general", f32(2, 3, 4), f32(5, 4, 2), contract=[[2], [1]], batch=[[0], [2]], call=numbers)
    o.case("lax.dot_general", R.randint(-9, 9, (2, 3)).astype(np.int8), R.randint(-99, 99, (3, 2)).astype(np.int8), contract=[[1], [0]], batch=[[], []], dtype="int32",
           call=lambda x, y, contract, batch, dtype: lax.dot_general(x, y, (contract, batch), preferred_element_type=np.dtype(dtype)))
    o.case("lax.ragged_dot", f32(5, 3), f32(3, 3, 2), np.array([2, 0, 2], np.int32))
    o.case("lax.ragged_dot", f32(5, 3), f32(2, 3, 2), np.array([1, 4], np.int32))
    o.case("nn.scaled_matmul", f32(2, 3, 8), f32(2, 4, 8), np.abs(f32(2, 3, 2)), np.abs(f32(2, 4, 4)), "float32", grad=False,
           call=lambda a, b, sa, sb, t: jnp.einsum("bmk,bnk->bmn", a * jnp.repeat(sa, 4, -1), b * jnp.repeat(sb, 2, -1)))


def windows(o):
    x = f32(1, 5, 6)
    reduce_window = lambda x, init, f, window, strides, padding: lax.reduce_window(
        x, np.float32(init), FUNCTIONS[f], window, strides, padding)
    for f, init in [("max", -1e30), ("min", 1e30), ("add", 0.0), ("mul", 1.0)]:
        o.case("lax.reduce_window", x, init, f, [1, 2, 3], [1, 2, 1], "SAME", grad=f == "add", call=reduce_window)
    o.case("lax.reduce_window", x, 0.0, "add", [1, 2, 3], [1, 1, 2], [[0, 0], [1, 0], [2, 1]], [1, 2, 1], [1, 1, 2],
           call=lambda x, init, f, w, s, p, bd, wd: lax.reduce_window(x, np.float32(init), FUNCTIONS[f], w, s, p, bd, wd))
    shape = lambda f: lambda *a: np.array(f(*a), np.int32)
    o.case("lax.reduce_window_shape_tuple", [7, 9], [2, 3], [2, 2], [[0, 1], [1, 1]], [2, 1], [1, 2],
           call=shape(lambda s, w, t, p, bd, wd: lax.reduce_window_shape_tuple(s, w, t, p, bd, wd)))
    for padding in ["SAME", "SAME_LOWER", "VALID"]:
        o.case("lax.padtype_to_pads", [7, 8], [3, 2], [2, 1], padding, call=shape(lax.padtype_to_pads))
    o.case("lax.conv_shape_tuple", [2, 3, 8, 7], [4, 3, 3, 2], [2, 1], [[1, 0], [0, 2]], call=shape(lax.conv_shape_tuple))
    for padding in ["SAME", "VALID"]:
        for name in ["conv_general_shape_tuple", "conv_transpose_shape_tuple"]:
            f = getattr(lax, name)
            o.case("lax." + name, [2, 8, 7, 3], [3, 2, 3, 4], [2, 3], padding, "NHWC", "HWIO", "NHWC",
                   call=shape(lambda l, r, s, p, a, b, c, f=f: f(l, r, s, p, (a, b, c))))
    o.case("lax.conv_general_permutations", "NHWC", "WHIO", "HWNC", call=shape(lambda a, b, c: lax.conv_general_permutations((a, b, c))))
    o.case("lax.conv_dimension_numbers", [2, 8, 7, 3], [3, 2, 3, 4], "NHWC", "HWIO", "NHWC",
           call=shape(lambda l, r, a, b, c: lax.conv_dimension_numbers(tuple(l), tuple(r), (a, b, c))))
    image = f32(2, 5, 6, 3)
    patches = lambda x, fs, s, padding, ld, rd, dimension_numbers: lax.conv_general_dilated_patches(
        x, fs, s, padding, ld, rd, dimension_numbers=tuple(dimension_numbers))
    nhwc = ["NHWC", "HWIO", "NHWC"]
    o.case("lax.conv_general_dilated_patches", image, [2, 3], [1, 2], [[0, 1], [1, 1]], [1, 1], [1, 1], nhwc, call=patches)
    o.case("lax.conv_general_dilated_patches", image, [2, 2], [1, 1], [[0, 0], [1, 0]], [2, 1], [1, 2], ["NHWC", "OIHW", "NCWH"], call=patches)
    o.case("lax.conv_general_dilated_patches", f32(2, 3, 7), [3], [2], [[1, 1]], [1], [1], ["NCH", "OIH", "NCH"], call=patches)
    local = lambda x, w, s, padding, fs, dimension_numbers: lax.conv_general_dilated_local(
        x, w, s, padding, fs, dimension_numbers=tuple(dimension_numbers))
    o.case("lax.conv_general_dilated_local", image, f32(4, 5, 12, 2), [1, 1], [[0, 0], [0, 0]], [2, 2], nhwc, call=local)
    o.case("lax.conv_general_dilated_local", f32(2, 3, 7), f32(4, 6, 6), [1], [[0, 0]], [2], ["NCH", "OIH", "NCH"], call=local)
    o.case("lax.conv_with_general_padding", f32(1, 2, 7), f32(3, 2, 3), [2], [[2, 1]], [2], [1])


def nets(o):
    x, b = f32(3, 4), f32(3, 4)
    o.case("nn.logsumexp", x, axis=1)
    o.case("nn.logsumexp", x, axis=1, keepdims=True, b=np.abs(b))
    o.case("nn.logsumexp", x, axis=0, b=b, grad=False)
    o.case("nn.logmeanexp", x, axis=1)
    o.case("nn.softmax", x, axis=[0, 1])
    q, k, v = f32(2, 5, 4, 3), f32(2, 6, 2, 3), f32(2, 6, 2, 3)
    lengths = np.array([3, 5], np.int32), np.array([6, 2], np.int32)
    o.case("nn.dot_product_attention", q, k, v, query_seq_lengths=lengths[0], key_value_seq_lengths=lengths[1])
    o.case("nn.dot_product_attention", q, k, v, local_window_size=[1, 2])
    o.case("nn.dot_product_attention", q, k, v, is_causal=True, local_window_size=[2, 0], key_value_seq_lengths=lengths[1])


def draws(o):
    key = jax.random.key_data(jax.random.key(5))
    x = f32(2, 5)
    for axis in [0, 1]:
        for replace in [True, False]:
            o.case("random.choice", key, x, [2], replace, axis, call=lambda k, x, s, r, a: jax.random.choice(k, x, tuple(s), r, axis=a))
    p = np.array([0.2, 0.5, 0.3], np.float32)
    o.case("random.multinomial", key, 20, p)
    o.case("random.multinomial", key, 20, np.stack([p, p[::-1]]))
    for dtype in ["uint8", "uint16", "uint32"]:
        o.case("random.bits", key, [3, 2], dtype, call=lambda k, s, d: jax.random.bits(k, tuple(s), np.dtype(d)))
    for dtype in ["int8", "uint8", "int16"]:
        o.case("random.randint", key, [7], 3, 100, dtype, call=lambda k, s, a, b, d: jax.random.randint(k, tuple(s), a, b, np.dtype(d)))


if __name__ == "__main__":
    file = File()
    for part in [statistics, histograms, sets, selections, layouts, numbers, arrays, products, windows, nets, draws]:
        part(file)
    (FOLDER / "forms.jsonl").write_text("".join(line + "\n" for line in file.lines))
    print(len(file.lines), "cases")
