"""Makes cases of functions by their whole signatures: all keywords, awkward shapes, every dtype.

Where held_out_goldens.py varies cases that there are, this draws arguments anew, function by
function: lengths 0 and 1, scalars, negative axes, 8-bit integers to complex64, Python's weak numbers;
gradients by any of the floating arguments. What JAX refuses is left out. Run with JAX 0.10 on a CPU,
in this folder:
    python signature_goldens.py --seed 1 --per-function 10 --out /tmp/signatures.jsonl
and then as held_out_goldens.py says. Results say whether JAX's are weakly typed.
"""

import argparse
import json
import random
import sys
import warnings

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

import held_out_goldens as held
from make_goldens import MODULES, number, weigh

FLOATS = ["float32"] * 6 + ["float16", "bfloat16", "float64"]
INTS = ["int32"] * 4 + ["int8", "int16", "int64", "uint8", "uint16", "uint32", "uint64"]
ALL = FLOATS + INTS + ["bool", "complex64"]


def encoded(x):
    return held.encoded(np.asarray(x)) | {"weak": getattr(x, "weak_type", False)}


def encode(x):
    return [encode(v) for v in x] if isinstance(x, (tuple, list)) else encoded(x)


def arrays(x):
    """Numbers of numpy's own types as arrays."""
    if isinstance(x, (list, tuple)):
        return [arrays(v) for v in x]
    return np.asarray(x) if isinstance(x, np.generic) else x


def plain(x):
    if isinstance(x, (np.ndarray, jax.Array)):
        return held.encoded(np.asarray(x))
    if isinstance(x, (list, tuple)):
        return [plain(v) for v in x]
    return number(x) if isinstance(x, float) else x


def tuples(x):
    return tuple(tuples(v) for v in x) if isinstance(x, list) else x


