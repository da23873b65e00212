"""JAX runs the workloads of Workloads.java: reads "NAME SECONDS" lines, answers a JSON line each."""
import json
import sys
import time

import jax
import jax.numpy as jnp

jax.config.update("jax_num_cpu_devices", 2)

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


def unrolled(w, c, xs):
    def cell(h, x):
        h = jnp.tanh(w @ h + x)
        return h, jnp.sum(h)

    return jax.lax.scan(cell, c, xs)


def recurrent():
    w = normal(64, 64)
    return compiled(lambda h, x: unrolled(w, h, x), normal(64), normal(1000, 64))


def recurrent_on_devices(n):
    def prepare():
        w, c = normal(64, 64), normal(64)
        devices = jax.devices()[:n]
        run = jax.pmap(lambda x: unrolled(w, c, x)[1], devices=devices)
        xs = jax.pmap(lambda x: x, devices=devices)(normal(n, 1000, 64))
        return lambda: run(xs)

    return prepare


def recurrent_gradient():
    c = normal(64)
    loss = lambda w, x: jnp.sum(unrolled(w, c, x)[1])
    return compiled(jax.grad(loss), normal(64, 64), normal(1000, 64))


def counting(x):
    return jax.lax.fori_loop(0, 1_000_000, lambda i, c: c * 1.0000001 + 1e-7, x)


def dense(n, m):
    return normal(n, m) / n**0.5, jnp.zeros(m)


def conv(size, n, m):
    return normal(size, size, n, m) / (size * size * n) ** 0.5, jnp.zeros(m)


def apply_dense(p, x):
    return x @ p[0] + p[1]


def apply_conv(p, x, stride=1):
    return p[1] + jax.lax.conv_general_dilated(
        x, p[0], (stride, stride), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC")
    )


def average_pool(x):
    return jax.lax.reduce_window(x, 0.0, jax.lax.add, (1, 2, 2, 1), (1, 2, 2, 1), "VALID") / 4


def cross_entropy(logits, labels):
    return -jnp.mean(jnp.sum(jax.nn.log_softmax(logits) * jax.nn.one_hot(labels, 10), -1))


def adam(params, m, v, t, g):
    t = t + 1
    m = jax.tree.map(lambda a, g: a * 0.9 + g * 0.1, m, g)
    v = jax.tree.map(lambda a, g: a * 0.999 + g * g * 0.001, v, g)
    m_scale, v_scale = 1 / (1 - 0.9**t), 1 / (1 - 0.999**t)
    update = lambda p, a, b: p - a * m_scale * 1e-3 / (jnp.sqrt(b * v_scale) + 1e-8)
    return jax.tree.map(update, params, m, v), m, v, t


def training(params, model, images, labels):
    @jax.jit
    def step(state, x):
        loss, g = jax.value_and_grad(lambda p: cross_entropy(model(p, x), labels))(state[0])
        return adam(*state, g), loss

    zeros = jax.tree.map(jnp.zeros_like, params)
    state = [(params, zeros, zeros, jnp.array(0))]

    def run():
        state[0], loss = step(state[0], images)
        return state[0], loss

    return run


def perceptron():
    def model(p, x):
        x = jax.nn.relu(apply_dense(p[0], x))
        return apply_dense(p[2], jax.nn.relu(apply_dense(p[1], x)))

    params = [dense(784, 512), dense(512, 256), dense(256, 10)]
    return training(params, model, normal(128, 784), jnp.arange(128) % 10)


def convolutional():
    def model(p, x):
        x = average_pool(jax.nn.relu(apply_conv(p[0], x)))
        x = average_pool(jax.nn.relu(apply_conv(p[1], x)))
        return apply_dense(p[3], jax.nn.relu(apply_dense(p[2], x.reshape(32, -1))))

    params = [conv(3, 1, 32), conv(3, 32, 64), dense(3136, 256), dense(256, 10)]
    return training(params, model, normal(32, 28, 28, 1), jnp.arange(32) % 10)


def resnet():
    widths = [64, 64, 64, 128, 128, 256, 256, 512, 512]
    blocks = [
        (conv(3, n, m), conv(3, m, m), conv(1, n, m) if n != m else None)
        for n, m in zip(widths, widths[1:])
    ]

    def block(p, x):
        stride = 1 if p[2] is None else 2
        y = apply_conv(p[1], jax.nn.relu(apply_conv(p[0], x, stride)))
        return jax.nn.relu(y + (x if p[2] is None else apply_conv(p[2], x, stride)))

    def infer(p, x):
        x = jax.nn.relu(apply_conv(p[0], x, 2))
        x = jax.lax.reduce_window(
            x, -jnp.inf, jax.lax.max, (1, 3, 3, 1), (1, 2, 2, 1), "SAME"
        )
        for b in p[1]:
            x = block(b, x)
        return apply_dense(p[2], jnp.mean(x, (1, 2)))

    return compiled(infer, (conv(7, 3, 64), blocks, dense(512, 1000)), normal(1, 224, 224, 3))


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
    "scan_rnn_1000x64": recurrent,
    "scan_rnn_gradient": recurrent_gradient,
    "pmap_rnn_on_1": recurrent_on_devices(1),
    "pmap_rnn_on_2": recurrent_on_devices(2),
    "fori_1e6_scalar": lambda: compiled(counting, jnp.float32(0.0)),
    "hessian_64": lambda: compiled(
        jax.hessian(lambda x: jnp.sum(jnp.sin(x) * jnp.outer(x, x))), normal(64)
    ),
    "mlp_784_b128_adam": perceptron,
    "cnn_28_b32_adam": convolutional,
    "resnet18_224_b1": resnet,
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
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            micros(prepared[name])
    samples = []
    end = time.perf_counter() + seconds
    while len(samples) < FEWEST_CALLS or len(samples) < MOST_CALLS and time.perf_counter() < end:
        samples.append(micros(prepared[name]))
    return {"firstMillis": first, "micros": samples}


print("ready")
for line in sys.stdin:
    name, seconds = line.split()
    print(json.dumps(measure(name, float(seconds))))
