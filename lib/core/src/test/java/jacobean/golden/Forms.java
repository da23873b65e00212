package jacobean.golden;

import jacobean.Array;
import jacobean.AttentionOptions;
import jacobean.Bins;
import jacobean.Convolution;
import jacobean.DotDimensionNumbers;
import jacobean.GatherDimensionNumbers;
import jacobean.Histogram;
import jacobean.RoundingMethod;
import jacobean.ScatterDimensionNumbers;
import jacobean.Unique;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * What takes an option value or a function where JAX takes keywords, with the keywords of the
 * goldens as parameters. Overloads that differ in the keyword only take it as another number type.
 */
public final class Forms {
  private Forms() {}

  /** A keyword that a case may leave out; the parameter is null then. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  @interface OrAbsent {}

  // --- jnp ---

  public static List<Array> gradients(Array f, double first, double second) {
    return jnp.gradients(f, first, second);
  }

  public static Array cov(Array x, Array fweights, double ddof) {
    return jnp.cov(x, null, true, ddof, fweights, null);
  }

  public static Array cov(Array x, double ddof, Array aweights) {
    return jnp.cov(x, null, true, ddof, null, aweights);
  }

  public static Array cov(Array x, Array fweights, Array aweights, double ddof) {
    return jnp.cov(x, null, true, ddof, fweights, aweights);
  }

  public static List<Array> histogram(Array x, int bins, List<Number> range) {
    return jnp.histogram(x, Bins.of(bins).range(doubles(range)));
  }

  public static List<Array> histogram(Array x, int bins, Array weights) {
    return jnp.histogram(x, Bins.of(bins).weights(weights));
  }

  public static List<Array> histogram(Array x, int bins, boolean density) {
    return jnp.histogram(x, Bins.of(bins).density(density));
  }

  public static List<Array> histogram(
      Array x, int bins, List<Number> range, Array weights, boolean density) {
    return jnp.histogram(x, Bins.of(bins).range(doubles(range)).weights(weights).density(density));
  }

  public static Array histogramBinEdges(Array x, int bins, List<Number> range) {
    return jnp.histogramBinEdges(x, Bins.of(bins).range(doubles(range)));
  }

  public static List<Array> histogram2d(Array x, Array y, int[] bins, int[][] range) {
    var bounds = Arrays.stream(range).flatMapToInt(Arrays::stream).asDoubleStream().toArray();
    return jnp.histogram2d(x, y, Bins.of(bins).range(bounds));
  }

  public static List<Array> histogram2d(
      Array x, Array y, int[] bins, Array weights, boolean density) {
    return jnp.histogram2d(x, y, Bins.of(bins).weights(weights).density(density));
  }

  public static Histogram histogramdd(Array sample, int[] bins, boolean density) {
    return jnp.histogramdd(sample, Bins.of(bins).density(density));
  }

  private static double[] doubles(List<Number> numbers) {
    return numbers.stream().mapToDouble(Number::doubleValue).toArray();
  }

  public static Array unique(Array x, int size) {
    return jnp.unique(x, Unique.elements().size(size));
  }

  public static Array unique(Array x, int size, Number fillValue) {
    return jnp.unique(x, Unique.elements().size(size).fillValue(fillValue));
  }

  public static Array unique(Array x, long axis) {
    return jnp.unique(x, Unique.along((int) axis));
  }

  public static Array unique(Array x, boolean equalNan) {
    return jnp.unique(x, Unique.elements().equalNan(equalNan));
  }

  public static List<Array> uniqueAll(Array x, int size) {
    return jnp.uniqueAll(x, Unique.elements().size(size));
  }

  public static List<Array> uniqueAll(Array x, long axis) {
    return jnp.uniqueAll(x, Unique.along((int) axis));
  }

  // --- lax ---

  public static Array round(Array x, String method) {
    return lax.round(x, RoundingMethod.valueOf(method));
  }

  public static Array gather(
      Array x,
      Array indices,
      int[] sliceSizes,
      int[] offsetDims,
      int[] collapsedSliceDims,
      int[] startIndexMap,
      String mode) {
    var numbers = GatherDimensionNumbers.of(offsetDims, collapsedSliceDims, startIndexMap);
    return lax.gather(x, indices, numbers, sliceSizes, mode);
  }

  public static Array scatter(
      Array x,
      Array indices,
      Array updates,
      int[] updateWindowDims,
      int[] insertedWindowDims,
      int[] scatterDimsToOperandDims,
      String mode) {
    return lax.scatter(
        x,
        indices,
        updates,
        ScatterDimensionNumbers.of(updateWindowDims, insertedWindowDims, scatterDimsToOperandDims),
        mode);
  }

  public static Array scatterAdd(
      Array x,
      Array indices,
      Array updates,
      int[] updateWindowDims,
      int[] insertedWindowDims,
      int[] scatterDimsToOperandDims,
      String mode) {
    return lax.scatterAdd(
        x,
        indices,
        updates,
        ScatterDimensionNumbers.of(updateWindowDims, insertedWindowDims, scatterDimsToOperandDims),
        mode);
  }

  public static Array scatterSub(
      Array x,
      Array indices,
      Array updates,
      int[] updateWindowDims,
      int[] insertedWindowDims,
      int[] scatterDimsToOperandDims,
      String mode) {
    return lax.scatterSub(
        x,
        indices,
        updates,
        ScatterDimensionNumbers.of(updateWindowDims, insertedWindowDims, scatterDimsToOperandDims),
        mode);
  }

  public static Array scatterMul(
      Array x,
      Array indices,
      Array updates,
      int[] updateWindowDims,
      int[] insertedWindowDims,
      int[] scatterDimsToOperandDims,
      String mode) {
    return lax.scatterMul(
        x,
        indices,
        updates,
        ScatterDimensionNumbers.of(updateWindowDims, insertedWindowDims, scatterDimsToOperandDims),
        mode);
  }

  public static Array scatterMin(
      Array x,
      Array indices,
      Array updates,
      int[] updateWindowDims,
      int[] insertedWindowDims,
      int[] scatterDimsToOperandDims,
      String mode) {
    return lax.scatterMin(
        x,
        indices,
        updates,
        ScatterDimensionNumbers.of(updateWindowDims, insertedWindowDims, scatterDimsToOperandDims),
        mode);
  }

  public static Array scatterMax(
      Array x,
      Array indices,
      Array updates,
      int[] updateWindowDims,
      int[] insertedWindowDims,
      int[] scatterDimsToOperandDims,
      String mode) {
    return lax.scatterMax(
        x,
        indices,
        updates,
        ScatterDimensionNumbers.of(updateWindowDims, insertedWindowDims, scatterDimsToOperandDims),
        mode);
  }

  public static Array scatterApply(
      Array x,
      Array indices,
      int[] updateWindowDims,
      int[] insertedWindowDims,
      int[] scatterDimsToOperandDims,
      int[] updateShape) {
    return lax.scatterApply(
        x,
        indices,
        v -> v.times(2).plus(1),
        ScatterDimensionNumbers.of(updateWindowDims, insertedWindowDims, scatterDimsToOperandDims),
        updateShape);
  }

  public static Array dotGeneral(Array x, Array y, int[][] contract, int[][] batch) {
    return lax.dotGeneral(x, y, numbers(contract, batch));
  }

  public static Array dotGeneral(Array x, Array y, int[][] contract, int[][] batch, DType dtype) {
    return lax.dotGeneral(x, y, numbers(contract, batch), dtype);
  }

  private static DotDimensionNumbers numbers(int[][] contract, int[][] batch) {
    return DotDimensionNumbers.contract(contract[0], contract[1]).batch(batch[0], batch[1]);
  }

  public static Array reduceWindow(
      Array x, Number init, String computation, int[] window, int[] strides, String padding) {
    return lax.reduceWindow(x, init, combined(computation), window, strides, padding);
  }

  public static Array reduceWindow(
      Array x,
      Number init,
      String computation,
      int[] window,
      int[] strides,
      int[][] padding,
      int[] baseDilation,
      int[] windowDilation) {
    return lax.reduceWindow(
        x,
        jnp.asarray(init, x.dtype()),
        combined(computation),
        window,
        strides,
        padding,
        baseDilation,
        windowDilation);
  }

  public static Array reduceWindow(
      Array x, Number init, String computation, int[] window, int[] strides, int[][] padding) {
    return lax.reduceWindow(x, init, combined(computation), window, strides, padding);
  }

  private static BinaryOperator<Array> combined(String name) {
    return switch (name) {
      case "max" -> lax::max;
      case "min" -> lax::min;
      case "add" -> lax::add;
      case "mul" -> lax::mul;
      default -> throw new IllegalArgumentException("no function " + name);
    };
  }

  public static Array convGeneralDilated(
      Array x,
      Array w,
      int[] windowStrides,
      String padding,
      int[] lhsDilation,
      int[] rhsDilation,
      String[] dimensionNumbers,
      int featureGroupCount,
      int batchGroupCount) {
    return lax.convGeneralDilated(
        x,
        w,
        convolution(windowStrides, dimensionNumbers)
            .padding(padding)
            .lhsDilation(lhsDilation)
            .rhsDilation(rhsDilation)
            .featureGroupCount(featureGroupCount)
            .batchGroupCount(batchGroupCount));
  }

  public static Array convGeneralDilated(
      Array x,
      Array w,
      int[] windowStrides,
      int[][] padding,
      int[] lhsDilation,
      int[] rhsDilation,
      String[] dimensionNumbers,
      int featureGroupCount,
      int batchGroupCount) {
    return lax.convGeneralDilated(
        x,
        w,
        convolution(windowStrides, dimensionNumbers)
            .padding(padding)
            .lhsDilation(lhsDilation)
            .rhsDilation(rhsDilation)
            .featureGroupCount(featureGroupCount)
            .batchGroupCount(batchGroupCount));
  }

  private static Convolution convolution(int[] strides, String[] orders) {
    return Convolution.of(strides).dimensionNumbers(orders[0], orders[1], orders[2]);
  }

  public static Array convGeneralDilatedPatches(
      Array x,
      int[] filterShape,
      int[] strides,
      int[][] padding,
      int[] lhsDilation,
      int[] rhsDilation,
      String[] orders) {
    return lax.convGeneralDilatedPatches(
        x,
        filterShape,
        Convolution.of(strides)
            .padding(padding)
            .lhsDilation(lhsDilation)
            .rhsDilation(rhsDilation)
            .dimensionNumbers(orders[0], orders[1], orders[2]));
  }

  public static Array convGeneralDilatedLocal(
      Array x, Array w, int[] strides, int[][] padding, int[] filterShape, String[] orders) {
    return lax.convGeneralDilatedLocal(
        x,
        w,
        filterShape,
        Convolution.of(strides).padding(padding).dimensionNumbers(orders[0], orders[1], orders[2]));
  }

  // --- nn and random ---

  public static Array dotProductAttention(
      Array query,
      Array key,
      Array value,
      @OrAbsent Array bias,
      @OrAbsent Array mask,
      @OrAbsent Number scale,
      @OrAbsent Boolean isCausal,
      @OrAbsent Array querySeqLengths,
      @OrAbsent Array keyValueSeqLengths,
      @OrAbsent int[] localWindowSize) {
    var options =
        AttentionOptions.none()
            .bias(bias)
            .mask(mask)
            .scale(scale)
            .causal(isCausal != null && isCausal)
            .querySeqLengths(querySeqLengths)
            .keyValueSeqLengths(keyValueSeqLengths);
    var w = localWindowSize;
    return jax.nn.dotProductAttention(
        query, key, value, w == null ? options : options.localWindowSize(w[0], w[w.length - 1]));
  }

  public static Array choice(Array key, Array x, Shape shape, boolean replace, int axis) {
    return random.choice(key, x, shape, replace, null, axis);
  }

  /** What is no array as one: shapes, tables and lists of whole numbers. */
  static Array numbers(Object got) {
    return switch (got) {
      case Array a -> a;
      case Shape s -> jnp.array(s.toArray());
      case List<?> l when l.stream().allMatch(e -> e instanceof Integer) ->
          jnp.array(l.stream().mapToInt(i -> (Integer) i).toArray());
      case List<?> l -> jnp.stack(l.stream().map(Forms::numbers).toList());
      case Record r -> numbers(GoldenTest.components(r));
      case int[][] table ->
          jnp.stack(IntStream.range(0, table.length).mapToObj(i -> jnp.array(table[i])).toList());
      default -> throw new IllegalArgumentException("no array: " + got);
    };
  }
}
