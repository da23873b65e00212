"""jax.scipy.special."""

import jax
import numpy as np

from signatures.draw import FLOATS


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
