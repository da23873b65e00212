package jacobean.nd4j;

import jacobean.core.Concrete;
import jacobean.core.Primitive;
import jacobean.op.Arithmetic;
import jacobean.op.Contractions.DimensionNumbers;
import jacobean.op.Contractions.DotGeneral;
import jacobean.op.Exponential;
import jacobean.op.Hyperbolic;
import jacobean.op.Magnitudes;
import jacobean.op.Powers;
import jacobean.op.Reductions;
import jacobean.op.Rounding;
import jacobean.op.Shaping;
import jacobean.op.Trigonometric;
import jacobean.reference.ReferenceEngine;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Primitives as ND4J's operations, for float32 and float64. */
final class Nd4jOperations {
  private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

  private Nd4jOperations() {}

  /** Loads ND4J. */
  static void start() {
    Nd4j.scalar(1f).addi(1);
  }

  static List<Concrete> apply(Primitive primitive, List<Concrete> operands) {
    var types = primitive.abstractEval(operands.stream().map(Concrete::aval).toList());
    if (!areReals(operands) || types.size() != 1 || types.getFirst().size() == 0) {
      return ReferenceEngine.evaluate(primitive, operands);
    }
    var result = result(primitive, operands, types.getFirst());
    if (result.isEmpty()) {
      note(primitive);
      return ReferenceEngine.evaluate(primitive, operands);
    }
    var made = INDArrays.toConcrete(result.get());
    return List.of(new Concrete(types.getFirst(), made.buffer()));
  }

  private static void note(Primitive primitive) {
    if (NOTED.add(primitive.name())) {
      System.err.println(
          "jacobean: the nd4j engine has no operation for "
              + primitive.name()
              + " and evaluates it in plain Java.");
    }
  }

  /** Whether they are what ND4J computes with: not empty, and of one precision. */
  private static boolean areReals(List<Concrete> operands) {
    return !operands.isEmpty()
        && operands.stream()
            .allMatch(
                x ->
                    x.aval().size() > 0
                        && x.aval().dtype() == operands.getFirst().aval().dtype()
                        && (x.aval().dtype() == DType.FLOAT32
                            || x.aval().dtype() == DType.FLOAT64));
  }

  private static Optional<INDArray> result(Primitive primitive, List<Concrete> x, Aval out) {
    return switch (primitive) {
      case Arithmetic.Add _ -> binary(x, out, INDArray::add);
      case Arithmetic.Sub _ -> binary(x, out, INDArray::sub);
      case Arithmetic.Mul _ -> binary(x, out, INDArray::mul);
      case Arithmetic.Div _ -> binary(x, out, INDArray::div);
      case Arithmetic.Neg _ -> unary(x, INDArray::neg);
      case Magnitudes.Abs _ -> unary(x, a -> Transforms.abs(a, true));
      case Powers.Square _ -> unary(x, a -> a.mul(a));
      case Powers.Sqrt _ -> unary(x, a -> Transforms.sqrt(a, true));
      case Magnitudes.Sign _ -> unary(x, a -> Transforms.sign(a, true));
      case Powers.Pow _ -> binary(x, out, (a, b) -> Transforms.pow(a, b, true));
      case Exponential.Exp _ -> unary(x, a -> Transforms.exp(a, true));
      case Exponential.Log _ -> unary(x, a -> Transforms.log(a, true));
      case Exponential.Logistic _ -> unary(x, a -> Transforms.sigmoid(a, true));
      case Trigonometric.Sin _ -> unary(x, a -> Transforms.sin(a, true));
      case Trigonometric.Cos _ -> unary(x, a -> Transforms.cos(a, true));
      case Trigonometric.Tan _ -> unary(x, a -> Transforms.tan(a, true));
      case Trigonometric.Asin _ -> unary(x, a -> Transforms.asin(a, true));
      case Trigonometric.Acos _ -> unary(x, a -> Transforms.acos(a, true));
      case Trigonometric.Atan _ -> unary(x, a -> Transforms.atan(a, true));
      case Hyperbolic.Sinh _ -> unary(x, a -> Transforms.sinh(a, true));
      case Hyperbolic.Cosh _ -> unary(x, a -> Transforms.cosh(a, true));
      case Hyperbolic.Tanh _ -> unary(x, a -> Transforms.tanh(a, true));
      case Rounding.Floor _ -> unary(x, a -> Transforms.floor(a, true));
      case Rounding.Ceil _ -> unary(x, a -> Transforms.ceil(a, true));
      case Reductions.ReduceSum r -> over(x, r.axes(), INDArray::sum);
      case Reductions.ReduceProd r -> over(x, r.axes(), INDArray::prod);
      case Reductions.ReduceMax r -> over(x, r.axes(), INDArray::max);
      case Reductions.ReduceMin r -> over(x, r.axes(), INDArray::min);
      case DotGeneral d -> product(x, d.dimensionNumbers());
      case Shaping.Reshape r -> unary(x, a -> a.reshape('c', lengths(out)));
      case Shaping.Squeeze s -> unary(x, a -> a.reshape('c', lengths(out)));
      case Shaping.BroadcastInDim b ->
          Optional.of(repeated(x.getFirst(), b.broadcastDimensions(), out));
      case Shaping.Transpose t ->
          unary(x, a -> a.rank() < 2 ? a : a.permute(t.permutation().toArray()));
      default -> Optional.empty();
    };
  }

