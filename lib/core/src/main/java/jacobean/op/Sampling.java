package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.type.Aval;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The family of primitives that draw from a distribution with a loop per element: keys {@code
 * uint32[batch..., 2]}, then parameters of one shape {@code [batch..., shape...]} and dtype.
 * Element i of an example draws from that example's key and i alone.
 */
interface Sampling extends Primitive {
  /** So few draws are not worth sharing among threads. */
  int LEAST_PARALLEL = 256;

  /** How many parameters there are. */
  int parameters();

  /** The dtype of the result for parameters of this one. */
  DType resultType(DType parameter);

  /**
   * Element i of an example.
   *
   * @param key the example's key
   * @param parameters this element of each
   */
  double draw(HostKey key, long i, double[] parameters, DType type);

  @Override
  default List<Aval> abstractEval(List<Aval> operands) {
    var keys = operands.getFirst();
    var first = operands.get(1);
    if (keys.dtype() != DType.UINT32
        || keys.rank() == 0
        || keys.shape().dim(keys.rank() - 1) != 2) {
      throw new ShapeException(
          name() + ": a key is uint32[2], got " + keys + ". Make one with random.PRNGKey(seed).");
    }
    for (var p : operands.subList(1, operands.size())) {
      if (!p.shape().equals(first.shape())
          || p.dtype() != first.dtype()
          || !p.dtype().isFloating()) {
        throw new DTypeException(
            name()
                + ": parameters must be floating and of one shape, got "
                + operands.subList(1, operands.size())
                + ".");
      }
    }
    int batch = keys.rank() - 1;
    for (int i = 0; i < batch; i++) {
      if (batch > first.rank() || keys.shape().dim(i) != first.shape().dim(i)) {
        throw new ShapeException(
            name() + ": there must be a key for each example, got " + operands + ".");
      }
    }
    return List.of(Aval.of(first.shape(), resultType(first.dtype())));
  }

  @Override
  default List<HostArray> eval(List<HostArray> operands) {
    var keys = operands.getFirst();
    var first = operands.get(1);
    var out = abstractEval(operands.stream().map(HostArray::aval).toList()).getFirst();
    long examples = Math.max(1, keys.size() / 2);
    long each = out.size() / examples;
    var drawn = HostArray.allocate(out);
    var places = LongStream.range(0, out.size());
    (out.size() < LEAST_PARALLEL ? places : places.parallel())
        .forEach(
            at -> {
              var key = HostKey.in(keys, at / each);
              set(drawn, at, draw(key, at % each, parameters(operands, at), first.dtype()));
            });
    return List.of(drawn);
  }

  /** The parameters of an element. */
  default double[] parameters(List<HostArray> operands, long at) {
    var parameters = new double[parameters()];
    for (int k = 0; k < parameters.length; k++) {
      parameters[k] = operands.get(k + 1).real(at);
    }
    return parameters;
  }

  /** Puts a number into an array of results. */
  static void set(HostArray drawn, long at, double x) {
    if (drawn.dtype().isFloating()) {
      drawn.setReal(at, x);
    } else {
      drawn.setInteger(at, (long) x);
    }
  }

  @Override
  default Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var aligned = new ArrayList<Value>();
    for (int i = 0; i < operands.size(); i++) {
      aligned.add(Batching.alignFront(operands.get(i), axes.get(i), size));
    }
    return Batched.of(bind(aligned).getFirst(), 0);
  }

  @Override
  default Lowering lower(List<Aval> operands) {
    return new Lowering.Host();
  }
}
