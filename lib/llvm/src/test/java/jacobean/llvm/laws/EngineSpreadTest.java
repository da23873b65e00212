package jacobean.llvm.laws;

import jacobean.core.Engines;
import jacobean.laws.SpreadLoops;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops that pmap spreads over this engine's threads give what vmap gives. */
class EngineSpreadTest {
  static Stream<SpreadLoops.Loop> loops() {
    return SpreadLoops.table();
  }

  @ParameterizedTest
  @MethodSource("loops")
  void pmapIsVmap(SpreadLoops.Loop loop) {
    var engine = Engines.named("llvm");
    SpreadLoops.check(loop, engine, 2);
    SpreadLoops.check(loop, engine, 34);
  }
}
