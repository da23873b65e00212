package jacobean.core;

import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;

/** An array of numbers in memory. Immutable. */
public final class Concrete implements Value {
  private final Aval aval;
  private final Buffer buffer;

  /** The number of a weak scalar as it was written, before it was rounded; null for others. */
  private final Complex written;

  /** Where it was put; none where nobody said. */
  private final List<Device> devices;

  public Concrete(Aval aval, Buffer buffer) {
    this(aval, buffer, null, List.of());
  }

  private Concrete(Aval aval, Buffer buffer, Complex written, List<Device> devices) {
    this.aval = aval;
    this.buffer = buffer;
    this.written = written;
    this.devices = devices;
  }

  /** A scalar. */
  public static Concrete scalar(DType dtype, boolean weak, Number value) {
    var rounded = HostArray.fill(new Aval(Shape.SCALAR, dtype, weak), value).toConcrete();
    return weak ? rounded.writtenAs(new Complex(value.doubleValue(), 0)) : rounded;
  }

  /** A complex scalar. */
  public static Concrete scalar(DType dtype, boolean weak, Complex value) {
    var rounded = HostArray.ofComplex(new Aval(Shape.SCALAR, dtype, weak), _ -> value).toConcrete();
    return weak ? rounded.writtenAs(value) : rounded;
  }

  private Concrete writtenAs(Complex number) {
    return new Concrete(aval, buffer, number, List.of());
  }

  /**
   * This scalar in another floating or complex dtype. A number that a program writes beside a
   * float64 array is a double to the last digit, although by itself it is float32.
   */
  public Concrete inexact(DType dtype, boolean weak) {
    var number =
        written != null
            ? written
            : aval.dtype().isComplex() ? host().complex(0) : new Complex(host().real(0), 0);
    var converted =
        dtype.isComplex() ? scalar(dtype, weak, number) : scalar(dtype, weak, (Number) number.re());
    return written != null ? converted : new Concrete(converted.aval, converted.buffer);
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
        : new Concrete(new Aval(aval.shape(), aval.dtype(), weak), buffer, null, devices);
  }

  /** The devices that it was put on, in order; none where nobody said. */
  public List<Device> devices() {
    return devices;
  }

  /** The same numbers, put on these devices; no copy. */
  public Concrete on(List<Device> devices) {
    return this.devices.equals(devices)
        ? this
        : new Concrete(aval, buffer, written, List.copyOf(devices));
  }
}
