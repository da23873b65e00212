package jacobean.kernel.spi;

import java.util.Map;
import java.util.Set;

/**
 * How a library writes operators as methods; the session uses it to repair cells that javac
 * rejects.
 *
 * <p>For arrays: {@code binary} maps {@code "+"} to {@code "plus"}, {@code "<"} to {@code "lt"};
 * {@code reversed} maps {@code "-"} to {@code "jnp.subtract"}, a static method that takes the
 * number on the left; {@code unary} maps {@code "-"} to {@code "unaryMinus"}; {@code index} is
 * {@code "get"}; {@code truth} is the method that makes a condition of a value ({@code if (x >
 * 0)}); {@code number} is {@code "jnp.asarray"}, a static method that makes a value of a number
 * that stands where one is wanted ({@code f(2.0)}); {@code lambda} is {@code "ArrayFn"}, to which
 * the count of parameters is added for the type of a lambda that has none ({@code var f = x -> x *
 * x}).
 *
 * @param operand the fully qualified name of the type whose operators these are
 * @param scalars the fully qualified names of types that {@code number} takes beside Java's numbers
 */
public record Notation(
    String operand,
    Map<String, String> binary,
    Map<String, String> reversed,
    Map<String, String> unary,
    String index,
    String truth,
    String number,
    String lambda,
    Set<String> scalars) {
  public Notation {
    binary = Map.copyOf(binary);
    reversed = Map.copyOf(reversed);
    unary = Map.copyOf(unary);
    scalars = Set.copyOf(scalars);
  }
}
