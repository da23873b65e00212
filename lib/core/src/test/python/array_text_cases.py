"""Writes the table of ArrayTextTest: arrays, and what NumPy and JAX print for them.

Run with NumPy 2.4 and JAX 0.10:
    python array_text_cases.py > ../resources/jacobean/text/array_text.jsonl

A case is {"name", "dtype", "shape", "data", "weak", "str", "repr"}. Data is row-major; floats are
hexadecimal ("0x1.8p+0", "nan", "inf", "-inf"), integers are decimal strings, so that nothing is
rounded on the way. Data of the form {"arange": [start, step]} stands for start + step * index.
Options that are not the defaults are under "options".
"""

import json
import sys

import jax

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import numpy as np

FLOATS = ["float16", "float32", "float64"]
SIGNED = ["int8", "int16", "int32", "int64"]
UNSIGNED = ["uint8", "uint16", "uint32", "uint64"]


def data_of(values):
    flat = np.asarray(values).reshape(-1)
    if flat.dtype.kind == "b":
        return [int(v) for v in flat]
    if flat.dtype.kind in "iu":
        return [str(int(v)) for v in flat]
    return [float(v).hex() if np.isfinite(float(v)) else str(float(v)) for v in flat]


def emit(name, values, dtype, weak=False, options=None, formula=None):
    with np.errstate(all="ignore"):
        array = jnp.asarray(np.asarray(values).astype(dtype))
    if weak:
        array = jax._src.lax.lax._convert_element_type(array, weak_type=True)
    with np.printoptions(**(options or {})):
        case = {
            "name": name,
            "dtype": str(array.dtype),
            "shape": list(array.shape),
            "data": formula or data_of(array),
            "weak": weak,
            "str": str(array),
            "repr": repr(array),
        }
    if options:
        case["options"] = options
    json.dump(case, sys.stdout)
    sys.stdout.write("\n")


def special_values():
    nan, inf = float("nan"), float("inf")
    lists = [
        [2.0, 4.0, 6.0], [0.1, 0.2, 0.3], [1.0, -1.0], [-0.0, 0.0], [nan, 1.0], [inf, -inf, nan],
        [nan, nan], [-inf], [inf, 1.5], [-inf, 1.0], [1e-5, 1.0], [1e-4, 1e-1], [1e-4, 1.0],
        [9.9e-5, 1e-2], [1.0, 1000.0], [1.0, 1001.0], [0.0, 1e-4], [0.0, 1e-5],
        [0.0, 0.0], [1e6], [999999.0], [1e6, nan], [1e7, 1.0], [1e8], [99999999.0], [123456.789],
        [1.5e-7, nan, inf, -inf], [-1.5e-7, 2.0], [1e10, 1.0], [1e15], [1e16], [1e30], [-1e30, nan],
        [1 / 3, 2 / 3], [1 / 3], [100 / 3, 1 / 3], [0.1, 1.2345678e-9], [0.3, 1.00000012e-5],
        [1e-45, 1.0], [1e-40], [5e-324], [1.7976931348623157e308], [3.4028235e38], [1.17549435e-38],
        [0.5, 0.25, 0.125, 0.0625], [1.123456789, 2.1], [1e-3, 9.996e-3], [9.999999999, 1.0],
        [0.99999999999], [65504.0, 6e-8], [6.1e-5], [1000.0], [999.5, 1.0], [3.14159265358979],
        [2.5, 3.5, -4.5, nan, 100.25], [12345.678, 12.0], [-1e-10, 1e-10], [1e22, 1e23],
        [1e-5] * 3, [0.0561482, -0.9661636], [2.9976716, -1.0107794], [7.0, 10.0, 100.0],
    ]
    for dtype in FLOATS + ["bfloat16"]:
        for values in lists:
            yield f"{dtype} {values}", np.array(values), dtype
        for value in [14.0, 0.0, -0.0, nan, inf, -inf, 1 / 3, 1e-5, 1e-4, 0.00012345, 16777216.0,
                      999.5, 1000.0, 999999.0, 1e6, 1e15, 1e16, 1.5e-7, -2.5, 1e-7, 1e22, 5e-324]:
            yield f"{dtype} scalar {value}", np.array(value), dtype


