package jacobean;

import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.op.Arithmetic;
import jacobean.op.Contractions;
import jacobean.op.Contractions.DimensionNumbers;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.op.SlidingWindows;
import jacobean.type.Axes;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The part of {@link lax} that slides windows. */
abstract sealed class LaxConvolutions extends LaxPooling permits LaxControl {

  /**
   * The convolution (in fact the correlation) of float[n,c,h,w] with a kernel float[o,c,kh,kw], for
   * any number of spatial axes. {@code lax.conv}.
   *
   * {@snippet :
   * var image = jnp.ones(1, 1, 4, 4);
   * lax.conv(image, jnp.ones(1, 1, 3, 3), new int[] {1, 1}, "VALID") // => [[[[9. 9.] [9. 9.]]]]
   * }
   *
   * @param padding "SAME" or "VALID"
   * @throws DTypeException if the dtypes differ
   * @throws ShapeException if the ranks do not fit the strides
   */
  public static Array conv(Array lhs, Array rhs, int[] windowStrides, String padding) {
    return convGeneralDilated(lhs, rhs, Convolution.of(windowStrides).padding(padding));
  }

  /** {@link #conv} with explicit padding. {@code lax.conv_general_dilated}. */
  public static Array convGeneralDilated(
      Array lhs, Array rhs, int[] windowStrides, int[][] padding) {
    return convGeneralDilated(lhs, rhs, Convolution.of(windowStrides).padding(padding));
  }

  /** {@link #conv} with padding by name. {@code lax.conv_general_dilated}. */
  public static Array convGeneralDilated(
      Array lhs, Array rhs, int[] windowStrides, String padding) {
    return convGeneralDilated(lhs, rhs, Convolution.of(windowStrides).padding(padding));
  }

  /**
   * The general convolution. {@code lax.conv_general_dilated}.
   *
   * <pre>{@code
   * lax.convGeneralDilated(x, kernel,
   *     Convolution.of(2, 2).padding("SAME").dimensionNumbers("NHWC", "HWIO", "NHWC"))
   * }</pre>
   *
   * {@snippet :
   * var image = jnp.ones(8, 28, 28, 3);
   * var how = Convolution.of(2, 2).padding("SAME").dimensionNumbers("NHWC", "HWIO", "NHWC");
   * lax.convGeneralDilated(image, jnp.ones(3, 3, 3, 16), how).shape() // => (8, 14, 14, 16)
   * }
   *
   * @throws ShapeException if the operands do not fit each other or the description
   * @throws DTypeException if their dtypes differ
   */
  public static Array convGeneralDilated(Array lhs, Array rhs, Convolution how) {
    int n = how.spatial();
    check(lhs, rhs, how);
    var spatial = how.rhs().replace("O", "").replace("I", "");
    var x = ordered(lhs, how.lhs(), "N" + spatial + "C");
    var w = ordered(rhs, how.rhs(), spatial + "IO");
    var product = convolve(x, w, how, n);
    var order = "N" + spatial + "C";
    return Array.of(Shaping.transpose(product, permutation(order, how.out())));
  }

  private static void check(Array lhs, Array rhs, Convolution how) {
    int n = how.spatial();
    for (var axes : new String[] {how.lhs(), how.rhs(), how.out()}) {
      if (axes.length() != n + 2 || axes.chars().distinct().count() != n + 2) {
        throw new ShapeException(
            "convGeneralDilated: with "
                + n
                + " strides, dimension numbers must have "
                + (n + 2)
                + " different letters, got \""
                + axes
                + "\".");
      }
    }
    if (lhs.ndim() != n + 2
        || rhs.ndim() != n + 2
        || how.lhsDilation.length != n
        || how.rhsDilation.length != n) {
      throw new ShapeException(
          "convGeneralDilated: with "
              + n
              + " strides, operand and kernel must have "
              + (n + 2)
              + " axes and dilations "
              + n
              + " numbers; got "
              + lhs.aval()
              + ", "
              + rhs.aval()
              + " and dilations of "
              + how.lhsDilation.length
              + " and "
              + how.rhsDilation.length
              + ". Add a batch axis with jnp.expandDims.");
    }
    if (lhs.dtype() != rhs.dtype()) {
      throw new DTypeException(
          "convGeneralDilated: operand and kernel must have one dtype, got "
              + lhs.aval()
              + " and "
              + rhs.aval()
              + ". Convert one with astype.");
    }
    int features = lhs.shape(how.lhs().indexOf('C'));
    int inputs = rhs.shape(how.rhs().indexOf('I'));
    int outputs = rhs.shape(how.rhs().indexOf('O'));
    int batch = lhs.shape(how.lhs().indexOf('N'));
    if (features != inputs * how.featureGroups || outputs % how.featureGroups != 0) {
      throw new ShapeException(
          "convGeneralDilated: "
              + features
              + " features in "
              + how.featureGroups
              + " groups do not fit a kernel for "
              + inputs
              + " inputs and "
              + outputs
              + " outputs: got "
              + lhs.aval()
              + " as "
              + how.lhs()
              + " and "
              + rhs.aval()
              + " as "
              + how.rhs()
              + ". Wanted features = inputs * featureGroupCount, which divides outputs.");
    }
    if (batch % how.batchGroups != 0
        || outputs % how.batchGroups != 0
        || (how.batchGroups > 1 && how.featureGroups > 1)) {
      throw new ShapeException(
          "convGeneralDilated: batchGroupCount "
              + how.batchGroups
              + " must divide the batch, "
              + batch
              + ", and the outputs, "
              + outputs
              + ", and cannot be used with featureGroupCount.");
    }
  }

