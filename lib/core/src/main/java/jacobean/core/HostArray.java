package jacobean.core;

import jacobean.error.DTypeException;
import jacobean.text.ElementKind;
import jacobean.text.Elements;
import jacobean.type.Aval;
import jacobean.type.Bfloat16;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongUnaryOperator;

/**
 * The elements of an array in host memory, addressed by their row-major position: what the plain
 * Java evaluation of primitives reads and writes. Floating elements are read as double, all others
 * as long (bool as 0 or 1, unsigned types without sign, uint64 as the long of the same bits).
 */
public final class HostArray {
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

  private final Aval aval;
  private final MemorySegment data;

  public HostArray(Aval aval, MemorySegment data) {
    this.aval = aval;
    this.data = data;
  }

  private static final long SMALL = 64 << 10;

  /** Zeros, to be filled: small arrays on the Java heap, large ones where the engine wants them. */
  public static HostArray allocate(Aval aval) {
    return new HostArray(
        aval,
        aval.bytes() < SMALL
            ? HeapBuffer.allocate(aval.bytes()).host()
            : Engine.current().allocate(aval));
  }

  /** Every element this number, converted to the dtype as a cast converts. */
  public static HostArray fill(Aval aval, Number value) {
    if (aval.dtype().isInexact()) {
      return ofReals(aval, i -> value.doubleValue());
    }
    boolean real = value instanceof Double || value instanceof Float;
    long integer = real ? aval.dtype().fromReal(value.doubleValue()) : value.longValue();
    return ofIntegers(aval, i -> integer);
  }

  /** A floating array from its elements by position, each rounded to the dtype. */
  public static HostArray ofReals(Aval aval, LongToDoubleFunction element) {
    var a = allocate(aval);
    long n = aval.size();
    for (long i = 0; i < n; i++) {
      a.setReal(i, element.applyAsDouble(i));
    }
    return a;
  }

  /** An integer or bool array from its elements by position, each wrapped to the dtype. */
  public static HostArray ofIntegers(Aval aval, LongUnaryOperator element) {
    var a = allocate(aval);
    long n = aval.size();
    for (long i = 0; i < n; i++) {
      a.setInteger(i, element.applyAsLong(i));
    }
    return a;
  }

  /** A complex array from its elements by position; of a floating dtype their real parts. */
  public static HostArray ofComplex(Aval aval, LongFunction<Complex> element) {
    var a = allocate(aval);
    long n = aval.size();
    for (long i = 0; i < n; i++) {
      a.setComplex(i, element.apply(i));
    }
    return a;
  }

  /**
   * An array whose element at each position is the source's element at the position this maps to.
   */
  public static HostArray gather(Aval aval, HostArray source, LongUnaryOperator from) {
    if (aval.dtype().isComplex()) {
      return ofComplex(aval, i -> source.complex(from.applyAsLong(i)));
    }
    return aval.dtype().isFloating()
        ? ofReals(aval, i -> source.real(from.applyAsLong(i)))
        : ofIntegers(aval, i -> source.integer(from.applyAsLong(i)));
  }

  public Aval aval() {
    return aval;
  }

  public Shape shape() {
    return aval.shape();
  }

  public DType dtype() {
    return aval.dtype();
  }

  public long size() {
    return aval.size();
  }

  /** The memory. */
  public MemorySegment data() {
    return data;
  }

  /** An element of an array as a complex number. */
  public Complex complex(long i) {
    return switch (aval.dtype()) {
      case COMPLEX64 ->
          new Complex(data.getAtIndex(FLOAT, 2 * i), data.getAtIndex(FLOAT, 2 * i + 1));
      case COMPLEX128 ->
          new Complex(data.getAtIndex(DOUBLE, 2 * i), data.getAtIndex(DOUBLE, 2 * i + 1));
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
          FLOAT32,
          FLOAT64 ->
          new Complex(real(i), 0);
    };
  }

  /** Sets an element of a complex array, or of a floating one, to which the real part goes. */
  public void setComplex(long i, Complex value) {
    switch (aval.dtype()) {
      case COMPLEX64 -> {
        data.setAtIndex(FLOAT, 2 * i, (float) value.re());
        data.setAtIndex(FLOAT, 2 * i + 1, (float) value.im());
      }
      case COMPLEX128 -> {
        data.setAtIndex(DOUBLE, 2 * i, value.re());
        data.setAtIndex(DOUBLE, 2 * i + 1, value.im());
      }
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
          FLOAT32,
          FLOAT64 ->
          setReal(i, value.re());
    }
  }

  /** Sets an element to that of another array of this dtype. */
  public void copy(long i, HostArray from, long position) {
    switch (aval.dtype().itemsize()) {
      case 1 -> data.set(BYTE, i, from.data.get(BYTE, position));
      case 2 -> data.setAtIndex(SHORT, i, from.data.getAtIndex(SHORT, position));
      case 4 -> data.setAtIndex(INT, i, from.data.getAtIndex(INT, position));
      case 8 -> data.setAtIndex(LONG, i, from.data.getAtIndex(LONG, position));
      default -> setComplex(i, from.complex(position));
    }
  }

