package jacobean;

import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.fn.Fn1;
import jacobean.op.Shaping;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;
import jacobean.transform.Linearize;
import java.util.ArrayList;
import java.util.List;

/** Derivatives along a direction, forward and transposed. */
public final class Directional {
  private Directional() {}

  /** A function's value and how it moves. */
  public record Jvp<R>(R value, R tangent) {}

  /**
   * A function's value and the linear function from cotangents of the value to cotangents of the
   * argument.
   */
  public record Vjp<A, R>(R value, Fn1<R, A> pullback) {}

  static <A, R> Jvp<R> jvp(Fn1<A, R> f, A x, A t) {
    var primals = PyTree.flatten(x);
    var lifted = Lifted.of(f::call, x);
    var operands = lifted.operands("jvp");
    var tangents = moving("jvp: tangent", operands, Lifted.values(primals.like(t, "jvp"), "jvp: tangent"), primals.structure());
    var out = jacobean.transform.Jvp.apply(lifted, operands, tangents);
    return new Jvp<>(
        Lifted.wrap(lifted.result(), out.primals()),
        Lifted.wrap(lifted.result(), zerosFilled(out.tangents(), out.primals())));
  }

  static <A, R> Vjp<A, R> vjp(Fn1<A, R> f, A x) {
    var structure = PyTree.flatten(x).structure();
    var lifted = Lifted.of(f::call, x);
    var primals = lifted.operands("vjp");
    var linear = Linearize.at(lifted, primals);
    var result = lifted.result();
    return new Vjp<>(
        Lifted.wrap(result, linear.outputs()),
        ct -> Lifted.wrap(structure, zerosFilled(linear.pull(cotangents(result, ct, linear.outputs())), primals)));
  }

  private static List<Value> cotangents(Structure structure, Object ct, List<Value> outputs) {
    var tree = new PyTree(List.of(), structure).like(ct, "vjp");
    return moving("vjp: cotangent", outputs, Lifted.values(tree, "vjp: cotangent"), structure);
  }

  /** The directions of what can move, of its shapes and dtypes; null for what is not floating. */
  private static List<Value> moving(String what, List<Value> values, List<Value> directions, Structure structure) {
    var moving = new ArrayList<Value>();
    for (int i = 0; i < values.size(); i++) {
      var wanted = values.get(i).aval();
      var got = directions.get(i).aval();
      if (!wanted.dtype().isInexact()) {
        moving.add(null);
        continue;
      }
      var place = what + structure.paths().get(i);
      if (!got.shape().equals(wanted.shape())) {
        throw new ShapeException(
            place + " must have the shape of what it belongs to, " + wanted + ", got " + got + ". Broadcast or reshape it.");
      }
      if (got.dtype() != wanted.dtype()) {
        throw new DTypeException(
            place + " must have the dtype of what it belongs to, " + wanted + ", got " + got + ". Convert it with astype.");
      }
      moving.add(directions.get(i));
    }
    return moving;
  }

  private static List<Value> zerosFilled(List<Value> moved, List<Value> like) {
    var filled = new ArrayList<Value>();
    for (int i = 0; i < like.size(); i++) {
      filled.add(moved.get(i) == null ? Shaping.zeros(like.get(i).aval()) : moved.get(i));
    }
    return filled;
  }
}
