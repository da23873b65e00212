package jacobean;

import jacobean.core.Primitive.Batched;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.fn.Arity;
import jacobean.fn.Fn;
import jacobean.op.Batching;
import jacobean.pytree.PyTree;
import jacobean.transform.Batch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A function of examples as a function of batches.
 *
 * @param operation {@code vmap}, or what stands on it, for messages
 * @param inAxes the batch axis of each argument: a number, null, or a tree
 * @param outAxes the batch axis of the results: a number, null, or a tree
 * @param along the batch axis: its name, and whether its examples are spread
 * @param length the length of the batch axis, where it is given
 */
record Vmapped(
    String operation,
    Fn<?> function,
    List<Object> inAxes,
    Object outAxes,
    Batch.Axis along,
    Optional<Integer> length)
    implements Fn<Object> {

  static Vmapped of(String operation, Fn<?> function, VmapOption... options) {
    List<Object> inAxes = Collections.nCopies(function.arity(), (Object) 0);
    Object outAxes = 0;
    var along = Batch.Axis.PLAIN;
    Optional<Integer> length = Optional.empty();
    for (var o : options) {
      switch (o) {
        case VmapOption.InAxes in -> inAxes = in.axes();
        case VmapOption.OutAxes out -> outAxes = out.axes();
        case VmapOption.AxisName n -> along = along.named(n.name());
        case VmapOption.AxisSize s -> length = Optional.of(s.size());
        case VmapOption.StaticBroadcastedArgnums _ ->
            throw new ShapeException(
                operation
                    + ": staticBroadcastedArgnums is for pmap. Close over the argument instead.");
      }
    }
    if (inAxes.size() == 1) {
      // One entry is for all arguments.
      inAxes = Collections.nCopies(function.arity(), inAxes.getFirst());
    }
    if (inAxes.size() != function.arity()) {
      throw new ShapeException(
          operation
              + ": inAxes must have one entry per argument, got "
              + inAxes.size()
              + " for "
              + function.arity()
              + "; write null for an argument that is not batched, or one entry for all.");
    }
    return new Vmapped(operation, function, inAxes, outAxes, along, length);
  }

  /** The same function along an axis that is another, but for its length. */
  Vmapped along(Batch.Axis axis) {
    return new Vmapped(operation, function, inAxes, outAxes, axis, length);
  }

  @Override
  public int arity() {
    return function.arity();
  }

  @Override
  public Object call(Object... args) {
    Arity.require(operation, function, args);
    var lifted = Lifted.of(function::call, args);
    var operands = lifted.operands(operation);
    var axes = axes(operands, args);
    int size = size(operands, axes, args);
    var out = Batch.apply(lifted, operands, axes, size, along);
    var wanted = AxisTree.of(operation + ": outAxes", outAxes, lifted.result());
    var results = new ArrayList<Value>();
    for (int i = 0; i < out.values().size(); i++) {
      results.add(place(out.values().get(i), out.axes().get(i), wanted.get(i), size));
    }
    return Lifted.wrap(lifted.result(), results);
  }

  /** {@link #call} with the type that the function has. */
  @SuppressWarnings("unchecked") // R is the function's own result type
  <R> R run(Object... args) {
    return (R) call(args);
  }

  private Value place(Value value, int axis, int wanted, int size) {
    if (wanted == AxisTree.NONE) {
      if (axis != Batched.NONE) {
        throw new ShapeException(
            operation
                + ": outAxes is null for a result that differs from example to example, "
                + value.aval()
                + " batched along axis "
                + axis
                + ". Give its axis, or make it the same for all, for example with lax.psum.");
      }
      return value;
    }
    var front = Batching.alignFront(value, axis, size);
    return Batching.moveAxis(front, 0, Dims.axis(operation + ": outAxes", wanted, front.rank()));
  }

  private List<Integer> axes(List<Value> operands, Object[] args) {
    var axes = new ArrayList<Integer>();
    for (int i = 0; i < args.length; i++) {
      for (int axis :
          AxisTree.of(
              operation + ": inAxes of argument " + i,
              inAxes.get(i),
              PyTree.flatten(args[i]).structure())) {
        axes.add(axis(i, axis, operands.get(axes.size())));
      }
    }
    return axes;
  }

  private int axis(int argument, int axis, Value leaf) {
    if (axis == AxisTree.NONE) {
      return Batched.NONE;
    }
    if (leaf.rank() == 0) {
      throw new ShapeException(
          operation
              + ": argument "
              + argument
              + " has a scalar leaf, which has no axis to batch over. Use inAxes with null for it.");
    }
    return Dims.axis(operation + ": inAxes", axis, leaf.rank());
  }

  private int size(List<Value> operands, List<Integer> axes, Object[] args) {
    int size = length.orElse(-1);
    for (int i = 0; i < axes.size(); i++) {
      if (axes.get(i) == Batched.NONE) {
        continue;
      }
      int n = operands.get(i).shape().dim(axes.get(i));
      if (size >= 0 && n != size) {
        var path = PyTree.flatten(java.util.Arrays.asList(args)).structure().paths().get(i);
        throw new ShapeException(
            operation
                + ": batch axes must have one length, got "
                + size
                + " and "
                + n
                + " (leaf "
                + i
                + ", argument "
                + path
                + ", "
                + operands.get(i).aval()
                + "). Check inAxes"
                + (length.isPresent() ? " and axisSize." : "."));
      }
      size = n;
    }
    if (size < 0) {
      throw new ShapeException(
          operation
              + ": at least one argument must be batched; inAxes is null for all. Or give axisSize.");
    }
    return size;
  }
}
