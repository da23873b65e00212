package jacobean;

import jacobean.core.Value;
import jacobean.error.NullException;
import jacobean.error.ShapeException;
import jacobean.op.Shaping;
import jacobean.op.SlidingWindows;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The part of {@link lax} around convolutions: their windows, and the shapes of their results. */
abstract sealed class LaxPatches extends LaxWindows permits lax {

  /**
   * {@link #conv} with any padding and dilations. {@code lax.conv_with_general_padding}.
   *
   * {@snippet :
   * lax.convWithGeneralPadding(jnp.ones(1, 1, 3), jnp.ones(1, 1, 2), new int[] {1}, new int[][] {{1, 0}}, new int[] {1}, new int[] {1}) // => [[[1. 2. 2.]]]
   * }
   *
   * @param lhsDilation how far apart the operand's elements are put
   * @param rhsDilation how far apart the kernel's elements are put
   * @throws ShapeException if a dilation is below 1
   */
  public static Array convWithGeneralPadding(
      Array lhs,
      Array rhs,
      int[] windowStrides,
      int[][] padding,
      int[] lhsDilation,
      int[] rhsDilation) {
    return convGeneralDilated(
        lhs,
        rhs,
        Convolution.of(windowStrides)
            .padding(padding)
            .lhsDilation(lhsDilation)
            .rhsDilation(rhsDilation));
  }

  /**
   * The windows that a convolution multiplies with its kernel, as features of the result: for each
   * feature of the operand the elements of the window. {@code lax.conv_general_dilated_patches}.
   *
   * {@snippet :
   * lax.convGeneralDilatedPatches(jnp.arange(4.).reshape(1, 1, 4), new int[] {2}, Convolution.of(1).padding("VALID")) // => [[[0. 1. 2.] [1. 2. 3.]]]
   * }
   *
   * @param filterShape the spatial lengths of windows
   * @param how strides, padding, dilations and the orders of axes
   * @throws ShapeException if they do not fit
   */
  public static Array convGeneralDilatedPatches(Array lhs, int[] filterShape, Convolution how) {
    int n = how.spatial();
    requireAsMany("convGeneralDilatedPatches", n, filterShape.length, lhs.ndim() - 2);
    var d = convDimensionNumbers(how);
    var x = Shaping.transpose(lhs.value(), firstAndLast(d.lhsSpec()));
    var windows = windows(x, filterShape, how);
    // [n, o..., k..., c] to [n, c k..., o...], and to the order asked for.
    var order =
        Axes.of(0)
            .then(Axes.of(2 * n + 1))
            .then(Axes.range(n + 1, 2 * n + 1))
            .then(Axes.range(1, n + 1));
    var moved = Shaping.transpose(windows, order);
    int features =
        Arrays.stream(filterShape).reduce(lhs.shape(d.lhsSpec().get(1)), (a, b) -> a * b);
    var shape = Shape.of(moved.shape().dim(0), features);
    for (int i = 0; i < n; i++) {
      shape = shape.insert(shape.rank(), windows.shape().dim(1 + i));
    }
    return Array.of(Shaping.transpose(Shaping.reshape(moved, shape), axes(d.outSpec()).inverse()));
  }

  private static Value windows(Value lhs, int[] filterShape, Convolution how) {
    int n = how.spatial();
    var x = SlidingWindows.dilate(lhs, 1, how.lhsDilation);
    var lengths = IntStream.range(0, n).map(i -> x.shape().dim(1 + i)).toArray();
    var reach =
        IntStream.range(0, n).map(i -> dilated(filterShape[i], how.rhsDilation[i])).toArray();
    var ends =
        Convolution.ends(
            "convGeneralDilatedPatches", how.padding, how.ends, lengths, reach, how.strides);
    var counts =
        IntStream.range(0, n)
            .map(
                i ->
                    LaxConvolutions.windowCount(
                        lengths[i] + ends[i][0] + ends[i][1], reach[i], how.strides[i]))
            .toArray();
    var low = Arrays.stream(ends).mapToInt(e -> e[0]).toArray();
    return SlidingWindows.windows(x, 1, filterShape, how.strides, how.rhsDilation, low, counts);
  }

