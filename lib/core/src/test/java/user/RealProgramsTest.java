package user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.testing.RealPrograms;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs of many transformations give JAX's numbers. */
class RealProgramsTest {
  static Stream<RealPrograms.Program> programs() {
    return RealPrograms.all();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void givesWhatJaxGives(RealPrograms.Program program) {
    assertEquals("", program.difference());
  }
}
