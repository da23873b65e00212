package jacobean;

import jacobean.debugging.KeyReuse;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.fn.Fn4;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A distribution: makes arrays of a shape and dtype from a key and parameters. Many elements are
 * drawn by one compiled program, few operation by operation.
 */
final class Sampler {
  /**
   * From so many elements on, compiling a whole function pays; below, its operations run one by
   * one.
   */
  private static final long WORTH_COMPILING = 10_000;

  /** How it draws. */
  interface Draw {
    Array draw(Array key, List<Array> parameters, Shape shape, DType dtype);
  }

  private final String name;
  private final Draw draw;
  private final Fn4<Array, List<Array>, Shape, DType, Array> compiled;

  private Sampler(String name, Draw draw) {
    this.name = name;
    this.draw = draw;
    this.compiled =
        jax.jit(
            (Array k, List<Array> p, Shape s, DType t) -> draw.draw(k, p, s, t),
            jax.staticArgnums(2, 3));
  }

  /**
   * A distribution.
   *
   * @param name of the function in {@code random}, for messages
   */
  static Sampler of(String name, Draw draw) {
    return new Sampler(name, draw);
  }

  /** Draws, and counts the key as used. */
  Array sample(Array key, Shape shape, DType dtype, Object... parameters) {
    KeyReuse.watch().use(name, key.value());
    return draw(key, shape, dtype, parameters);
  }

  /** Draws floating numbers in the shape asked for or, if that is none, in the parameters'. */
  Array sampleLike(Array key, Shape shape, DType dtype, Object... parameters) {
    requireFloating(name, dtype);
    var typed = Arrays.stream(parameters).map(p -> (Object) jnp.asarray(p).astype(dtype)).toArray();
    return sample(key, shapeOf(shape, parameters), dtype, typed);
  }

  static void requireFloating(String name, DType dtype) {
    if (!dtype.isFloating()) {
      throw new DTypeException(
          "random."
              + name
              + ": dtype must be floating, got "
              + dtype
              + ". Convert the draw with astype("
              + dtype
              + ").");
    }
  }

  /**
   * The shape of a draw.
   *
   * @throws ShapeException if the parameters do not broadcast to the shape asked for
   */
  Shape shapeOf(Shape asked, Object... parameters) {
    var shapes =
        new ArrayList<>(Arrays.stream(parameters).map(p -> jnp.asarray(p).shape()).toList());
    var own = Promote.common("random." + name, shapes);
    if (asked.rank() == 0) {
      return own;
    }
    var common = Promote.common("random." + name, List.of(asked, own));
    if (!common.equals(asked)) {
      throw new ShapeException(
          "random."
              + name
              + ": parameters of shape "
              + own
              + " do not fit a draw of shape "
              + asked
              + "; they broadcast to "
              + common
              + ". Ask for that shape.");
    }
    return asked;
  }

  /** Draws as a part of another distribution. */
  Array draw(Array key, Shape shape, DType dtype, Object... parameters) {
    var arrays = Arrays.stream(parameters).map(jnp::asarray).toList();
    return shape.size() < WORTH_COMPILING
        ? draw.draw(key, arrays, shape, dtype)
        : compiled.apply(key, arrays, shape, dtype);
  }
}
