package jacobean;

import jacobean.core.Value;
import jacobean.index.Selection;
import jacobean.op.Arithmetic;
import jacobean.op.Conversion;

/**
 * Selected places of an array. Its methods give a new array that differs there; the old one stays.
 * JAX's {@code x.at[...]}.
 *
 * <pre>{@code jnp.arange(5.).at("1:3").set(jnp.array(-1., -2.))   // [ 0. -1. -2.  3.  4.]}</pre>
 */
public final class At {
  private final Array array;
  private final Selection selection;

  At(Array array, Selection selection) {
    this.array = array;
    this.selection = selection;
  }

  /** The selected elements. */
  public Array get() {
    return Array.of(selection.get(array.value()));
  }

  /** The array with these elements there; they broadcast to the selection. */
  public Array set(Array elements) {
    return Array.of(selection.set(array.value(), fit("at.set", elements)));
  }

  public Array set(Number element) {
    return set(jnp.asarray(element));
  }

  /** One element after the other: {@code set(-1, -2)}. */
  public Array set(double first, double second, double... more) {
    var all = new double[more.length + 2];
    all[0] = first;
    all[1] = second;
    System.arraycopy(more, 0, all, 2, more.length);
    return set(jnp.array(all));
  }

  /** The array with these added there. */
  public Array add(Array elements) {
    return Array.of(
        Arithmetic.add(array.value(), selection.place(fit("at.add", elements), 0)));
  }

  public Array add(Number element) {
    return add(jnp.asarray(element));
  }

  /** The array multiplied by these there. */
  public Array multiply(Array elements) {
    return Array.of(
        Arithmetic.mul(array.value(), selection.place(fit("at.multiply", elements), 1)));
  }

  public Array multiply(Number element) {
    return multiply(jnp.asarray(element));
  }

  /** The array divided by these there. */
  public Array divide(Array elements) {
    return Array.of(
        Arithmetic.div(array.value(), selection.place(fit("at.divide", elements), 1)));
  }

  public Array divide(Number element) {
    return divide(jnp.asarray(element));
  }

  /** The array with the smaller of its elements and these there. */
  public Array min(Array elements) {
    var type = array.dtype();
    return Array.of(
        Arithmetic.min(array.value(), selection.place(fit("at.min", elements), type.highest())));
  }

  public Array min(Number element) {
    return min(jnp.asarray(element));
  }

  /** The array with the greater of its elements and these there. */
  public Array max(Array elements) {
    var type = array.dtype();
    return Array.of(
        Arithmetic.max(array.value(), selection.place(fit("at.max", elements), type.lowest())));
  }

  public Array max(Number element) {
    return max(jnp.asarray(element));
  }

  /** The elements in the array's dtype and the selection's shape. */
  private Value fit(String operation, Array elements) {
    var x = Conversion.convert(elements.value(), array.dtype());
    var common = Promote.common(operation, java.util.List.of(x.shape(), selection.result()));
    if (!common.equals(selection.result())) {
      throw new jacobean.error.ShapeException(
          operation + ": elements of shape " + x.shape() + " do not fit the selected places, of shape "
              + selection.result() + ". They must broadcast to it.");
    }
    return Promote.to(x, selection.result());
  }
}
