package jacobean.llvm.loop;

import jacobean.ir.Lowering;
import java.util.List;

/**
 * About how long steps take on one core, in the unit of {@link Tiling}: eighths of a cycle. Good
 * enough to tell what is worth sharing among threads from what is not.
 */
public final class Work {
  private static final long OF_STEP = 256;

  /** As many turns as that is taken for, where only running the loop tells. */
  private static final long UNKNOWN_TURNS = 1000;

  private Work() {}

  /** The work of a program, once. */
  public static long of(Body body) {
    return body.steps().stream().mapToLong(Work::of).reduce(0, Work::sum);
  }

  /** Whether so much work is worth a second thread. */
  public static boolean isWorthSharing(long work) {
    return work >= 2 * Tiling.CHUNK;
  }

  private static long of(Step step) {
    return sum(
        OF_STEP,
        switch (step) {
          case Loops l -> times(l.space().size(), Tiling.cost(l));
          case Step.Tiled t -> of(t.loops());
          case Step.Chain c -> c.parts().stream().mapToLong(Work::of).reduce(0, Work::sum);
          case Step.Product p -> times(p.batch(), times((long) p.m() * p.n(), p.k()));
          case Step.Control c -> of(c.lowering(), c.bodies());
          case Step.Host h -> 0;
        });
  }

  private static long of(Lowering.Control lowering, List<Body> bodies) {
    long once = bodies.stream().mapToLong(Work::of).max().orElse(0);
    return switch (lowering) {
      case Lowering.Loop l -> times(l.length(), once);
      case Lowering.Repeat r -> times(UNKNOWN_TURNS, once);
      case Lowering.Branch b -> once;
    };
  }

  private static long sum(long a, long b) {
    return a + b < 0 ? Long.MAX_VALUE : a + b;
  }

  /** The product, or what fits. */
  public static long times(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
  }
}
