package jacobean.llvm.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where intermediates are in one block of scratch memory. Those that are not needed at the same
 * time may be at the same place; a step never writes where it reads.
 *
 * @param offsets the place of each temporary, in bytes, a multiple of 64
 * @param bytes the size of the block
 */
public record MemoryPlan(Map<Slot, Long> offsets, long bytes) {
  private static final long ALIGNMENT = 64;

  private record Lifetime(Slot slot, int first, int last) {}

  private record Place(long begin, long end, Lifetime lifetime) {}

  /** A plan for the temporaries of some steps. */
  public static MemoryPlan of(List<? extends Step> steps) {
    Map<Slot, Lifetime> lifetimes = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      for (Slot slot : steps.get(i).writes()) {
        extend(lifetimes, slot, i);
      }
      for (Slot slot : steps.get(i).reads()) {
        extend(lifetimes, slot, i);
      }
    }
    List<Place> placed = new ArrayList<>();
    Map<Slot, Long> offsets = new HashMap<>();
    long bytes = 0;
    // Large ones first: they are the hardest to place.
    for (Lifetime l :
        lifetimes.values().stream()
            .sorted(
                Comparator.comparingLong((Lifetime l) -> -l.slot.aval().bytes())
                    .thenComparingInt(l -> l.slot.number()))
            .toList()) {
      long size = (Math.max(1, l.slot.aval().bytes()) + ALIGNMENT - 1) & -ALIGNMENT;
      long at = firstFit(placed, l, size);
      placed.add(new Place(at, at + size, l));
      placed.sort(Comparator.comparingLong(Place::begin));
      offsets.put(l.slot, at);
      bytes = Math.max(bytes, at + size);
    }
    return new MemoryPlan(Map.copyOf(offsets), bytes);
  }

  private static void extend(Map<Slot, Lifetime> lifetimes, Slot slot, int step) {
    if (slot.kind() == Slot.Kind.TEMPORARY) {
      lifetimes.merge(
          slot, new Lifetime(slot, step, step), (a, b) -> new Lifetime(slot, a.first, b.last));
    }
  }

  private static long firstFit(List<Place> placed, Lifetime l, long size) {
    long at = 0;
    for (Place p : placed) {
      boolean together = p.lifetime.first <= l.last && l.first <= p.lifetime.last;
      if (together && p.begin < at + size && at < p.end) {
        at = p.end;
      }
    }
    return at;
  }

  @Override
  public String toString() {
    String largest =
        offsets.keySet().stream()
            .sorted(Comparator.comparingLong(s -> -s.aval().bytes()))
            .limit(3)
            .map(s -> s.aval().toString())
            .collect(Collectors.joining(", "));
    return bytes
        + " bytes of scratch memory for a program's intermediates"
        + (largest.isEmpty() ? "" : ", the largest " + largest);
  }
}
