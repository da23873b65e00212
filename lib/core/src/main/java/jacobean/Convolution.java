package jacobean;

import jacobean.error.ShapeException;
import java.util.Arrays;

/**
 * How a convolution slides: strides, padding, dilations, groups and the order of axes. Immutable;
 * each wither gives another one. What {@code lax.conv_general_dilated} takes as keywords.
 *
 * {@snippet :
 * var how = Convolution.of(2, 2).padding("SAME").dimensionNumbers("NHWC", "HWIO", "NHWC");
 * var images = jnp.ones(1, 8, 8, 3);
 * lax.convGeneralDilated(images, jnp.ones(3, 3, 3, 5), how).shape() // => (1, 4, 4, 5)
 * }
 */
public final class Convolution {
  final int[] strides;
  final String padding;
  final int[][] ends;
  final int[] lhsDilation;
  final int[] rhsDilation;
  final String lhsAxes;
  final String rhsAxes;
  final String outAxes;
  final int featureGroups;
  final int batchGroups;

  private Convolution(
      int[] strides,
      String padding,
      int[][] ends,
      int[] lhsDilation,
      int[] rhsDilation,
      String lhsAxes,
      String rhsAxes,
      String outAxes,
      int featureGroups,
      int batchGroups) {
    this.strides = strides;
    this.padding = padding;
    this.ends = ends;
    this.lhsDilation = lhsDilation;
    this.rhsDilation = rhsDilation;
    this.lhsAxes = lhsAxes;
    this.rhsAxes = rhsAxes;
    this.outAxes = outAxes;
    this.featureGroups = featureGroups;
    this.batchGroups = batchGroups;
  }

  /**
   * A convolution with these strides, one per spatial axis; no padding, axes as "NCHW", "OIHW".
   *
   * {@snippet :
   * var how = Convolution.of(1);
   * lax.convGeneralDilated(jnp.ones(1, 1, 5), jnp.ones(1, 1, 3), how) // => [[[3. 3. 3.]]]
   * }
   *
   * @throws ShapeException if a stride is below 1
   */
  public static Convolution of(int... strides) {
    var ones = new int[strides.length];
    Arrays.fill(ones, 1);
    for (int s : strides) {
      requirePositive("a stride", s);
    }
    return new Convolution(strides.clone(), "VALID", null, ones, ones, null, null, null, 1, 1);
  }

  /**
   * "VALID" for none, "SAME" for as much as makes the result as long as the operand over the
   * stride, "SAME_LOWER" for the same with the odd element before.
   *
   * {@snippet :
   * var how = Convolution.of(1).padding("SAME");
   * lax.convGeneralDilated(jnp.ones(1, 1, 5), jnp.ones(1, 1, 3), how) // => [[[2. 3. 3. 3. 2.]]]
   * }
   */
  public Convolution padding(String name) {
    return new Convolution(
        strides,
        name,
        null,
        lhsDilation,
        rhsDilation,
        lhsAxes,
        rhsAxes,
        outAxes,
        featureGroups,
        batchGroups);
  }

  /**
   * Zeros before and after, a pair for each spatial axis; negative numbers crop.
   *
   * {@snippet :
   * var how = Convolution.of(1).padding(new int[][] {{2, 0}});
   * lax.convGeneralDilated(jnp.ones(1, 1, 5), jnp.ones(1, 1, 3), how) // => [[[1. 2. 3. 3. 3.]]]
   * }
   */
  public Convolution padding(int[][] ends) {
    return new Convolution(
        strides,
        null,
        ends,
        lhsDilation,
        rhsDilation,
        lhsAxes,
        rhsAxes,
        outAxes,
        featureGroups,
        batchGroups);
  }

  /**
   * Spreads the operand: {@code dilation - 1} zeros between its elements.
   *
   * {@snippet :
   * var how = Convolution.of(1).lhsDilation(2);
   * lax.convGeneralDilated(jnp.ones(1, 1, 3), jnp.ones(1, 1, 2), how) // => [[[1. 1. 1. 1.]]]
   * }
   *
   * @throws ShapeException if a dilation is below 1
   */
  public Convolution lhsDilation(int... dilation) {
    for (int d : dilation) {
      requirePositive("a dilation", d);
    }
    return new Convolution(
        strides,
        padding,
        ends,
        dilation.clone(),
        rhsDilation,
        lhsAxes,
        rhsAxes,
        outAxes,
        featureGroups,
        batchGroups);
  }