  private static Axes permutation(String from, String to) {
    return Axes.of(
        to.chars()
            .map(
                c -> {
                  if (from.indexOf(c) < 0) {
                    throw new ShapeException(
                        "convGeneralDilated: dimension numbers \""
                            + from
                            + "\" and \""
                            + to
                            + "\" do not match: no axis is named '"
                            + (char) c
                            + "' in the first.");
                  }
                  return from.indexOf(c);
                })
            .toArray());
  }

  private static Value ordered(Array x, String from, String to) {
    return Shaping.transpose(x.value(), permutation(from, to));
  }

  /** [n, s..., c] with a kernel [k..., i, o]: the product of the kernel with every window. */
  private static Value convolve(Value lhs, Value w, Convolution how, int n) {
    var x = SlidingWindows.dilate(lhs, 1, how.lhsDilation);
    var lengths = IntStream.range(0, n).map(i -> x.shape().dim(1 + i)).toArray();
    var kernel = IntStream.range(0, n).map(i -> w.shape().dim(i)).toArray();
    var reach =
        IntStream.range(0, n)
            .map(i -> kernel[i] == 0 ? 0 : (kernel[i] - 1) * how.rhsDilation[i] + 1)
            .toArray();
    var ends =
        Convolution.ends("convGeneralDilated", how.padding, how.ends, lengths, reach, how.strides);
    var counts =
        IntStream.range(0, n)
            .map(i -> windowCount(lengths[i] + ends[i][0] + ends[i][1], reach[i], how.strides[i]))
            .toArray();
    var low = Arrays.stream(ends).mapToInt(e -> e[0]).toArray();
    var windows = SlidingWindows.windows(x, 1, kernel, how.strides, how.rhsDilation, low, counts);
    if (how.batchGroups > 1) {
      return batchGroups(windows, w, how.batchGroups, n);
    }
    return how.featureGroups > 1
        ? featureGroups(windows, w, how.featureGroups, n)
        : whole(windows, w, n);
  }

  static int windowCount(int length, int reach, int stride) {
    return length < reach ? 0 : (length - reach) / stride + 1;
  }

  /** Windows [n, o..., k..., c] and kernel [k..., c, f]. */
  private static Value whole(Value windows, Value w, int n) {
    return Contractions.dotGeneral(
        windows,
        w,
        new DimensionNumbers(
            Axes.range(n + 1, 2 * n + 2), Axes.range(0, n + 1), Axes.of(), Axes.of()));
  }

  private static Value featureGroups(Value windows, Value w, int groups, int n) {
    int inputs = w.shape().dim(n);
    int outputs = w.shape().dim(n + 1) / groups;
    var x =
        Shaping.reshape(windows, windows.shape().with(2 * n + 1, groups).insert(2 * n + 2, inputs));
    var k = Shaping.reshape(w, w.shape().with(n + 1, groups).insert(n + 2, outputs));
    Value product;
    if (inputs == 1) {
      // Too little work for matrix products: multiplied and summed element by element.
      var shape = x.shape().with(2 * n + 2, outputs);
      var left =
          Shaping.broadcastInDim(
              Shaping.squeeze(x, Axes.of(2 * n + 2)), shape, Axes.range(0, 2 * n + 2));
      var right =
          Shaping.broadcastInDim(
              Shaping.squeeze(k, Axes.of(n)), shape, Axes.range(n + 1, 2 * n + 3));
      product = Reductions.sum(Arithmetic.mul(left, right), Axes.range(n + 1, 2 * n + 1));
    } else {
      var numbers =
          new DimensionNumbers(
              Axes.range(n + 1, 2 * n + 1).then(Axes.of(2 * n + 2)),
              Axes.range(0, n + 1),
              Axes.of(2 * n + 1),
              Axes.of(n + 1));
      var grouped = Contractions.dotGeneral(x, k, numbers);
      product = Shaping.transpose(grouped, Axes.range(1, n + 2).then(Axes.of(0, n + 2)));
    }
    var shape = product.shape();
    return Shaping.reshape(product, shape.drop(n + 2).with(n + 1, groups * outputs));
  }