  /**
   * An element of a floating array; of a complex one its real part; of another array, the real
   * number nearest to it.
   */
  public double real(long i) {
    return switch (aval.dtype()) {
      case FLOAT32 -> data.getAtIndex(FLOAT, i);
      case FLOAT64 -> data.getAtIndex(DOUBLE, i);
      case FLOAT16 -> Float.float16ToFloat(data.getAtIndex(SHORT, i));
      case BFLOAT16 -> Bfloat16.toFloat(data.getAtIndex(SHORT, i));
      case BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64 ->
          aval.dtype().toReal(integer(i));
      case COMPLEX64, COMPLEX128 -> complex(i).re();
    };
  }

  /** An element of a float32 array. */
  public float single(long i) {
    return data.getAtIndex(FLOAT, i);
  }

  /** An element of an integer or bool array. */
  public long integer(long i) {
    return switch (aval.dtype()) {
      case BOOL, INT8 -> data.get(BYTE, i);
      case UINT8 -> data.get(BYTE, i) & 0xFFL;
      case INT16 -> data.getAtIndex(SHORT, i);
      case UINT16 -> data.getAtIndex(SHORT, i) & 0xFFFFL;
      case UINT32 -> data.getAtIndex(INT, i) & 0xFFFF_FFFFL;
      case INT32 -> data.getAtIndex(INT, i);
      case INT64, UINT64 -> data.getAtIndex(LONG, i);
      case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 ->
          throw new IllegalStateException("an element of " + aval + " is no integer");
      case COMPLEX64, COMPLEX128 ->
          throw new DTypeException(
              "this operation is not there for complex numbers, got "
                  + aval
                  + ". Use the parts, jnp.real(x) and jnp.imag(x), or jnp.abs(x).");
    };
  }

  /** An element as the Java number of its kind: Double, Long, or Boolean; uint64 as BigInteger. */
  public Object element(long i) {
    return switch (aval.dtype().kind()) {
      case FLOATING -> real(i);
      case COMPLEX -> complex(i);
      case BOOL -> integer(i) != 0;
      case SIGNED, UNSIGNED -> whole(i);
    };
  }

  /**
   * An element of an integer or bool array as a Long, or as a BigInteger where a Long has not room.
   */
  public Number whole(long i) {
    long bits = integer(i);
    return aval.dtype() == DType.UINT64 && bits < 0
        ? (Number) new BigInteger(Long.toUnsignedString(bits))
        : (Number) bits;
  }

  public void setReal(long i, double value) {
    switch (aval.dtype()) {
      case FLOAT32 -> data.setAtIndex(FLOAT, i, (float) value);
      case FLOAT64 -> data.setAtIndex(DOUBLE, i, value);
      case FLOAT16 -> data.setAtIndex(SHORT, i, Float.floatToFloat16((float) value));
      case BFLOAT16 -> data.setAtIndex(SHORT, i, Bfloat16.of((float) value));
      case BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64 ->
          throw new IllegalStateException(aval + " holds no reals");
      case COMPLEX64, COMPLEX128 -> setComplex(i, new Complex(value, 0));
    }
  }

  public void setInteger(long i, long value) {
    switch (aval.dtype()) {
      case BOOL -> data.set(BYTE, i, (byte) (value != 0 ? 1 : 0));
      case UINT8, INT8 -> data.set(BYTE, i, (byte) value);
      case UINT16, INT16 -> data.setAtIndex(SHORT, i, (short) value);
      case UINT32, INT32 -> data.setAtIndex(INT, i, (int) value);
      case UINT64, INT64 -> data.setAtIndex(LONG, i, value);
      case FLOAT16, BFLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 ->
          throw new IllegalStateException(aval + " holds no integers");
    }
  }

  /** These elements as the text package reads them. */
  public Elements elements() {
    return new Elements() {
      @Override
      public int[] shape() {
        return aval.shape().toArray();
      }

      @Override
      public ElementKind kind() {
        return switch (aval.dtype()) {
          case BOOL -> ElementKind.BOOL;
          case UINT8, UINT16, UINT32, UINT64 -> ElementKind.UNSIGNED;
          case INT8, INT16, INT32, INT64 -> ElementKind.SIGNED;
          case FLOAT16 -> ElementKind.FLOAT16;
          case BFLOAT16 -> ElementKind.BFLOAT16;
          case FLOAT32 -> ElementKind.FLOAT32;
          case FLOAT64 -> ElementKind.FLOAT64;
          case COMPLEX64 -> ElementKind.COMPLEX64;
          case COMPLEX128 -> ElementKind.COMPLEX128;
        };
      }

      @Override
      public double getDouble(long flat) {
        return real(flat);
      }

      @Override
      public double getImaginary(long flat) {
        return complex(flat).im();
      }

      @Override
      public long getLong(long flat) {
        return integer(flat);
      }
    };
  }

  /** These elements as an array; the memory is not copied. */
  public Concrete toConcrete() {
    return new Concrete(aval, new HeapBuffer(data));
  }
}
