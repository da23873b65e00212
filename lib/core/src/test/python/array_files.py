"""Writes the files that FilesTest reads: arrays of 0, 1, ... as NumPy and safetensors write them.

Run with NumPy, ml_dtypes and safetensors:
    python array_files.py ../resources/jacobean/files
"""

import sys

import ml_dtypes
import numpy as np
from numpy.lib import format
from safetensors.numpy import save_file

folder = sys.argv[1] + "/"
TYPES = "bool uint8 uint16 uint32 uint64 int8 int16 int32 int64 float16 float32 float64 complex64 complex128".split()


def numbers(dtype):
    return np.arange(6).reshape(2, 3).astype(dtype)


for dtype in TYPES:
    np.save(folder + dtype + ".npy", numbers(dtype))
np.save(folder + "bfloat16.npy", numbers(ml_dtypes.bfloat16))
np.save(folder + "scalar.npy", np.float32(7))
np.save(folder + "empty.npy", np.zeros((0, 3), np.float32))
np.save(folder + "fortran.npy", np.asfortranarray(np.arange(24, dtype=np.int32).reshape(2, 3, 4)))
np.save(folder + "big_endian.npy", numbers(">i4"))
np.save(folder + "text.npy", np.array(["a", "bc"]))
np.save(folder + "record.npy", np.zeros(2, [("x", "f4")]))
for version in [(2, 0), (3, 0)]:
    with open(f"{folder}version{version[0]}.npy", "wb") as f:
        format.write_array(f, numbers("float32"), version)
np.savez(folder + "stored.npz", a=numbers("int32"), b=numbers("float64"))
np.savez_compressed(folder + "deflated.npz", a=numbers("int32"), b=numbers("float64"))
every = {t: numbers(t) for t in TYPES if t != "complex128"} | {"bfloat16": numbers(ml_dtypes.bfloat16), "empty": np.zeros((0, 3), np.float32), "scalar \"x\"": np.array(7, np.float32)}
save_file(every, folder + "every.safetensors", {"format": "np", "note": "größer \"\\"})
