package jacobean.laws;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.Random;

/**
 * What an operand of an operation may be: a type, and the range that its elements are drawn from.
 */
public record Numbers(Aval aval, double low, double high) {

  public static Numbers reals(DType dtype, double low, double high, int... shape) {
    return new Numbers(Aval.of(Shape.of(shape), dtype), low, high);
  }

  public static Numbers integers(DType dtype, long low, long high, int... shape) {
    return new Numbers(Aval.of(Shape.of(shape), dtype), low, high);
  }

  public static Numbers bools(int... shape) {
    return new Numbers(Aval.of(Shape.of(shape), DType.BOOL), 0, 1);
  }

  Numbers shaped(Shape shape) {
    return new Numbers(aval.withShape(shape), low, high);
  }

  Numbers typed(DType dtype) {
    return new Numbers(aval.withDtype(dtype), low, high);
  }

  boolean isFloating() {
    return aval.dtype().isFloating();
  }

  /** An array of such numbers; the same seed gives the same array. */
  public Value draw(long seed) {
    var random = new Random(seed);
    if (aval.dtype().isComplex()) {
      return HostArray.ofComplex(
              aval,
              _ ->
                  new Complex(
                      low + (high - low) * random.nextDouble(),
                      low + (high - low) * random.nextDouble()))
          .toConcrete();
    }
    return (isFloating()
            ? HostArray.ofReals(aval, _ -> low + (high - low) * random.nextDouble())
            : HostArray.ofIntegers(
                aval, _ -> (long) low + random.nextLong((long) (high - low) + 1)))
        .toConcrete();
  }

  /** A direction to move it in. */
  Value direction(long seed) {
    return new Numbers(aval, -1, 1).draw(seed);
  }

  @Override
  public String toString() {
    return aval.toString();
  }
}
