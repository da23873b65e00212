package jacobean.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.Array;
import jacobean.jnp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums of two dtypes have the dtype and the weakness that they have in JAX. */
class PromotionTest {

  static Stream<String> rows() throws IOException {
    try (var in = PromotionTest.class.getResourceAsStream("promotion.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  private static Array operand(String name) {
    return switch (name) {
      case "True" -> jnp.asarray(true);
      case "1", "weak_int32" -> jnp.asarray(1);
      case "1.5", "weak_float32" -> jnp.asarray(1.5);
      case "1j", "weak_complex64" -> jnp.asarray(Complex.I);
      default -> jnp.ones(Shape.of(1), DType.named(name));
    };
  }

  @ParameterizedTest
  @MethodSource("rows")
  void sumsHaveJaxsType(String row) {
    var words = row.split(" ");
    var sum = jnp.add(operand(words[0]), operand(words[1])).aval();
    var weak = words[3].equals("True");
    assertEquals(words[2] + " weak=" + weak, sum.dtype() + " weak=" + sum.weak(), row);
  }

  /** 64 bits only where they are asked for, and then for good. */
  @ParameterizedTest
  @CsvSource({
    "INT64, INT32, INT64", "INT64, UINT32, INT64", "INT64, BOOL, INT64", "INT64, FLOAT32, FLOAT32",
    "FLOAT64, FLOAT32, FLOAT64", "FLOAT64, INT64, FLOAT64", "FLOAT64, BOOL, FLOAT64",
        "INT64, INT64, INT64",
  })
  void sixtyFourBits(DType left, DType right, DType wanted) {
    var x = jnp.zeros(Shape.of(2), left);
    var y = jnp.zeros(Shape.of(2), right);
    assertEquals(wanted, jnp.add(x, y).dtype());
    assertEquals(wanted, jnp.add(y, x).dtype());
    assertEquals(left, jnp.add(x, 1).dtype());
  }

  /** What a true division or a real function makes of integers. */
  @ParameterizedTest
  @CsvSource({
    "BOOL, FLOAT32",
    "UINT32, FLOAT32",
    "INT32, FLOAT32",
    "FLOAT32, FLOAT32",
    "FLOAT64, FLOAT64"
  })
  void realFunctions(DType from, DType wanted) {
    var x = jnp.ones(Shape.of(2), from);
    assertEquals(wanted, jnp.sqrt(x).dtype());
    assertEquals(wanted, jnp.divide(x, x).dtype());
    assertEquals(wanted, jnp.mean(x).dtype());
  }
}
