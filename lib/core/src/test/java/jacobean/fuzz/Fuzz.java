package jacobean.fuzz;

import jacobean.core.Engine;
import jacobean.core.Engines;
import java.util.ArrayList;
import java.util.List;

/** Runs random programs of some seeds and says which differ. */
public final class Fuzz {
  private static final int MOST_TOLD = 5;

  /** So much of all that is compared may have a tolerance that tells little. */
  private static final double MOST_LOOSE = 0.05;

  private Fuzz() {}

  /**
   * The failures, each with a program made as small as it still fails, and its seed.
   *
   * @param first the first seed
   * @param programs how many seeds
   */
  public static List<String> run(Engine engine, Engine reference, long first, long programs) {
    var failures = new ArrayList<String>();
    var tally = new Explained.Tally();
    var differences = new Differences(engine, reference, tally);
    for (long seed = first; seed < first + programs && failures.size() < MOST_TOLD; seed++) {
      long number = seed;
      Program program;
      try {
        program = Engines.with(reference, () -> Writer.write(number));
      } catch (RuntimeException e) {
        tell(failures, "seed " + seed + ": thrown while written: " + e + Differences.trace(e));
        continue;
      }
      if (differences.in(program).isPresent()) {
        var small = Shrinker.shrink(program, p -> differences.in(p).isPresent());
        tell(failures, "seed " + seed + ": " + differences.in(small).orElse("?") + "\n" + small);
      }
      if ((seed - first + 1) % 1000 == 0) {
        System.out.println("fuzz: " + (seed - first + 1) + " programs");
      }
    }
    if (tally.share() > MOST_LOOSE) {
      failures.add("%.3f of all elements had a loose tolerance".formatted(tally.share()));
    }
    System.out.printf(
        "fuzz: %d elements compared, %.2e of them loosely%n", tally.elements, tally.share());
    return failures;
  }

  /** At once, as a long run may not live to its end. */
  private static void tell(List<String> failures, String failure) {
    System.out.println("fuzz: " + failure);
    failures.add(failure);
  }
}
