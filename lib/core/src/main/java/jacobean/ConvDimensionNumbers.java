package jacobean;

import jacobean.error.ShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where batch, feature and spatial axes stand in the operands and the result of a convolution.
 * {@code lax.ConvDimensionNumbers}.
 *
 * {@snippet :
 * var image = Shape.of(8, 28, 28, 3);
 * var kernel = Shape.of(3, 3, 3, 16);
 * lax.convDimensionNumbers(image, kernel, "NHWC", "HWIO", "NHWC").lhsSpec() // => [0, 3, 1, 2]
 * }
 *
 * @param lhsSpec the axes of the operand: that of the batch, of the features, and the spatial ones
 * @param rhsSpec the axes of the kernel: that of output features, of input features, and the
 *     spatial ones
 * @param outSpec the axes of the result, as the operand's
 */
public record ConvDimensionNumbers(
    List<Integer> lhsSpec, List<Integer> rhsSpec, List<Integer> outSpec) {
  public ConvDimensionNumbers {
    lhsSpec = List.copyOf(lhsSpec);
    rhsSpec = List.copyOf(rhsSpec);
    outSpec = List.copyOf(outSpec);
  }

  /** The order that {@code lax.conv} takes: batch and features first. */
  static ConvDimensionNumbers usual(int rank) {
    var order = IntStream.range(0, rank).boxed().toList();
    return new ConvDimensionNumbers(order, order, order);
  }

  /** From orders as {@code "NHWC", "HWIO", "NHWC"}. */
  static ConvDimensionNumbers of(String lhs, String rhs, String out) {
    return new ConvDimensionNumbers(
        places(lhs, 'N', 'C', rhs), places(rhs, 'O', 'I', rhs), places(out, 'N', 'C', rhs));
  }

  private static List<Integer> places(String axes, char first, char second, String kernel) {
    boolean distinct = axes.chars().distinct().count() == axes.length();
    if (!distinct || axes.indexOf(first) < 0 || axes.indexOf(second) < 0) {
      throw new ShapeException(
          "convDimensionNumbers: wanted different letters with "
              + first
              + " and "
              + second
              + " among them, got \""
              + axes
              + "\".");
    }
    var places = new ArrayList<>(List.of(axes.indexOf(first), axes.indexOf(second)));
    for (char c : kernel.toCharArray()) {
      if (c != 'O' && c != 'I') {
        if (axes.indexOf(c) < 0 || axes.length() != kernel.length()) {
          throw new ShapeException(
              "convDimensionNumbers: \""
                  + axes
                  + "\" and the kernel's \""
                  + kernel
                  + "\" must have the same spatial letters.");
        }
        places.add(axes.indexOf(c));
      }
    }
    return places;
  }
}
