package jacobean.op;

import jacobean.core.Primitive;
import jacobean.core.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A primitive that is linear in some of its operands together: {@code f(x + x', n) = f(x, n) +
 * f(x', n)}. Its derivative is itself.
 */
interface Linear extends Primitive.Transposable {
  /** Whether the primitive is linear in this operand; indexes and conditions are not. */
  default boolean isLinearIn(int operand) {
    return true;
  }

  @Override
  default Dual jvp(List<Value> primals, List<Value> tangents) {
    var results = bind(primals);
    if (tangents.stream().allMatch(java.util.Objects::isNull)) {
      return new Dual(results, Collections.nCopies(results.size(), null));
    }
    var moved = new ArrayList<Value>();
    for (int i = 0; i < primals.size(); i++) {
      var primal = primals.get(i);
      var tangent = tangents.get(i);
      moved.add(!isLinearIn(i) ? primal : tangent == null ? Shaping.zeros(primal.aval()) : tangent);
    }
    return new Dual(results, bind(moved));
  }
}
