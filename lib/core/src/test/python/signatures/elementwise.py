"""Functions element by element."""

import numpy as np
from jax import lax

from signatures.draw import ALL, FLOATS, INTS


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
