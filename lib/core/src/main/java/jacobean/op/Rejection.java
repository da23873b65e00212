package jacobean.op;

import jacobean.core.HostArray;
import jacobean.type.DType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The family of draws by rejection in rounds, as JAX's are: all elements of an example are drawn
 * again, each keeping its last number that was accepted, until all have one. So an element depends
 * on how long the others take.
 */
interface Rejection extends Sampling {
  /** Whether an element is drawn in rounds; {@link #draw} draws the others. */
  boolean inRounds(double[] parameters, DType type);

  /**
   * Element i of a round, NaN where it is rejected. Elements that are not drawn in rounds have to
   * be accepted, too; JAX puts other parameters in their place.
   */
  double attempt(HostKey round, long i, double[] parameters, DType type);

  @Override
  default List<HostArray> eval(List<HostArray> operands) {
    var drawn = Sampling.super.eval(operands).getFirst();
    if (drawn.size() == 0) {
      return List.of(drawn);
    }
    var keys = operands.getFirst();
    int examples = (int) Math.max(1, keys.size() / 2);
    int each = Math.toIntExact(drawn.size() / examples);
    for (int e = 0; e < examples; e++) {
      rounds(operands, drawn, HostKey.in(keys, e), e * (long) each, each);
    }
    return List.of(drawn);
  }

  private void rounds(
      List<HostArray> operands, HostArray drawn, HostKey start, long from, int count) {
    var type = operands.get(1).dtype();
    var chosen = new boolean[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = inRounds(parameters(operands, from + i), type);
    }
    if (IntStream.range(0, count).noneMatch(i -> chosen[i])) {
      return;
    }
    var accepted = new boolean[count];
    for (var key = start; !IntStream.range(0, count).allMatch(i -> accepted[i]); ) {
      var round = key;
      var places = IntStream.range(0, count);
      (count < LEAST_PARALLEL ? places : places.parallel())
          .forEach(
              i -> {
                double x = attempt(round, i, parameters(operands, from + i), type);
                accepted[i] |= !Double.isNaN(x);
                if (chosen[i] && !Double.isNaN(x)) {
                  Sampling.set(drawn, from + i, x);
                }
              });
      key = key.split(0);
    }
  }
}