  /** Batch first, then the spatial axes, then features. */
  private static Axes firstAndLast(List<Integer> spec) {
    var order = new ArrayList<>(spec);
    order.add(order.remove(1));
    return axes(order);
  }

  private static Axes axes(List<Integer> axes) {
    return GatherDimensionNumbers.axes(axes);
  }

  /**
   * A convolution whose kernel differs from place to place. {@code lax.conv_general_dilated_local}.
   *
   * {@snippet :
   * lax.convGeneralDilatedLocal(jnp.ones(1, 1, 3), jnp.arange(4.).reshape(1, 2, 2), new int[] {2}, Convolution.of(1).padding("VALID")) // => [[[2. 4.]]]
   * }
   *
   * @param rhs as a kernel with the places of the result for its spatial axes, and for its input
   *     features those of {@link #convGeneralDilatedPatches}
   * @param filterShape the spatial lengths of windows
   * @throws ShapeException if the operands do not fit
   * @throws jacobean.error.DTypeException if the dtypes differ
   */
  public static Array convGeneralDilatedLocal(
      Array lhs, Array rhs, int[] filterShape, Convolution how) {
    var d = convDimensionNumbers(how);
    var patches = convGeneralDilatedPatches(lhs, filterShape, how);
    var x = jnp.transpose(patches, axes(d.outSpec()).toArray());
    var w = jnp.transpose(rhs, axes(d.rhsSpec()).toArray());
    int n = how.spatial();
    var spatial = IntStream.range(2, n + 2).toArray();
    var product = dotGeneral(x, w, DotDimensionNumbers.contract(1, 1).batch(spatial, spatial));
    // [o..., n, f] to [n, f, o...], and to the order asked for.
    var order = Axes.of(n, n + 1).then(Axes.range(0, n)).toArray();
    var usual = jnp.transpose(product, order);
    return jnp.transpose(usual, axes(d.outSpec()).inverse().toArray());
  }

  // --- Shapes and orders of axes ---

  /**
   * Where axes stand for orders like {@code "NHWC", "HWIO", "NHWC"}; null for the usual order.
   * {@code lax.conv_dimension_numbers}.
   *
   * {@snippet :
   * lax.convDimensionNumbers(Shape.of(1, 8, 3), Shape.of(2, 3, 4), "NHC", "HIO", "NHC").rhsSpec() // => [2, 1, 0]
   * }
   *
   * @throws ShapeException if they do not fit each other or the shapes
   */
  public static ConvDimensionNumbers convDimensionNumbers(
      Shape lhsShape, Shape rhsShape, @OrNull String lhs, @OrNull String rhs, @OrNull String out) {
    if (lhsShape.rank() != rhsShape.rank()) {
      throw new ShapeException(
          "convDimensionNumbers: operand and kernel must have as many axes, got "
              + lhsShape
              + " and "
              + rhsShape
              + ".");
    }
    if (lhs == null && rhs == null && out == null) {
      return ConvDimensionNumbers.usual(lhsShape.rank());
    }
    if (lhs == null || rhs == null || out == null) {
      throw new NullException(
          "convDimensionNumbers: wanted all three orders or none, got "
              + java.util.Arrays.asList(lhs, rhs, out)
              + ". Null for all three is the usual order.");
    }
    var numbers = ConvDimensionNumbers.of(lhs, rhs, out);
    requireAsMany("convDimensionNumbers", lhsShape.rank(), numbers.lhsSpec().size());
    return numbers;
  }

  private static ConvDimensionNumbers convDimensionNumbers(Convolution how) {
    return ConvDimensionNumbers.of(how.lhs(), how.rhs(), how.out());
  }

  /**
   * For operand, kernel and result the axes in the usual order. {@code
   * lax.conv_general_permutations}.
   *
   * {@snippet :
   * lax.convGeneralPermutations("NHC", "HIO", "NHC") // => [[0, 2, 1], [2, 1, 0], [0, 2, 1]]
   * }
   *
   * @throws ShapeException if a layout does not name each axis once
   */
  public static List<List<Integer>> convGeneralPermutations(String lhs, String rhs, String out) {
    var d = ConvDimensionNumbers.of(lhs, rhs, out);
    return List.of(d.lhsSpec(), d.rhsSpec(), d.outSpec());
  }

