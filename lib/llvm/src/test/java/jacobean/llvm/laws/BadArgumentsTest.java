package jacobean.llvm.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.core.Engines;
import jacobean.fuzz.BadCalls;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever arguments a public function is called with, it gives a value or an exception of the
 * library, on this engine and on the reference, at once and traced. {@code -Dfuzz.calls=100000
 * -Dfuzz.seed=1} makes more calls and others.
 */
class BadArgumentsTest {
  private static final long CALLS = Long.getLong("fuzz.calls", 2000);
  private static final long SEED = Long.getLong("fuzz.seed", 8000);

  @Test
  void giveValuesOrOurExceptions() {
    var failures = BadCalls.run(Engines.named("llvm"), Engines.named("reference"), SEED, CALLS);
    assertEquals(List.of(), failures, () -> String.join("\n\n", failures));
  }
}
