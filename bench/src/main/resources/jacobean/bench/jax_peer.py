"""JAX runs the workloads of Workloads.java: reads "NAME SECONDS" lines, answers a JSON line each."""
import json
import sys
import time

import jax
import jax.numpy as jnp

BIG = 10_000_000
FEWEST_CALLS, MOST_CALLS = 5, 2000
KEY = jax.random.PRNGKey(2022)


def normal(*shape):
    return jax.block_until_ready(jax.random.normal(KEY, shape))


def compiled(f, *args):
    g = jax.jit(f)
    return lambda: g(*args)


def predict(p, x):
    return p[0] * x + p[1]


def loss(p, x, y):
    return jnp.mean((y - predict(p, x)) ** 2)


def regression_data():
    x = jnp.linspace(-1, 1, 101)
    return x, 3 * x - 1 + 0.2 * normal(101)


def sgd(p, g):
    return jax.tree.map(lambda p, g: p - 0.1 * g, p, g)


def regression_as_in_the_article():
    x, y = regression_data()
    gradient = jax.value_and_grad(jax.jit(loss))

    def run():
        p = [1.0, 1.0]
        for _ in range(100):
            _, g = gradient(p, x, y)
            p = sgd(p, g)
        return p

    return run


def regression_with_compiled_step():
    x, y = regression_data()
    step = jax.jit(lambda p: sgd(p, jax.value_and_grad(loss)(p, x, y)[1]))

    def run():
        p = [jnp.array(1.0), jnp.array(1.0)]
        for _ in range(100):
            p = step(p)
        return p

    return run


def eager_add():
    x = jnp.ones(10)
    return lambda: x + x


def per_example_gradients():
    f = lambda a, b: jnp.sum(jnp.tanh(a @ b) ** 2)
    return compiled(jax.vmap(jax.grad(f), (None, 0)), normal(64, 64), normal(256, 64))


def axpy():
    big = normal(BIG)
    return compiled(lambda x, y: x * 2.5 + y, big, big)


def fused(x):
    return jax.nn.gelu(x) * jnp.exp(-x * x) + jnp.tanh(x)


def matmul(n):
    return lambda: compiled(lambda x: x @ x, normal(n, n))


WORKLOADS = {
    "eager_add_10": eager_add,
    "jit_dispatch_10": lambda: compiled(lambda x: x * 2 + 1, jnp.ones(10)),
    "linreg100_article": regression_as_in_the_article,
    "linreg100_jitstep": regression_with_compiled_step,
    "fused_gelu_1e7": lambda: compiled(fused, normal(BIG)),
    "axpy_1e7": axpy,
    "softmax_1kx1k": lambda: compiled(lambda x: jax.nn.softmax(x, -1), normal(1000, 1000)),
    "sum_1e7": lambda: compiled(jnp.sum, normal(BIG)),
    "logsumexp_axis0_1kx1k": lambda: compiled(
        lambda x: jax.scipy.special.logsumexp(x, 0), normal(1000, 1000)
    ),
    **{f"matmul_{n}": matmul(n) for n in (64, 256, 1024, 2048)},
    "random_normal_1e7": lambda: compiled(lambda k: jax.random.normal(k, (BIG,)), KEY),
    "random_normal_small_eager": lambda: lambda: jax.random.normal(KEY, (2,)),
    "split_eager": lambda: lambda: jax.random.split(KEY),
    "vmap_grad_256x64x64": per_example_gradients,
}

prepared = {}


def micros(call):
    start = time.perf_counter()
    jax.block_until_ready(call())
    return (time.perf_counter() - start) * 1e6


def measure(name, seconds):
    if name not in WORKLOADS:
        return {}
    first = None
    if name not in prepared:
        prepared[name] = WORKLOADS[name]()
        first = micros(prepared[name]) / 1e3
    samples = []
    end = time.perf_counter() + seconds
    while len(samples) < FEWEST_CALLS or len(samples) < MOST_CALLS and time.perf_counter() < end:
        samples.append(micros(prepared[name]))
    return {"firstMillis": first, "micros": samples}


print("ready")
for line in sys.stdin:
    name, seconds = line.split()
    print(json.dumps(measure(name, float(seconds))))