  private static Value batchGroups(Value windows, Value w, int groups, int n) {
    int batch = windows.shape().dim(0) / groups;
    int outputs = w.shape().dim(n + 1) / groups;
    var x = Shaping.reshape(windows, windows.shape().with(0, groups).insert(1, batch));
    var k = Shaping.reshape(w, w.shape().with(n + 1, groups).insert(n + 2, outputs));
    var numbers =
        new DimensionNumbers(
            Axes.range(n + 2, 2 * n + 3), Axes.range(0, n + 1), Axes.of(0), Axes.of(n + 1));
    var grouped = Contractions.dotGeneral(x, k, numbers);
    var product = Shaping.transpose(grouped, Axes.range(1, n + 2).then(Axes.of(0, n + 2)));
    return Shaping.reshape(product, product.shape().drop(n + 2).with(n + 1, groups * outputs));
  }

  /**
   * The transposed ("fractionally strided") convolution of float[n,h,w,c] with a kernel
   * float[kh,kw,c,o]. {@code lax.conv_transpose}.
   *
   * {@snippet :
   * var image = jnp.ones(1, 4, 4, 3);
   * var kernel = jnp.ones(2, 2, 3, 5);
   * lax.convTranspose(image, kernel, new int[] {2, 2}, "SAME").shape() // => (1, 8, 8, 5)
   * }
   *
   * @param strides how many times longer the result is
   * @param padding "SAME" or "VALID"
   * @throws ShapeException if the ranks do not fit the strides
   * @throws DTypeException if the dtypes differ
   */
  public static Array convTranspose(Array lhs, Array rhs, int[] strides, String padding) {
    int n = strides.length;
    var letters = "HWDUVXYZ".substring(0, n);
    var ones = new int[n];
    Arrays.fill(ones, 1);
    return convTranspose(
        lhs, rhs, strides, padding, ones, "N" + letters + "C", letters + "IO", "N" + letters + "C");
  }

  /**
   * {@link #convTranspose(Array, Array, int[], String)} with a dilated kernel and other orders of
   * axes.
   */
  public static Array convTranspose(
      Array lhs,
      Array rhs,
      int[] strides,
      String padding,
      int[] rhsDilation,
      String lhsAxes,
      String rhsAxes,
      String outAxes) {
    int n = strides.length;
    if (rhs.ndim() != n + 2) {
      throw new ShapeException(
          "convTranspose: with "
              + n
              + " strides the kernel must have "
              + (n + 2)
              + " axes, got "
              + rhs.aval()
              + ".");
    }
    var spatial = rhsAxes.replace("I", "").replace("O", "");
    if (spatial.length() != n || rhsAxes.length() != n + 2 || rhsDilation.length != n) {
      throw new ShapeException(
          "convTranspose: with "
              + n
              + " strides wanted "
              + n
              + " dilations, and I, O and "
              + n
              + " letters as the kernel's axes, got "
              + Arrays.toString(rhsDilation)
              + " and \""
              + rhsAxes
              + "\".");
    }
    var ends = new int[n][];
    for (int i = 0; i < n; i++) {
      int k = (rhs.shape(rhsAxes.indexOf(spatial.charAt(i))) - 1) * rhsDilation[i] + 1;
      ends[i] = transposedEnds(k, strides[i], padding);
    }
    var ones = new int[n];
    Arrays.fill(ones, 1);
    return convGeneralDilated(
        lhs,
        rhs,
        Convolution.of(ones)
            .padding(ends)
            .lhsDilation(strides)
            .rhsDilation(rhsDilation)
            .dimensionNumbers(lhsAxes, rhsAxes, outAxes));
  }

  /** Zeros before and after an axis for a kernel of a length, spread, and a stride. */
  static int[] transposedEnds(int k, int s, String padding) {
    boolean same = padding.equalsIgnoreCase("SAME");
    int all = same ? k + s - 2 : k + s - 2 + Math.max(k - s, 0);
    int before = !same || s > k - 1 ? k - 1 : Math.ceilDiv(all, 2);
    return new int[] {before, all - before};
  }

  /**
   * The products of stacks of matrices with the same leading axes. {@code lax.batch_matmul}.
   *
   * {@snippet :
   * lax.batchMatmul(jnp.ones(5, 2, 3), jnp.ones(5, 3, 4)).shape() // => (5, 2, 4)
   * }
   *
   * @throws ShapeException if the shapes do not fit
   * @throws DTypeException if the dtypes differ
   */
  public static Array batchMatmul(Array lhs, Array rhs) {
    if (lhs.ndim() < 2 || lhs.ndim() != rhs.ndim()) {
      throw new ShapeException(
          "batchMatmul: wanted stacks of matrices with as many axes, got "
              + lhs.aval()
              + " and "
              + rhs.aval()
              + ". jnp.matmul broadcasts.");
    }
    return Array.of(jacobean.op.Matrices.product(lhs.value(), rhs.value()));
  }
}
