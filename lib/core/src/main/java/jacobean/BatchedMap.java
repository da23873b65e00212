package jacobean;

import jacobean.error.ShapeException;
import jacobean.fn.Fn1;
import jacobean.type.Shape;

/**
 * {@link lax#map} in batches: a loop over batches, each done at once by {@code vmap}, and what is
 * left over as a smaller batch.
 */
final class BatchedMap {
  private BatchedMap() {}

  static <X, Y> Y of(Fn1<X, Y> f, X xs, int batchSize) {
    if (batchSize < 1) {
      throw new ShapeException("map: batchSize must be at least 1, got " + batchSize + ".");
    }
    var leaves = tree.leaves(xs);
    if (leaves.isEmpty() || leaves.getFirst().ndim() == 0) {
      return lax.map(f, xs); // which says what is wrong
    }
    int length = leaves.getFirst().shape().dim(0);
    int whole = length - length % batchSize;
    var batched = jax.vmap(f);
    Y batches =
        lax.map(
            batched, tree.map(x -> stack(slice(x, 0, whole), whole / batchSize, batchSize), xs));
    Y together = tree.map(y -> reshape(y, y.shape().drop(0).drop(0).insert(0, whole)), batches);
    return whole == length
        ? together
        : tree.map(
            (a, b) -> jnp.concatenate(a, b),
            together,
            batched.apply(tree.map(x -> slice(x, whole, length), xs)));
  }

  private static Array slice(Array x, int from, int to) {
    return x.get(from + ":" + to);
  }

  private static Array stack(Array x, int batches, int size) {
    return reshape(x, x.shape().drop(0).insert(0, size).insert(0, batches));
  }

  private static Array reshape(Array x, Shape shape) {
    return x.reshape(shape.toArray());
  }
}
