package jacobean;

import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.fn.Fn;
import jacobean.op.Arithmetic;
import jacobean.op.Shaping;
import jacobean.pytree.PyTree;
import jacobean.transform.Linearize;
import java.util.ArrayList;
import java.util.List;

/** The gradient of a scalar function: its linearization transposed, at the cotangent 1. */
final class Gradient {
  private Gradient() {}

  static <G> ValueAndGrad<G> of(Fn<?> f, Object... args) {
    var wanted = PyTree.flatten(args[0]);
    var by = Lifted.values(wanted, "grad: argument 0");
    requireFloating(wanted, by);
    var rest = java.util.Arrays.copyOf(args, args.length);
    var lifted =
        Lifted.of(
            first -> {
              rest[0] = first[0];
              return f.call(rest);
            },
            args[0]);
    var linear = Linearize.at(lifted, by);
    var value = scalar(linear.outputs());
    var pulled = linear.pull(List.of(Arithmetic.constant(value.dtype(), 1)));
    var gradients = new ArrayList<Value>();
    for (int i = 0; i < by.size(); i++) {
      gradients.add(pulled.get(i) == null ? Shaping.zeros(by.get(i).aval()) : pulled.get(i));
    }
    return new ValueAndGrad<>(Array.of(value), Lifted.wrap(wanted.structure(), gradients));
  }

  private static void requireFloating(PyTree tree, List<Value> leaves) {
    for (int i = 0; i < leaves.size(); i++) {
      if (!leaves.get(i).dtype().isInexact()) {
        throw new GradException(
            "grad: argument 0" + tree.structure().paths().get(i) + " must be floating to be differentiated by, got "
                + leaves.get(i).aval() + ". Convert it with astype(jnp.float32), or write 1. for 1.");
      }
    }
  }

  private static Value scalar(List<Value> outputs) {
    if (outputs.size() != 1 || outputs.getFirst().rank() != 0) {
      throw new GradException(
          "grad: the function must give one scalar, got " + outputs.stream().map(Value::aval).toList()
              + ". Reduce the result, for example with jnp.sum or jnp.mean; for all derivatives of a vector use vmap over vjp.");
    }
    var value = outputs.getFirst();
    if (!value.dtype().isFloating()) {
      throw new GradException(
          "grad: the function must give a floating number, got " + value.aval() + ". Convert it with astype(jnp.float32).");
    }
    return value;
  }
}
