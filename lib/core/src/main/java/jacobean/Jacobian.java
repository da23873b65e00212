package jacobean;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.fn.Fn;
import jacobean.op.Batching;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;
import jacobean.transform.Batch;
import jacobean.transform.Jvp;
import jacobean.transform.Linearize;
import jacobean.type.Aval;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * All derivatives of a function of arrays. The unit directions are one batch, so that the function
 * runs once: forward for directions of the argument, backward for those of the result.
 */
final class Jacobian {
  private static final Structure LEAF = new Structure.Leaf();

  private Jacobian() {}

  /** Columns: the derivative along each direction of the arguments. */
  static <R> R forward(Fn<?> f, Argnums by, Object... args) {
    var lifted = Lifted.of(by.hold(f, args), by.pick(args));
    var x = differentiable("jacfwd: the argument", by, true, lifted.operands("jacfwd"));
    var y = new ArrayList<Value>();
    var moved =
        alongUnits(
            x,
            units -> {
              var dual = Jvp.apply(lifted, x, units);
              y.clear();
              y.addAll(dual.primals());
              return zerosFilled(dual.tangents(), dual.primals());
            });
    differentiable("jacfwd: the result", by, by.isHolomorphic(), y);
    return build(lifted.result(), by, args, columns(x, moved));
  }

  /** {@link #forward} of a function that gives a {@link WithAux}. */
  static <J, X> JacobianWithAux<J, X> forwardWithAux(Fn<?> f, Argnums by, Object... args) {
    var lifted = Lifted.of(by.hold(f, args), by.pick(args));
    var x = differentiable("jacfwd: the argument", by, true, lifted.operands("jacfwd"));
    var linear = Linearize.at(lifted, x);
    WithAux.require("jacfwd", lifted.result());
    var y = linear.outputs().subList(0, 1);
    differentiable("jacfwd: the result", by, by.isHolomorphic(), y);
    var moved = alongUnits(x, units -> zerosFilled(linear.push(units).subList(0, 1), y));
    return withAux(lifted, linear, build(LEAF, by, args, columns(x, moved)));
  }

  private static <J, X> JacobianWithAux<J, X> withAux(Lifted lifted, Linearize linear, J jacobian) {
    WithAux<X> result = Lifted.wrap(lifted.result(), linear.outputs());
    return new JacobianWithAux<>(jacobian, result.aux());
  }

  /** The blocks of each result by each argument, of columns that were stacked in front. */
  private static List<Value> columns(List<Value> x, List<Value> moved) {
    var blocks = new ArrayList<Value>();
    for (var column : moved) {
      int from = 0;
      var shape = column.shape().drop(0);
      for (var leaf : x) {
        int size = Math.toIntExact(leaf.aval().size());
        var part =
            Batching.moveAxis(Slicing.sliceAxis(column, 0, from, from + size), 0, shape.rank());
        blocks.add(Shaping.reshape(part, joined(shape, leaf.shape())));
        from += size;
      }
    }
    return blocks;
  }

  /** Rows: the derivative of each element of the results. */
  static <R> R backward(Fn<?> f, Argnums by, Object... args) {
    var lifted = Lifted.of(by.hold(f, args), by.pick(args));
    var x =
        differentiable("jacrev: the argument", by, by.isHolomorphic(), lifted.operands("jacrev"));
    var linear = Linearize.at(lifted, x);
    var y = differentiable("jacrev: the result", by, true, linear.outputs());
    var pulled = alongUnits(y, units -> zerosFilled(linear.pull(units), x));
    return build(lifted.result(), by, args, rows(y, pulled));
  }

  /** {@link #backward} of a function that gives a {@link WithAux}. */
  static <J, X> JacobianWithAux<J, X> backwardWithAux(Fn<?> f, Argnums by, Object... args) {
    var lifted = Lifted.of(by.hold(f, args), by.pick(args));
    var x =
        differentiable("jacrev: the argument", by, by.isHolomorphic(), lifted.operands("jacrev"));
    var linear = Linearize.at(lifted, x);
    WithAux.require("jacrev", lifted.result());
    var y = differentiable("jacrev: the result", by, true, linear.outputs().subList(0, 1));
    var others = Collections.<Value>nCopies(linear.outputs().size() - 1, null);
    var pulled =
        alongUnits(
            y,
            units -> {
              var cotangents = new ArrayList<Value>(units);
              cotangents.addAll(others);
              return zerosFilled(linear.pull(cotangents), x);
            });
    return withAux(lifted, linear, build(LEAF, by, args, rows(y, pulled)));
  }

  /** The blocks of each result by each argument, of rows that were stacked in front. */
  private static List<Value> rows(List<Value> y, List<Value> pulled) {
    var blocks = new ArrayList<Value>();
    int from = 0;
    for (var leaf : y) {
      int size = Math.toIntExact(leaf.aval().size());
      for (var row : pulled) {
        var part = Slicing.sliceAxis(row, 0, from, from + size);
        blocks.add(Shaping.reshape(part, joined(leaf.shape(), row.shape().drop(0))));
      }
      from += size;
    }
    return blocks;
  }

