package jacobean.index;

import jacobean.core.Concrete;
import jacobean.core.Value;
import jacobean.error.IndexException;
import jacobean.op.Conversion;
import jacobean.op.GatherScatterMode;
import jacobean.op.Gathering;
import jacobean.op.Scattering;
import jacobean.op.Shaping;
import jacobean.op.Windows;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An index with arrays among its entries, as NumPy's advanced indexing: slices select a box, and
 * windows of it are gathered or scattered where the arrays, broadcast together, say.
 *
 * @param box what the slices select, all of the axes that arrays index
 * @param vectors the index vectors, negative places counted from the end
 * @param windows how they index the box
 * @param result the shape of the indexing expression
 */
public record Places(Selection box, Value vectors, Windows windows, Shape result) {

  /**
   * Resolves an index.
   *
   * @throws IndexException if it has too many entries, or its arrays do not broadcast
   */
  public static Places resolve(List<Index> entries, Shape shape) {
    return new Builder(Selection.expand(unmasked(entries, shape), shape), shape).build();
  }

  /** Whether an index needs gathering. */
  public static boolean areIn(List<Index> entries) {
    return entries.stream().anyMatch(Index.Of.class::isInstance);
  }

  /** The entries with each mask as the places, one array for each of its axes, where it is true. */
  private static List<Index> unmasked(List<Index> entries, Shape shape) {
    checkMasks(entries, shape);
    var all = new ArrayList<Index>();
    for (var e : entries) {
      if (e instanceof Index.Of(Value v) && v.dtype() == DType.BOOL) {
        all.addAll(placesOf(v));
      } else {
        all.add(e);
      }
    }
    return all;
  }

  private static List<Index> placesOf(Value mask) {
    if (!(mask instanceof Concrete c)) {
      throw unknownNumber(mask);
    }
    if (c.rank() == 0) {
      throw new IndexException(
          "a boolean mask needs at least one axis, got a scalar. Use jnp.where.");
    }
    return NonZero.of(c.host(), null).stream()
        .<Index>map(a -> new Index.Of(a.toConcrete()))
        .toList();
  }

  /** Where a mask has no values yet. JAX's {@code NonConcreteBooleanIndexError}. */
  public static IndexException unknownNumber(Value mask) {
    return new IndexException(
        "a boolean mask "
            + mask.aval()
            + " is traced, so that the number of elements that it selects is not known."
            + " Use jnp.where(mask, x, y), or jnp.nonzero(mask, size) for the places; to write the"
            + " same everywhere, x.at(mask).set(value) with the mask alone, over leading axes.");
  }

  private static void checkMasks(List<Index> entries, Shape shape) {
    if (entries.stream().anyMatch(Index.Ellipsis.class::isInstance)) {
      return;
    }
    int axis = 0;
    for (var e : entries) {
      boolean mask = e instanceof Index.Of(Value v) && v.dtype() == DType.BOOL;
      int axes = e instanceof Index.NewAxis ? 0 : mask ? ((Index.Of) e).places().rank() : 1;
      for (int i = 0; mask && i < axes && axis + i < shape.rank(); i++) {
        int length = ((Index.Of) e).places().shape().dim(i);
        if (length != shape.dim(axis + i)) {
          throw new IndexException(
              "a boolean mask must be as long as the axes that it selects from: it has length "
                  + length
                  + ", axis "
                  + (axis + i)
                  + " of shape "
                  + shape
                  + " has "
                  + shape.dim(axis + i)
                  + ".");
        }
      }
      axis += axes;
    }
  }

  private static final class Builder {
    final List<Index> entries;
    final Shape shape;
    final List<Index> slices = new ArrayList<>();
    final List<Integer> axes = new ArrayList<>();
    final List<Value> arrays = new ArrayList<>();
    int first = -1;
    boolean together = true;

    Builder(List<Index> entries, Shape shape) {
      this.entries = entries;
      this.shape = shape;
      int last = -1;
      for (int i = 0; i < entries.size(); i++) {
        var e = entries.get(i);
        switch (e) {
          case Index.NewAxis _ -> {}
          case Index.Slice s -> slices.add(s);
          case Index.At at -> last = array(i, last, constant(at.position()));
          case Index.Of of -> last = array(i, last, of.places());
          case Index.Ellipsis _ ->
              throw new IllegalStateException("an ellipsis was expanded already");
        }
      }
    }

    private static Value constant(int position) {
      return Concrete.scalar(DType.INT32, false, position);
    }

    private int array(int entry, int last, Value places) {
      if (!places.dtype().isInteger()) {
        throw new IndexException(
            "an array used as an index must be of integers or bools, got "
                + places.aval()
                + ". Convert it with astype(jnp.int32).");
      }
      together &= last < 0 || last == entry - 1;
      first = last < 0 ? slices.size() : first;
      axes.add(slices.size());
      arrays.add(Gathering.fromEnd(places, shape.dim(slices.size())));
      slices.add(new Index.Slice(null, null, null));
      return entry;
    }

