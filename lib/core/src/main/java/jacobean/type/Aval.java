package jacobean.type;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An abstract value: all that tracing knows of an array. JAX's {@code ShapedArray}; prints as
 * {@code f32[2,3]}.
 *
 * @param weak true for what came from a Java number, which gives way in promotion to the other
 *     operand's dtype
 */
public record Aval(Shape shape, DType dtype, boolean weak) {
  public static Aval of(Shape shape, DType dtype) {
    return new Aval(shape, dtype, false);
  }

  public static Aval scalar(DType dtype) {
    return of(Shape.SCALAR, dtype);
  }

  public int rank() {
    return shape.rank();
  }

  public long size() {
    return shape.size();
  }

  /** Bytes of the elements. */
  public long bytes() {
    return shape.size() * dtype.itemsize();
  }

  public Aval withShape(Shape s) {
    return new Aval(s, dtype, weak);
  }

  public Aval withDtype(DType t) {
    return new Aval(shape, t, weak);
  }

  public Aval strong() {
    return weak ? new Aval(shape, dtype, false) : this;
  }

  @Override
  public String toString() {
    return IntStream.of(shape.toArray())
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(",", dtype.abbreviation() + "[", "]"));
  }
}
