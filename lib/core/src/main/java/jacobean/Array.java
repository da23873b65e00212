package jacobean;

import jacobean.core.Concrete;
import jacobean.core.Device;
import jacobean.core.Devices;
import jacobean.core.HostArray;
import jacobean.core.Origin;
import jacobean.core.Tracer;
import jacobean.core.Value;
import jacobean.error.DeletedException;
import jacobean.error.ShapeException;
import jacobean.error.TracerException;
import jacobean.pytree.NumericLeaf;
import jacobean.text.ArrayText;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An array of numbers: immutable, with a shape and a dtype. {@code jax.Array}.
 *
 * <p>Make one with {@link jnp#array}. Operators broadcast and promote as {@link jnp} does. Inside a
 * function that is transformed ({@code jit}, {@code vmap}) an array stands for numbers that are not
 * known yet; methods that need numbers ({@link #item}, {@link #toBoolean}) throw there.
 *
 * {@snippet :
 * var x = jnp.array(1., 2., 3.);
 * x.times(x).sum() // => 14.0
 * x.at("1:3").set(jnp.array(-1., -2.)) // => [1. -1. -2.]
 * x // => [1. 2. 3.]
 * }
 */
public final class Array
    implements ArrayOperators,
        ArrayElements,
        ArrayReductions,
        ArrayShapes,
        ArraySelections,
        NumericLeaf,
        Iterable<Array> {
  private final Aval aval;

  /** Null once it was deleted. */
  private volatile Value value;

  /** What deleted it. */
  private volatile String deleted;

  private Array(Value value) {
    this.aval = value.aval();
    this.value = value;
  }

  /**
   * The array of a value, for those who write primitives.
   *
   * {@snippet :
   * Array.of(jnp.ones(2).value()) // => [1. 1.]
   * }
   */
  public static Array of(Value value) {
    return new Array(value);
  }

  /**
   * What it is made of, for those who write primitives.
   *
   * {@snippet :
   * jnp.ones(2).value().aval() // => f32[2]
   * }
   *
   * @throws DeletedException if it was deleted
   */
  public Value value() {
    var held = value;
    if (held == null) {
      throw new DeletedException(
          "an array " + aval + " is used after it was deleted: " + deleted + ".");
    }
    return held;
  }

  // --- Its memory ---

  /**
   * Gives up the memory, as far as no other array shares it; the array cannot be used any more.
   *
   * {@snippet :
   * var x = jnp.ones(2);
   * x.delete();
   * x.sum() // throws DeletedException
   * }
   */
  public void delete() {
    delete("by delete(), at " + Origin.here());
  }

  /** Gives up the memory, for this reason. */
  void delete(String reason) {
    deleted = reason;
    value = null;
  }

  /**
   * Whether it was deleted, or donated to a compiled function. {@code x.is_deleted()}.
   *
   * {@snippet :
   * var x = jnp.ones(2);
   * x.delete();
   * x.isDeleted() // => true
   * }
   */
  public boolean isDeleted() {
    return value == null;
  }

  // --- What it is ---

  /**
   * The lengths of the axes.
   *
   * {@snippet :
   * jnp.ones(2, 3).shape() // => (2, 3)
   * }
   */
  public Shape shape() {
    return aval.shape();
  }

  /**
   * The length of one axis; a negative axis counts from the last.
   *
   * {@snippet :
   * jnp.ones(2, 3).shape(-1) // => 3
   * }
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public int shape(int axis) {
    return shape().dim(Dims.axis("shape", axis, ndim()));
  }

  /**
   * The length of the first axis: Python's {@code len(x)}.
   *
   * {@snippet :
   * jnp.eye(jnp.array(1., 2.).length()) // => [[1. 0.] [0. 1.]]
   * }
   *
   * @throws ShapeException if it is a scalar
   */
  public int length() {
    return shape(0);
  }

  /**
   * The devices that it is on: the one that {@code devicePut} named, those over which {@code pmap}
   * spread it, those of the array that it was computed from, or else the default device. The
   * devices of one processor share its memory, so this moves nothing. {@code x.devices()}.
   *
   * {@snippet :
   * jnp.ones(2).devices() // => [CpuDevice(id=0)]
   * }
   */
  public Set<Device> devices() {
    var placed = value instanceof Concrete c ? c.devices() : List.<Device>of();
    return Collections.unmodifiableSet(
        new LinkedHashSet<>(placed.isEmpty() ? List.of(Devices.preferred()) : placed));
  }

  /**
   * The device that it is on; of those over which it is spread, the first. {@code x.device}.
   *
   * {@snippet :
   * devicePut(jnp.ones(2), devices().getFirst()).device() // => CpuDevice(id=0)
   * }
   */
  public Device device() {
    return devices().iterator().next();
  }

  /**
   * The type of the elements.
   *
   * {@snippet :
   * jnp.array(1, 2).dtype() // => int32
   * }
   */
  public DType dtype() {
    return aval.dtype();
  }

  /**
   * The number of axes.
   *
   * {@snippet :
   * jnp.ones(2, 3).ndim() // => 2
   * }
   */
  public int ndim() {
    return aval.rank();
  }

  /**
   * The number of elements.
   *
   * {@snippet :
   * jnp.ones(2, 3).size() // => 6
   * }
   */
  public long size() {
    return shape().size();
  }

  /**
   * The elements along the first axis, for loops.
   *
   * {@snippet :
   * var sums = new ArrayList<Array>(); for (var row : jnp.arange(4).reshape(2, 2)) sums.add(row.sum());
   * sums // => [1, 5]
   * }
   *
   * @throws ShapeException if it is a scalar
   */
  @Override
  public Iterator<Array> iterator() {
    if (ndim() == 0) {
      throw new ShapeException(
          "iterator: a scalar has no elements to go through. Use the scalar itself, or ravel().");
    }
    return IntStream.range(0, shape(0)).mapToObj(this::get).iterator();
  }

  /**
   * The elements along the first axis as a stream, as {@link #iterator} gives them.
   *
   * {@snippet :
   * jnp.arange(4).reshape(2, 2).stream().map(row -> row.sum()).toList() // => [1, 5]
   * }
   *
   * @throws ShapeException if it is a scalar
   */
  public Stream<Array> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /**
   * The bytes that the elements take. {@code x.nbytes}.
   *
   * {@snippet :
   * jnp.ones(2, 3).nbytes() // => 24
   * }
   */
  public long nbytes() {
    return aval().bytes();
  }

  /**
   * The array itself: operations are finished when they return, so that there is nothing to wait
   * for. As {@link jax#blockUntilReady}.
   *
   * {@snippet :
   * jnp.ones(2).blockUntilReady() // => [1. 1.]
   * }
   */
  public Array blockUntilReady() {
    return this;
  }

  /**
   * Shape, dtype and weakness.
   *
   * {@snippet :
   * jnp.asarray(2).aval() // => i32[]
   * }
   */
  public Aval aval() {
    return aval;
  }

  // --- Numbers ---

  /**
   * The number of an array with one element; 0 or 1 for a bool.
   *
   * {@snippet :
   * jnp.sum(jnp.array(1., 2.)).item() // => 3.0
   * jnp.ones(2).item() // throws ShapeException
   * jit(x -> x.times(x.item())).apply(jnp.array(1.)) // throws TracerException
   * }
   *
   * @throws ShapeException if it has not one element
   * @throws TracerException if it is traced
   * @throws jacobean.error.DTypeException if x is complex
   */
  public double item() {
    return number("item").doubleValue();
  }

  /**
   * {@link #item} as the Java number of its kind, a Double or a Long: for a record's component that
   * is declared as a number.
   *
   * {@snippet :
   * jnp.array(3).number() // => 3
   * }
   *
   * @throws TracerException also inside grad, where a bare number would lose its derivative
   * @throws ShapeException if there is more than one element, or none
   * @throws jacobean.error.DTypeException if it is complex
   */
  @Override
  public Number number() {
    if (value() instanceof Tracer t) {
      throw new TracerException(
          "this "
              + t.aval()
              + " is traced by "
              + t.transformation()
              + " and is more than a number.");
    }
    return number("number");
  }

  private Number number(String operation) {
    var host = single(operation);
    return host.dtype().isFloating() ? (Number) host.real(0) : host.whole(0);
  }

  /**
   * {@link #item} as an int, a fraction dropped.
   *
   * {@snippet :
   * jnp.array(2.7).toInt() // => 2
   * }
   *
   * @throws ShapeException if it has not one element
   * @throws TracerException if it is traced
   */
  public int toInt() {
    return number("toInt").intValue();
  }

  /**
   * Whether the one element is not zero; what a condition needs.
   *
   * {@snippet :
   * if (jnp.array(3.).gt(2).toBoolean()) System.out.println("greater"); // prints greater
   * }
   *
   * @throws ShapeException if it has not one element
   * @throws TracerException if it is traced
   */
  public boolean toBoolean() {
    var host = single("toBoolean");
    return host.dtype().isFloating() ? host.real(0) != 0 : host.integer(0) != 0;
  }

  /**
   * The elements in row-major order.
   *
   * {@snippet :
   * jnp.array(1., 2.5).toDoubles() // => [1.0, 2.5]
   * }
   *
   * @throws TracerException if it is traced
   */
  public double[] toDoubles() {
    var host = numbers("toDoubles");
    return IntStream.range(0, Math.toIntExact(size())).mapToDouble(host::real).toArray();
  }

  /**
   * The elements in row-major order, rounded to float.
   *
   * {@snippet :
   * jnp.array(1., 2.5).toFloats() // => [1.0, 2.5]
   * }
   *
   * @throws TracerException if it is traced
   */
  public float[] toFloats() {
    var host = numbers("toFloats");
    var floats = new float[Math.toIntExact(size())];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) host.real(i);
    }
    return floats;
  }

  /**
   * The elements in row-major order, fractions dropped.
   *
   * {@snippet :
   * jnp.array(1, 2).toLongs() // => [1, 2]
   * }
   *
   * @throws TracerException if it is traced
   * @throws jacobean.error.DTypeException if x is complex
   */
  public long[] toLongs() {
    var host = numbers("toLongs");
    return IntStream.range(0, Math.toIntExact(size()))
        .mapToLong(i -> host.dtype().isFloating() ? (long) host.real(i) : host.integer(i))
        .toArray();
  }

  /**
   * The elements as nested lists of Java numbers or booleans; of a scalar the number. {@code
   * x.tolist()}.
   *
   * {@snippet :
   * jnp.array(new int[][] {{1, 2}, {3, 4}}).tolist() // => [[1, 2], [3, 4]]
   * jnp.array(2.5).tolist() // => 2.5
   * }
   *
   * @throws TracerException if it is traced
   */
  public Object tolist() {
    return nested(numbers("tolist"), 0, 0);
  }

  private Object nested(HostArray host, int axis, long from) {
    return axis == ndim()
        ? host.element(from)
        : IntStream.range(0, shape(axis))
            .mapToObj(i -> nested(host, axis + 1, from + i * shape().strides()[axis]))
            .toList();
  }

  /**
   * The elements, for reading.
   *
   * {@snippet :
   * jnp.array(1., 2.5).host().real(1) // => 2.5
   * }
   *
   * @throws TracerException if it is traced
   */
  public HostArray host() {
    return numbers("host");
  }

  private HostArray single(String operation) {
    var host = numbers(operation);
    if (size() != 1) {
      throw new ShapeException(
          operation
              + ": only an array with one element is a single number, got "
              + aval()
              + ". Reduce it first, for example with jnp.all, jnp.any or jnp.sum.");
    }
    return host;
  }

  private HostArray numbers(String operation) {
    return switch (concrete(value())) {
      case Concrete c -> c.host();
      case Tracer t -> throw untraceable(operation, t);
    };
  }

  private static TracerException untraceable(String operation, Tracer t) {
    return new TracerException(
        operation
            + ": this "
            + t.aval()
            + " is traced by "
            + t.transformation()
            + " and has no numbers yet (made at "
            + t.origin()
            + "). An if or a loop that depends on it must become jnp.where, or the argument it comes from must be"
            + " static: jit(f, staticArgnums(i)).");
  }

  // --- Text ---

  /** As NumPy prints it: {@code [1. 2. 3.]}; a traced or deleted array says what it is. */
  @Override
  public String toString() {
    return text(host -> ArrayText.str(host.elements()));
  }

  /**
   * As JAX shows it: {@code Array([1., 2., 3.], dtype=float32)}.
   *
   * {@snippet :
   * System.out.println(jnp.array(1., 2.5).repr()); // prints Array([1. , 2.5], dtype=float32)
   * }
   */
  public String repr() {
    return text(host -> ArrayText.repr(host.elements(), dtype().toString(), aval.weak()));
  }

  private String text(Function<HostArray, String> ofNumbers) {
    var held = value;
    return held == null
        ? "Deleted<" + aval + ">"
        : concrete(held) instanceof Concrete c ? ofNumbers.apply(c.host()) : held.toString();
  }

  private static Value concrete(Value value) {
    return value instanceof Tracer t ? t.concrete() : value;
  }
}
