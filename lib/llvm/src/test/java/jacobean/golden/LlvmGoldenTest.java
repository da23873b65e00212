package jacobean.golden;

import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.golden.Golden.Case;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This engine gives what JAX gives. */
class LlvmGoldenTest {
  private static final Engine LLVM = Engines.named("llvm");

  static Stream<Case> cases() {
    return GoldenTest.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesWhatJaxGives(Case c) {
    Engines.with(
        LLVM,
        () -> {
          new GoldenTest().givesWhatJaxGives(c);
          return null;
        });
  }
}
