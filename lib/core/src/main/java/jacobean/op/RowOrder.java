package jacobean.op;

import jacobean.core.HostArray;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;

/**
 * The order of the elements of a row, in plain Java. A narrow key and its place are packed into one
 * long, so that sorting numbers is all there is to do.
 */
final class RowOrder {
  private static final int LEAST_PARALLEL = 1 << 16;
  private static final int SPARE = 32;

  private RowOrder() {}

  /** The places of a row in sorted order; places that are equal in all keys keep theirs. */
  static int[] ascending(List<HostArray> keys, long start, long stride, int length) {
    if (keys.size() > 1 || keys.getFirst().dtype().itemsize() > 4) {
      return MergeSort.places(length, comparing(keys, start, stride));
    }
    var key = keys.getFirst();
    var packed = new long[length];
    for (int i = 0; i < length; i++) {
      packed[i] = (long) rank(key, start + i * stride) << 32 | i;
    }
    if (length < LEAST_PARALLEL) {
      Arrays.sort(packed);
    } else {
      Arrays.parallelSort(packed);
    }
    var places = new int[length];
    for (int i = 0; i < length; i++) {
      places[i] = (int) packed[i];
    }
    return places;
  }

  /** The places of the k greatest of a row, from the greatest on; equal ones keep their order. */
  static int[] greatest(HostArray key, long start, int length, int k) {
    var places = new int[k];
    if (key.dtype().itemsize() > 4) {
      // Sorted upwards from the end and read from the end, equal ones come in their old order.
      var up = MergeSort.places(length, comparing(List.of(key), start + length - 1, -1));
      Arrays.setAll(places, i -> length - 1 - up[length - 1 - i]);
      return places;
    }
    // Whatever is not better than k others that were seen already is passed over.
    var best = new long[Math.min(length, 2 * k + SPARE)];
    long least = Long.MIN_VALUE;
    int count = 0;
    boolean single = key.dtype() == DType.FLOAT32;
    for (int i = 0; i < length && k > 0; i++) {
      // The dtype of most arrays is read without asking for it each time.
      int rank = single ? rank(key.single(start + i)) : rank(key, start + i);
      long packed = (long) rank << 32 | ~i & 0xFFFF_FFFFL;
      if (packed > least) {
        if (count == best.length) {
          Arrays.sort(best);
          System.arraycopy(best, count - k, best, 0, k);
          count = k;
          least = best[0];
        }
        best[count++] = packed;
      }
    }
    Arrays.sort(best, 0, count);
    for (int i = 0; i < k; i++) {
      places[i] = ~(int) best[count - 1 - i];
    }
    return places;
  }

  /** An integer that orders as the element does; the two zeros are one, NaN is the greatest. */
  private static int rank(HostArray key, long at) {
    return switch (key.dtype()) {
      case FLOAT32, FLOAT16, BFLOAT16 -> rank((float) key.real(at));
      case UINT32 -> (int) key.integer(at) ^ Integer.MIN_VALUE;
      case BOOL, UINT8, UINT16, INT8, INT16, INT32 -> (int) key.integer(at);
      case INT64, UINT64, FLOAT64, COMPLEX64, COMPLEX128 ->
          throw new IllegalArgumentException(key.dtype() + " does not fit into an int");
    };
  }

  private static int rank(float x) {
    int bits = Float.floatToIntBits(x == 0 ? 0f : x);
    return bits >= 0 ? bits : Integer.MIN_VALUE - bits;
  }

  private static MergeSort.Comparing comparing(List<HostArray> keys, long start, long stride) {
    return (i, j) -> {
      for (var key : keys) {
        int c = compare(key, start + i * stride, start + j * stride);
        if (c != 0) {
          return c;
        }
      }
      return 0;
    };
  }

  private static int compare(HostArray key, long a, long b) {
    if (key.dtype().isComplex()) {
      var x = key.complex(a);
      var y = key.complex(b);
      int c = compare(x.re(), y.re());
      return c != 0 ? c : compare(x.im(), y.im());
    }
    if (!key.dtype().isFloating()) {
      return key.dtype().compare(key.integer(a), key.integer(b));
    }
    return compare(key.real(a), key.real(b));
  }

  private static int compare(double x, double y) {
    return x == y ? 0 : Double.compare(x, y);
  }
}