  /**
   * The shape of a convolution's result, all in the usual order. {@code lax.conv_shape_tuple}.
   *
   * {@snippet :
   * lax.convShapeTuple(Shape.of(1, 3, 8), Shape.of(4, 3, 2), new int[] {1}, new int[][] {{0, 1}}) // => (1, 4, 8)
   * }
   *
   * @param pads elements before and after each spatial axis
   * @throws ShapeException if the ranks do not fit
   */
  public static Shape convShapeTuple(Shape lhsShape, Shape rhsShape, int[] strides, int[][] pads) {
    int n = strides.length;
    requireAsMany("convShapeTuple", n, lhsShape.rank() - 2, rhsShape.rank() - 2, pads.length);
    var shape = Shape.of(lhsShape.dim(0), rhsShape.dim(0));
    for (int i = 0; i < n; i++) {
      int length = lhsShape.dim(2 + i) + pads[i][0] + pads[i][1];
      int count = LaxConvolutions.windowCount(length, rhsShape.dim(2 + i), strides[i]);
      shape = shape.insert(2 + i, count);
    }
    return shape;
  }

  /**
   * The shape of a convolution's result with axes in any order. {@code
   * lax.conv_general_shape_tuple}.
   *
   * {@snippet :
   * lax.convGeneralShapeTuple(Shape.of(1, 8, 3), Shape.of(2, 3, 4), new int[] {2}, "SAME", "NHC", "HIO", "NHC") // => (1, 4, 4)
   * }
   *
   * @param padding "SAME", "SAME_LOWER" or "VALID"
   * @throws ShapeException if a layout does not name each axis once
   */
  public static Shape convGeneralShapeTuple(
      Shape lhsShape,
      Shape rhsShape,
      int[] windowStrides,
      String padding,
      String lhs,
      String rhs,
      String out) {
    var d = ConvDimensionNumbers.of(lhs, rhs, out);
    var x = ordered(lhsShape, d.lhsSpec());
    var w = ordered(rhsShape, d.rhsSpec());
    var pads = padtypeToPads(spatial(x), spatial(w), windowStrides, padding);
    return reordered(convShapeTuple(x, w, windowStrides, pads), d.outSpec());
  }

  /**
   * The shape of a transposed convolution's result. {@code lax.conv_transpose_shape_tuple}.
   *
   * {@snippet :
   * lax.convTransposeShapeTuple(Shape.of(1, 8, 3), Shape.of(2, 3, 4), new int[] {2}, "SAME", "NHC", "HOI", "NHC") // => (1, 16, 3)
   * }
   *
   * @param padding "SAME" or "VALID"
   * @throws ShapeException if a layout does not name each axis once
   */
  public static Shape convTransposeShapeTuple(
      Shape lhsShape,
      Shape rhsShape,
      int[] windowStrides,
      String padding,
      String lhs,
      String rhs,
      String out) {
    var d = ConvDimensionNumbers.of(lhs, rhs, out);
    var x = ordered(lhsShape, d.lhsSpec());
    var w = ordered(rhsShape, d.rhsSpec());
    var shape = Shape.of(x.dim(0), w.dim(0));
    for (int i = 0; i < windowStrides.length; i++) {
      int k = w.dim(2 + i);
      int s = windowStrides[i];
      var ends = LaxConvolutions.transposedEnds(k, s, padding);
      shape = shape.insert(2 + i, (x.dim(2 + i) - 1) * s - k + 2 + ends[0] + ends[1]);
    }
    return reordered(shape, d.outSpec());
  }

  private static int[] spatial(Shape shape) {
    return Arrays.copyOfRange(shape.toArray(), 2, shape.rank());
  }

  private static Shape ordered(Shape shape, List<Integer> spec) {
    return Shape.of(spec.stream().mapToInt(shape::dim).toArray());
  }

  private static Shape reordered(Shape usual, List<Integer> spec) {
    return ordered(usual, GatherDimensionNumbers.list(axes(spec).inverse().toArray()));
  }
}
