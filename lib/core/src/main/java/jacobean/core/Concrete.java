package jacobean.core;

import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;

/** An array of numbers in memory. Immutable. */
public final class Concrete implements Value {
  private final Aval aval;
  private final Buffer buffer;

  /** The number of a weak scalar as it was written, before it was rounded; null for others. */
  private final Number written;

  public Concrete(Aval aval, Buffer buffer) {
    this(aval, buffer, null);
  }

  private Concrete(Aval aval, Buffer buffer, Number written) {
    this.aval = aval;
    this.buffer = buffer;
    this.written = written;
  }

  /** A scalar. */
  public static Concrete scalar(DType dtype, boolean weak, Number value) {
    var rounded = HostArray.fill(new Aval(Shape.SCALAR, dtype, weak), value).toConcrete();
    return weak ? new Concrete(rounded.aval, rounded.buffer, value) : rounded;
  }

  /**
   * This scalar in another floating or complex dtype. A number that a program writes beside a
   * float64 array is a double to the last digit, although by itself it is float32.
   */
  public Concrete inexact(DType dtype, boolean weak) {
    return written == null
        ? HostArray.fill(new Aval(Shape.SCALAR, dtype, weak), host().real(0)).toConcrete()
        : scalar(dtype, weak, written);
  }

  @Override
  public Aval aval() {
    return aval;
  }

  public Buffer buffer() {
    return buffer;
  }

  /** The elements, for reading. */
  public HostArray host() {
    return new HostArray(aval, buffer.host());
  }

  /** The same numbers with the weak flag set or cleared; no copy. */
  public Concrete weak(boolean weak) {
    return aval.weak() == weak
        ? this
        : new Concrete(new Aval(aval.shape(), aval.dtype(), weak), buffer);
  }
}
