"""Writes the table of JaxprTextTest: programs by name, as JAX prints them.

Run with JAX 0.10:
    python jaxpr_texts.py > ../resources/jacobean/core/jaxprs.txt
"""

import jax
import jax.numpy as jnp
from jax import lax

x = jnp.ones(3)
c = jnp.arange(3.0)
m = jnp.ones((2, 3))


def repeated_sine(a, times):
    for _ in range(times):
        a = jnp.sin(a)
    return a


sine = jax.jit(jnp.sin)
long = jax.jit(lambda a: repeated_sine(a, 11))

PROGRAMS = {
    "identity": (lambda a: a, x),
    "constant": (lambda a: 1.0, x),
    "one equation": (lambda a: jnp.sin(a), x),
    "two equations": (lambda a: jnp.cos(jnp.sin(a)), 1.0),
    "three equations": (lambda a: jnp.cos(jnp.cos(jnp.sin(a))), 1.0),
    "literals": (lambda a: a * 3.0 + 1, x),
    "float literals": (
        lambda a: [1e-7 * a, 1e10 * a, 123456789.0 * a, 0.1 * a, jnp.inf * a, -2.5 * a, a * jnp.nan],
        x,
    ),
    "int literals": (lambda a: [a + 1, a * 7, a < 3], jnp.arange(3)),
    "bool literals": (lambda a, b: a & b | True, jnp.array([True]), jnp.array([False])),
    "unused result": (lambda a: (jnp.sin(a), a)[1], x),
    "unused among used": (lambda a: (a * a, jnp.sin(a))[0], x),
    "closure": (lambda a: a + c, x),
    "number argument": (lambda a, b: a + b, x, 1),
    "dot": (lambda a, b: jnp.dot(a, b), x, jnp.ones((3, 2))),
    "matmul": (lambda a, b: a @ b, m, jnp.ones((3, 4))),
    "dot_general": (
        lambda a, b: lax.dot_general(a, b, (((1,), (1,)), ((0,), (0,))), preferred_element_type=jnp.float32),
        jnp.ones((2, 3, 4)),
        jnp.ones((2, 3, 5)),
    ),
    "iota": (lambda a: lax.iota(jnp.int32, 4), x),
    "iota in two dimensions": (lambda a: lax.broadcasted_iota(jnp.float32, (2, 3), 1) + a, m),
    "broadcast_in_dim": (lambda a: lax.broadcast_in_dim(a, (2, 3), (1,)), x),
    "broadcast scalar": (lambda a: jnp.zeros((2, 3)) + a, m),
    "pad": (lambda a: lax.pad(a, 0.0, ((1, 2, 0),)), x),
    "pad in two dimensions": (lambda a: lax.pad(a, 0.0, ((1, 2, 0), (0, -1, 1))), m),
    "long pad": (
        lambda a: lax.pad(a, 0.0, ((1, 2, 0),) * 3),
        jax.ShapeDtypeStruct((10000, 10000, 1), jnp.float32),
    ),
    "slice": (lambda a: lax.slice(a, (0,), (2,)), x),
    "strided slice": (lambda a: lax.slice(a, (0,), (3,), (2,)), x),
    "long slice": (
        lambda a: lax.slice(a, (0, 0, 0), (2, 1, 1)),
        jax.ShapeDtypeStruct((10000, 10000, 1), jnp.float32),
    ),
    "reverse": (lambda a: lax.rev(a, (0,)), x),
    "reshape and sum": (lambda a: lax.reshape(a, (1, 3)).sum(axis=1), x),
    "long reshape": (
        lambda a: lax.reshape(a, (2, 3, 4, 5, 6)),
        jax.ShapeDtypeStruct((120, 6), jnp.float32),
    ),
    "transpose": (lambda a: jnp.transpose(a), m),
    "squeeze": (lambda a: jnp.squeeze(a), jnp.ones((1, 3))),
    "concatenate": (lambda a: jnp.concatenate([a, a]), x),
    "maximum of all": (lambda a: jnp.max(a), x),
    "argmax": (lambda a: jnp.argmax(a), x),
    "mean": (lambda a: jnp.mean(a), x),
    "cast": (lambda a: a.astype(jnp.int32), x),
    "bitcast": (lambda a: lax.bitcast_convert_type(a, jnp.uint32), x),
    "stop gradient": (lambda a: lax.stop_gradient(a), x),
    "select": (lambda a, b: lax.select(a, b, b), jnp.array([True]), jnp.ones(1)),
    "integer power": (lambda a: a**3 + a**-2, x),
    "transcendental": (lambda a: jnp.exp(a) - jnp.tanh(a), x),
    "jit": (jax.jit(lambda a: a * 2.0), x),
    "jit in jit": (jax.jit(lambda a: jax.jit(lambda b: jnp.sin(b))(a) * 2.0), x),
    "jit of unused": (jax.jit(lambda a: (jnp.sin(a), a)[1]), x),
    "jit twice": (lambda a: sine(sine(a)), x),
    "long jit": (lambda a: long(a), x),
    "many arguments": (lambda *a: sum(a[1:], a[0]), *[1.0] * 5),
    "many results": (lambda a: [a] * 40, x),
    "many equations": (lambda a: repeated_sine(a, 30), x),
}

for name, (function, *arguments) in PROGRAMS.items():
    print(f"== {name}")
    # A lambda in a table has no better name; JAX prints that of sine.
    print(str(jax.make_jaxpr(function)(*arguments)).replace("name=sin jaxpr=sin", "name=<lambda> jaxpr=lambda").replace("let sin = ", "let lambda = "))
