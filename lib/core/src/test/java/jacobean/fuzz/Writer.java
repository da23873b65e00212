package jacobean.fuzz;

import jacobean.Array;
import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.error.JacobeanException;
import jacobean.fuzz.Pool.Maker;
import jacobean.fuzz.Program.Input;
import jacobean.fuzz.Program.Step;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes random programs. Values are computed on the way, so that those that are not finite, huge
 * or many can be passed over most of the time: what follows from them would tell little.
 */
final class Writer {
  private static final int LEAST_STEPS = 5;
  private static final int MOST_STEPS = 40;
  private static final int MOST_ELEMENTS = 800;
  private static final double HUGE = 1e3;
  private static final int MOST_OUTPUTS = 6;

  private static final int[][] SHAPES = {
    {},
    {1},
    {2},
    {7},
    {33},
    {0},
    {3, 4},
    {1, 5},
    {4, 1},
    {2, 3, 4},
    {5, 5},
    {2, 0},
    {13, 3},
    {1, 2, 1, 3}
  };
  private static final List<DType> FLOATING =
      List.of(DType.FLOAT32, DType.FLOAT32, DType.FLOAT32, DType.FLOAT64, DType.FLOAT64);
  private static final List<DType> OTHERS =
      List.of(
          DType.FLOAT16,
          DType.BFLOAT16,
          DType.INT32,
          DType.INT32,
          DType.INT64,
          DType.INT8,
          DType.UINT8,
          DType.INT16,
          DType.UINT16,
          DType.UINT32,
          DType.UINT64,
          DType.BOOL);

  private static final List<Maker> MAKERS =
      Stream.of(
              MathSteps.makers(),
              MathSteps.makers(),
              ShapeSteps.makers(),
              ReductionSteps.makers(),
              IndexSteps.makers(),
              AlgebraSteps.makers(),
              ControlSteps.makers(),
              RandomSteps.makers(),
              TableSteps.makers())
          .flatMap(List::stream)
          .toList();

  private Writer() {}

  /** The program of a seed; the same seed gives the same program. */
  static Program write(long seed) {
    var random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    var pool = new Pool(random);
    var inputs = new ArrayList<Input>();
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      var input = input(random, i);
      inputs.add(input);
      pool.values.add(Array.of(input.example(0)));
    }
    var steps = new ArrayList<Step>();
    // Short ones more often: they take less time, and a fault is nearer to be seen.
    double share = random.nextDouble();
    int length = LEAST_STEPS + (int) ((MOST_STEPS - LEAST_STEPS + 1) * share * share * share);
    while (steps.size() < length) {
      MAKERS.get(random.nextInt(MAKERS.size())).make(pool).ifPresent(s -> add(s, pool, steps));
    }
    return new Program(seed, inputs, steps, outputs(random, inputs.size(), steps, pool.values));
  }

  private static void add(Step step, Pool pool, List<Step> steps) {
    List<Array> results;
    try {
      results = step.f().of(step.operands().stream().map(pool.values::get).toList());
    } catch (JacobeanException e) {
      // Operands that the step does not take, as bools where numbers are wanted.
      return;
    }
    boolean dull = results.isEmpty() || results.stream().anyMatch(Writer::isDull);
    if (results.stream().anyMatch(r -> r.size() > MOST_ELEMENTS || r.dtype().isComplex())
        || dull && pool.below(40) > 0) {
      return;
    }
    steps.add(new Step(step.text(), step.operands(), pool.values.size(), results.size(), step.f()));
    pool.values.addAll(results);
  }

  private static boolean isDull(Array x) {
    if (x.size() == 0) {
      return true;
    }
    if (!x.dtype().isFloating()) {
      return false;
    }
    for (double d : x.toDoubles()) {
      if (!(Math.abs(d) < HUGE)) {
        return true;
      }
    }
    return false;
  }

  private static Input input(Random random, int number) {
    var shape = SHAPES[random.nextInt(SHAPES.length)];
    var types = number < 2 ? FLOATING : OTHERS;
    var aval = Aval.of(Shape.of(shape), types.get(random.nextInt(types.size())));
    var examples = new ArrayList<Concrete>();
    for (int b = 0; b < Program.EXAMPLES; b++) {
      examples.add(numbers(random, aval));
    }
    return new Input(examples, random.nextInt(5) > 0);
  }

  private static Concrete numbers(Random random, Aval aval) {
    var type = aval.dtype();
    return (type.isFloating()
            ? HostArray.ofReals(aval, _ -> type.round(2 * random.nextGaussian()))
            : HostArray.ofIntegers(
                aval,
                _ ->
                    type == DType.BOOL
                        ? random.nextInt(2)
                        : type.wrap(
                            random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(-4, 12))))
        .toConcrete();
  }

  /** What nothing uses, the last first, and something at random. */
  private static List<Integer> outputs(
      Random random, int inputs, List<Step> steps, List<Array> values) {
    var used = new HashSet<Integer>();
    steps.forEach(s -> used.addAll(s.operands()));
    var unused =
        IntStream.range(inputs, values.size()).filter(i -> !used.contains(i)).boxed().toList();
    var outputs =
        new ArrayList<>(unused.subList(Math.max(0, unused.size() - MOST_OUTPUTS), unused.size()));
    outputs.add(random.nextInt(inputs, values.size()));
    return outputs.stream().distinct().toList();
  }
}
