package jacobean.laws;

import static jacobean.laws.Families.discrete;
import static jacobean.laws.Families.real;
import static jacobean.laws.Families.shaped;
import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Row.primitive;
import static jacobean.type.DType.FLOAT32;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.UINT32;

import jacobean.core.Primitive;
import jacobean.op.CountSampling;
import jacobean.op.GammaSampling;
import jacobean.op.Threefry;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.List;

/** Rows of the primitives that draw random numbers. */
final class DrawingRows {
  private DrawingRows() {}

  static List<Row> rows() {
    var word = integers(UINT32, 0, 0xFFFF_FFFFL);
    return List.of(
        discrete(new Threefry.Threefry2x32(), word, word, word, word),
        drawing(new GammaSampling.RandomGamma(false), real(.3, 5)),
        drawing(new GammaSampling.RandomGamma(true), real(.3, 5)),
        drawing(new CountSampling.Poisson(), real(.3, 30)),
        drawing(new CountSampling.Binomial(), real(1, 90), real(.1, .9)),
        // Too long for the laws of derivatives: it has none.
        primitive(new GammaSampling.RandomGammaGrad()).on(real(.3, 5, 97), real(.1, 6, 97)));
  }

  /**
   * A primitive that draws: one key for all, and a key for each example. What a draw is does not
   * move as its slope says.
   */
  private static Row drawing(Primitive p, Numbers... parameters) {
    var row = primitive(p).withoutDerivative();
    for (var type : List.of(FLOAT32, FLOAT64)) {
      for (var shapes :
          List.of(
              List.of(Shape.of(2), Shape.of(7)),
              List.of(Shape.of(2), Shape.SCALAR),
              List.of(Shape.of(3, 2), Shape.of(3, 5)),
              List.of(Shape.of(3, 2), Shape.of(3)),
              List.of(Shape.of(2), Shape.of(0)))) {
        var operands =
            new ArrayList<>(List.of(integers(UINT32, 0, 0xFFFF_FFFFL).shaped(shapes.get(0))));
        operands.addAll(shaped(parameters, type, shapes.get(1)));
        row = row.onAll(List.of(operands));
      }
    }
    return row;
  }
}
