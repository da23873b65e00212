package jacobean;

import jacobean.error.GradException;
import jacobean.fn.Fn;
import jacobean.pytree.PyTree;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Derivatives compared with differences of values. */
final class GradCheck {
  /** How far an argument is moved: where rounding and curvature disturb about as much. */
  private static final double STEP = 1e-2;

  private static final double STEP64 = 1e-4;
  private static final double TOLERANCE = 5e-3;
  private static final double TOLERANCE64 = 1e-5;

  private final Fn<?> function;
  private final PyTree arguments;
  private final long seed;

  private GradCheck(Fn<?> function, List<?> arguments, long seed) {
    this.function = function;
    this.arguments = PyTree.flatten(tree.map(x -> x, arguments));
    this.seed = seed;
  }

  static void check(Fn<?> f, List<?> args, int order) {
    check(f, args, order, 1);
  }

  private static void check(Fn<?> f, List<?> args, int order, long seed) {
    var check = new GradCheck(f, args, seed);
    check.forward();
    check.backward();
    if (order > 1) {
      check(
          check.moved(check.directions(arrays(check.arguments.leaves()), 2)),
          args,
          order - 1,
          seed + 1);
    }
  }

  /** The function of the tangent along a direction. */
  private Fn<List<Array>> moved(List<Array> direction) {
    return new Fn<>() {
      @Override
      public int arity() {
        return function.arity();
      }

      @Override
      public List<Array> call(Object... args) {
        return arrays(
            PyTree.flatten(
                    Directional.jvp(function, Arrays.asList(args), unflatten(direction)).tangent())
                .leaves());
      }
    };
  }

  private void forward() {
    var direction = directions(arrays(arguments.leaves()), 2);
    var exact = moved(direction).call(unflatten(arrays(arguments.leaves())).toArray());
    var difference = difference(direction);
    for (int i = 0; i < exact.size(); i++) {
      require("forward", exact.get(i), difference.get(i));
    }
  }

  /** The inner product of what is pulled back with a direction is that of its image. */
  private void backward() {
    var args = unflatten(arrays(arguments.leaves()));
    var direction = directions(arrays(arguments.leaves()), 3);
    var vjp = Directional.<Object>vjp(function, args.toArray());
    var value = PyTree.flatten(vjp.value());
    var cotangents = directions(arrays(value.leaves()), 4);
    var pulled = arrays(PyTree.flatten(vjp.apply(value.unflatten(cotangents))).leaves());
    require("backward", product(pulled, direction), product(cotangents, difference(direction)));
  }

  private List<Array> difference(List<Array> direction) {
    var leaves = arrays(arguments.leaves());
    double step = isDouble(leaves) ? STEP64 : STEP;
    var ahead = valuesAt(leaves, direction, step / 2);
    var behind = valuesAt(leaves, direction, -step / 2);
    var difference = new ArrayList<Array>();
    for (int i = 0; i < ahead.size(); i++) {
      difference.add(ahead.get(i).minus(behind.get(i)).div(step));
    }
    return difference;
  }

  private List<Array> valuesAt(List<Array> leaves, List<Array> direction, double step) {
    var moved = new ArrayList<Array>();
    for (int i = 0; i < leaves.size(); i++) {
      moved.add(leaves.get(i).plus(direction.get(i).times(step)));
    }
    return arrays(PyTree.flatten(function.call(unflatten(moved).toArray())).leaves());
  }

  private List<?> unflatten(List<Array> leaves) {
    return (List<?>) arguments.unflatten(leaves);
  }

  private List<Array> directions(List<Array> like, int stream) {
    var key = random.foldIn(random.key(seed), stream);
    var directions = new ArrayList<Array>();
    for (int i = 0; i < like.size(); i++) {
      var x = like.get(i);
      if (!x.dtype().isFloating()) {
        throw new GradException(
            "checkGrads: arguments and results must be floating, got "
                + x.aval()
                + ". Convert them with astype(jnp.float32), or check a function without them.");
      }
      directions.add(random.normal(random.foldIn(key, i), x.shape(), x.dtype()));
    }
    return directions;
  }

  private static Array product(List<Array> xs, List<Array> ys) {
    var sum = jnp.array(0.);
    for (int i = 0; i < xs.size(); i++) {
      sum = sum.plus(jnp.sum(xs.get(i).times(ys.get(i))));
    }
    return sum;
  }

  private static boolean isDouble(List<Array> leaves) {
    return leaves.stream().allMatch(x -> x.dtype() == DType.FLOAT64);
  }

  private void require(String mode, Array exact, Array difference) {
    double tolerance = isDouble(arrays(arguments.leaves())) ? TOLERANCE64 : TOLERANCE;
    double scale = 1 + jnp.max(jnp.abs(difference)).item();
    double error = jnp.max(jnp.abs(exact.minus(difference))).item();
    if (!(error <= tolerance * scale)) {
      throw new GradException(
          "checkGrads: the "
              + mode
              + " derivative is "
              + exact
              + ", but differences of values give "
              + difference
              + ". A rule of customJvp or customVjp may be wrong, or the function not smooth here.");
    }
  }

  private static List<Array> arrays(List<?> leaves) {
    return leaves.stream().map(Array.class::cast).toList();
  }
}
