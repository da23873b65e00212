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
import sys
import warnings

import jax
import jax.numpy as jnp
import numpy as np

import held_out_goldens as held
from make_goldens import MODULES, number, weigh
from signatures import edges, elementwise, indexing, nets, orders, places, products, shapes, special, windows
from signatures.draw import Draw

PARTS = {
    m.__name__.split(".")[-1]: m
    for m in [edges, elementwise, shapes, places, indexing, windows, nets, special, orders, products]
}


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
            for i in range(1 if row.__module__.endswith("edges") else self.options.per_function):
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
                except Exception:  # what has no derivative
                    pass
        except Exception as e:  # what JAX does not take
            self.refused.setdefault(fn, []).append(str(e)[:150])
            return
        self.out.write(json.dumps(line, separators=(",", ":")) + "\n")
        self.count += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-function", type=int, default=10)
    parser.add_argument("--only", default="", help="functions whose names contain this")
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    file = File(options)
    for part in options.parts.split(","):
        file.table(getattr(PARTS[part], part)())
    print(file.count, "cases", file=sys.stderr)
    for fn, why in file.refused.items():
        print(f"refused {len(why)} of {fn}: {why[0]}", file=sys.stderr)


if __name__ == "__main__":
    main()
