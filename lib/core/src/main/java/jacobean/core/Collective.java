package jacobean.core;

import java.util.Collection;
import java.util.List;

/**
 * A primitive that exchanges values along a named axis: between the examples of a batch, which may
 * be spread over devices. Only the {@code vmap} or {@code pmap} of that name can carry it out.
 */
public interface Collective extends Primitive {
  String axisName();

  /**
   * The operation on all examples at once, where the batch axis is the one of that name.
   *
   * @param axes the batch axis of each operand, or {@link Batched#NONE} for one that is the same in
   *     all examples
   * @param size the length of the batch axis
   */
  Batched exchange(List<Value> operands, List<Integer> axes, int size);

  /** Whether a primitive, or a program that it carries, exchanges along the axis of this name. */
  static boolean uses(Primitive primitive, String axisName) {
    return primitive instanceof Collective c
        ? c.axisName().equals(axisName)
        : primitive instanceof HigherOrder
            && primitive.params().values().stream().anyMatch(v -> carries(v, axisName));
  }

  private static boolean carries(Object parameter, String axisName) {
    return switch (parameter) {
      case Jaxpr jaxpr ->
          jaxpr.<Boolean>derived(
              new Exchanges(axisName),
              () -> jaxpr.equations().stream().anyMatch(e -> uses(e.primitive(), axisName)));
      case Collection<?> several -> several.stream().anyMatch(v -> carries(v, axisName));
      case null, default -> false;
    };
  }

  /** The key under which programs keep whether they exchange along an axis. */
  record Exchanges(String axisName) {}
}
