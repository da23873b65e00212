package jacobean.transform;

import jacobean.core.Stage.Staged;
import jacobean.core.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The linear function that approximates a function at a point, as a program: forward
 * differentiation in which the primals are known and the tangents are not. JAX's {@code linearize}.
 *
 * @param outputs the function's results at the point
 * @param program from the tangents of those inputs that can move, to the tangents of those outputs
 *     that move
 * @param movesIn which inputs can move: those of floating dtype
 * @param movesOut which outputs move
 */
public record Linearize(
    List<Value> outputs, Staged program, List<Boolean> movesIn, List<Boolean> movesOut) {

  /** Linearizes a function at the primals. */
  public static Linearize at(Function<List<Value>, List<Value>> function, List<Value> primals) {
    var partial = new PartialEval();
    var tangents = new ArrayList<Value>();
    for (var p : primals) {
      tangents.add(p.dtype().isInexact() ? partial.unknown(p.aval()) : null);
    }
    var dual = partial.run(() -> Jvp.apply("grad", partial.begun(), function, primals, tangents));
    var movesOut = new ArrayList<Boolean>();
    var moving = new ArrayList<Value>();
    for (var t : dual.tangents()) {
      // A tangent that is known does not depend on the inputs' tangents, and so is zero.
      boolean moves = t != null && !partial.isKnown(t);
      movesOut.add(moves);
      if (moves) {
        moving.add(t);
      }
    }
    return new Linearize(dual.primals(), partial.close(moving), Flags.nonNull(tangents), movesOut);
  }

  /**
   * The outputs' tangents for tangents of the inputs.
   *
   * @param tangents one per input; those of inputs that cannot move are not read
   * @return one per output; null stands for zero
   */
  public List<Value> push(List<Value> tangents) {
    var operands = new ArrayList<>(program.captured());
    for (int i = 0; i < tangents.size(); i++) {
      if (movesIn.get(i)) {
        operands.add(tangents.get(i));
      }
    }
    return Flags.spread(movesOut, program.jaxpr().apply(operands));
  }

  /**
   * The inputs' cotangents for cotangents of the outputs: the linear function transposed.
   *
   * @param cotangents one per output; null stands for zero
   * @return one per input; null stands for zero
   */
  public List<Value> pull(List<Value> cotangents) {
    var moving = new ArrayList<Value>();
    for (int i = 0; i < cotangents.size(); i++) {
      if (movesOut.get(i)) {
        moving.add(cotangents.get(i));
      }
    }
    var jaxpr = program.jaxpr();
    var operands = new ArrayList<Value>(program.captured());
    while (operands.size() < jaxpr.inputs().size()) {
      operands.add(null);
    }
    var pulled = Transpose.apply(jaxpr, operands, moving);
    return Flags.spread(movesIn, pulled.subList(program.captured().size(), pulled.size()));
  }
}
