package jacobean.llvm.loop;

import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Elements combined with all before them along one axis of the loops: {@code place = carried =
 * carried combined with element}.
 *
 * @param how what combines
 * @param space the lengths of the loops
 * @param axis the loop along which something is carried
 * @param element what comes in at an index
 * @param place where the result goes
 * @param before what is carried into each part that the axis is cut into, but the first: the
 *     element at the part before
 */
public record Scan(
    Lowering.Scan how, Shape space, int axis, Expr element, Expr.Load place, Optional<Slot> before)
    implements Loops {
  /** The array that results go to. */
  public Slot target() {
    return Slot.of(place.source());
  }

  @Override
  public Axes reduced() {
    return Axes.of(axis);
  }

  @Override
  public List<Expr> values() {
    return List.of(element, place);
  }

  @Override
  public List<Slot> reads() {
    List<Slot> read = new ArrayList<>(Loads.slotsOf(List.of(element)));
    before.ifPresent(read::add);
    return read;
  }

  @Override
  public List<Slot> writes() {
    return List.of(target());
  }

  @Override
  public String toString() {
    String start = before.map(b -> " from " + b).orElse("");
    return "for [%s] in %s%n  %s = %s along i%d%s%n"
        .formatted(Step.indexes(space.rank(), Axes.of()), space, place, element, axis, start);
  }
}
