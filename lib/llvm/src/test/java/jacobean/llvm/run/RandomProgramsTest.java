package jacobean.llvm.run;

import jacobean.core.Concrete;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.op.ArgReductions;
import jacobean.op.Arithmetic;
import jacobean.op.Comparison;
import jacobean.op.Contractions;
import jacobean.op.Conversion;
import jacobean.op.Hyperbolic;
import jacobean.op.Magnitudes;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.op.Trigonometric;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever fusion makes of programs of many operations, the results are the reference engine's. */
class RandomProgramsTest {
  private static final int PROGRAMS = 150;
  private static final int MOST_EQUATIONS = 24;
  private static final int MOST_ELEMENTS = 3000;

  static IntStream seeds() {
    return IntStream.range(0, PROGRAMS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void compiledEqualsReference(int seed) {
    Random random = new Random(seed);
    Jaxpr program = new Writer(random).write(2 + random.nextInt(MOST_EQUATIONS));
    List<Concrete> inputs =
        program.inputTypes().stream().map(a -> Programs.random(random, a, false)).toList();
    Programs.compare(program, inputs, 1e-8);
  }

  /** Writes programs of float64 values that stay bounded, so that errors do not grow. */
  private static final class Writer {
    private final Random random;
    private final List<Jaxpr.Var> inputs = new ArrayList<>();
    private final List<Jaxpr.Var> values = new ArrayList<>();
    private final List<Jaxpr.Eqn> equations = new ArrayList<>();

    Writer(Random random) {
      this.random = random;
    }

    Jaxpr write(int length) {
      int[][] shapes = {{}, {7}, {5, 7}, {3, 5, 7}, {40, 33}, {33}};
      for (int i = 0; i < 3; i++) {
        Jaxpr.Var v =
            new Jaxpr.Var(Aval.of(Shape.of(shapes[random.nextInt(shapes.length)]), DType.FLOAT64));
        inputs.add(v);
        values.add(v);
      }
      while (equations.size() < length) {
        addOne();
      }
      List<Jaxpr.Atom> outputs = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        outputs.add(any());
      }
      outputs.add(values.getLast());
      return new Jaxpr(0, inputs, equations, outputs);
    }

    /** Late values more often than early ones, so that programs are deep. */
    private Jaxpr.Var any() {
      int n = values.size();
      return values.get(
          random.nextBoolean() ? random.nextInt(n) : n - 1 - random.nextInt(Math.min(4, n)));
    }

    private Jaxpr.Var apply(Primitive primitive, Jaxpr.Atom... operands) {
      List<Aval> types =
          primitive.abstractEval(List.of(operands).stream().map(Jaxpr.Atom::aval).toList());
      List<Jaxpr.Var> results = types.stream().map(Jaxpr.Var::new).toList();
      equations.add(new Jaxpr.Eqn(primitive, List.of(operands), results));
      results.stream().filter(r -> r.aval().dtype() == DType.FLOAT64).forEach(values::add);
      return results.getFirst();
    }

    private Jaxpr.Atom constant() {
      return new Jaxpr.Literal(Concrete.scalar(DType.FLOAT64, false, random.nextInt(5) - 2));
    }

    private void addOne() {
      Jaxpr.Var x = any();
      Shape shape = x.aval().shape();
      int rank = shape.rank();
      int axis = rank == 0 ? 0 : random.nextInt(rank);
      switch (random.nextInt(16)) {
        case 0 -> apply(new Hyperbolic.Tanh(), x);
        case 1 -> apply(new Trigonometric.Sin(), x);
        case 2 -> apply(new Arithmetic.Mul(), apply(new Trigonometric.Cos(), x), constant());
        case 3 -> apply(new Arithmetic.Sub(), constant(), x);
        case 4, 5 -> {
          Jaxpr.Var y = sameShape(x);
          apply(random.nextBoolean() ? new Arithmetic.Add() : new Magnitudes.Max(), x, y);
        }
        case 6 -> {
          Jaxpr.Var y = sameShape(x);
          Jaxpr.Var less = apply(new Comparison.Lt(), x, y);
          apply(new Comparison.SelectN(), less, x, y);
        }
        case 7 -> {
          if (rank > 0) {
            // A mean, so that sums stay bounded.
            Jaxpr.Var sum = apply(new Reductions.ReduceSum(Axes.of(axis)), x);
            apply(
                new Arithmetic.Div(),
                sum,
                new Jaxpr.Literal(Concrete.scalar(DType.FLOAT64, false, shape.dim(axis))));
          }
        }
        case 8 -> apply(new Reductions.ReduceMax(Axes.all(rank)), x);
        case 9 -> {
          int length = 2 + random.nextInt(6);
          if (shape.size() * length <= MOST_ELEMENTS) {
            int at = random.nextInt(rank + 1);
            Axes to = Axes.of(IntStream.range(0, rank).map(i -> i < at ? i : i + 1).toArray());
            apply(new Shaping.BroadcastInDim(shape.insert(at, length), to), x);
          }
        }
        case 10 -> {
          List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
          Collections.shuffle(order, random);
          apply(new Shaping.Transpose(Axes.of(order.stream().mapToInt(i -> i).toArray())), x);
        }
        case 11 -> apply(new Shaping.Reshape(Shape.of(Math.toIntExact(shape.size()))), x);
        case 12 -> {
          if (rank > 0 && shape.dim(axis) > 2) {
            int[] low = new int[rank];
            int[] high = shape.toArray();
            int[] ones = new int[rank];
            java.util.Arrays.fill(ones, 1);
            low[axis] = 1;
            apply(new Slicing.Slice(Axes.of(low), Axes.of(high), Axes.of(ones)), x);
          }
        }
        case 13 -> {
          if (rank > 0 && 2 * shape.size() <= MOST_ELEMENTS) {
            apply(new Slicing.Concatenate(axis), x, sameShape(x));
          }
        }
        case 14 -> {
          if (rank > 0) {
            Jaxpr.Var y = sameShape(x);
            var numbers =
                new Contractions.DimensionNumbers(
                    Axes.of(axis), Axes.of(axis), Axes.of(), Axes.of());
            long free = shape.drop(axis).size();
            if (free * free <= MOST_ELEMENTS) {
              Jaxpr.Var product = apply(new Contractions.DotGeneral(numbers, DType.FLOAT64), x, y);
              apply(new Hyperbolic.Tanh(), product);
            }
          }
        }
        default -> {
          if (rank > 0) {
            Jaxpr.Var place = apply(new ArgReductions.ArgMax(axis), x);
            apply(new Conversion.ConvertElementType(DType.FLOAT64, false), place);
          }
        }
      }
    }

    private Jaxpr.Var sameShape(Jaxpr.Var x) {
      List<Jaxpr.Var> same =
          values.stream().filter(v -> v.aval().shape().equals(x.aval().shape())).toList();
      return same.get(random.nextInt(same.size()));
    }
  }
}
