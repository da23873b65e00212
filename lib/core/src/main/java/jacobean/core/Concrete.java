package jacobean.core;

import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;

/** An array of numbers in memory. Immutable. */
public final class Concrete implements Value {
  private final Aval aval;
  private final Buffer buffer;

  public Concrete(Aval aval, Buffer buffer) {
    this.aval = aval;
    this.buffer = buffer;
  }

  /** A scalar. */
  public static Concrete scalar(DType dtype, boolean weak, Number value) {
    return HostArray.fill(new Aval(Shape.SCALAR, dtype, weak), value).toConcrete();
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
