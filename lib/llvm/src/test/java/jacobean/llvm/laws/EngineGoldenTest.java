package jacobean.llvm.laws;

import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.golden.Golden.Case;
import jacobean.golden.GoldenTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden case gives JAX's value and gradient on this engine, at once and compiled. */
class EngineGoldenTest {
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
          GoldenTest.check(c);
          return null;
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void compiledGivesWhatJaxGives(Case c) {
    Engines.with(
        LLVM,
        () -> {
          GoldenTest.checkCompiled(c);
          return null;
        });
  }
}