  /**
   * Spreads the kernel: atrous convolution.
   *
   * {@snippet :
   * var how = Convolution.of(1).rhsDilation(2);
   * var x = jnp.arange(5.).reshape(1, 1, 5);
   * lax.convGeneralDilated(x, jnp.ones(1, 1, 2), how) // => [[[2. 4. 6.]]]
   * }
   *
   * @throws ShapeException if a dilation is below 1
   */
  public Convolution rhsDilation(int... dilation) {
    for (int d : dilation) {
      requirePositive("a dilation", d);
    }
    return new Convolution(
        strides,
        padding,
        ends,
        lhsDilation,
        dilation.clone(),
        lhsAxes,
        rhsAxes,
        outAxes,
        featureGroups,
        batchGroups);
  }

  /**
   * The order of axes of operand, kernel and result: N and C (kernel: O and I), other letters are
   * spatial axes and must be the same in all three.
   *
   * {@snippet :
   * var how = Convolution.of(1).dimensionNumbers("NWC", "WIO", "NWC");
   * lax.convGeneralDilated(jnp.ones(1, 5, 2), jnp.ones(3, 2, 4), how).shape() // => (1, 3, 4)
   * }
   */
  public Convolution dimensionNumbers(String lhs, String rhs, String out) {
    return new Convolution(
        strides,
        padding,
        ends,
        lhsDilation,
        rhsDilation,
        lhs,
        rhs,
        out,
        featureGroups,
        batchGroups);
  }

  /**
   * Splits the features into groups that do not meet: as many as features is a depthwise
   * convolution.
   *
   * {@snippet :
   * var how = Convolution.of(1).featureGroupCount(2);
   * lax.convGeneralDilated(jnp.ones(1, 2, 5), jnp.ones(2, 1, 3), how).shape() // => (1, 2, 3)
   * }
   *
   * @throws ShapeException if it is below 1
   */
  public Convolution featureGroupCount(int groups) {
    requirePositive("featureGroupCount", groups);
    return new Convolution(
        strides,
        padding,
        ends,
        lhsDilation,
        rhsDilation,
        lhsAxes,
        rhsAxes,
        outAxes,
        groups,
        batchGroups);
  }

  /**
   * Splits the batch into groups, each with its part of the kernel's output features.
   *
   * {@snippet :
   * var how = Convolution.of(1).batchGroupCount(2);
   * lax.convGeneralDilated(jnp.ones(2, 1, 5), jnp.ones(2, 1, 3), how).shape() // => (1, 2, 3)
   * }
   *
   * @throws ShapeException if it is below 1
   */
  public Convolution batchGroupCount(int groups) {
    requirePositive("batchGroupCount", groups);
    return new Convolution(
        strides,
        padding,
        ends,
        lhsDilation,
        rhsDilation,
        lhsAxes,
        rhsAxes,
        outAxes,
        featureGroups,
        groups);
  }

  private static void requirePositive(String what, int n) {
    if (n < 1) {
      throw new ShapeException(
          "convGeneralDilated: " + what + " must be 1 or more, got " + n + ".");
    }
  }

  int spatial() {
    return strides.length;
  }

  /** The letters of the spatial axes, in the kernel's order. */
  private String letters() {
    return "HWDUVXYZ".substring(0, spatial());
  }

  String lhs() {
    return lhsAxes == null ? "NC" + letters() : lhsAxes;
  }

  String rhs() {
    return rhsAxes == null ? "OI" + letters() : rhsAxes;
  }

  String out() {
    return outAxes == null ? "NC" + letters() : outAxes;
  }

  /**
   * Elements put before the first along each spatial axis, and after the last.
   *
   * @param lengths of the operand, dilated
   * @param windows of the kernel, dilated
   */
  static int[][] ends(
      String operation,
      String padding,
      int[][] given,
      int[] lengths,
      int[] windows,
      int[] strides) {
    if (given != null) {
      if (given.length != lengths.length || Arrays.stream(given).anyMatch(p -> p.length != 2)) {
        throw new ShapeException(
            operation
                + ": wanted padding as a pair for each of "
                + lengths.length
                + " spatial axes, got "
                + Arrays.deepToString(given)
                + ".");
      }
      return given;
    }
    LaxWindows.requirePositive(operation + ": strides", strides);
    var ends = new int[lengths.length][];
    for (int i = 0; i < lengths.length; i++) {
      int count = Math.ceilDiv(lengths[i], strides[i]);
      int all = Math.max(0, (count - 1) * strides[i] + windows[i] - lengths[i]);
      ends[i] =
          switch (padding.toUpperCase(java.util.Locale.ROOT)) {
            case "VALID" -> new int[] {0, 0};
            case "SAME" -> new int[] {all / 2, all - all / 2};
            case "SAME_LOWER" -> new int[] {all - all / 2, all / 2};
            case String s ->
                throw new ShapeException(
                    operation
                        + ": padding must be \"VALID\", \"SAME\", \"SAME_LOWER\" or pairs of numbers, got \""
                        + s
                        + "\".");
          };
    }
    return ends;
  }
}
