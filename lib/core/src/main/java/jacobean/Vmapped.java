package jacobean;

import jacobean.core.Primitive.Batched;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.fn.Fn;
import jacobean.op.Batching;
import jacobean.pytree.PyTree;
import jacobean.transform.Batch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A function of examples as a function of batches.
 *
 * @param inAxes the batch axis of each argument, null for one that is not batched
 * @param outAxis the batch axis of every result
 */
record Vmapped(Fn<?> function, List<Integer> inAxes, int outAxis) {

  static Vmapped of(Fn<?> function, VmapOption... options) {
    var inAxes = Collections.nCopies(function.arity(), (Integer) 0);
    int outAxis = 0;
    for (var o : options) {
      switch (o) {
        case VmapOption.InAxes in -> inAxes = in.axes();
        case VmapOption.OutAxes out -> outAxis = out.axis();
      }
    }
    if (inAxes.size() != function.arity()) {
      throw new ShapeException(
          "vmap: inAxes must have one entry per argument, got " + inAxes.size() + " for " + function.arity()
              + "; write null for an argument that is not batched.");
    }
    return new Vmapped(function, inAxes, outAxis);
  }

  @SuppressWarnings("unchecked") // R is the function's own result type
  <R> R call(Object... args) {
    var lifted = Lifted.of(function::call, args);
    var operands = lifted.operands("vmap");
    var axes = axes(operands, args);
    int size = size(operands, axes);
    var out = Batch.apply(lifted, operands, axes, size);
    var results = new ArrayList<Value>();
    for (int i = 0; i < out.values().size(); i++) {
      var front = Batching.alignFront(out.values().get(i), out.axes().get(i), size);
      results.add(Batching.moveAxis(front, 0, Dims.axis("vmap: outAxes", outAxis, front.rank())));
    }
    return (R) Lifted.wrap(lifted.result(), results);
  }

  private List<Integer> axes(List<Value> operands, Object[] args) {
    var axes = new ArrayList<Integer>();
    for (int i = 0; i < args.length; i++) {
      int leaves = PyTree.flatten(args[i]).leaves().size();
      for (int k = 0; k < leaves; k++) {
        axes.add(axis(i, operands.get(axes.size())));
      }
    }
    return axes;
  }

  private int axis(int argument, Value leaf) {
    var axis = inAxes.get(argument);
    if (axis == null) {
      return Batched.NONE;
    }
    if (leaf.rank() == 0) {
      throw new ShapeException(
          "vmap: argument " + argument + " has a scalar leaf, which has no axis to batch over. Use inAxes with null for it.");
    }
    return Dims.axis("vmap: inAxes", axis, leaf.rank());
  }

  private static int size(List<Value> operands, List<Integer> axes) {
    int size = -1;
    for (int i = 0; i < axes.size(); i++) {
      if (axes.get(i) == Batched.NONE) {
        continue;
      }
      int n = operands.get(i).shape().dim(axes.get(i));
      if (size >= 0 && n != size) {
        throw new ShapeException(
            "vmap: batch axes must have one length, got " + size + " and " + n + " (leaf " + i + ", "
                + operands.get(i).aval() + "). Check inAxes.");
      }
      size = n;
    }
    if (size < 0) {
      throw new ShapeException("vmap: at least one argument must be batched; inAxes is null for all.");
    }
    return size;
  }
}
