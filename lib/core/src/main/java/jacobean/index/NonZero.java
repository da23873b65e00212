package jacobean.index;

import jacobean.core.HostArray;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** The places of the elements that are not zero, in row-major order. */
public final class NonZero {
  private NonZero() {}

  /**
   * One int32 vector for each axis.
   *
   * @param size how long the vectors are to be, the rest cut off or filled up with 0; null for as
   *     many as there are elements
   */
  public static List<HostArray> of(HostArray x, Integer size) {
    return of(x, size, 0);
  }

  private static boolean isSet(HostArray x, int i) {
    return switch (x.dtype().kind()) {
      case FLOATING -> x.real(i) != 0;
      case COMPLEX -> x.complex(i).re() != 0 || x.complex(i).im() != 0;
      case BOOL, SIGNED, UNSIGNED -> x.integer(i) != 0;
    };
  }

  /** {@link #of(HostArray, Integer)} filled up with another place. */
  public static List<HostArray> of(HostArray x, Integer size, int fillValue) {
    var found = IntStream.range(0, Math.toIntExact(x.size())).filter(i -> isSet(x, i)).toArray();
    int length = size == null ? found.length : size;
    long[] strides = x.shape().strides();
    return IntStream.range(0, x.shape().rank())
        .mapToObj(
            axis ->
                HostArray.ofIntegers(
                    Aval.of(Shape.of(length), DType.INT32),
                    i ->
                        i < found.length
                            ? found[(int) i] / strides[axis] % x.shape().dim(axis)
                            : fillValue))
        .toList();
  }
}
