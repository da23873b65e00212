package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.index.Index;
import jacobean.index.Places;
import jacobean.index.Selection;
import jacobean.op.Arithmetic;
import jacobean.op.Conversion;
import jacobean.op.GatherScatterMode;
import jacobean.op.Magnitudes;
import jacobean.type.Shape;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Selected places of an array. Its methods give a new array that differs there; the old one stays.
 * JAX's {@code x.at[...]}.
 *
 * <p>Where an array of indexes names a place twice, {@link #set} puts the last of the elements
 * there, and {@link #add}, {@link #multiply}, {@link #min} and {@link #max} combine all of them.
 * Places outside of the array are left out when written and moved to the nearest one inside when
 * read, unless {@link #mode} says otherwise; an integer that is outside is an error without a mode.
 *
 * <p>A mask over leading axes may be traced, where what is written is the same for all its places.
 *
 * <pre>{@code jnp.arange(5.).at("1:3").set(jnp.array(-1., -2.))   // [ 0. -1. -2.  3.  4.]}</pre>
 *
 * {@snippet :
 * jnp.zeros(4).at("1:3").set(5) // => [0. 5. 5. 0.]
 * jnp.zeros(3).at(jnp.array(0, 2, 2)).add(1) // => [1. 0. 2.]
 * jit(x -> x.at(x.lt(0)).set(0)).apply(jnp.array(1., -2.)) // => [1. 0.]
 * }
 */
public final class At {
  private final Array array;
  private final Object[] index;
  private final GatherScatterMode mode;
  private final Number fillValue;
  private final TracedMask mask;
  private final Selection selection;
  private final Places places;

  At(Array array, Object[] index) {
    this(array, index, null, null);
  }

  private At(Array array, Object[] index, GatherScatterMode mode, Number fillValue) {
    this.array = array;
    this.index = index;
    this.mode = mode;
    this.fillValue = fillValue;
    var entries = Index.parse(Entries.of(index));
    this.mask = TracedMask.in(entries, array).orElse(null);
    boolean gathers =
        Places.areIn(entries)
            || mode != null && entries.stream().anyMatch(Index.At.class::isInstance);
    this.places = gathers && mask == null ? Places.resolve(entries, array.shape()) : null;
    this.selection = gathers ? null : Selection.resolve(entries, array.shape());
  }

  /**
   * What places outside do: {@code "promise_in_bounds"}, {@code "clip"}, {@code "fill"} or {@code
   * "drop"}.
   *
   * {@snippet :
   * jnp.array(1., 2.).at(jnp.array(0, 9)).mode("fill").get() // => [1. nan]
   * jnp.array(1., 2.).at(jnp.array(0, 9)).mode("clip").get() // => [1. 2.]
   * }
   *
   * @throws jacobean.error.IndexException for another name
   */
  public At mode(String mode) {
    return new At(array, index, GatherScatterMode.named(mode), fillValue);
  }

  /**
   * What {@link #get} gives for places outside in mode {@code "fill"}; NaN if it is not said.
   *
   * {@snippet :
   * jnp.array(1., 2.).at(jnp.array(0, 9)).mode("fill").fillValue(-1).get() // => [1. -1.]
   * }
   */
  public At fillValue(Number fillValue) {
    return new At(array, index, mode == null ? GatherScatterMode.FILL_OR_DROP : mode, fillValue);
  }

  /**
   * The selected elements.
   *
   * {@snippet :
   * jnp.arange(5).at("::2").get() // => [0 2 4]
   * }
   */
  public Array get() {
    if (mask != null) {
      throw Places.unknownNumber(mask.mask());
    }
    return Array.of(
        selection != null
            ? selection.get(array.value())
            : places.get(
                array.value(),
                mode == null ? GatherScatterMode.PROMISE_IN_BOUNDS : mode,
                fillValue));
  }

  /**
   * The array with these elements there; they broadcast to the selection.
   *
   * {@snippet :
   * jnp.zeros(3).at("1:").set(jnp.array(7., 8.)) // => [0. 7. 8.]
   * }
   *
   * @throws ShapeException if they do not broadcast
   */
  public Array set(Array elements) {
    if (mask != null) {
      return mask.update("at.set", elements, (_, e) -> e);
    }
    var fitted = fit("at.set", elements);
    return Array.of(
        selection != null
            ? selection.set(array.value(), fitted)
            : update(fitted, Places.Update.SET));
  }

  /** {@link #set(Array)} with a number. */
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

  /**
   * The array with these added there.
   *
   * {@snippet :
   * jnp.zeros(3).at(jnp.array(1, 1)).add(jnp.array(7., 8.)) // => [0. 15. 0.]
   * }
   *
   * @throws ShapeException if they do not broadcast
   */
  public Array add(Array elements) {
    if (mask != null) {
      return mask.update("at.add", elements, Arithmetic::add);
    }
    var fitted = fit("at.add", elements);
    return Array.of(
        selection != null
            ? Arithmetic.add(array.value(), selection.place(fitted, 0))
            : update(fitted, Places.Update.ADD));
  }

  /** {@link #add(Array)} with a number. */
  public Array add(Number element) {
    return add(jnp.asarray(element));
  }

  /**
   * The array with these subtracted there.
   *
   * {@snippet :
   * jnp.ones(3).at(0).subtract(5) // => [-4. 1. 1.]
   * }
   */
  public Array subtract(Array elements) {
    return add(elements.unaryMinus());
  }

  /** {@link #subtract(Array)} with a number. */
  public Array subtract(Number element) {
    return subtract(jnp.asarray(element));
  }

  /**
   * The array multiplied by these there.
   *
   * {@snippet :
   * jnp.array(1., 2., 3.).at("1:").multiply(10) // => [1. 20. 30.]
   * }
   */
  public Array multiply(Array elements) {
    if (mask != null) {
      return mask.update("at.multiply", elements, Arithmetic::mul);
    }
    var fitted = fit("at.multiply", elements);
    return Array.of(
        selection != null
            ? Arithmetic.mul(array.value(), selection.place(fitted, 1))
            : update(fitted, Places.Update.MULTIPLY));
  }

  /** {@link #multiply(Array)} with a number. */
  public Array multiply(Number element) {
    return multiply(jnp.asarray(element));
  }

  /**
   * The array divided by these there. Integers give float32.
   *
   * {@snippet :
   * jnp.array(1., 2., 3.).at(-1).divide(2) // => [1. 2. 1.5]
   * }
   */
  public Array divide(Array elements) {
    return jnp.divide(array, ones().multiply(elements));
  }

  /** {@link #divide(Array)} with a number. */
  public Array divide(Number element) {
    return divide(jnp.asarray(element));
  }

  /**
   * The array raised to these powers there, which are converted to its dtype; to their product
   * where a place is named twice.
   *
   * {@snippet :
   * jnp.array(1., 2., 3.).at("1:").power(2) // => [1. 4. 9.]
   * }
   */
  public Array power(Array exponents) {
    return jnp.power(array, ones().multiply(exponents));
  }

  /** {@link #power(Array)} with a number. */
  public Array power(Number exponent) {
    return power(jnp.asarray(exponent));
  }

  /** The same places of ones, which multiplied give divisors and exponents. */
  private At ones() {
    return new At(jnp.onesLike(array), index, mode, fillValue);
  }

  /**
   * The array with a function of its elements there; a place that is named twice is changed once.
   * The function must make each element of the one in its place: where a mask is traced it gets the
   * whole array.
   *
   * {@snippet :
   * jnp.array(1., 4., 9.).at("1:").apply(jnp::sqrt) // => [1. 2. 3.]
   * }
   */
  public Array apply(UnaryOperator<Array> function) {
    return mask != null ? mask.choose(function.apply(array).value()) : set(function.apply(get()));
  }

  /**
   * The array with the smaller of its elements and these there.
   *
   * {@snippet :
   * jnp.array(1., 4., 9.).at("1:").min(5) // => [1. 4. 5.]
   * }
   */
  public Array min(Array elements) {
    if (mask != null) {
      return mask.update("at.min", elements, Magnitudes::min);
    }
    var fitted = fit("at.min", elements);
    return Array.of(
        selection != null
            ? Magnitudes.min(array.value(), selection.place(fitted, array.dtype().highest()))
            : update(fitted, Places.Update.MIN));
  }

  /** {@link #min(Array)} with a number. */
  public Array min(Number element) {
    return min(jnp.asarray(element));
  }

  /**
   * The array with the greater of its elements and these there.
   *
   * {@snippet :
   * jnp.array(1., 4., 9.).at(":2").max(3) // => [3. 4. 9.]
   * }
   */
  public Array max(Array elements) {
    if (mask != null) {
      return mask.update("at.max", elements, Magnitudes::max);
    }
    var fitted = fit("at.max", elements);
    return Array.of(
        selection != null
            ? Magnitudes.max(array.value(), selection.place(fitted, array.dtype().lowest()))
            : update(fitted, Places.Update.MAX));
  }

  /** {@link #max(Array)} with a number. */
  public Array max(Number element) {
    return max(jnp.asarray(element));
  }

  private Value update(Value elements, Places.Update update) {
    return places.update(array.value(), elements, update, writing());
  }

  private GatherScatterMode writing() {
    return mode == null ? GatherScatterMode.FILL_OR_DROP : mode;
  }

  private Shape result() {
    return selection != null ? selection.result() : places.result();
  }

  /** The elements in the array's dtype and the selection's shape. */
  private Value fit(String operation, Array elements) {
    var x = Conversion.convert(elements.value(), array.dtype());
    var common = Promote.common(operation, List.of(x.shape(), result()));
    if (!common.equals(result())) {
      throw new ShapeException(
          operation
              + ": elements of shape "
              + x.shape()
              + " do not fit the selected places, of shape "
              + result()
              + ". They must broadcast to it.");
    }
    return Promote.to(x, result());
  }
}
