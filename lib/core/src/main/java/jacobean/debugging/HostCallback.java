package jacobean.debugging;

import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.GradException;
import jacobean.ir.Lowering;
import jacobean.op.Batching;
import jacobean.type.Aval;
import jacobean.type.Shape;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Calls Java with the numbers of its operands and takes results back into the program. JAX's {@code
 * pure_callback} and {@code io_callback}; a batch calls once for each example.
 *
 * @param action what is called
 * @param types the results of one example
 * @param hasEffect whether it must run though nobody needs its results
 * @param batch the lengths of the first axes of operands and results, which are batches
 */
public record HostCallback(Action action, List<Aval> types, boolean hasEffect, List<Integer> batch)
    implements Primitive {
  /** What a callback makes of the numbers of one example. */
  public interface Action {
    List<Concrete> run(List<Concrete> operands);
  }

  @Override
  public String name() {
    return hasEffect ? "io_callback" : "pure_callback";
  }

  @Override
  public SortedMap<String, Object> params() {
    return new TreeMap<>(Map.of("result_avals", types, "vmap_method", "sequential"));
  }

  @Override
  public List<Aval> abstractEval(List<Aval> operands) {
    return types.stream().map(t -> t.withShape(batched(t.shape()))).toList();
  }

  private Shape batched(Shape shape) {
    for (int axis = 0; axis < batch.size(); axis++) {
      shape = shape.insert(axis, batch.get(axis));
    }
    return shape;
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands) {
    long examples = batch.stream().mapToLong(n -> n).reduce(1, (a, b) -> a * b);
    var results = new ArrayList<List<HostArray>>();
    for (long e = 0; e < examples; e++) {
      var example = new ArrayList<Concrete>();
      for (var o : operands) {
        var aval = o.aval().withShape(one(o.shape()));
        long start = e * aval.size();
        // Copied: the action may keep it, and the memory is the program's.
        example.add(HostArray.gather(aval, o, i -> start + i).toConcrete());
      }
      results.add(action.run(example).stream().map(Concrete::host).toList());
    }
    var stacked = new ArrayList<HostArray>();
    for (int r = 0; r < types.size(); r++) {
      var all = HostArray.allocate(types.get(r).withShape(batched(types.get(r).shape())));
      long bytes = types.get(r).bytes();
      for (int e = 0; e < examples; e++) {
        MemorySegment.copy(results.get(e).get(r).data(), 0, all.data(), e * bytes, bytes);
      }
      stacked.add(all);
    }
    return stacked;
  }

  private Shape one(Shape shape) {
    for (int axis = 0; axis < batch.size(); axis++) {
      shape = shape.drop(0);
    }
    return shape;
  }

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    if (tangents.stream().allMatch(java.util.Objects::isNull)) {
      return new Dual(
          bind(primals), new ArrayList<>(Collections.nCopies(types.size(), (Value) null)));
    }
    throw new GradException(
        (hasEffect ? "ioCallback" : "pureCallback")
            + ": Java code cannot be differentiated. Call it in a function with a rule of its own,"
            + " customJvp or customVjp, or stop its operands with stopGradient.");
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var aligned = new ArrayList<Value>();
    for (int i = 0; i < operands.size(); i++) {
      aligned.add(Batching.alignFront(operands.get(i), axes.get(i), size));
    }
    var lengths = new ArrayList<>(List.of(size));
    lengths.addAll(batch);
    return new Batched(
        new HostCallback(action, types, hasEffect, List.copyOf(lengths)).bind(aligned),
        Collections.nCopies(types.size(), 0));
  }

  @Override
  public Lowering lower(List<Aval> operands) {
    return new Lowering.Host();
  }
}
