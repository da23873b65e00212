package jacobean.llvm.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.ir.Expr;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intermediates share memory, but not while both are needed. */
class MemoryPlanTest {
  private static Slot temporary(int number, int length) {
    return new Slot(Slot.Kind.TEMPORARY, number, Aval.of(Shape.of(length), DType.FLOAT32));
  }

  private static Step copy(Slot from, Slot to) {
    Expr load = new Expr.Load(from, List.of(new Expr.Index(0)));
    return new Step.Kernel(
        to.aval().shape(), Axes.of(), List.of(new Step.Store(Step.Target.of(to), load)), List.of());
  }

  @Test
  void aChainNeedsTwoPlaces() {
    List<Slot> slots = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      slots.add(temporary(i, 100));
      if (i > 0) {
        steps.add(copy(slots.get(i - 1), slots.get(i)));
      }
    }
    MemoryPlan plan = MemoryPlan.of(steps);
    assertEquals(2 * 448, plan.bytes());
    for (int i = 1; i < 10; i++) {
      assertTrue(
          Math.abs(plan.offsets().get(slots.get(i)) - plan.offsets().get(slots.get(i - 1))) >= 400,
          "a step never writes where it reads");
    }
  }

  @Test
  void placesAreAligned() {
    Slot a = temporary(0, 3);
    Slot b = temporary(1, 5);
    MemoryPlan plan = MemoryPlan.of(List.of(copy(a, b), copy(b, a)));
    plan.offsets().values().forEach(o -> assertEquals(0, o % 64));
  }
}
