package jacobean.index;

import jacobean.core.Value;
import jacobean.error.IndexException;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.op.Slicing.Padding;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * An index resolved against a shape: a box with strides, some axes reversed, dropped and added. To
 * read is to slice; to write is to pad the new elements out to the whole and to choose between them
 * and the old.
 *
 * @param source the shape of the indexed array
 * @param starts the least selected place of each axis
 * @param limits one past the greatest
 * @param strides between selected places, positive
 * @param reversed axes that run backwards
 * @param dropped axes of which one place is selected
 * @param box the selected elements, before axes are dropped and added
 * @param result the shape of the indexing expression
 */
public record Selection(
    Shape source,
    Axes starts,
    Axes limits,
    Axes strides,
    Axes reversed,
    Axes dropped,
    Shape box,
    Shape result) {

  /**
   * Resolves an index.
   *
   * @throws IndexException if it has too many entries or a place is out of bounds
   */
  public static Selection resolve(List<Index> entries, Shape shape) {
    var builder = new Builder(shape);
    for (var e : expand(entries, shape)) {
      switch (e) {
        case Index.At at -> builder.at(at.position());
        case Index.Slice slice -> builder.slice(slice);
        case Index.NewAxis _ -> builder.result.add(1);
        case Index.Ellipsis _ ->
            throw new IllegalStateException("an ellipsis was expanded already");
        case Index.Of _ -> throw new IllegalStateException("arrays are indexed by Places");
      }
    }
    return builder.build();
  }

  /** The entries with the ellipsis, written or implied at the end, as full slices. */
  static List<Index> expand(List<Index> entries, Shape shape) {
    long used =
        entries.stream()
            .filter(e -> !(e instanceof Index.Ellipsis || e instanceof Index.NewAxis))
            .count();
    long ellipses = entries.stream().filter(Index.Ellipsis.class::isInstance).count();
    if (ellipses > 1) {
      throw new IndexException("an index may have one '...', got " + ellipses + ".");
    }
    if (used > shape.rank()) {
      throw new IndexException(
          "too many indexes: an array of shape "
              + shape
              + " has "
              + shape.rank()
              + " axes, got "
              + used
              + " indexes.");
    }
    var expanded = new ArrayList<Index>();
    var full =
        java.util.Collections.nCopies(
            (int) (shape.rank() - used), new Index.Slice(null, null, null));
    for (var e : entries) {
      if (e instanceof Index.Ellipsis) {
        expanded.addAll(full);
      } else {
        expanded.add(e);
      }
    }
    if (ellipses == 0) {
      expanded.addAll(full);
    }
    return expanded;
  }

  private static final class Builder {
    final Shape shape;
    final int[] starts;
    final int[] limits;
    final int[] strides;
    final List<Integer> reversed = new ArrayList<>();
    final List<Integer> dropped = new ArrayList<>();
    final int[] box;
    final List<Integer> result = new ArrayList<>();
    int axis;

    Builder(Shape shape) {
      this.shape = shape;
      this.starts = new int[shape.rank()];
      this.limits = new int[shape.rank()];
      this.strides = new int[shape.rank()];
      this.box = new int[shape.rank()];
    }

    void at(int position) {
      int n = shape.dim(axis);
      int p = position < 0 ? position + n : position;
      if (p < 0 || p >= n) {
        throw new IndexException(
            "index "
                + position
                + " is out of bounds for axis "
                + axis
                + " of an array of shape "
                + shape
                + "; wanted "
                + -n
                + " to "
                + (n - 1)
                + ".");
      }
      put(p, 1, 1);
      dropped.add(axis);
      axis++;
    }

    /** Python's rule: bounds are clipped to the axis. */
    void slice(Index.Slice s) {
      int n = shape.dim(axis);
      // The smallest int has no opposite.
      int step = s.step() == null ? 1 : Math.max(s.step(), -Integer.MAX_VALUE);
      int least = step > 0 ? 0 : -1;
      int most = step > 0 ? n : n - 1;
      int start = s.start() == null ? (step > 0 ? least : most) : clip(s.start(), n, least, most);
      int stop = s.stop() == null ? (step > 0 ? most : least) : clip(s.stop(), n, least, most);
      int length = Math.max(0, Math.ceilDiv(stop - start, step));
      if (step < 0) {
        reversed.add(axis);
      }
      put(length == 0 ? 0 : step > 0 ? start : start + (length - 1) * step, length, Math.abs(step));
      result.add(length);
      axis++;
    }

    private static int clip(int i, int n, int least, int most) {
      return Math.clamp(i < 0 ? (long) i + n : i, least, most);
    }

    void put(int start, int length, int stride) {
      starts[axis] = start;
      strides[axis] = stride;
      limits[axis] = length == 0 ? start : start + (length - 1) * stride + 1;
      box[axis] = length;
    }

    Selection build() {
      return new Selection(
          shape,
          Axes.of(starts),
          Axes.of(limits),
          Axes.of(strides),
          axes(reversed),
          axes(dropped),
          Shape.of(box),
          Shape.of(result.stream().mapToInt(i -> i).toArray()));
    }
  }

  private static Axes axes(List<Integer> numbers) {
    return Axes.of(numbers.stream().mapToInt(i -> i).toArray());
  }

  /** The selected elements of an array. */
  public Value get(Value x) {
    var box = Shaping.rev(Slicing.slice(x, starts, limits, strides), reversed);
    return Shaping.reshape(Shaping.squeeze(box, dropped), result);
  }

  /**
   * New elements at their places in the whole array, a filler at all others.
   *
   * @param elements of shape {@link #result}
   */
  public Value place(Value elements, Number filler) {
    return pad(Shaping.rev(Shaping.reshape(elements, box), reversed), filler);
  }

  /** The array with the selected elements replaced. */
  public Value set(Value x, Value elements) {
    return Comparison.select(mask(), place(elements, 0), x);
  }

  /** True at the selected places. */
  private Value mask() {
    return pad(Shaping.full(box, DType.BOOL, 1), 0);
  }

  private Value pad(Value elements, Number filler) {
    int rank = source.rank();
    var high = new int[rank];
    var interior = new int[rank];
    for (int i = 0; i < rank; i++) {
      interior[i] = strides.get(i) - 1;
      high[i] = source.dim(i) - limits.get(i);
    }
    return Slicing.pad(
        elements,
        Arithmetic.constant(elements.dtype(), filler),
        new Padding(starts, Axes.of(high), Axes.of(interior)));
  }
}
