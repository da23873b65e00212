package jacobean.op;

import jacobean.core.HostArray;
import jacobean.type.Aval;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Functions of floating elements, a block of elements at a time: reading, computing and writing are
 * short loops of their own, in each of which Java's compiler sees what it does. Reading, computing
 * and writing one element after the other takes five times as long. A scalar operand stands for an
 * array of it.
 */
final class Blocks {
  private static final int BLOCK = 1024;
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

  private Blocks() {}

  static HostArray map(Aval result, HostArray x, DoubleUnaryOperator f) {
    var out = HostArray.allocate(result);
    var block = block(out);
    for (long at = 0; at < out.size(); at += BLOCK) {
      int n = (int) Math.min(BLOCK, out.size() - at);
      read(x, at, block, n);
      for (int i = 0; i < n; i++) {
        block[i] = f.applyAsDouble(block[i]);
      }
      write(block, n, out, at);
    }
    return out;
  }

  static HostArray map(Aval result, HostArray x, HostArray y, DoubleBinaryOperator f) {
    var out = HostArray.allocate(result);
    var left = block(out);
    var right = block(out);
    for (long at = 0; at < out.size(); at += BLOCK) {
      int n = (int) Math.min(BLOCK, out.size() - at);
      read(x, at, left, n);
      read(y, at, right, n);
      for (int i = 0; i < n; i++) {
        left[i] = f.applyAsDouble(left[i], right[i]);
      }
      write(left, n, out, at);
    }
    return out;
  }

  private static double[] block(HostArray out) {
    return new double[(int) Math.min(BLOCK, out.size())];
  }

  private static void read(HostArray from, long at, double[] block, int n) {
    if (from.shape().rank() == 0) {
      Arrays.fill(block, 0, n, from.real(0));
      return;
    }
    MemorySegment data = from.data();
    switch (from.dtype()) {
      case FLOAT32 -> {
        for (int i = 0; i < n; i++) {
          block[i] = data.getAtIndex(FLOAT, at + i);
        }
      }
      case FLOAT64 -> MemorySegment.copy(data, DOUBLE, at * Double.BYTES, block, 0, n);
      case BOOL,
          UINT8,
          UINT16,
          UINT32,
          UINT64,
          INT8,
          INT16,
          INT32,
          INT64,
          FLOAT16,
          BFLOAT16,
          COMPLEX64,
          COMPLEX128 -> {
        for (int i = 0; i < n; i++) {
          block[i] = from.real(at + i);
        }
      }
    }
  }

  private static void write(double[] block, int n, HostArray to, long at) {
    MemorySegment data = to.data();
    switch (to.dtype()) {
      case FLOAT32 -> {
        for (int i = 0; i < n; i++) {
          data.setAtIndex(FLOAT, at + i, (float) block[i]);
        }
      }
      case FLOAT64 -> MemorySegment.copy(block, 0, data, DOUBLE, at * Double.BYTES, n);
      case BOOL,
          UINT8,
          UINT16,
          UINT32,
          UINT64,
          INT8,
          INT16,
          INT32,
          INT64,
          FLOAT16,
          BFLOAT16,
          COMPLEX64,
          COMPLEX128 -> {
        for (int i = 0; i < n; i++) {
          to.setReal(at + i, block[i]);
        }
      }
    }
  }
}
