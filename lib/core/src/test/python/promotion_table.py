"""Writes the table of PromotionTest: two operands, then the dtype of their sum and whether it is weak.

Run with JAX 0.10:
    python promotion_table.py > ../resources/jacobean/type/promotion.txt

Rows without 64-bit operands are JAX's without x64. Those with are JAX's with x64, but that weak
results, of 64 bits there, are written with 32: here 64 bits are used where an operand has
them, and a weak result never has.
"""

import jax
import jax.numpy as jnp

NARROW = ["bool", "uint8", "uint16", "uint32", "int8", "int16", "int32", "bfloat16", "float16", "float32", "complex64"]
WIDE = ["uint64", "int64", "float64", "complex128"]
SCALARS = {"True": True, "1": 1, "1.5": 1.5, "1j": 1j}
WEAK = ["weak_int32", "weak_float32", "weak_complex64"]


def operand(name):
    if name in SCALARS:
        return SCALARS[name]
    if name.startswith("weak"):
        return jnp.asarray(SCALARS["1" if "int" in name else "1.5" if "float" in name else "1j"])
    return jnp.ones(1, name)


names = NARROW + WIDE + list(SCALARS) + WEAK
for left in names:
    for right in names:
        wide = left in WIDE or right in WIDE
        jax.config.update("jax_enable_x64", wide)
        z = jnp.add(operand(left), operand(right))
        narrow = "complex64" if jnp.iscomplexobj(z) else "float32"
        print(left, right, narrow if z.weak_type and wide else z.dtype, z.weak_type)