  private static long[] lengths(Aval aval) {
    return Arrays.stream(aval.shape().toArray()).asLongStream().toArray();
  }

  private static Optional<INDArray> unary(List<Concrete> x, UnaryOperator<INDArray> f) {
    return Optional.of(f.apply(INDArrays.toINDArray(x.getFirst())));
  }

  private static Optional<INDArray> binary(List<Concrete> x, Aval out, BinaryOperator<INDArray> f) {
    return Optional.of(f.apply(spread(x.get(0), out), spread(x.get(1), out)));
  }

  /** A scalar repeated to the result's shape. */
  private static INDArray spread(Concrete x, Aval out) {
    return x.aval().rank() == out.rank()
        ? INDArrays.toINDArray(x)
        : Nd4j.valueArrayOf(lengths(out), x.host().real(0), INDArrays.type(x.aval().dtype()));
  }

  /** An operand repeated along the axes that it has not. */
  private static INDArray repeated(Concrete x, Axes dimensions, Aval out) {
    if (x.aval().rank() == 0) {
      return spread(x, out);
    }
    var ones = new long[out.rank()];
    Arrays.fill(ones, 1);
    for (int i = 0; i < dimensions.size(); i++) {
      ones[dimensions.toArray()[i]] = x.aval().shape().dim(i);
    }
    return INDArrays.toINDArray(x).reshape('c', ones).broadcast(lengths(out));
  }

  private interface Reduction {
    INDArray apply(INDArray x, int... axes);
  }

  private static Optional<INDArray> over(List<Concrete> x, Axes axes, Reduction f) {
    return axes.size() == 0 ? unary(x, a -> a) : unary(x, a -> f.apply(a, axes.toArray()));
  }

  /** The product of two matrices; ND4J has no more general one. */
  private static Optional<INDArray> product(List<Concrete> x, DimensionNumbers n) {
    boolean matrices = x.stream().allMatch(a -> a.aval().rank() == 2) && n.leftBatch().size() == 0;
    if (!matrices || n.leftContract().size() != 1) {
      return Optional.empty();
    }
    var left = INDArrays.toINDArray(x.get(0));
    var right = INDArrays.toINDArray(x.get(1));
    boolean turnLeft = n.leftContract().toArray()[0] == 0;
    boolean turnRight = n.rightContract().toArray()[0] == 1;
    return Optional.of(
        (turnLeft ? left.transpose() : left).mmul(turnRight ? right.transpose() : right));
  }
}
