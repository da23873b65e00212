package jacobean.laws;

import jacobean.core.Engines;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops that pmap spreads give what vmap gives. */
class SpreadLoopsTest {
  static Stream<SpreadLoops.Loop> loops() {
    return SpreadLoops.table();
  }

  @ParameterizedTest
  @MethodSource("loops")
  void pmapIsVmap(SpreadLoops.Loop loop) {
    var engine = Engines.named("reference");
    SpreadLoops.check(loop, engine, 2, 2);
    SpreadLoops.check(loop, engine, 2, 6);
    SpreadLoops.check(loop, engine, 3, 7);
    SpreadLoops.check(loop, engine, 4, 3);
    SpreadLoops.check(loop, engine, 16, 2);
  }
}
