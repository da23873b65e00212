package jacobean.llvm.loop;

import jacobean.ir.Expr;
import jacobean.ir.Monoid;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Updates of an array that is there already, one at each index, one after the other: {@code place =
 * place monoid value}.
 *
 * @param space the lengths of the loops
 * @param place the element that is updated at an index
 * @param value what it is combined with, or what replaces it where there is no monoid
 * @param made whether the update is made; if empty, it is
 */
public record Scatter(
    Shape space, Expr.Load place, Optional<Monoid> monoid, Expr value, Optional<Expr> made)
    implements Loops {
  /** The array. */
  public Slot target() {
    return Slot.of(place.source());
  }

  /** An axis that goes along with one of the array's never leads to the same place twice. */
  @Override
  public Axes reduced() {
    int[] repeated =
        IntStream.range(0, space.rank())
            .filter(axis -> !place.index().contains(new Expr.Index(axis)))
            .toArray();
    return Axes.of(repeated);
  }

  @Override
  public List<Expr> values() {
    List<Expr> all = new ArrayList<>(List.of(place, value));
    made.ifPresent(all::add);
    return all;
  }

  @Override
  public List<Slot> reads() {
    List<Expr> read = new ArrayList<>(place.index());
    read.add(value);
    made.ifPresent(read::add);
    return Loads.slotsOf(read);
  }

  @Override
  public List<Slot> writes() {
    return List.of(target());
  }

  @Override
  public String toString() {
    String index = Step.indexes(space.rank(), Axes.of());
    String combined = monoid.map(m -> m + "= ").orElse("= ") + value;
    return "for [%s] in %s%n  %s %s%s%n"
        .formatted(index, space, place, combined, made.map(m -> " if " + m).orElse(""));
  }
}