    Places build() {
      var box = Selection.resolve(slices, shape);
      var common = common(arrays.stream().map(Value::shape).toList());
      var vectors = Gathering.join(arrays.stream().map(a -> spread(a, common)).toList());
      var indexed = Axes.of(axes.stream().mapToInt(i -> i).toArray());
      int rank = shape.rank() - indexed.size() + common.rank();
      // Arrays beside each other put their axes in their place, others put them first.
      int at = together ? first : 0;
      var offsets = Axes.range(at, at + common.rank()).complement(rank);
      return new Places(
          box, vectors, Windows.of(offsets, indexed, indexed), result(box.box(), common));
    }

    private Value spread(Value a, Shape common) {
      var same =
          arrays.stream().allMatch(v -> v.dtype() == a.dtype())
              ? a
              : Conversion.convert(a, DType.INT32);
      return Shaping.broadcastTo(same, common);
    }

    private Shape result(Shape box, Shape common) {
      var dims = new ArrayList<Integer>();
      boolean placed = false;
      int axis = 0;
      if (!together) {
        IntStream.of(common.toArray()).forEach(dims::add);
        placed = true;
      }
      for (var e : entries) {
        switch (e) {
          case Index.NewAxis _ -> dims.add(1);
          case Index.Slice _ -> dims.add(box.dim(axis++));
          case Index.At _, Index.Of _ -> {
            if (!placed) {
              IntStream.of(common.toArray()).forEach(dims::add);
            }
            placed = true;
            axis++;
          }
          case Index.Ellipsis _ ->
              throw new IllegalStateException("an ellipsis was expanded already");
        }
      }
      return Shape.of(dims.stream().mapToInt(i -> i).toArray());
    }

    private static Shape common(List<Shape> shapes) {
      int rank = shapes.stream().mapToInt(Shape::rank).max().orElse(0);
      var dims = new int[rank];
      java.util.Arrays.fill(dims, 1);
      for (var s : shapes) {
        for (int i = 0; i < s.rank(); i++) {
          int at = rank - s.rank() + i;
          if (dims[at] != 1 && s.dim(i) != 1 && dims[at] != s.dim(i)) {
            throw new IndexException(
                "the arrays of an index must broadcast together, got shapes " + shapes + ".");
          }
          dims[at] = s.dim(i) == 1 ? dims[at] : s.dim(i);
        }
      }
      return Shape.of(dims);
    }
  }

  // --- Reading and writing ---

  /** The lengths of what is gathered: those of the result without new axes. */
  private Shape windowed() {
    int rank = vectors.rank() - 1 + windows.offsetDims().size();
    var dims = new int[rank];
    var batch = windows.offsetDims().complement(rank);
    for (int i = 0; i < batch.size(); i++) {
      dims[batch.get(i)] = vectors.shape().dim(i);
    }
    var kept = windows.collapsedSliceDims().complement(box.box().rank());
    for (int i = 0; i < kept.size(); i++) {
      dims[windows.offsetDims().get(i)] = box.box().dim(kept.get(i));
    }
    return Shape.of(dims);
  }

  /**
   * The elements there.
   *
   * @param fillValue what places outside give in mode fill; null for NaN and its like
   */
  public Value get(Value x, GatherScatterMode mode, Number fillValue) {
    var shape = windowed();
    if (shape.size() == 0) {
      return Shaping.full(result, x.dtype(), 0);
    }
    var inside = box.get(x);
    var sizes = windows.lengths(shape, inside.rank());
    return Shaping.reshape(
        Gathering.gather(inside, vectors, windows, sizes, mode, fillValue), result);
  }

  /** How updates are combined with the elements there. */
  public enum Update {
    SET,
    ADD,
    MULTIPLY,
    MIN,
    MAX
  }

  /**
   * The array with elements combined there.
   *
   * @param elements of shape {@link #result} and the array's dtype
   */
  public Value update(Value x, Value elements, Update update, GatherScatterMode mode) {
    var shape = windowed();
    if (shape.size() == 0) {
      return x;
    }
    var scatter =
        switch (update) {
          case SET -> new Scattering.Scatter(windows, mode, false);
          case ADD -> new Scattering.ScatterAdd(windows, mode, false);
          case MULTIPLY -> new Scattering.ScatterMul(windows, mode, false);
          case MIN -> new Scattering.ScatterMin(windows, mode, false);
          case MAX -> new Scattering.ScatterMax(windows, mode, false);
        };
    boolean whole = box.box().equals(x.shape()) && box.reversed().size() == 0;
    var changed = scatter.bind1(whole ? x : box.get(x), vectors, Shaping.reshape(elements, shape));
    return whole ? changed : box.set(x, changed);
  }
}
