package jacobean;

import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.fn.Fn;
import jacobean.op.Arithmetic;
import jacobean.op.Shaping;
import jacobean.pytree.PyTree;
import jacobean.transform.Linearize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The gradients of a scalar function: its linearization transposed, at the cotangent 1.
 *
 * @param value the function's value
 * @param aux what it gave beside the value, or null
 * @param trees the gradient by each argument that was asked for
 */
record Gradient<X>(Array value, X aux, List<Object> trees) {

  static Gradient<Void> of(String operation, Fn<?> f, Argnums by, Object... args) {
    return take(operation, f, by, false, args);
  }

  static <X> Gradient<X> withAux(String operation, Fn<?> f, Argnums by, Object... args) {
    return take(operation, f, by, true, args);
  }

  private static <X> Gradient<X> take(
      String operation, Fn<?> f, Argnums by, boolean hasAux, Object[] args) {
    var picked = by.pick(args);
    var operands = new ArrayList<Value>();
    for (int i = 0; i < picked.length; i++) {
      operands.addAll(floating(operation, by, by.numbers().get(i), PyTree.flatten(picked[i])));
    }
    var lifted = Lifted.of(by.hold(f, args), picked);
    var linear = Linearize.at(lifted, operands);
    var outputs = linear.outputs();
    if (hasAux) {
      WithAux.require(operation, lifted.result());
    }
    var value =
        scalar(operation, by, hasAux ? outputs.subList(0, Math.min(1, outputs.size())) : outputs);
    var cotangents = new ArrayList<Value>(Collections.nCopies(outputs.size(), null));
    cotangents.set(0, Arithmetic.constant(value.dtype(), 1));
    var pulled = linear.pull(cotangents);
    for (int i = 0; i < operands.size(); i++) {
      if (pulled.get(i) == null) {
        pulled.set(i, Shaping.zeros(operands.get(i).aval()));
      }
    }
    X aux = hasAux ? Lifted.<WithAux<X>>wrap(lifted.result(), outputs).aux() : null;
    List<Object> trees = Lifted.wrap(lifted.arguments(), pulled);
    return new Gradient<>(Array.of(value), aux, trees);
  }

  private static List<Value> floating(String operation, Argnums by, int argnum, PyTree tree) {
    var leaves = Lifted.values(tree, operation + ": argument " + argnum);
    for (int i = 0; i < leaves.size(); i++) {
      if (by.isHolomorphic() && !leaves.get(i).dtype().isComplex()) {
        throw new GradException(
            operation
                + ": argument "
                + argnum
                + tree.structure().paths().get(i)
                + " must be complex to be differentiated by as holomorphic, got "
                + leaves.get(i).aval()
                + ". Convert it with astype(jnp.complex64), or leave out holomorphic().");
      }
      if (!leaves.get(i).dtype().isInexact()) {
        throw new GradException(
            operation
                + ": argument "
                + argnum
                + tree.structure().paths().get(i)
                + " must be floating to be differentiated by, got "
                + leaves.get(i).aval()
                + ". Convert it with astype(jnp.float32), or write 1. for 1.");
      }
    }
    return leaves;
  }

  private static Value scalar(String operation, Argnums by, List<Value> outputs) {
    if (outputs.size() != 1 || outputs.getFirst().rank() != 0) {
      throw new GradException(
          operation
              + ": the function must give one scalar, got "
              + outputs.stream().map(Value::aval).toList()
              + ". Reduce the result, for example with jnp.sum or jnp.mean; for all derivatives of an array use jacrev or"
              + " jacfwd, for a value with more beside it hasAux.");
    }
    var value = outputs.getFirst();
    if (by.isHolomorphic() ? !value.dtype().isComplex() : !value.dtype().isFloating()) {
      throw new GradException(
          operation
              + ": the function must give a "
              + (by.isHolomorphic() ? "complex" : "floating")
              + " number, got "
              + value.aval()
              + (value.dtype().isComplex()
                  ? ". If it is holomorphic, say so with holomorphic(); else take its real part"
                      + " or its abs."
                  : ". Convert it with astype(jnp.float32)."));
    }
    return value;
  }

  /** The gradient by the one argument that was asked for. */
  @SuppressWarnings("unchecked") // a gradient has the type of its argument
  <G> G grad() {
    return (G) trees.getFirst();
  }

  /** {@link #grad} by an array; a number's gradient is an array, too. */
  Array array() {
    return (Array) trees.getFirst();
  }

  @SuppressWarnings("unchecked") // gradients have the types of their arguments
  <G> List<G> grads() {
    return (List<G>) trees;
  }

  <G> GradWithAux<G, X> gradWithAux() {
    return new GradWithAux<>(grad(), aux);
  }

  <G> GradWithAux<List<G>, X> gradsWithAux() {
    return new GradWithAux<>(grads(), aux);
  }

  <G> ValueAndGrad<G> valueAndGrad() {
    return new ValueAndGrad<>(value, grad());
  }

  <G> ValueAndGrad<List<G>> valueAndGrads() {
    return new ValueAndGrad<>(value, grads());
  }

  <G> ValueAndGradWithAux<G, X> valueAndGradWithAux() {
    return new ValueAndGradWithAux<>(value, grad(), aux);
  }

  <G> ValueAndGradWithAux<List<G>, X> valueAndGradsWithAux() {
    return new ValueAndGradWithAux<>(value, grads(), aux);
  }
}