def main():
    for case in special_values():
        emit(*case)

    rng = np.random.default_rng(7)
    for dtype in FLOATS + ["bfloat16"]:
        for scale in [1, 1e-3, 1e3, 1e-8]:
            emit(f"{dtype} normal {scale}", rng.normal(size=12) * scale, dtype)
        for shape in [(3, 4), (2, 2, 3), (1, 5), (5, 1), (2, 1, 2, 2), (1, 1, 1), (7, 9), (3, 25)]:
            emit(f"{dtype} normal {shape}", rng.normal(size=shape), dtype)
        emit(f"{dtype} wide range", 10.0 ** rng.uniform(-30, 30, size=20), dtype)
        emit(f"{dtype} summary", rng.normal(size=(31, 5)), dtype, options={"threshold": 100})
        emit(f"{dtype} no summary", rng.normal(size=60).reshape(60, 1), dtype)
        emit(f"{dtype} with nan", np.where(rng.uniform(size=(4, 4)) < 0.3, np.nan, rng.normal(size=(4, 4))), dtype)

    # Line ends: every width near the wrap, and near the place where dtype no longer fits.
    for n in range(5, 40):
        emit(f"float32 arange({n}) + 0.5", np.arange(n) + 0.5, "float32")
    for n in range(8, 30, 3):
        emit(f"int32 width {n}", np.arange(n) * 12345, "int32")
        emit(f"weak width {n}", np.arange(n) * 77, "int32", weak=True)

    for dtype in SIGNED + UNSIGNED:
        info = np.iinfo(dtype)
        emit(f"{dtype} range", np.array([info.min, 0, info.max], dtype), dtype)
        emit(f"{dtype} scalar", np.array(info.max, dtype), dtype)
        emit(f"{dtype} matrix", np.arange(12).reshape(3, 4), dtype)
    emit("int32 negative", [-1, 10, -100], "int32")
    emit("int32 one", [[5]], "int32")

    for values in [[True, False], [True, True], [[False, False], [True, False]], True, False, [], [True] * 30]:
        emit(f"bool {values}", np.array(values, bool), "bool")

    for shape in [(0,), (0, 3), (3, 0), (2, 0, 4)]:
        for dtype in ["float32", "int32"]:
            emit(f"{dtype} empty {shape}", np.zeros(shape), dtype)

    for dtype in ["float32", "int32", "float64"]:
        for values in [1, [1, 2, 3], [[1, 2], [3, 4]], [1.5e-7, 3]]:
            emit(f"{dtype} weak {values}", np.array(values), dtype, weak=True)

    # Summaries of shapes where only some axes are cut.
    for shape in [(1001,), (7, 200), (200, 7), (6, 300), (300, 6), (11, 11, 11), (2, 600), (600, 2),
                  (4, 5, 100), (100, 3, 7), (2000, 1), (1, 2000), (3, 3, 3, 40), (12, 1, 100), (50, 20), (1000,), (10, 101)]:
        size = int(np.prod(shape))
        for dtype, step in [("int32", 1), ("float32", 0.5), ("float32", 1 / 64)]:
            values = (np.arange(size) * step).reshape(shape)
            emit(f"{dtype} {shape} step {step}", values, dtype, formula={"arange": [0, step]})

    for options in [{"precision": 2}, {"precision": 0}, {"precision": 16}, {"linewidth": 40},
                    {"linewidth": 10}, {"threshold": 5}, {"threshold": 5, "edgeitems": 1},
                    {"precision": 3, "linewidth": 30, "threshold": 10, "edgeitems": 2}]:
        for dtype in ["float32", "float64"]:
            emit(f"{dtype} {options}", rng.normal(size=(4, 8)), dtype, options=options)
            emit(f"{dtype} small {options}", rng.normal(size=9) * 1e-6, dtype, options=options)


main()
