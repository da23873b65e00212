package jacobean.fuzz;

import jacobean.Array;
import jacobean.jnp;

/** Places of arrays read and written, as functions to be called with random arguments. */
public final class IndexCalls {
  private IndexCalls() {}

  public static Array get(Array x, Object... index) {
    return jnp.asarray(x).get(index);
  }

  public static Array set(Array x, Array y, Object... index) {
    return jnp.asarray(x).at(index).set(y);
  }

  public static Array add(Array x, Number y, Object... index) {
    return jnp.asarray(x).at(index).add(y);
  }

  public static Array multiply(Array x, Array y, String mode, Object... index) {
    return jnp.asarray(x).at(index).mode(mode).multiply(y);
  }

  public static Array min(Array x, Number y, String mode, Object... index) {
    return jnp.asarray(x).at(index).mode(mode).min(y);
  }

  public static Array filled(Array x, Number fillValue, Object... index) {
    return jnp.asarray(x).at(index).mode("fill").fillValue(fillValue).get();
  }
}
