package jacobean;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.op.Conversion;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads nested Java arrays and lists. */
final class Nested {
  private final List<Object> elements = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();

  private Nested() {}

  static Array array(Object nested) {
    if (nested instanceof Array a) {
      return a;
    }
    var read = read(nested);
    return read.elements.stream().anyMatch(Array.class::isInstance)
        ? read.stack()
        : read.numbers(read.type());
  }

  static Array array(Object nested, DType dtype) {
    if (nested instanceof Array a) {
      return Array.of(Conversion.convert(a.value(), dtype));
    }
    var read = read(nested);
    return read.elements.stream().anyMatch(Array.class::isInstance)
        ? Array.of(Conversion.convert(read.stack().value(), dtype))
        : read.numbers(dtype);
  }

  private static Nested read(Object nested) {
    var read = new Nested();
    read.walk(nested, 0);
    return read;
  }

  private void walk(Object x, int depth) {
    var children = children(x);
    if (children == null) {
      if (depth != lengths.size()) {
        throw ragged("a number", depth);
      }
      elements.add(x);
      return;
    }
    if (depth == lengths.size()) {
      if (!elements.isEmpty()) {
        throw ragged("a list", depth);
      }
      lengths.add(children.size());
    } else if (lengths.get(depth) != children.size()) {
      throw new ShapeException(
          "array: rows must have one length, got "
              + lengths.get(depth)
              + " and "
              + children.size()
              + " at depth "
              + depth
              + ". Pad the shorter ones.");
    }
    children.forEach(c -> walk(c, depth + 1));
  }

  private static ShapeException ragged(String what, int depth) {
    return new ShapeException(
        "array: "
            + what
            + " stands at depth "
            + depth
            + " beside deeper or shallower rows; rows must have one shape.");
  }

  private static List<?> children(Object x) {
    if (x instanceof List<?> list) {
      return list;
    }
    if (x != null && x.getClass().isArray()) {
      return IntStream.range(0, java.lang.reflect.Array.getLength(x))
          .mapToObj(i -> java.lang.reflect.Array.get(x, i))
          .toList();
    }
    return null;
  }

  private Shape shape() {
    return Shape.of(lengths.stream().mapToInt(i -> i).toArray());
  }

  /**
   * complex64 if there is a complex element, float32 if there is a floating element or none at all,
   * int32 for integers, bool for bools.
   */
  private DType type() {
    if (elements.stream().anyMatch(Complex.class::isInstance)) {
      return DType.COMPLEX64;
    }
    if (elements.isEmpty()
        || elements.stream().anyMatch(e -> e instanceof Double || e instanceof Float)) {
      return DType.FLOAT32;
    }
    if (elements.stream().allMatch(Boolean.class::isInstance)) {
      return DType.BOOL;
    }
    // Each is checked to fit, as numbers that stand alone are.
    elements.stream().filter(Long.class::isInstance).forEach(e -> Leaves.value(e, "array"));
    return DType.INT32;
  }

  private Array numbers(DType dtype) {
    var aval = Aval.of(shape(), dtype);
    if (dtype.isComplex()) {
      return Array.of(HostArray.ofComplex(aval, this::complex).toConcrete());
    }
    return Array.of(
        (dtype.isInexact()
                ? HostArray.ofReals(aval, i -> number(i).doubleValue())
                : HostArray.ofIntegers(aval, i -> integer(number(i), dtype)))
            .toConcrete());
  }

  private Complex complex(long i) {
    return elements.get((int) i) instanceof Complex c ? c : new Complex(number(i).doubleValue(), 0);
  }

  private static long integer(Number n, DType dtype) {
    return n instanceof Double || n instanceof Float
        ? dtype.fromReal(n.doubleValue())
        : n.longValue();
  }

  private Number number(long i) {
    return switch (elements.get((int) i)) {
      case Number n -> n;
      case Boolean b -> b ? 1 : 0;
      case null -> throw unreadable("null");
      case Object o ->
          throw unreadable("a " + o.getClass().getName().replaceFirst(".*\\.", "") + ", " + o);
    };
  }

  private static DTypeException unreadable(String what) {
    return new DTypeException(
        "array: an element is " + what + "; wanted numbers, bools or arrays.");
  }

  /** The elements, some of them arrays, along new first axes. */
  private Array stack() {
    var values = new ArrayList<Value>();
    for (var e : elements) {
      values.add(Leaves.value(e, "array"));
    }
    var promoted = Promote.values(values.toArray(Value[]::new));
    var element = promoted.getFirst().shape();
    var rows = new ArrayList<Value>();
    for (var v : promoted) {
      if (!v.shape().equals(element)) {
        throw new ShapeException(
            "array: arrays in a list must have one shape, got "
                + element
                + " and "
                + v.shape()
                + ".");
      }
      rows.add(Shaping.reshape(v, element.insert(0, 1)));
    }
    var dims =
        IntStream.concat(lengths.stream().mapToInt(i -> i), IntStream.of(element.toArray()))
            .toArray();
    return Array.of(Shaping.reshape(Slicing.concatenate(rows, 0), Shape.of(dims)));
  }
}
