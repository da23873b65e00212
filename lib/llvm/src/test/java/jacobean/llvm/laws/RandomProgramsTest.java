package jacobean.llvm.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.core.Engines;
import jacobean.fuzz.Fuzz;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random programs give the same values and gradients on this engine and on the reference, compiled
 * and not, batched and not. {@code -Dfuzz.programs=20000 -Dfuzz.seed=1} runs more and others.
 */
class RandomProgramsTest {
  private static final long PROGRAMS = Long.getLong("fuzz.programs", 60);
  private static final long SEED = Long.getLong("fuzz.seed", 0);

  @Test
  void giveTheSameInEveryWay() {
    var failures = Fuzz.run(Engines.named("llvm"), Engines.named("reference"), SEED, PROGRAMS);
    assertEquals(List.of(), failures, () -> String.join("\n\n", failures));
  }
}
