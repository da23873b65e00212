package jacobean.debugging;

import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.ir.Lowering;
import jacobean.op.Batching;
import jacobean.type.Aval;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Calls Java each time the program runs, with the numbers that its operands have then. JAX's {@code
 * debug_callback}: derivatives call with the primals, a batch calls once for each example.
 *
 * @param action what is called
 * @param batchAxes how many first axes of the operands are batches
 */
public record DebugCallback(Action action, int batchAxes) implements Primitive {
  /** What a callback does with the numbers of one example. */
  public interface Action {
    void run(List<Concrete> operands);
  }

  @Override
  public String name() {
    return "debug_callback";
  }

  @Override
  public SortedMap<String, Object> params() {
    return new TreeMap<>(Map.of("ordered", true));
  }

  @Override
  public boolean hasEffect() {
    return true;
  }

  @Override
  public List<Aval> abstractEval(List<Aval> operands) {
    return List.of();
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands) {
    long examples = 1;
    for (int i = 0; i < batchAxes; i++) {
      examples *= operands.getFirst().shape().dim(i);
    }
    for (long e = 0; e < examples; e++) {
      var example = new ArrayList<Concrete>();
      for (var o : operands) {
        var dims = o.shape().toArray();
        var aval = o.aval().withShape(Shape.of(Arrays.copyOfRange(dims, batchAxes, dims.length)));
        long start = e * aval.size();
        // Copied: the action may keep it, and the memory is the program's.
        example.add(HostArray.gather(aval, o, i -> start + i).toConcrete());
      }
      action.run(example);
    }
    return List.of();
  }

  @Override
  public Dual jvp(List<Value> primals, List<Value> tangents) {
    bind(primals);
    return new Dual(List.of(), Collections.emptyList());
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var aligned = new ArrayList<Value>();
    for (int i = 0; i < operands.size(); i++) {
      aligned.add(Batching.alignFront(operands.get(i), axes.get(i), size));
    }
    new DebugCallback(action, batchAxes + 1).bind(aligned);
    return new Batched(List.of(), List.of());
  }

  @Override
  public Lowering lower(List<Aval> operands) {
    return new Lowering.Host();
  }
}