  /** Forward over backward. */
  static <R> R hessian(Fn<?> f, Argnums by, Object... args) {
    var gradient =
        new Fn<Object>() {
          @Override
          public int arity() {
            return f.arity();
          }

          @Override
          public Object call(Object... inner) {
            return backward(f, by, inner);
          }
        };
    return forward(gradient, by, args);
  }

  /** {@link #hessian} of a function that gives a {@link WithAux}. */
  static <H, X> JacobianWithAux<H, X> hessianWithAux(Fn<?> f, Argnums by, Object... args) {
    var gradient =
        new Fn<Object>() {
          @Override
          public int arity() {
            return f.arity();
          }

          @Override
          public Object call(Object... inner) {
            JacobianWithAux<Object, X> g = backwardWithAux(f, by, inner);
            return Arrays.asList(g.jacobian(), Arrays.asList(g.aux()));
          }
        };
    var lifted = Lifted.of(by.hold(gradient, args), by.pick(args));
    var x = differentiable("hessian: the argument", by, true, lifted.operands("hessian"));
    var linear = Linearize.at(lifted, x);
    var parts = ((Structure.Node) lifted.result()).children();
    int n = parts.getFirst().leaves();
    var y = linear.outputs().subList(0, n);
    var moved = alongUnits(x, units -> zerosFilled(linear.push(units).subList(0, n), y));
    List<X> aux =
        Lifted.wrap(parts.getLast(), linear.outputs().subList(n, linear.outputs().size()));
    return new JacobianWithAux<>(
        build(parts.getFirst(), by, args, columns(x, moved)), aux.getFirst());
  }

  private interface Linear {
    List<Value> apply(List<Value> directions);
  }

  /** The results of a linear function along every unit direction of these values, stacked. */
  private static List<Value> alongUnits(List<Value> values, Linear f) {
    int all = Math.toIntExact(values.stream().mapToLong(v -> v.aval().size()).sum());
    var units = new ArrayList<Value>();
    long from = 0;
    for (var v : values) {
      units.add(units(v.aval().strong(), all, from));
      from += v.aval().size();
    }
    var out = Batch.apply(f::apply, units, Collections.nCopies(units.size(), 0), all);
    var stacked = new ArrayList<Value>();
    for (int i = 0; i < out.values().size(); i++) {
      stacked.add(Batching.alignFront(out.values().get(i), out.axes().get(i), all));
    }
    return stacked;
  }

  /** A batch of arrays of this type, of which number {@code from + i} is 1 at position i. */
  private static Value units(Aval type, int all, long from) {
    long size = type.size();
    return HostArray.ofReals(
            type.withShape(type.shape().insert(0, all)), p -> p / size == from + p % size ? 1 : 0)
        .toConcrete();
  }

  private static Shape joined(Shape first, Shape second) {
    var both = Arrays.copyOf(first.toArray(), first.rank() + second.rank());
    System.arraycopy(second.toArray(), 0, both, first.rank(), second.rank());
    return Shape.of(both);
  }

  /**
   * Requires what derivatives are of: complex numbers of a holomorphic function, else real ones
   * where each is moved by itself, and either kind on the other side.
   *
   * @param unit whether these are what is moved by units
   */
  private static List<Value> differentiable(
      String what, Argnums by, boolean unit, List<Value> values) {
    for (var v : values) {
      boolean fits =
          by.isHolomorphic()
              ? v.dtype().isComplex()
              : unit ? v.dtype().isFloating() : v.dtype().isInexact();
      if (!fits) {
        throw new GradException(
            what
                + " must be "
                + (by.isHolomorphic()
                    ? "complex of a holomorphic function"
                    : "floating to be differentiated")
                + ", got "
                + v.aval()
                + (v.dtype().isComplex()
                    ? ". If the function is holomorphic, say so with holomorphic()."
                    : ". Convert it with astype(jnp.float32)."));
      }
    }
    return values;
  }

  private static List<Value> zerosFilled(List<Value> moved, List<Value> like) {
    var filled = new ArrayList<Value>();
    for (int i = 0; i < like.size(); i++) {
      filled.add(moved.get(i) == null ? Shaping.zeros(like.get(i).aval()) : moved.get(i));
    }
    return filled;
  }

  /** In the place of each leaf of the result a tree of the arguments; blocks in that order. */
  @SuppressWarnings("unchecked") // the structures say what it is
  private static <R> R build(Structure result, Argnums by, Object[] args, List<Value> blocks) {
    var picked = by.pick(args);
    // One argument number gives the tree itself, several a list of trees.
    var argument = PyTree.flatten(by.isOne() ? picked[0] : Arrays.asList(picked)).structure();
    var arrays = blocks.stream().map(Array::of).toList();
    var trees = new ArrayList<Object>();
    int leaves = argument.leaves();
    for (int i = 0; i < result.leaves(); i++) {
      trees.add(PyTree.build(argument, arrays.subList(i * leaves, (i + 1) * leaves)));
    }
    // A record is declared to hold arrays, so of trees there can only be maps.
    return (R)
        (argument instanceof Structure.Leaf
            ? PyTree.build(result, trees)
            : PlainTree.of(result, trees.iterator()));
  }
}