class Draw:
    """Random arguments."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.g = np.random.default_rng(self.rng.getrandbits(60))

    def pick(self, *options):
        return self.rng.choice(options)

    def maybe(self, p=0.5):
        return self.rng.random() < p

    def n(self, low=0, high=6):
        """A length."""
        r = self.rng.random()
        return low if r < 0.06 else max(low, 1) if r < 0.18 else self.rng.randint(max(low, 1), max(high, 1))

    def shape(self, low=0, high=3, least=0):
        return [self.n(least, 5) for _ in range(self.rng.randint(low, high))]

    def axis(self, rank):
        return self.rng.randrange(-rank, rank)

    def axes(self, rank, least=0):
        return [a - rank if self.maybe() else a for a in self.rng.sample(range(rank), self.rng.randint(least, rank))]

    def array(self, shape, dtype="float32", low=-3.0, high=3.0, special=0.0):
        a = self.g.uniform(low, high, shape).astype(np.float32)
        if special and self.maybe(special) and np.size(a):
            a = np.where(self.g.random(shape) < 0.4, self.g.choice(held.SPECIAL, shape), a)
        if self.maybe(0.15):
            a = np.rint(a)
        if dtype == "complex64":
            return (a + 1j * self.g.uniform(low, high, shape)).astype(dtype)
        if dtype in ("bool",) or "int" in dtype:
            a = np.asarray(a)
            if dtype != "bool":
                a = a * self.pick(1, 3, 10)
                info = np.iinfo(dtype)
                if special and self.maybe(0.3):
                    return self.g.integers(info.min, info.max, shape, dtype=dtype, endpoint=True)
                a = np.clip(np.rint(np.nan_to_num(a)), max(info.min, -1e9), min(info.max, 1e9))
            return np.asarray(self.g.random(shape) < 0.5) if dtype == "bool" else a.astype(dtype)
        return np.asarray(jnp.asarray(np.asarray(a)).astype(dtype)) if dtype == "bfloat16" else np.asarray(a).astype(dtype)

    def broadcast(self, shape):
        """A shape that broadcasts with another."""
        cut = shape[self.rng.randint(0, len(shape)) if self.maybe(0.3) else 0:]
        return [1 if self.maybe(0.15) else n for n in cut]

    def ints(self, shape, low, high, dtype="int32"):
        return self.g.integers(low, max(high, low + 1), shape).astype(dtype)

    def bools(self, shape):
        return np.asarray(self.g.random(shape) < 0.5)

    def key(self):
        return self.g.integers(0, 2**32, (2,), dtype=np.uint32)


class File:
    def __init__(self, options):
        self.options = options
        self.out = open(options.out, "w")
        self.count = 0
        self.refused = {}

    def table(self, rows):
        """rows: name -> function of a Draw that gives (args, kwargs) or (args, kwargs, call)."""
        for name, row in rows.items():
            if self.options.only not in name:
                continue
            for i in range(self.options.per_function):
                self.case(name, row, Draw(f"{self.options.seed} {name} {i}"))
            if self.count % 7 == 0:
                jax.clear_caches()

    def case(self, name, row, d):
        fn = name.split("#")[0]
        try:
            args, kwargs, *call = row(d)
            args, kwargs = arrays(args), {k: arrays(v) for k, v in kwargs.items()}
            module, short = fn.split(".", 1)
            function = call[0] if call else getattr(MODULES[module], short)
            given = [*args]
            as_jax = lambda v: jax.tree.map(lambda a: jnp.asarray(a, dtype=a.dtype) if isinstance(a, np.ndarray) else a, v)
            given, given_kwargs = as_jax(tuples(given)), as_jax({k: tuples(v) for k, v in kwargs.items()})
            out = function(*given, **given_kwargs)
            leaves = jax.tree.leaves(out)
            if not all(isinstance(v, (jax.Array, np.ndarray, np.generic)) for v in leaves) or sum(v.size for v in leaves) > 400:
                return
            line = {"fn": fn, "args": plain(args), "kwargs": {k: plain(v) for k, v in kwargs.items()}, "out": encode(out)}
            if held.widens(line, leaves):
                return
            places = [a for a in jax.tree.leaves([given, given_kwargs]) if isinstance(a, jax.Array)]
            floating = [i for i, a in enumerate(jax.tree.leaves(given)) if isinstance(a, jax.Array) and jnp.issubdtype(a.dtype, jnp.inexact)]
            order = [i for i, a in enumerate(jax.tree.leaves(given)) if isinstance(a, jax.Array) and not (module == "indexing" and a.dtype == bool)]
            if floating and any(jnp.issubdtype(v.dtype, jnp.inexact) for v in leaves):
                at = d.rng.choice(floating)
                flat, structure = jax.tree.flatten(tuple(given))

                def weighted(x):
                    all_args = structure.unflatten([x if i == at else v for i, v in enumerate(flat)])
                    return sum(weigh(part) for part in jax.tree.leaves(function(*all_args, **given_kwargs)))

                try:
                    try:
                        line["grad"] = encode(jax.jit(jax.grad(weighted))(flat[at]))
                    except jax.errors.JAXTypeError:
                        line["grad"] = encode(jax.grad(weighted)(flat[at]))
                    if order.index(at):
                        line["by"] = order.index(at)
                except Exception as e:
                    line["nograd"] = str(e)[:80]
        except Exception as e:  # what JAX does not take
            self.refused.setdefault(fn, []).append(str(e)[:150])
            return
        self.out.write(json.dumps(line, separators=(",", ":")) + "\n")
        self.count += 1


# --- element by element ---

UNARY = """abs absolute acos acosh arccos arccosh arcsin arcsinh arctan arctanh asin asinh atan atanh cbrt ceil conj
conjugate cos cosh deg2rad degrees exp exp2 expm1 fabs fix floor i0 imag isfinite isinf isnan isneginf isposinf iscomplex isreal
log log10 log1p log2 logical_not negative positive rad2deg radians real reciprocal rint sign signbit sin sinc
sinh spacing sqrt square tan tanh trunc bitwise_not invert bitwise_invert bitwise_count frexp modf angle nan_to_num""".split()
BINARY = """add arctan2 atan2 copysign divide true_divide divmod equal float_power floor_divide fmax fmin fmod gcd
greater greater_equal heaviside hypot lcm ldexp left_shift bitwise_left_shift less less_equal logaddexp logaddexp2
logical_and logical_or logical_xor maximum minimum mod multiply nextafter not_equal power pow remainder right_shift
bitwise_right_shift subtract bitwise_and bitwise_or bitwise_xor""".split()
INTEGRAL = "gcd lcm left_shift bitwise_left_shift right_shift bitwise_right_shift bitwise_and bitwise_or bitwise_xor bitwise_not invert bitwise_invert bitwise_count".split()


def unary(name):
    def row(d):
        dtype = d.pick(*INTS, "bool") if name in INTEGRAL else d.pick(*ALL)
        wide = d.maybe(0.3)
        x = d.array(d.shape(), dtype, -30 if wide else -2, 30 if wide else 2, special=0.3)
        kwargs = {}
        if name == "angle" and d.maybe():
            kwargs["deg"] = True
        if name == "nan_to_num" and d.maybe():
            kwargs = {"nan": d.pick(0.0, 2.5), "posinf": d.pick(7.0, 3), "neginf": -5.0}
        return [x], kwargs

    return row


def binary(name):
    def row(d):
        integral = name in INTEGRAL
        kinds = (*INTS, "bool") if integral else ALL
        shape = d.shape()
        one = d.pick(*kinds)
        x = d.array(shape, one, special=0.3)
        r = d.rng.random()
        scalars = [2, -3, 7] if integral else [2, -3, 0.5, -1.75, True, 0, 1]
        if name == "ldexp":
            return [x, d.ints(shape, -9, 9)], {}
        if r < 0.2:
            return [x, d.pick(*scalars)], {}
        if r < 0.3:
            return [d.pick(*scalars), x], {}
        y = d.array(d.broadcast(shape), one if d.maybe() else d.pick(*kinds), special=0.3)
        if name.endswith("shift"):
            y = d.array(d.broadcast(shape), one, 0, 2)
        return ([y, x] if d.maybe() else [x, y]), {}

    return row


def elementwise():
    rows = {f"jnp.{n}": unary(n) for n in UNARY} | {f"jnp.{n}": binary(n) for n in BINARY}

    def any_of(d, special=0.2):
        return d.array(d.shape(), d.pick(*ALL), special=special)

    rows["jnp.round"] = lambda d: ([any_of(d)] + d.pick([], [d.pick(0, 1, 2, -1)]), {})
    rows["jnp.around"] = lambda d: ([d.array(d.shape(), d.pick(*FLOATS)), d.pick(0, 1, 3)], {})

    def clip(d):
        shape, t = d.shape(), d.pick(*ALL[:-1])
        x = d.array(shape, t)
        if d.maybe(0.3):
            return [x, d.pick(-1, 0, 0.5), d.pick(1, 2, 1.5)], {}
        return [x, d.array(d.broadcast(shape), d.pick(t, "float32"), -2, 0), d.array(d.broadcast(shape), t, 0, 2)], {}

    rows["jnp.clip"] = clip

    def isclose(d):
        x = d.array(d.shape(1), d.pick(*ALL), special=0.4)
        y = np.where(d.bools(x.shape), x, x + np.asarray(d.pick(0, 1, 1e-4)).astype(x.dtype)).astype(x.dtype)
        return [x, y], d.pick({}, {"rtol": 0.01}, {"rtol": 0.1, "atol": 0.2}, {"rtol": 1e-5, "atol": 1e-8, "equal_nan": True})

    rows["jnp.isclose"] = rows["jnp.allclose"] = isclose
    rows["jnp.array_equal"] = lambda d: isclose(d)[:1] + (d.pick({}, {"equal_nan": True}),)
    rows["jnp.array_equiv"] = lambda d: (isclose(d)[0], {})

    def where(d):
        shape = d.shape()
        c = d.bools(d.broadcast(shape)) if d.maybe(0.8) else d.array(shape, d.pick("int32", "float32"))
        x, y = (d.array(d.broadcast(shape), d.pick(*ALL)) if d.maybe(0.8) else d.pick(1, 0.5, True) for _ in range(2))
        return [c, x, y], {}

    rows["jnp.where"] = where

    def select(d):
        shape = d.shape()
        t = d.pick(*ALL)
        k = d.rng.randint(1, 3)
        choices = [d.array(shape, d.pick(t, "float32")) for _ in range(k)]
        return [[d.bools(shape) for _ in range(k)], choices] + d.pick([], [0], [2.5]), {}

    rows["jnp.select"] = select

    def unwrap(d):
        x = d.array(d.shape(1), d.pick("float32", "float64", "float16"), -9, 9)
        return [x], d.pick({}, {"axis": d.axis(x.ndim)}, {"discont": 4.0, "axis": -1, "period": 5.0})

    rows["jnp.unwrap"] = unwrap
    rows["jnp.complex"] = lambda d: ([d.array([3], "float32"), d.array([3], "float32")], {}, lax.complex)
    for n in "acos acosh asin asinh atan atanh cbrt ceil cos cosh erf erf_inv erfc exp exp2 expm1 floor log log1p logistic neg reciprocal rsqrt sign sin sinh sqrt square tan tanh round is_finite abs conj lgamma digamma bessel_i0e bessel_i1e".split():
        rows[f"lax.{n}"] = lambda d: ([d.array(d.shape(), d.pick(*FLOATS, "complex64"), *d.pick((-2, 2), (-20, 20)), special=0.3)], {})
    for n in "add sub mul div rem pow atan2 max min eq ne lt le gt ge nextafter".split():
        def row(d):
            shape, t = d.shape(), d.pick(*ALL)
            return [d.array(shape, t, special=0.3), d.array(shape, t, special=0.3)], {}
        rows[f"lax.{n}"] = row
    for n in "shift_left shift_right_arithmetic shift_right_logical bitwise_and bitwise_or bitwise_xor mulhi".split():
        def row(d, n=n):
            shape, t = d.shape(), d.pick(*INTS)
            return [d.array(shape, t, special=0.9), d.array(shape, t, 0, 3 if "shift" in n else 9)], {}
        rows[f"lax.{n}"] = row
    for n in "clz population_count bitwise_not".split():
        rows[f"lax.{n}"] = lambda d: ([d.array(d.shape(), d.pick(*INTS), special=0.9)], {})
    rows["lax.integer_pow"] = lambda d: ([d.array(d.shape(), d.pick(*ALL[:-2])), d.pick(-3, -1, 0, 1, 2, 3, 5, 8)], {})
    rows["lax.convert_element_type"] = lambda d: ([d.array(d.shape(), d.pick(*ALL), special=0.3), d.pick(*ALL)], {})

    def clamp(d):
        shape, t = d.shape(), d.pick(*ALL[:-1])
        return [d.array(d.pick([], shape), t, -2, 0), d.array(shape, t), d.array(d.pick([], shape), t, 0, 2)], {}

    rows["lax.clamp"] = clamp
    rows["lax.reduce_precision"] = lambda d: ([d.array(d.shape(), d.pick("float32", "float32", "bfloat16", "float16"), special=0.5), d.rng.randint(2, 8), d.rng.randint(1, 12)], {})
    return rows


# --- shapes ---


def shapes():
    rows = {}

    def any_of(d, low=0, high=3, least=0):
        return d.array(d.shape(low, high, least), d.pick(*ALL))

    def similar(d, k, low=1, high=3, free=None):
        """Arrays that differ in one axis only."""
        shape = d.shape(low, high)
        axis = d.axis(len(shape)) if free is None else free
        made = []
        for _ in range(k):
            s = list(shape)
            s[axis] = d.n()
            made.append(d.array(s, d.pick("float32", "float32", *ALL)))
        return made, axis

    def concatenate(d):
        made, axis = similar(d, d.rng.randint(1, 4))
        return [made, axis], d.pick({}, {}, {"dtype": d.pick("float32", "int32", "complex64", "float16")})

    rows["jnp.concatenate"] = concatenate
    rows["jnp.concat"] = lambda d: ((lambda m: [m[0]])(similar(d, 3, free=0)), {})

    def append(d):
        made, axis = similar(d, 2)
        return made, {"axis": axis} if d.maybe(0.7) else {}

    rows["jnp.append"] = append

    def stack(d):
        shape = d.shape(0, 2)
        return [[d.array(shape, d.pick("float32", *ALL)) for _ in range(d.rng.randint(1, 3))], d.axis(len(shape) + 1)], {}

    rows["jnp.stack"] = stack
    for n in "hstack vstack dstack column_stack".split():
        def row(d):
            shape = d.shape(0, 3)
            return [[d.array(shape, d.pick("float32", *ALL)) for _ in range(d.rng.randint(1, 3))]], {}
        rows[f"jnp.{n}"] = row
    rows["jnp.hstack#numbers"] = lambda d: ([[d.pick(1, 2.5, True), d.pick(-3, 0.5)]], {}, jnp.hstack)
    for n in "atleast_1d atleast_2d atleast_3d flipud ravel copy ones_like zeros_like matrix_transpose ndim".split():
        if n not in ("ndim",):
            rows[f"jnp.{n}"] = lambda d: ([any_of(d)], {})
    rows["jnp.zeros_like"] = rows["jnp.ones_like"] = lambda d: ([any_of(d)], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.full_like"] = lambda d: ([any_of(d), d.pick(2, 0.5, True)], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.full"] = lambda d: ([d.shape(0, 3), d.pick(2, 0.5)], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.zeros"] = rows["jnp.ones"] = lambda d: ([d.shape(0, 3)], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.eye"] = lambda d: ([d.n(), d.n(), d.rng.randint(-3, 3)], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.tri"] = lambda d: ([d.n(), d.n(), d.rng.randint(-3, 3)], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.identity"] = lambda d: ([d.n()], d.pick({}, {"dtype": d.pick(*ALL)}))
    rows["jnp.tril"] = rows["jnp.triu"] = lambda d: ([any_of(d, 2, 4)], d.pick({}, {"k": d.rng.randint(-3, 3)}))
    for n in "tril_indices triu_indices".split():
        rows[f"jnp.{n}"] = lambda d: ([d.n()], d.pick({}, {"k": d.rng.randint(-2, 3)}, {"k": d.rng.randint(-2, 3), "m": d.n()}))
    rows["jnp.diag"] = lambda d: ([any_of(d, 1, 2)], d.pick({}, {"k": d.rng.randint(-3, 3)}))
    rows["jnp.diagflat"] = lambda d: ([any_of(d, 0, 2)], d.pick({}, {"k": d.rng.randint(-2, 2)}))

    def planes(d):
        x = any_of(d, 2, 4)
        a, b = d.rng.sample(range(x.ndim), 2)
        return x, a - x.ndim if d.maybe() else a, b

    def diagonal(d):
        x, a, b = planes(d)
        return [x], d.pick({}, {"offset": d.rng.randint(-3, 3)}, {"offset": d.rng.randint(-3, 3), "axis1": a, "axis2": b})

    rows["jnp.diagonal"] = diagonal
    rows["jnp.trace"] = lambda d: (lambda a: (a[0], a[1] if d.maybe() or "axis1" not in a[1] else a[1] | {"dtype": d.pick("float32", "int32", "complex64", "int8")}))(diagonal(d))

    def swapaxes(d):
        x, a, b = planes(d)
        return [x, a, b], {}

    rows["jnp.swapaxes"] = swapaxes
    rows["jnp.moveaxis"] = swapaxes

    def moveaxes(d):
        x = any_of(d, 2, 4)
        k = d.rng.randint(0, x.ndim)
        return [x, d.axes(x.ndim, k)[:k], d.axes(x.ndim, k)[:k]], {}

    rows["jnp.moveaxis#many"] = moveaxes
    rows["jnp.rollaxis"] = lambda d: (lambda x: ([x, d.axis(x.ndim)] + d.pick([], [d.axis(x.ndim)]), {}))(any_of(d, 1, 4))
    permute = lambda d: (lambda x: ([x, [a - x.ndim if d.maybe(0.3) else a for a in d.rng.sample(range(x.ndim), x.ndim)]], {}))(any_of(d, 1, 4))
    rows["jnp.transpose"] = rows["jnp.permute_dims"] = permute
    rows["jnp.transpose#all"] = lambda d: ([any_of(d)], {}, jnp.transpose)
    rows["jnp.flip"] = lambda d: (lambda x: ([x], d.pick({}, {"axis": d.axes(x.ndim, 1)})))(any_of(d, 1, 3))
    rows["jnp.fliplr"] = lambda d: ([any_of(d, 2, 3)], {})

    def rot90(d):
        x, a, b = planes(d)
        return [x], d.pick({}, {"k": d.rng.randint(-3, 5)})

    rows["jnp.rot90"] = rot90

    def roll(d):
        x = any_of(d, 1, 3)
        r = d.rng.random()
        if r < 0.3:
            return [x, d.rng.randint(-9, 9)], {}
        if r < 0.6:
            return [x, d.rng.randint(-9, 9), d.axis(x.ndim)], {}
        axes = d.axes(x.ndim, 1)
        return [x, [d.rng.randint(-7, 7) for _ in axes], axes], {}

    rows["jnp.roll"] = roll

    def expand(d):
        x = any_of(d)
        k = d.rng.randint(1, 2)
        return [x, d.axes(x.ndim + k, k)[:k] if d.maybe() else d.axis(x.ndim + 1)], {}

    rows["jnp.expand_dims"] = expand

    def squeeze(d):
        shape = [1 if d.maybe() else n for n in d.shape(1, 4)]
        x = d.array(shape, d.pick(*ALL))
        ones = [i for i, n in enumerate(shape) if n == 1]
        if d.maybe(0.4) or not ones:
            return [x], {}
        return [x], {"axis": [i - len(shape) if d.maybe() else i for i in d.rng.sample(ones, d.rng.randint(1, len(ones)))]}

    rows["jnp.squeeze"] = squeeze

    def reshape(d):
        x = any_of(d)
        return [x, held.factors(d.rng, x.size)] + d.pick([], ["F"], ["C"]), {}

    rows["jnp.reshape"] = reshape
    rows["jnp.ravel#order"] = lambda d: ([any_of(d), d.pick("C", "F")], {}, jnp.ravel)
    rows["jnp.resize"] = lambda d: ([any_of(d), d.shape(0, 3)], {})

    def broadcast_to(d):
        shape = d.shape(0, 3)
        return [d.array(d.broadcast(shape), d.pick(*ALL)), shape], {}

    rows["jnp.broadcast_to"] = broadcast_to

    def broadcast_arrays(d):
        shape = d.shape(0, 3)
        return [d.array(d.broadcast(shape), d.pick(*ALL)) for _ in range(d.rng.randint(1, 3))], {}

    rows["jnp.broadcast_arrays"] = broadcast_arrays

    def split(d):
        x = any_of(d, 1, 3)
        axis = d.axis(x.ndim)
        n = x.shape[axis]
        if d.maybe():
            return [x, sorted(d.rng.randint(-2, n + 2) for _ in range(d.rng.randint(0, 3))), axis], {}
        return [x, d.pick(*[k for k in range(1, n + 2) if n % k == 0]), axis], {}

    rows["jnp.split"] = split
    rows["jnp.array_split"] = lambda d: (lambda x: ([x, d.rng.randint(1, 5), d.axis(x.ndim)], {}))(any_of(d, 1, 3))
    for n, low in [("hsplit", 1), ("vsplit", 2), ("dsplit", 3)]:
        rows[f"jnp.{n}"] = lambda d, low=low: ([any_of(d, low, 3), d.pick(1, 2, [1], [1, 3], [2])], {})
    rows["jnp.unstack"] = lambda d: (lambda x: ([x], {"axis": d.axis(x.ndim)}))(any_of(d, 1, 3))

    def tile(d):
        return [any_of(d), d.pick([2], [1, 3], [2, 1, 2], [0], [])], {}

    rows["jnp.tile"] = tile

    def repeat(d):
        x = any_of(d, 1, 3)
        axis = d.axis(x.ndim)
        r = d.rng.random()
        if r < 0.3:
            return [x, d.rng.randint(0, 3)], {}
        if r < 0.5:
            return [x, d.rng.randint(0, 3), axis], {}
        counts = d.ints([x.shape[axis]], 0, 4)
        total = d.pick(None, int(counts.sum()), int(counts.sum()) + 2, max(0, int(counts.sum()) - 1))
        return [x, counts], {"axis": axis} | ({} if total is None else {"total_repeat_length": total})

    rows["jnp.repeat"] = repeat

    def insert(d):
        x = any_of(d, 1, 2, 1)
        axis = d.axis(x.ndim)
        n = x.shape[axis]
        if d.maybe():
            return [x, d.rng.randint(-n, n), d.pick(1, 0.5, 7)], {"axis": axis}
        k = d.rng.randint(1, 3)
        shape = [k if i == axis % x.ndim else m for i, m in enumerate(x.shape)]
        return [x, d.ints([k], -n, n + 1), d.array(shape, d.pick("float32", "int32"))], {"axis": axis}

    rows["jnp.insert"] = insert

    def delete(d):
        x = any_of(d, 1, 2, 1)
        axis = d.axis(x.ndim)
        n = x.shape[axis]
        return [x, d.rng.randint(-n, n - 1) if d.maybe() else d.ints([d.n(1, 3)], -n, n)], {"axis": axis}

    rows["jnp.delete"] = delete

    def pad(d):
        x = any_of(d, 1, 3)
        width = [[d.rng.randint(0, 4), d.rng.randint(0, 4)] for _ in x.shape]
        r = d.rng.random()
        if r < 0.2:
            return [x, d.rng.randint(0, 3)], {}
        if r < 0.4:
            return [x, width], {"constant_values": d.pick(1, 2.5, -3)}
        return [x, width if d.maybe(0.8) else 2, d.pick("constant", "edge", "reflect", "symmetric", "wrap", "empty", "linear_ramp", "maximum", "mean", "median", "minimum")], {}

    rows["jnp.pad"] = pad

    def gradable(d):
        return d.array(d.shape(1, 3), d.pick(*ALL[:-1]))

    rows["jnp.diff"] = lambda d: (lambda x: ([x] + d.pick([], [d.rng.randint(0, 3)], [d.rng.randint(0, 2), d.axis(x.ndim)]), {}))(d.array(d.shape(1, 3), d.pick(*ALL)))

    def ediff1d(d):
        t = d.pick(*ALL[:-2])
        return [d.array(d.shape(0, 2), t)] + d.pick([], [d.array([2], t), d.array([1], t)]), {}

    rows["jnp.ediff1d"] = ediff1d

    def gradient(d):
        x = d.array(d.shape(1, 2, 2), d.pick("float32", "float64", "float16", "int32"))
        axis = d.axis(x.ndim)
        r = d.rng.random()
        if r < 0.4 and x.ndim == 1:
            return [x], {}
        if r < 0.7:
            return [x, 0.5], {"axis": axis}
        return [x, np.cumsum(d.array([x.shape[axis]], "float32", 0.2, 1)).astype("float32")], {"axis": axis}

    rows["jnp.gradient"] = gradient
    rows["jnp.trapezoid"] = lambda d: (lambda x: d.pick(([x], {}), ([x], {"axis": d.axis(x.ndim)}), ([x], {"dx": 0.5, "axis": d.axis(x.ndim)}), ([x, d.array(x.shape[-1:], "float32")], {})))(d.array(d.shape(1, 3), d.pick(*ALL)))

    def meshgrid(d):
        k = d.rng.randint(1, 3)
        return [[d.array([d.n()], d.pick("float32", "int32")) for _ in range(k)], d.pick("xy", "ij"), d.maybe()], {}, lambda v, i, s: jnp.meshgrid(*v, indexing=i, sparse=s)

    rows["jnp.meshgrid"] = meshgrid
    rows["jnp.indices"] = lambda d: ([d.shape(1, 3)], {})
    rows["jnp.vander"] = lambda d: ([d.array([d.n()], d.pick(*ALL))] + d.pick([], [d.rng.randint(0, 4)], [3, True]), {})

    def bounds(d):
        return d.pick(-1, 0, 0.5, 2), d.pick(3, 4.5, -2)

    rows["jnp.linspace"] = lambda d: ([*bounds(d), d.n(0, 7)], d.pick({}, {"endpoint": False}, {"endpoint": True, "dtype": d.pick("float32", "int32", "float16", "complex64", "float64")}))

    def arrays_between(d):
        shape = d.shape(0, 2)
        return [d.array(shape, d.pick(*ALL)), d.array(d.broadcast(shape), d.pick(*ALL)), d.n(0, 5)], d.pick({}, {"endpoint": d.maybe(), "axis": d.axis(len(shape) + 1)})

    rows["jnp.linspace#arrays"] = arrays_between
    rows["jnp.logspace"] = lambda d: ([*bounds(d), d.n(0, 7)], d.pick({}, {"endpoint": d.maybe(), "base": 2.0}))
    rows["jnp.geomspace"] = lambda d: ([d.pick(1, 0.5, 2), d.pick(3, 4.5, 100), d.n(0, 7)], d.pick({}, {"endpoint": d.maybe()}))
    rows["jnp.arange"] = lambda d: d.pick(([d.pick(5, 0, 3.5)], {}), ([d.pick(0, -2, 1.5), d.pick(4, 5.5, -3)], {}), ([0, 9, d.pick(2, 4)], {}), ([5, -3, -2], {}), ([5], {"dtype": d.pick(*ALL[:-2])}))
    for n in "bartlett blackman hamming hanning".split():
        rows[f"jnp.{n}"] = lambda d: ([d.n(0, 8)], {})
    rows["jnp.kaiser"] = lambda d: ([d.n(0, 8), d.pick(0.0, 2.5, 8.6)], {})
    rows["jnp.fill_diagonal"] = lambda d: ([any_of(d, 2, 2), d.pick(0, 2.5)], {}, lambda x, v: jnp.fill_diagonal(x, v, inplace=False))
    return rows


# --- lax's shapes, slices, gathers and scatters ---

MODES = ["fill", "clip", "promise_in_bounds"]


def places():
    rows = {}

    def any_of(d, low=0, high=3, least=0):
        return d.array(d.shape(low, high, least), d.pick(*ALL))

    def slice_(d):
        x = any_of(d, 0, 3)
        start = [d.rng.randint(0, n) for n in x.shape]
        limit = [d.rng.randint(s, n) for s, n in zip(start, x.shape)]
        return [x, start, limit] + d.pick([], [[d.rng.randint(1, 3) for _ in x.shape]]), {}

    rows["lax.slice"] = slice_

    def slice_in_dim(d):
        x = any_of(d, 1, 3)
        axis = d.axis(x.ndim)
        n = x.shape[axis]
        a, b = sorted([d.rng.randint(0, n), d.rng.randint(0, n)])
        return [x, a, b, d.rng.randint(1, 3), axis], {}

    rows["lax.slice_in_dim"] = slice_in_dim

    def dynamic_slice(d):
        x = any_of(d, 1, 3)
        return [x, [d.rng.randint(-n - 2, n + 2) for n in x.shape], [d.rng.randint(0, n) for n in x.shape]], {}

    rows["lax.dynamic_slice"] = dynamic_slice

    def dynamic_traced(d):
        a, k = dynamic_slice(d)
        return [a[0], [np.asarray(v, d.pick("int32", "uint8", "int64") if v >= 0 else "int32") for v in a[1]], a[2]], k, lax.dynamic_slice

    rows["lax.dynamic_slice#arrays"] = dynamic_traced

    def dynamic_update(d):
        x, at, sizes = dynamic_slice(d)[0]
        return [x, d.array(sizes, str(x.dtype)), at], {}

    rows["lax.dynamic_update_slice"] = dynamic_update

    def in_dim(d):
        x = any_of(d, 1, 3, 1)
        axis = d.axis(x.ndim)
        n = x.shape[axis]
        return x, axis, n, d.rng.randint(-n - 1, n + 1)

    rows["lax.dynamic_slice_in_dim"] = lambda d: (lambda x, axis, n, i: ([x, i, d.rng.randint(0, n), axis], {}))(*in_dim(d))
    rows["lax.dynamic_index_in_dim"] = lambda d: (lambda x, axis, n, i: ([x, i, axis, d.maybe()], {}))(*in_dim(d))
    rows["lax.index_in_dim"] = lambda d: (lambda x, axis, n, i: ([x, d.rng.randint(-n, n - 1), axis, d.maybe()], {}))(*in_dim(d))

    def update_in_dim(d):
        x, axis, n, i = in_dim(d)
        shape = list(x.shape)
        shape[axis] = d.rng.randint(0, n)
        return [x, d.array(shape, str(x.dtype)), i, axis], {}

    rows["lax.dynamic_update_slice_in_dim"] = update_in_dim

    def update_index(d):
        x, axis, n, i = in_dim(d)
        shape = list(x.shape)
        del shape[axis % x.ndim]
        return [x, d.array(shape, str(x.dtype)), i, axis], {}

    rows["lax.dynamic_update_index_in_dim"] = update_index

    def pad(d):
        x = any_of(d, 0, 3)
        config = [[d.rng.randint(-2, 3), d.rng.randint(-2, 3), d.rng.randint(0, 2)] for _ in x.shape]
        return [x, d.array([], str(x.dtype)), config], {}

    rows["lax.pad"] = pad
    rows["lax.rev"] = lambda d: (lambda x: ([x, [a % x.ndim for a in d.axes(x.ndim)]], {}))(any_of(d, 1, 3))
    rows["lax.broadcast"] = lambda d: ([any_of(d), d.shape(0, 2)], {})
    rows["lax.broadcast_to_rank"] = lambda d: ([any_of(d), d.rng.randint(3, 5)], {})
    rows["lax.collapse"] = lambda d: ([any_of(d, 3, 4), d.rng.randint(0, 1), d.rng.randint(2, 3)], {})

    def broadcast_in_dim(d):
        shape = d.shape(1, 4)
        dims = sorted(d.rng.sample(range(len(shape)), d.rng.randint(0, len(shape))))
        return [d.array([1 if d.maybe(0.2) else shape[i] for i in dims], d.pick(*ALL)), shape, dims], {}

    rows["lax.broadcast_in_dim"] = broadcast_in_dim
    rows["lax.reshape"] = lambda d: (lambda x: ([x, [v for v in held.factors(d.rng, x.size)]] + d.pick([], [d.rng.sample(range(x.ndim), x.ndim)]), {}))(any_of(d, 0, 3))
    rows["lax.transpose"] = lambda d: (lambda x: ([x, d.rng.sample(range(x.ndim), x.ndim)], {}))(any_of(d, 0, 4))
    rows["lax.expand_dims"] = lambda d: (lambda x: ([x, d.axes(x.ndim + 1, 1)[:1]], {}))(any_of(d))
    rows["lax.tile"] = lambda d: (lambda x: ([x, [d.rng.randint(0, 3) for _ in x.shape]], {}))(any_of(d, 1, 3))
    rows["lax.split"] = lambda d: (lambda n, a, b, t: ([d.array([2, a + b + n], t), [a, n, b], 1], {}))(d.n(), d.n(), d.n(), d.pick(*ALL))
    rows["lax.select"] = lambda d: (lambda s, t: ([d.bools(d.pick([], s)), d.array(s, t), d.array(s, t)], {}))(d.shape(), d.pick(*ALL))
    rows["lax.select_n"] = lambda d: (lambda s, t: ([d.ints(d.pick([], s), 0, 3), d.array(s, t), d.array(s, t), d.array(s, t)], {}))(d.shape(), d.pick(*ALL))
    rows["lax.iota"] = lambda d: ([d.pick(*ALL[:-2]), d.n()], {})

    def numbers(d, updates):
        """An operand with dimension numbers: shape, indices, window and the three lists."""
        rank = d.rng.randint(1, 3)
        t = d.pick("float32", "float32", *ALL)
        x = d.array([d.n(1, 5) for _ in range(rank)], t)
        mapped = d.rng.sample(range(rank), d.rng.randint(1, rank))
        collapsed = sorted(d.rng.sample(mapped, d.rng.randint(0, len(mapped))))
        sizes = [1 if i in collapsed else d.rng.randint(0 if d.maybe(0.1) else 1, n) for i, n in enumerate(x.shape)]
        batch = d.shape(0, 2)
        at = d.g.integers([-1] * len(mapped), [x.shape[i] + 1 for i in mapped], (*batch, len(mapped)), dtype=np.int32)
        window = [n for i, n in enumerate(sizes) if i not in collapsed]
        offsets = sorted(d.rng.sample(range(len(batch) + len(window)), len(window)))
        out = []
        w, b = iter(window), iter(batch)
        for i in range(len(batch) + len(window)):
            out.append(next(w) if i in offsets else next(b))
        return x, at, sizes, offsets, collapsed, mapped, out, t

    def gather(d):
        x, at, sizes, offsets, collapsed, mapped, out, t = numbers(d, False)
        mode = d.pick("fill", "clip")
        return [x, at, sizes], dict(offset_dims=offsets, collapsed_slice_dims=collapsed, start_index_map=mapped, mode=mode), (
            lambda x, i, s, offset_dims, collapsed_slice_dims, start_index_map, mode: lax.gather(
                x, i, lax.GatherDimensionNumbers(offset_dims, collapsed_slice_dims, start_index_map), s, mode=mode))

    rows["lax.gather"] = gather

    def scatter(name):
        f = getattr(lax, name)

        def row(d):
            x, at, sizes, offsets, collapsed, mapped, out, t = numbers(d, True)
            if name == "scatter":  # equal places are written in no order
                at = at[:1] if at.ndim == 2 else at
            mode = d.pick("drop", "clip")
            kwargs = dict(update_window_dims=offsets, inserted_window_dims=collapsed, scatter_dims_to_operand_dims=mapped, mode=mode)
            if name == "scatter" and at.ndim > 1:
                out = list(out)
                batch = [i for i in range(len(out)) if i not in offsets]
                at = at.reshape(-1, at.shape[-1])[:1].reshape(*[1] * (at.ndim - 1), -1)
                for i in batch:
                    out[i] = 1
            return [x, at, d.array(out, t)], kwargs, (
                lambda x, i, u, update_window_dims, inserted_window_dims, scatter_dims_to_operand_dims, mode: f(
                    x, i, u, lax.ScatterDimensionNumbers(update_window_dims, inserted_window_dims, scatter_dims_to_operand_dims), mode=mode))

        return row

    for name in "scatter scatter_add scatter_sub scatter_mul scatter_min scatter_max".split():
        rows[f"lax.{name}"] = scatter(name)

    # jnp's indexing
    def take(d):
        x = any_of(d, 1, 3, 1)
        r = d.rng.random()
        if r < 0.2:
            return [x, d.ints(d.shape(0, 2), -x.size, x.size)], {}
        axis = d.axis(x.ndim)
        n = x.shape[axis]
        i = d.ints(d.shape(0, 2), -n - 2, n + 2, d.pick("int32", "int32", "int64", "int8"))
        if r < 0.5:
            return [x, i], {"axis": axis}
        return [x, i], {"axis": axis, "mode": d.pick("fill", "clip", "wrap")} | d.pick({}, {"fill_value": d.pick(-3, 2.5)})

    rows["jnp.take"] = lambda d: (lambda a, k: (a, k if "fill_value" not in k else k | {"mode": "fill"}))(*take(d))

    def along(d):
        x = any_of(d, 1, 3, 1)
        axis = d.axis(x.ndim)
        shape = list(x.shape)
        shape[axis] = d.n()
        shape = [1 if d.maybe(0.1) and i != axis % x.ndim else n for i, n in enumerate(shape)]
        n = x.shape[axis]
        return x, d.ints(shape, -n - 1, n + 1), axis

    rows["jnp.take_along_axis"] = lambda d: (lambda x, i, a: ([x, i], {"axis": a} | d.pick({}, {"mode": d.pick("fill", "clip")})))(*along(d))

    def put_along(d):
        x, i, axis = along(d)
        n = x.shape[axis]
        i = np.argsort(d.g.random([n if k == axis % x.ndim else m for k, m in enumerate(x.shape)]), axis).astype("int32")
        return [x, i, d.array(i.shape, str(x.dtype))], {"axis": axis}, lambda x, i, v, axis: jnp.put_along_axis(x, i, v, axis, inplace=False)

    rows["jnp.put_along_axis"] = put_along

    def put(d):
        x = any_of(d, 1, 2, 1)
        k = d.rng.randint(1, min(4, x.size))
        i = d.g.permutation(x.size)[:k].astype("int32")
        return [x, np.where(d.bools([k]), i, i - x.size).astype("int32"), d.array([k], str(x.dtype))], d.pick({}, {"mode": d.pick("clip", "wrap")}), (
            lambda x, i, v, mode=None: jnp.put(x, i, v, mode, inplace=False))

    rows["jnp.put"] = put

    def place(d):
        x = any_of(d, 1, 2, 1)
        return [x, d.bools(x.shape), d.array([d.n(1, 4)], str(x.dtype))], {}, lambda x, m, v: jnp.place(x, m, v, inplace=False)

    rows["jnp.place"] = place

    def choose(d):
        shape = d.shape(0, 2)
        k = d.rng.randint(1, 3)
        t = d.pick(*ALL)
        mode = d.pick("wrap", "clip")
        return [d.ints(shape, -3, 5), [d.array(d.broadcast(shape), t) for _ in range(k)]], {"mode": mode}

    rows["jnp.choose"] = choose

    def compress(d):
        x = any_of(d, 1, 2)
        r = d.rng.random()
        if r < 0.4:
            return [d.bools([d.rng.randint(0, x.size)]), x], {}
        axis = d.axis(x.ndim)
        kwargs = {"axis": axis}
        if r < 0.7:
            kwargs |= {"size": d.rng.randint(0, 4), "fill_value": d.pick(0, 7)}
        return [d.bools([d.rng.randint(0, x.shape[axis])]), x], kwargs

    rows["jnp.compress"] = compress
    rows["jnp.extract"] = lambda d: (lambda x: ([d.bools(x.shape), x], d.pick({}, {"size": d.rng.randint(0, 5), "fill_value": d.pick(0, 2)})))(any_of(d, 0, 2))
    for n in "nonzero flatnonzero argwhere".split():
        rows[f"jnp.{n}"] = lambda d: ([any_of(d, 1, 3)], d.pick({}, {"size": d.rng.randint(0, 6)}, {"size": d.rng.randint(0, 6), "fill_value": d.pick(-1, 0, 9)}))
    rows["jnp.ravel_multi_index"] = lambda d: (lambda s: ([[d.ints([4], 0, n) for n in s], s], {}))(d.shape(1, 3, 1))
    rows["jnp.unravel_index"] = lambda d: (lambda s: ([d.ints(d.shape(0, 2), -9, 30), s], {}))(d.shape(1, 3, 1))
    rows["jnp.packbits"] = lambda d: (lambda x: ([x] + d.pick([], [d.axis(x.ndim)], [d.axis(x.ndim), "little"]), {}))(d.ints(d.shape(1, 2), 0, 3, d.pick("int32", "uint8", "bool")))
    rows["jnp.unpackbits"] = lambda d: (lambda x: ([x] + d.pick([], [d.axis(x.ndim)], [d.axis(x.ndim), d.rng.randint(0, 20), "little"]), {}))(d.ints(d.shape(1, 2), 0, 256, "uint8"))
    return rows


def text_of(entry):
    if isinstance(entry, slice):
        parts = [entry.start, entry.stop] + ([entry.step] if entry.step is not None else [])
        return ":".join("" if v is None else str(v) for v in parts)
    return "..." if entry is Ellipsis else "None" if entry is None else str(entry)


def indexing():
    """x[text], x[entries] and x.at[...]: the entries are texts, numbers and arrays."""
    rows = {}

    def entries(d, shape, arrays=True, static_only=False):
        """Entries, as Python has them, for some leading or, after an ellipsis, trailing axes."""
        made, at = [], 0
        ellipsis = d.maybe(0.3)
        count = d.rng.randint(0, len(shape))
        dots = d.rng.randint(0, count) if ellipsis else None
        axes = list(range(len(shape)))
        index_shape = d.shape(0, 2)
        k = 0
        picked = axes[:count] if not ellipsis else axes[:dots] + axes[len(axes) - (count - dots):]
        for j, axis in enumerate(picked):
            if ellipsis and j == dots:
                made.append(Ellipsis)
            n = shape[axis]
            r = d.rng.random()
            if r < 0.1:
                made.append(None)
            if r < 0.3 and n:
                made.append(d.rng.randint(-n, n - 1))
            elif r < 0.7 or static_only or not arrays:
                bound = lambda: None if d.maybe(0.3) else d.rng.randint(-n - 2, n + 2)
                made.append(slice(bound(), bound(), d.pick(None, None, 2, -1, -2)))
            elif r < 0.92:
                made.append(d.ints(d.broadcast(index_shape), -n - 1, n + 2, d.pick("int32", "int32", "uint8", "int64")) if n else d.ints([0], 0, 1))
            else:
                made.append(d.bools([n]))
        if ellipsis and dots == count:
            made.append(Ellipsis)
        return made

    def array(d):
        return d.array(d.shape(1, 4), d.pick("float32", "float32", *ALL))

    def get_text(d):
        x = array(d)
        e = entries(d, x.shape, arrays=False)
        return [x, ", ".join(map(text_of, e)) or "..."], {}, lambda x, text: x[tuple(e)]

    rows["indexing.get"] = get_text

    def parts(e):
        return [v if isinstance(v, np.ndarray) else v if isinstance(v, int) and not isinstance(v, bool) else text_of(v) for v in e]

    def as_jax(e):
        return tuple(jnp.asarray(v, dtype=v.dtype) if isinstance(v, np.ndarray) and v.dtype != bool else v for v in e)

    def get_entries(d):
        x = array(d)
        e = entries(d, x.shape)
        return [x, parts(e)], {}, lambda x, _: x[as_jax(e)]

    rows["indexing.get_entries"] = get_entries

    def at(method):
        def row(d):
            x = array(d)
            e = entries(d, x.shape, arrays=True)
            mode = d.pick("none", "none", "drop", "fill", "clip", "promise_in_bounds")
            if mode == "none" and method == "get":
                mode = "fill"
            if mode == "promise_in_bounds" and any(isinstance(v, np.ndarray) and v.dtype != bool for v in e):
                mode = "drop"
            keywords = {} if mode == "none" else {"mode": mode}
            if method == "get":
                fill = d.pick(None, 0, 7, -1)
                if fill is not None and mode == "fill":
                    return [x, parts(e), mode, fill], {}, lambda x, *_: x.at[as_jax(e)].get(mode="fill", fill_value=fill)
                return [x, parts(e), mode], {}, lambda x, *_: x.at[as_jax(e)].get(**keywords)
            if method in ("set", "power", "divide") and any(isinstance(v, np.ndarray) and v.dtype != bool and v.size > 1 for v in e):
                # Equal places are written in no order: only one index.
                e = [v.reshape(-1)[:1].reshape([1] * v.ndim) if isinstance(v, np.ndarray) and v.dtype != bool else v for v in e]
            target = np.shape(np.asarray(jnp.asarray(x)[as_jax(e)]))
            r = d.rng.random()
            v = (d.pick(2, 0.5, -1) if r < 0.2 else
                 d.array(d.broadcast(list(target)), str(x.dtype) if d.maybe(0.8) else d.pick("float32", "int32", "int8"), 0.5, 3))
            name = {"min": "min", "max": "max"}.get(method, method)
            return [x, parts(e), v, mode], {}, lambda x, _, v, m: getattr(x.at[as_jax(e)], name)(v, **keywords)

        return row

    for method in "get set add subtract multiply divide power min max".split():
        rows[f"indexing.at_{method}"] = at(method)
    return rows


# --- windows and convolutions ---


def windows():
    rows = {}
    functions = {"max": lax.max, "min": lax.min, "add": lax.add, "mul": lax.mul}

    def window_case(d, rank=None):
        rank = rank or d.rng.randint(1, 4)
        t = d.pick("float32", "float32", *FLOATS, "int32", "int8", "uint8")
        x = d.array([d.n(0, 6) for _ in range(rank)], t)
        window = [d.rng.randint(1, min(3, max(1, n))) for n in x.shape]
        strides = [d.rng.randint(1, 3) for _ in x.shape]
        padding = d.pick("SAME", "VALID", "SAME_LOWER") if d.maybe() else [[d.rng.randint(0, 2), d.rng.randint(0, 2)] for _ in x.shape]
        return x, window, strides, padding

    def reduce_window(d):
        x, window, strides, padding = window_case(d)
        f = d.pick("max", "min", "add", "mul")
        integral = "int" in str(x.dtype)
        init = {"max": -99 if "u" not in str(x.dtype) else 0, "min": 99, "add": 0, "mul": 1}[f] + (0 if integral else 0.0)
        if d.maybe(0.5) or isinstance(padding, str):
            return [x, init, f, window, strides, padding], {}, lambda x, i, f, w, s, p: lax.reduce_window(
                x, jnp.asarray(i, x.dtype), functions[f], w, s, p)
        dilations = [[d.rng.randint(1, 2) for _ in x.shape] for _ in range(2)]
        return [x, init, f, window, strides, padding, *dilations], {}, lambda x, i, f, w, s, p, bd, wd: lax.reduce_window(
            x, jnp.asarray(i, x.dtype), functions[f], w, s, p, bd, wd)

    rows["lax.reduce_window"] = reduce_window

    def conv(d, general=True):
        nd = d.rng.randint(1, 3) if d.maybe(0.5) else 2
        groups, batch_groups = d.pick((1, 1), (1, 1), (2, 1), (1, 2), (3, 1), (1, 3))
        per, out = d.rng.randint(1, 3), d.rng.randint(1, 3)
        features_out = out * groups * batch_groups
        t = d.pick("float32", "float32", "float32", "float16", "bfloat16", "float64", "int32", "int8", "complex64")
        space = [d.rng.randint(1, 6) if d.maybe(0.95) else 0 for _ in range(nd)]
        kernel = [d.rng.randint(1, 3) for _ in range(nd)]
        batch = batch_groups * d.rng.randint(1, 2) if d.maybe(0.95) else 0
        letters = "WHD"[:nd]
        lhs_spec, rhs_spec, out_spec = ("".join(d.rng.sample(s + letters, nd + 2)) if d.maybe(0.5) else s + letters
                                        for s in ["NC", "OI", "NC"])
        size = {"N": batch, "C": per * groups} | dict(zip(letters, space))
        ksize = {"O": features_out, "I": per} | dict(zip(letters, kernel))
        x = d.array([size[c] for c in lhs_spec], t, -2, 2)
        w = d.array([ksize[c] for c in rhs_spec], t, -2, 2)
        padding = (d.pick("SAME", "VALID", "SAME_LOWER") if d.maybe() else
                   [[d.rng.randint(-1, 3), d.rng.randint(-1, 3)] for _ in space])
        kwargs = {"window_strides": [d.rng.randint(1, 3) for _ in space], "padding": padding,
                  "lhs_dilation": [d.rng.randint(1, 2) for _ in space] if not isinstance(padding, str) else [1] * nd,
                  "rhs_dilation": [d.rng.randint(1, 3) for _ in space] if d.maybe() else [1] * nd,
                  "dimension_numbers": [lhs_spec, rhs_spec, out_spec],
                  "feature_group_count": groups, "batch_group_count": batch_groups}
        return [x, w], kwargs

    rows["lax.conv_general_dilated"] = conv

    def conv_transpose(d):
        nd = d.rng.randint(1, 2)
        t = d.pick("float32", "float32", "float16", "float64")
        lhs = "N" + "HW"[:nd] + "C"
        rhs = "HW"[:nd] + "IO"
        x = d.array([d.rng.randint(1, 2), *[d.rng.randint(1, 5) for _ in range(nd)], 2], t)
        w = d.array([*[d.rng.randint(1, 4) for _ in range(nd)], 2, 3], t)
        return [x, w, [d.rng.randint(1, 3) for _ in range(nd)], d.pick("SAME", "VALID"), [d.rng.randint(1, 2) for _ in range(nd)], lhs, rhs, lhs], {}, (
            lambda x, w, s, p, rd, a, b, c: lax.conv_transpose(x, w, s, p, rd, (a, b, c)))

    rows["lax.conv_transpose"] = conv_transpose

    def dot_general(d):
        nb, nc = d.rng.randint(0, 2), d.rng.randint(0, 2)
        b, c = [d.n() for _ in range(nb)], [d.n() for _ in range(nc)]
        fl, fr = d.shape(0, 2), d.shape(0, 2)

        def side(free):
            labels = [("b", i) for i in range(nb)] + [("c", i) for i in range(nc)] + [("f", i) for i in range(len(free))]
            d.rng.shuffle(labels)
            size = {"b": b, "c": c, "f": free}
            return ([size[k][i] for k, i in labels], [labels.index(("c", i)) for i in range(nc)], [labels.index(("b", i)) for i in range(nb)])

        (ls, lc, lb), (rs, rc, rb) = side(fl), side(fr)
        t = d.pick("float32", "float32", "float32", "float16", "float64", "int32", "int8", "complex64", "bfloat16")
        return [d.array(ls, t, -1, 1), d.array(rs, t, -1, 1)], {"contract": [lc, rc], "batch": [lb, rb]}, (
            lambda x, y, contract, batch: lax.dot_general(x, y, (contract, batch)))

    rows["lax.dot_general"] = dot_general
    for n in "cumsum cumprod cummax cummin cumlogsumexp".split():
        rows[f"lax.{n}"] = lambda d, n=n: (lambda x: ([x] + d.pick([], [d.rng.randrange(x.ndim), d.maybe()]), {}))(
            d.array(d.shape(1, 3), d.pick(*FLOATS, *([] if "log" in n else INTS)), special=0.15))
    rows["lax.ragged_dot"] = lambda d: ([d.array([6, 3]), d.array([3, 3, 2]), np.array(d.pick([2, 3, 1], [0, 6, 0], [1, 1, 1]), "int32")], {})
    return rows


# --- nn ---


def nets():
    rows = {}
    for n in "celu elu gelu hard_sigmoid hard_silu hard_swish hard_tanh identity leaky_relu log_sigmoid mish relu relu6 selu sigmoid silu soft_sign softplus sparse_plus sparse_sigmoid squareplus swish tanh".split():
        def row(d, n=n):
            x = d.array(d.shape(), d.pick(*FLOATS, "float32", "int32", "int8", "bool", "complex64"), *d.pick((-3, 3), (-30, 30)), special=0.3)
            extra = {"celu": [0.5, 2.0], "elu": [0.5, 1.7], "leaky_relu": [0.2, 0.0, 2], "squareplus": [1.0, 2.5]}.get(n)
            return [x] + ([d.pick(*extra)] if extra and d.maybe() else []), {"approximate": d.maybe()} if n == "gelu" and d.maybe(0.8) else {}
        rows[f"nn.{n}"] = row
    rows["nn.log1mexp"] = lambda d: ([d.array(d.shape(), d.pick(*FLOATS), 0.01, d.pick(2, 40))], {})
    rows["nn.glu"] = lambda d: (lambda s, a: ([d.array([2 * n if i == a % len(s) else n for i, n in enumerate(s)], d.pick(*FLOATS)), a], {}))(*(lambda s: (s, d.axis(len(s))))(d.shape(1, 3)))
    rows["nn.one_hot"] = lambda d: (lambda x: ([x, d.n(0, 5)] + d.pick([], [d.pick(*ALL)], [d.pick("float32", "int8"), d.axis(x.ndim + 1)]), {}, lambda x, n, t="float32", a=-1: jax.nn.one_hot(x, n, dtype=jnp.dtype(t), axis=a)))(
        d.array(d.shape(0, 2), d.pick("int32", "int8", "uint8", "int64", "float32"), -1, 5))

    def over(d, x):
        return d.pick({}, {"axis": d.axis(x.ndim)}, {"axis": d.axes(x.ndim, 1)})

    for n in "softmax log_softmax".split():
        def row(d, n=n):
            x = d.array(d.shape(1, 3, 1), d.pick(*FLOATS), special=0.2)
            kwargs = over(d, x) if n == "softmax" else d.pick({}, {"axis": d.axis(x.ndim)})
            if d.maybe(0.3) and isinstance(kwargs.get("axis"), int):
                kwargs["where"] = d.bools(x.shape)
            return [x], kwargs
        rows[f"nn.{n}"] = row

    def logsumexp(d):
        x = d.array(d.shape(1, 3), d.pick(*FLOATS, "int32"), special=0.2)
        kwargs = over(d, x)
        if d.maybe(0.4):
            kwargs["keepdims"] = True
        if d.maybe(0.3):
            kwargs["where"] = d.bools(x.shape)
        return [x], kwargs

    rows["nn.logsumexp"] = rows["nn.logmeanexp"] = rows["special.logsumexp"] = logsumexp
    rows["nn.logsumexp#b"] = lambda d: (lambda a: (a[0], {k: v for k, v in a[1].items() if k != "where"} | {"b": d.array(a[0][0].shape, "float32", 0.1, 2)}))(logsumexp(d))

    def standardize(d):
        x = d.array(d.shape(1, 3, 1), d.pick(*FLOATS))
        kwargs = over(d, x)
        if d.maybe(0.3):
            kwargs["where"] = d.bools(x.shape)
        if d.maybe(0.3):
            kwargs.setdefault("axis", -1)
            kwargs["epsilon"] = d.pick(0.001, 0.5)
        return [x], kwargs

    rows["nn.standardize"] = standardize
    rows["nn.standardize#given"] = lambda d: (lambda x: ([x], {"mean": d.array(x.shape[-1:], "float32"), "variance": d.array(x.shape[-1:], "float32", 0.1, 2), "epsilon": 1e-3}))(d.array([3, 4]))

    def attention(d):
        B, T, S, H = d.rng.randint(1, 2), d.rng.randint(1, 5), d.rng.randint(1, 5), d.rng.randint(1, 4)
        G = d.pick(*[k for k in range(1, H + 1) if H % k == 0])
        N = d.rng.randint(1, 6)
        t = d.pick("float32", "float32", "float32", "float16", "bfloat16")
        batched = d.maybe(0.8)
        lead = [B] if batched else []
        q, k, v = d.array([*lead, T, H, N], t), d.array([*lead, S, G, N], t), d.array([*lead, S, G, N], t)
        kwargs = {}
        if d.maybe(0.3):
            kwargs["bias"] = d.array([d.pick(1, B), d.pick(1, H), T, S], t)
        if d.maybe(0.3):
            kwargs["mask"] = d.bools([d.pick(1, B), d.pick(1, H), T, S])
        if d.maybe(0.3):
            kwargs["scale"] = 0.7
        if d.maybe(0.3):
            kwargs["is_causal"] = True
        if d.maybe(0.3):
            kwargs["query_seq_lengths"] = d.ints([B], 1, T + 1)
        if d.maybe(0.3):
            kwargs["key_value_seq_lengths"] = d.ints([B], 1, S + 1)
        if d.maybe(0.3):
            kwargs["local_window_size"] = d.pick(1, [1, 0], [2, 1])
        return [q, k, v], kwargs

    rows["nn.dot_product_attention"] = attention
    return rows


# --- special after digamma ---


def special():
    rows = {}

    def of(*ranges, dtypes=FLOATS + ["int32"], special=0.2, scalars=True):
        def row(d):
            shape = d.shape(0, 2)
            t = d.pick(*dtypes)
            args = []
            for i, (low, high) in enumerate(ranges):
                if scalars and len(ranges) > 1 and i and d.maybe(0.15):
                    args.append(round(d.rng.uniform(low, high), 2))
                else:
                    args.append(d.array(d.broadcast(shape) if i else shape, t if d.maybe(0.8) else "float32", low, high, special=special))
            return args, {}
        return row

    unary_ranges = {
        "entr": (-0.5, 4), "erf": (-4, 4), "erfc": (-5, 12), "erfcx": (-4, 30), "erfinv": (-1, 1), "expit": (-20, 20),
        "digamma": (-5, 20), "exp1": (0.01, 12), "expi": (-10, 20), "factorial": (-2, 20), "gamma": (-5, 12), "gammaln": (-5, 40), "gammasgn": (-5, 5),
        "i0": (-20, 20), "i0e": (-30, 30), "i1": (-20, 20), "i1e": (-30, 30), "log_ndtr": (-30, 10), "log_softmax": (-5, 5),
        "logit": (-0.1, 1.1), "ndtr": (-8, 8), "ndtri": (0, 1), "softmax": (-9, 9), "spence": (0, 12), "dawsn": (-12, 12),
        "fresnel": (-8, 8), "sici": (-20, 20), "loggamma": (0.01, 30), "wofz": (-4, 4),
    }
    for n, r in unary_ranges.items():
        if hasattr(jax.scipy.special, n):
            rows[f"special.{n}"] = of(r)
    binary_ranges = {
        "beta": [(0.1, 8), (0.1, 8)], "betaln": [(0.1, 30), (0.1, 30)], "gammainc": [(0.1, 12), (0, 15)], "gammaincc": [(0.1, 12), (0, 15)],
        "kl_div": [(0, 5), (0, 5)], "rel_entr": [(0, 5), (0, 5)], "poch": [(0.1, 6), (0.1, 4)], "xlog1py": [(-3, 3), (-0.9, 5)],
        "xlogy": [(-3, 3), (0, 5)], "zeta": [(1.1, 8), (0.2, 8)], "boxcox": [(0.05, 6), (-2, 3)], "boxcox1p": [(-0.8, 6), (-2, 3)],
        "owens_t": [(-3, 3), (-3, 3)], "comb": [(0, 12), (0, 9)],
    }
    for n, r in binary_ranges.items():
        if hasattr(jax.scipy.special, n):
            rows[f"special.{n}"] = of(*r)
    rows["special.betainc"] = of((0.2, 6), (0.2, 6), (0, 1))
    rows["special.hyp1f1"] = of((0.2, 4), (0.3, 5), (-4, 4), special=0, dtypes=["float32", "float64"])
    rows["special.hyp2f1"] = of((0.2, 3), (0.3, 3), (0.6, 5), (-0.9, 0.9), special=0, dtypes=["float32", "float64"])
    rows["special.multigammaln"] = lambda d: ([d.array(d.shape(0, 2), d.pick("float32", "float64", "float16", "int32"), 4, 20), d.rng.randint(1, 5)], {})
    rows["special.polygamma"] = lambda d: ([d.rng.randint(0, 4), d.array(d.shape(0, 2), d.pick("float32", "float64"), 0.3, 8)], {})
    rows["special.expn"] = lambda d: ([d.rng.randint(0, 60), d.array(d.shape(0, 2), d.pick("float32", "float64"), 0.05, 12)], {})
    rows["special.softmax#axis"] = lambda d: (lambda x: ([x], {"axis": d.axis(x.ndim)}))(d.array(d.shape(1, 3, 1)))
    rows["special.log_softmax#axis"] = lambda d: (lambda x: ([x], {"axis": d.axis(x.ndim)}))(d.array(d.shape(1, 3, 1)))
    rows["lax.betainc"] = of((0.2, 6), (0.2, 6), (0, 1), dtypes=["float32", "float64", "float16"], scalars=False)
    for n in "igamma igammac random_gamma_grad".split():
        def row(d):
            shape, t = d.shape(0, 2), d.pick("float32", "float32", "float64", "bfloat16")
            return [d.array(shape, t, 0.1, 9), d.array(shape, t, 0.05, 12)], {}
        rows[f"lax.{n}"] = row
    rows["lax.zeta"] = lambda d: (lambda s, t: ([d.array(s, t, 1.1, 8), d.array(s, t, 0.2, 8)], {}))(d.shape(0, 2), d.pick("float32", "float64"))
    rows["lax.polygamma"] = lambda d: (lambda s, t: ([np.rint(d.array(s, t, 0, 4)), d.array(s, t, 0.2, 8)], {}))(d.shape(0, 2), d.pick("float32", "float64"))
    return rows


# --- order and sets ---


def orders():
    rows = {}
    NO_COMPLEX = [t for t in ALL if t != "complex64"]

    def tied(d, low=0, high=3, dtypes=ALL, special=0.2):
        x = d.array(d.shape(low, high), d.pick(*dtypes), -2, 2, special=special)
        return np.rint(x).astype(x.dtype) if x.dtype.kind == "f" and d.maybe(0.4) else x

    def sorted_row(name):
        def row(d):
            x = tied(d, 1)
            return [x], d.pick({}, {"axis": d.axis(x.ndim)}, {"axis": d.axis(x.ndim), "descending": True})
        return row

    rows["jnp.sort"] = sorted_row("sort")
    rows["jnp.argsort"] = sorted_row("argsort")
    for n in "argmax argmin nanargmax nanargmin".split():
        rows[f"jnp.{n}"] = lambda d: (lambda x: ([x], d.pick({}, {"axis": d.axis(x.ndim)}, {"axis": d.axis(x.ndim), "keepdims": True})))(tied(d, 1))
    for n in "partition argpartition".split():
        rows[f"jnp.{n}"] = lambda d: (lambda x: (lambda a: ([x, d.rng.randrange(x.shape[a])], {"axis": a}))(d.axis(x.ndim)))(tied(d, 1))
    rows["jnp.partition"] = lambda d: (lambda x: (lambda a: ([np.sort(x, -1), d.rng.randrange(x.shape[-1])], {}))(0))(tied(d, 1, dtypes=NO_COMPLEX, special=0))
    rows["jnp.sort_complex"] = lambda d: ([tied(d, 1, 2)], {})
    rows["jnp.lexsort"] = lambda d: (lambda s: ([[np.rint(d.array(s, d.pick("float32", "int32", "int8"), -2, 2)) for _ in range(d.rng.randint(1, 3))]], d.pick({}, {"axis": d.axis(len(s))})))(d.shape(1, 2))

    def searchsorted(d):
        t = d.pick(*NO_COMPLEX[:-1])
        a = np.sort(np.rint(d.array([d.n()], t, -3, 3)))
        return [a.astype(t), np.rint(d.array(d.shape(0, 2), t, -4, 4, special=0.2)).astype(t)], d.pick({}, {"side": "left"}, {"side": "right"})

    rows["jnp.searchsorted"] = searchsorted

    def digitize(d):
        bins = np.sort(d.array([d.n()], "float32"))
        return [d.array(d.shape(0, 2), d.pick("float32", "int32")), bins if d.maybe() else bins[::-1].copy()], d.pick({}, {"right": True})

    rows["jnp.digitize"] = digitize

    def unique(d):
        return [tied(d, 0, 2)], d.pick({}, {"size": d.rng.randint(0, 6)}, {"size": d.rng.randint(1, 6), "fill_value": d.pick(0, 3)})

    rows["jnp.unique"] = unique
    rows["jnp.unique_all"] = lambda d: ([tied(d, 0, 2)], {})
    rows["jnp.unique_counts"] = rows["jnp.unique_inverse"] = rows["jnp.unique_values"] = lambda d: ([tied(d, 0, 2)], {})

    def pair(d):
        t = d.pick(*NO_COMPLEX)
        return [np.rint(d.array(d.shape(0, 2), t)).astype(t), np.rint(d.array(d.shape(0, 2), t if d.maybe(0.8) else "float32"))]

    for n in "intersect1d union1d setdiff1d setxor1d".split():
        rows[f"jnp.{n}"] = lambda d, n=n: (pair(d), {}) if d.maybe(0.6) else (
            pair(d) + [d.rng.randint(1, 6), d.pick(0, 5)], {}, lambda x, y, s, f: getattr(jnp, n)(x, y, size=s, fill_value=f))
    rows["jnp.isin"] = lambda d: (pair(d), d.pick({}, {"invert": True}))

    def bincount(d):
        x = d.ints([d.n()], 0, 6, d.pick("int32", "uint8", "int64"))
        return d.pick(([x], {}), ([x, d.array(x.shape, d.pick("float32", "int32", "float16"))], {}), ([x], {"length": d.rng.randint(0, 8)}))

    rows["jnp.bincount"] = bincount

    def histogram(d):
        x = d.array(d.shape(1, 2), d.pick("float32", "float32", "int32", "float64"))
        return d.pick(([x], {"bins": d.rng.randint(1, 5), "range": [-1.5, 2.0]}), ([x], {"bins": 3, "weights": d.array(x.shape, "float32", 0, 2)}),
                      ([x], {"bins": 4, "density": True}), ([x, np.sort(d.array([4]))], {}))

    rows["jnp.histogram"] = histogram
    rows["jnp.trim_zeros"] = lambda d: (lambda x: ([x], d.pick({}, {"trim": d.pick("f", "b", "fb")})))(np.rint(d.array([d.n(0, 7)], d.pick("float32", "int32"), -1, 1)))
    rows["lax.sort"] = lambda d: (lambda x: ([x] + d.pick([], [d.axis(x.ndim)]), {}))(tied(d, 1))

    def key_val(d):
        x = tied(d, 1)
        return [x, d.array(x.shape, d.pick("float32", "int32", "bool"))] + d.pick([], [d.axis(x.ndim)]), {}

    rows["lax.sort_key_val"] = key_val
    rows["lax.top_k"] = lambda d: (lambda x: (lambda a: ([x, d.rng.randint(0, x.shape[a])] + ([a] if a != -1 else []), {}, lambda x, k, axis=-1: lax.top_k(x, k, axis=axis)))(d.pick(-1, d.axis(x.ndim))))(tied(d, 1, dtypes=NO_COMPLEX[:-1]))
    for n in "argmax argmin".split():
        rows[f"lax.{n}"] = lambda d: (lambda x: ([x, d.rng.randrange(x.ndim), d.pick("int32", "uint8", "int64")], {}, lambda x, a, t, f=getattr(lax, n): f(x, a, jnp.dtype(t))))(tied(d, 1))
    for n in "approx_max_k approx_min_k".split():
        rows[f"lax.{n}"] = lambda d: (lambda x: ([x, d.rng.randint(1, x.shape[-1])], {}))(d.array(d.shape(1, 2, 1)))
    return rows


# --- products, polynomials, interpolation ---


def products():
    rows = {}

    def einsum(d):
        letters = "ijklm"
        size = {c: d.n(0, 4) for c in letters}
        dots = d.shape(0, 2) if d.maybe(0.25) else None
        k = d.rng.randint(1, 3)
        specs, args = [], []
        t = d.pick("float32", "float32", "float32", "float64", "float16", "int32", "complex64", "bool")
        for _ in range(k):
            s = "".join(d.rng.choice(letters) for _ in range(d.rng.randint(0 if dots else 1, 3)))
            lead = d.broadcast(dots) if dots is not None and d.maybe(0.7) else None
            specs.append(("..." if lead is not None else "") + s)
            args.append(d.array((lead or []) + [size[c] for c in s], t if d.maybe(0.9) else "float32", -1.5, 1.5))
        text = ",".join(specs)
        if d.maybe(0.8):
            there = sorted(set(text) & set(letters))
            text += "->" + ("..." if dots is not None and "..." in text else "") + "".join(d.rng.sample(there, d.rng.randint(0, len(there))))
        return [text, *args], {}

    rows["jnp.einsum"] = einsum

    def numbers(d, k=2, low=0):
        t = d.pick("float32", "float32", "float64", "int32", "float16", "complex64", "bool", "int8")
        return [d.array([d.n(low, 6)], t if i == 0 or d.maybe(0.8) else "float32", -2, 2) for i in range(k)]

    for n in "polyadd polysub polymul".split():
        rows[f"jnp.{n}"] = lambda d: (numbers(d, 2, 1), {})
    rows["jnp.polydiv"] = lambda d: (lambda a: ([a[0], np.where(np.arange(a[1].size) == 0, np.asarray(2, a[1].dtype), a[1])], {}))(numbers(d, 2, 1))
    rows["jnp.polyder"] = lambda d: (numbers(d, 1, 1) + d.pick([], [d.rng.randint(0, 3)]), {})
    rows["jnp.polyint"] = lambda d: (numbers(d, 1, 1) + d.pick([], [d.rng.randint(0, 3)]), {})
    rows["jnp.polyval"] = lambda d: (numbers(d, 1) + [d.array(d.shape(0, 2), d.pick("float32", "int32", "complex64"), -2, 2)], {})
    rows["jnp.poly"] = lambda d: ([d.array([d.n()], d.pick("float32", "int32", "float64"), -2, 2)], {})
    rows["jnp.polyfit"] = lambda d: (lambda n: ([np.sort(d.array([n], d.pick("float32", "float64"))), d.array([n], "float32"), d.rng.randint(0, 3)], {}))(d.rng.randint(5, 8))

    def interp(d):
        n = d.rng.randint(1, 6)
        xp = np.cumsum(d.array([n], "float32", 0.2, 1)).astype("float32") - 1
        x = d.array(d.shape(0, 2), d.pick("float32", "float32", "float64", "float16", "int32"), -2, 4, special=0.1)
        fp = d.array([n], d.pick("float32", "float32", "complex64", "int32"))
        return [x, xp, fp], d.pick({}, {}, {"left": -1.0, "right": 2.5}, {"period": 2.0})

    rows["jnp.interp"] = interp
    for n in "convolve correlate".split():
        rows[f"jnp.{n}"] = lambda d: (numbers(d, 2, 1), d.pick({}, {"mode": d.pick("full", "same", "valid")}))
    for n in "dot matmul inner vdot outer kron vecdot tensordot".split():
        def row(d, n=n):
            t = d.pick("float32", "float32", "float64", "float16", "bfloat16", "int32", "uint8", "bool", "complex64")
            k = d.n()
            if n == "outer" or n == "kron":
                return [d.array(d.shape(0, 2), t), d.array(d.shape(0, 2), t)], {}
            if n == "vdot":
                s = d.shape(0, 2)
                return [d.array(s, t), d.array(s, t)], {}
            if n == "vecdot":
                s = d.shape(1, 3)
                return [d.array(s, t), d.array(d.broadcast(s), t)], d.pick({}, {"axis": -1})
            if n == "tensordot":
                s = d.shape(1, 2)
                return [d.array(d.shape(0, 2) + s, t), d.array(s + d.shape(0, 2), t), len(s)], {}
            if n == "inner":
                return [d.array(d.shape(0, 2) + [k], t), d.array(d.shape(0, 2) + [k], t)], {}
            lead = d.shape(0, 2)
            x = d.array((lead if n == "matmul" else d.shape(0, 1)) + [d.n(), k], t) if d.maybe(0.8) else d.array([k], t)
            y = d.array((d.broadcast(lead) if n == "matmul" else d.shape(0, 1)) + [k, d.n()], t) if d.maybe(0.8) else d.array([k], t)
            return [x, y], {}
        rows[f"jnp.{n}"] = row
    rows["jnp.matvec"] = lambda d: (lambda b, n, k: ([d.array(b + [n, k]), d.array(d.broadcast(b) + [k])], {}))(d.shape(0, 1), d.n(), d.n())
    rows["jnp.vecmat"] = lambda d: (lambda b, n, k: ([d.array(d.broadcast(b) + [n]), d.array(b + [n, k])], {}))(d.shape(0, 1), d.n(), d.n())
    rows["jnp.cross"] = lambda d: (lambda s: ([d.array(s + [d.pick(2, 3)]), d.array(d.broadcast(s) + [d.pick(2, 3)])], {}))(d.shape(0, 2))
    for n in "cumsum cumprod".split():
        rows[f"jnp.{n}"] = lambda d: (lambda x: ([x], d.pick({}, {"axis": d.axis(x.ndim)}, {"axis": d.axis(x.ndim), "dtype": d.pick("float32", "int32", "float16")})))(d.array(d.shape(1, 3), d.pick(*ALL)))
    for n in "nancumsum nancumprod".split():
        rows[f"jnp.{n}"] = lambda d: (lambda x: ([x], d.pick({}, {"axis": d.axis(x.ndim)})))(d.array(d.shape(1, 3), d.pick(*ALL), special=0.3))
    for n in "cumulative_sum cumulative_prod".split():
        rows[f"jnp.{n}"] = lambda d: (lambda x: ([x], {"axis": d.axis(x.ndim)} | d.pick({}, {"include_initial": True})))(d.array(d.shape(1, 3), d.pick(*ALL)))
    rows["jnp.piecewise"] = lambda d: (lambda s: (lambda k: ([d.array(s, d.pick("float32", "int32", "float16")), [d.bools(s) for _ in range(k)], [d.pick(1.5, -2.0, 0.25) for _ in range(k + d.rng.randint(0, 1))]], {}))(d.rng.randint(1, 3)))(d.shape(0, 2))
    return rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-function", type=int, default=10)
    parser.add_argument("--only", default="", help="functions whose names contain this")
    parser.add_argument("--parts", default="elementwise,shapes,places,indexing,windows,nets,special,orders,products")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    file = File(options)
    for part in options.parts.split(","):
        file.table(globals()[part]())
    print(file.count, "cases", file=sys.stderr)
    for fn, why in file.refused.items():
        print(f"refused {len(why)} of {fn}: {why[0]}", file=sys.stderr)


if __name__ == "__main__":
    main()
