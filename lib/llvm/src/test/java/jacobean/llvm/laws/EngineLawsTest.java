package jacobean.llvm.laws;

import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.laws.FunctionTable;
import jacobean.laws.Laws;
import jacobean.laws.OperationTable;
import jacobean.laws.Row.Case;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the core's table gives on this engine what it gives on the reference. */
class EngineLawsTest {
  private static final Engine LLVM = Engines.named("llvm");
  private static final Engine REFERENCE = Engines.named("reference");

  static Stream<Case> cases() {
    return Stream.concat(OperationTable.cases(), FunctionTable.cases());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void engineIsReference(Case c) {
    Laws.engineIsReference(LLVM, REFERENCE, c);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void engineTransformsAsReference(Case c) {
    Laws.engineTransformsAsReference(LLVM, REFERENCE, c);
  }
}
