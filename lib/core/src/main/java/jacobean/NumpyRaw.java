package jacobean;

import jacobean.core.HostArray;
import jacobean.error.DTypeException;
import jacobean.error.FileException;
import jacobean.error.ShapeException;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The part of {@link jnp} that takes bits, bytes and texts for numbers. */
abstract sealed class NumpyRaw extends NumpyGrids permits NumpyHistograms {

  /**
   * The elements whose bytes these are, in the order of this machine. {@code jnp.frombuffer}.
   *
   * {@snippet :
   * jnp.frombuffer(new byte[] {1, 0, 2, 0}, jnp.int16) // => [1 2]
   * }
   *
   * @throws ShapeException if the number of bytes is no multiple of the dtype's width
   */
  public static Array frombuffer(byte[] bytes, DType dtype) {
    if (bytes.length % dtype.itemsize() != 0) {
      throw new ShapeException(
          "frombuffer: "
              + bytes.length
              + " bytes are no multiple of the "
              + dtype.itemsize()
              + " bytes of a "
              + dtype
              + ".");
    }
    var aval = Aval.of(Shape.of(bytes.length / dtype.itemsize()), dtype);
    var host = HostArray.allocate(aval);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, host.data(), 0, bytes.length);
    return Array.of(host.toConcrete());
  }

  /**
   * The elements whose bytes a file holds, and nothing else. {@code jnp.fromfile}; {@link #load}
   * reads .npy files.
   *
   * {@snippet :
   * var file = Files.createTempFile("docs", ".bin");
   * Files.write(file, new byte[] {1, 0, 2, 0});
   * jnp.fromfile(file.toString(), jnp.int16) // => [1 2]
   * }
   *
   * @throws FileException if it cannot be read
   * @throws ShapeException if its length is no multiple of the dtype's width
   */
  public static Array fromfile(String file, DType dtype) {
    try {
      return frombuffer(Files.readAllBytes(Path.of(file)), dtype);
    } catch (IOException e) {
      throw new FileException("fromfile: cannot read " + file + ": " + e + ".");
    }
  }

  /**
   * The numbers of a text. {@code jnp.fromstring}.
   *
   * {@snippet :
   * jnp.fromstring("1, 2, 3", jnp.int32, ",") // => [1 2 3]
   * }
   *
   * @param sep what stands between them; blanks around it do not count
   * @throws DTypeException if there is something else than numbers
   */
  public static Array fromstring(String text, DType dtype, String sep) {
    var words =
        sep.isBlank() ? text.strip().split("\\s+") : text.split(java.util.regex.Pattern.quote(sep));
    try {
      var numbers =
          Arrays.stream(words)
              .map(String::strip)
              .filter(w -> !w.isEmpty())
              .map(w -> dtype.isInexact() ? (Number) Double.valueOf(w) : Long.valueOf(w))
              .toList();
      return fromiter(numbers, dtype);
    } catch (NumberFormatException e) {
      throw new DTypeException(
          "fromstring: wanted "
              + dtype
              + " numbers with '"
              + sep
              + "' between them, got '"
              + text
              + "'.");
    }
  }

  /**
   * A vector of numbers one after the other. {@code jnp.fromiter}.
   *
   * {@snippet :
   * jnp.fromiter(java.util.List.of(1, 2, 3), jnp.float32) // => [1. 2. 3.]
   * }
   */
  public static Array fromiter(Iterable<? extends Number> numbers, DType dtype) {
    var all = new ArrayList<Number>();
    numbers.forEach(all::add);
    Given.elements(all, "fromiter", "numbers", "Iterable<Number>");
    var aval = Aval.of(Shape.of(all.size()), dtype);
    var host =
        dtype.isInexact()
            ? HostArray.ofReals(aval, i -> all.get((int) i).doubleValue())
            : HostArray.ofIntegers(aval, i -> all.get((int) i).longValue());
    return Array.of(host.toConcrete());
  }

  // --- Bits ---

  /**
   * The elements of the flat array, which are bits if not 0, eight to a uint8, the first the
   * highest. {@code jnp.packbits}.
   *
   * {@snippet :
   * jnp.packbits(jnp.array(0, 0, 0, 0, 0, 1, 0, 1)) // => [5]
   * }
   */
  public static Array packbits(Array x) {
    return packbits(ravel(x), -1, "big");
  }

  /**
   * {@link #packbits(Array)} along an axis.
   *
   * @throws ShapeException if the axis is out of bounds
   */
  public static Array packbits(Array x, int axis) {
    return packbits(x, axis, "big");
  }

  /**
   * Bits along an axis, eight to a uint8; missing ones are 0.
   *
   * @param bitorder {@code "big"} if the first is the highest, {@code "little"} if it is the lowest
   * @throws DTypeException if the elements are neither integers nor bools
   */
  public static Array packbits(Array x, int axis, String bitorder) {
    if (x.dtype().isInexact()) {
      throw new DTypeException("packbits: wanted integers or bools, got " + x.aval() + ".");
    }
    var weights = bitWeights("packbits", bitorder);
    int at = Dims.axis("packbits", axis, x.ndim());
    var last = moveaxis(notEqual(x, 0), at, -1).astype(DType.UINT8);
    int n = last.shape(-1);
    var width = new int[last.ndim()][2];
    width[last.ndim() - 1][1] = Math.ceilDiv(n, 8) * 8 - n;
    var whole = pad(last, width);
    var bytes =
        reshape(
            whole,
            whole.shape().with(at(whole), Math.ceilDiv(n, 8)).insert(whole.ndim(), 8).toArray());
    return moveaxis(sum(multiply(bytes, weights), Over.axes(-1).dtype(DType.UINT8)), -1, at);
  }

  /**
   * The bits of the flat array, which is uint8, each as a uint8, the highest first. {@code
   * jnp.unpackbits}.
   *
   * {@snippet :
   * jnp.unpackbits(jnp.array(5).astype(jnp.uint8)) // => [0 0 0 0 0 1 0 1]
   * }
   */
  public static Array unpackbits(Array x) {
    return unpackbits(ravel(x), -1, "big");
  }

  /** {@link #unpackbits(Array)} along an axis. */
  public static Array unpackbits(Array x, int axis) {
    return unpackbits(x, axis, "big");
  }

  /**
   * The bits of uint8 along an axis.
   *
   * @param bitorder as {@link #packbits(Array, int, String)} takes it
   * @throws DTypeException if the array is of another dtype
   */
  public static Array unpackbits(Array x, int axis, String bitorder) {
    if (x.dtype() != DType.UINT8) {
      throw new DTypeException(
          "unpackbits: wanted uint8, got " + x.aval() + ". Convert it with astype(jnp.uint8).");
    }
    var weights = bitWeights("unpackbits", bitorder);
    int at = Dims.axis("unpackbits", axis, x.ndim());
    var last = moveaxis(x, at, -1);
    var bits = notEqual(bitwiseAnd(expandDims(last, last.ndim()), weights), 0).astype(DType.UINT8);
    var flat = last.shape().with(at(last), 8 * last.shape(-1));
    return moveaxis(reshape(bits, flat.toArray()), -1, at);
  }

  /**
   * {@link #unpackbits(Array, int, String)}, of the bits along the axis the first ones, or with
   * zeros after them.
   *
   * @param count how many
   */
  public static Array unpackbits(Array x, int axis, int count, String bitorder) {
    var bits = unpackbits(x, axis, bitorder);
    int at = Dims.axis("unpackbits", axis, x.ndim());
    int n = bits.shape(at);
    if (count <= n) {
      return NumpyDifferences.part(bits, at, 0, count);
    }
    var more = zeros(bits.shape().with(at, count - n), DType.UINT8);
    return concatenate(List.of(bits, more), at);
  }

  private static int at(Array x) {
    return x.ndim() - 1;
  }

  private static Array bitWeights(String operation, String bitorder) {
    var up = leftShift(ones(Shape.of(8), DType.UINT8), arange(0, 8, 1, DType.UINT8));
    return switch (bitorder) {
      case "little" -> up;
      case "big" -> flip(up);
      default ->
          throw new DTypeException(
              operation + ": bitorder must be 'big' or 'little', got '" + bitorder + "'.");
    };
  }
}
