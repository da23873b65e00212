"""Writes the table of PromotionTest: two operands, then the dtype of their sum and whether it is weak.

Run with JAX 0.10:
    python promotion_table.py > ../resources/jacobean/type/promotion.txt
"""

import jax.numpy as jnp

OPERANDS = {
    "bool": jnp.array([True]),
    "uint32": jnp.array([1], jnp.uint32),
    "int32": jnp.array([1], jnp.int32),
    "float32": jnp.array([1.0], jnp.float32),
    "True": True,
    "1": 1,
    "1.5": 1.5,
    "weak_int32": jnp.asarray(1),
    "weak_float32": jnp.asarray(1.5),
}

for left, x in OPERANDS.items():
    for right, y in OPERANDS.items():
        z = jnp.add(x, y)
        print(left, right, z.dtype, z.weak_type)
