package jacobean;

import jacobean.core.Tracer;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.index.Index;
import jacobean.op.Comparison;
import jacobean.op.Conversion;
import jacobean.op.Shaping;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * A mask over the leading axes of an array, with values that are not known yet. How many places it
 * selects is not known either, so that nothing can be read there, or written one by one; what is
 * the same for all of them can be written by choosing between the new elements and the old.
 */
record TracedMask(Value mask, Array array) {
  /** The mask that an index is, if it is one alone and traced. */
  static Optional<TracedMask> in(List<Index> entries, Array array) {
    boolean alone =
        !entries.isEmpty()
            && entries.stream().skip(1).allMatch(TracedMask::isWhole)
            && entries.getFirst() instanceof Index.Of(Value v)
            && v instanceof Tracer
            && v.dtype() == DType.BOOL
            && v.rank() > 0;
    return alone && entries.getFirst() instanceof Index.Of(Value v) && leads(v.shape(), array)
        ? Optional.of(new TracedMask(v, array))
        : Optional.empty();
  }

  private static boolean isWhole(Index entry) {
    return entry instanceof Index.Ellipsis || entry.equals(new Index.Slice(null, null, null));
  }

  private static boolean leads(Shape mask, Array array) {
    int n = mask.rank();
    return n <= array.ndim() && array.shape().drop(trailing(n, array)).equals(mask);
  }

  private static Axes trailing(int from, Array array) {
    return Axes.range(from, array.ndim());
  }

  /** The array with its elements and these combined where the mask is true. */
  Array update(String operation, Array elements, BinaryOperator<Value> combine) {
    var x = array.value();
    var fitted = spread(operation, Conversion.convert(elements.value(), x.dtype()));
    return choose(combine.apply(x, fitted));
  }

  /** These elements of a whole array where the mask is true, the old ones elsewhere. */
  Array choose(Value changed) {
    var x = array.value();
    return Array.of(Comparison.select(whole(), Conversion.convert(changed, x.dtype()), x));
  }

  private Value whole() {
    return Shaping.broadcastInDim(mask, array.shape(), Axes.range(0, mask.rank()));
  }

  private Value spread(String operation, Value elements) {
    var one = array.shape().drop(Axes.range(0, mask.rank()));
    var places = one.insert(0, 1);
    if (!Promote.common(operation, List.of(elements.shape(), places)).equals(places)) {
      throw new ShapeException(
          operation
              + ": elements of shape "
              + elements.shape()
              + " do not fit places of shape "
              + one
              + ", one for each true element of the mask "
              + mask.aval()
              + ", which is traced: how many there are is not known, so all must get the same."
              + " Use jnp.where(mask, elements, x) with elements of the whole shape.");
    }
    return Promote.to(Shaping.reshape(Promote.to(elements, places), one), array.shape());
  }
}
