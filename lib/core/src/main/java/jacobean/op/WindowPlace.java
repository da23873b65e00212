package jacobean.op;

import jacobean.ir.Expr;
import jacobean.ir.Op;
import jacobean.ir.Operand;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where an element of a window lies in an array, as expressions.
 *
 * @param place its index
 * @param inside whether the window is inside of the array; empty where nobody asks
 */
record WindowPlace(List<Expr> place, Optional<Expr> inside) {
  /**
   * The place of an element.
   *
   * @param sliceSizes the lengths of windows
   * @param batch which window, one expression per batch axis
   * @param within which element of it, one expression per axis of windows
   * @param bounded whether the place must be within bounds even if the window is not inside
   */
  static WindowPlace of(
      Windows numbers,
      GatherScatterMode mode,
      Shape array,
      Axes sliceSizes,
      Operand indices,
      List<Expr> batch,
      List<Expr> within,
      boolean bounded) {
    var windowAxes = numbers.windowAxes(array.rank());
    var place = new ArrayList<Expr>();
    for (int d = 0; d < array.rank(); d++) {
      int along = numbers.operandBatchingDims().indexOf(d);
      place.add(
          along >= 0
              ? batch.get(numbers.startIndicesBatchingDims().get(along))
              : windowAxes.contains(d) ? within.get(windowAxes.indexOf(d)) : Expr.index(0));
    }
    Expr inside = null;
    for (int k = 0; k < numbers.startIndexMap().size(); k++) {
      int d = numbers.startIndexMap().get(k);
      var vector = new ArrayList<>(batch);
      vector.add(Expr.index(k));
      var start = indices.at(vector).cast(DType.INT64);
      var last = Expr.index(array.dim(d) - sliceSizes.get(d));
      var here = start.compare(Op.GE, Expr.index(0)).op(Op.AND, start.compare(Op.LE, last));
      inside = inside == null ? here : inside.op(Op.AND, here);
      var first = bounded ? start.op(Op.MAX, Expr.index(0)).op(Op.MIN, last) : start;
      place.set(d, first.plus(place.get(d)));
    }
    return new WindowPlace(
        place,
        mode == GatherScatterMode.FILL_OR_DROP ? Optional.ofNullable(inside) : Optional.empty());
  }

  /** Some axes' expressions. */
  static List<Expr> pick(List<Expr> index, Axes axes) {
    return Arrays.stream(axes.toArray()).mapToObj(index::get).toList();
  }
}
