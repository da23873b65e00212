package jacobean.transform;

import jacobean.core.Stage.Staged;
import jacobean.core.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    var dual = partial.run(() -> Jvp.apply("grad", function, primals, tangents));
    // A tangent that is known does not depend on the inputs' tangents, and so is zero.
    var movesOut = dual.tangents().stream().map(t -> t != null && !partial.isKnown(t)).toList();
    var moving = dual.tangents().stream().filter(t -> t != null && !partial.isKnown(t)).toList();
    return new Linearize(
        dual.primals(),
        partial.close(moving),
        tangents.stream().map(Objects::nonNull).toList(),
        movesOut);
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
    var moved = program.jaxpr().apply(operands).iterator();
    return new ArrayList<>(movesOut.stream().map(m -> m ? moved.next() : null).toList());
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
    var linear = pulled.subList(program.captured().size(), pulled.size()).iterator();
    return new ArrayList<>(movesIn.stream().map(m -> m ? linear.next() : null).toList());
  }
}
