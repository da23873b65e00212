package jacobean.llvm.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.core.Engines;
import jacobean.llvm.run.LlvmEngine;
import jacobean.testing.RealPrograms;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Programs of many transformations give JAX's numbers when they are compiled. */
class EngineRealProgramsTest {
  static final List<RealPrograms.Program> PROGRAMS = RealPrograms.all().toList();

  @ParameterizedTest
  @FieldSource("PROGRAMS")
  void givesWhatJaxGives(RealPrograms.Program program) {
    assertEquals("", Engines.with(new LlvmEngine(), program::difference));
  }
}
