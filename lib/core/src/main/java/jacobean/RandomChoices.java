package jacobean;

import static jacobean.type.DType.INT32;

import jacobean.core.Value;
import jacobean.debugging.KeyReuse;
import jacobean.error.ShapeException;
import jacobean.op.Shaping;
import jacobean.op.Sorting;
import jacobean.prng.Random;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.List;

/** Drawing from what is given: permutations, choices, categories. */
class RandomChoices extends RandomCounts {
  /** Rounds of sorting by 32 random bits until collisions of keys do not matter. */
  private static final double EXPONENT = 3;

  RandomChoices() {}

  // --- Permutations ---

  /**
   * The integers below n in random order, int32. {@code jax.random.permutation}.
   *
   * {@snippet :
   * random.permutation(random.PRNGKey(0), 5) // => [0 1 4 3 2]
   * }
   *
   * @throws ShapeException if key is no key, or there is nothing to order
   */
  public static Array permutation(Array key, int n) {
    return permutation(key, jnp.arange(n));
  }

  /**
   * The array with its first axis in random order. {@code jax.random.permutation}.
   *
   * {@snippet :
   * random.permutation(random.PRNGKey(0), jnp.array(10, 20, 30)) // => [10 20 30]
   * }
   */
  public static Array permutation(Array key, Array x) {
    return permutation(key, x, 0, false);
  }

  /**
   * The array with one axis in random order. {@code jax.random.permutation}.
   *
   * @param independent whether each line along the axis gets an order of its own
   */
  public static Array permutation(Array key, Array x, int axis, boolean independent) {
    if (x.ndim() == 0) {
      throw new ShapeException(
          "random.permutation: there is nothing to order in "
              + x.aval()
              + "; give an int for the numbers below it.");
    }
    KeyReuse.watch().use("permutation", key.value());
    return shuffled(key, x, Dims.axis("permutation", axis, x.ndim()), independent);
  }

  private static Array shuffled(Array key, Array x, int axis, boolean independent) {
    var drawn = independent ? x.shape() : Shape.of(x.shape().dim(axis));
    int rounds =
        (int) Math.ceil(EXPONENT * Math.log(Math.max(1, drawn.size())) / Math.log(0xFFFF_FFFFL));
    var value = x.value();
    var next = key;
    for (int i = 0; i < rounds; i++) {
      var bits = Random.bits(fresh(next, 2, 1).value(), drawn);
      Value keys = independent ? bits : Shaping.broadcastInDim(bits, x.shape(), Axes.of(axis));
      value = new Sorting.Sort(axis, true, 1).bind(List.of(keys, value)).getLast();
      next = fresh(next, 2, 0);
    }
    return Array.of(value);
  }

  // --- Choices ---

  /**
   * Integers below a, with replacement, int32. {@code jax.random.choice}.
   *
   * {@snippet :
   * random.choice(random.PRNGKey(0), 10, 4) // => [9 0 2 3]
   * }
   */
  public static Array choice(Array key, int a, int... shape) {
    return choice(key, a, Shape.of(shape), true);
  }

  /** Integers below a, int32; without replacement all differ. {@code jax.random.choice}. */
  public static Array choice(Array key, int a, Shape shape, boolean replace) {
    return indexes(key, a, shape, replace);
  }

  /**
   * Integers below a with these probabilities, int32. {@code jax.random.choice}.
   *
   * {@snippet :
   * random.choice(random.PRNGKey(0), 2, Shape.of(5), jnp.array(0.9, 0.1)) // => [0 0 0 0 0]
   * }
   */
  public static Array choice(Array key, int a, Shape shape, Array p) {
    return indexes(key, a, shape, true, p);
  }

  /** Integers below a with these probabilities, int32. {@code jax.random.choice}. */
  public static Array choice(Array key, int a, Shape shape, boolean replace, Array p) {
    return indexes(key, a, shape, replace, p);
  }

  /** Rows of an array, with replacement. {@code jax.random.choice}. */
  public static Array choice(Array key, Array a, int... shape) {
    return choice(key, a, Shape.of(shape), true);
  }

  /**
   * Rows of an array: shape (shape..., the other axes of a). {@code jax.random.choice}.
   *
   * {@snippet :
   * random.choice(random.PRNGKey(0), jnp.array(10, 20, 30), Shape.of(3), false) // => [10 20 30]
   * random.choice(random.PRNGKey(0), jnp.ones(3), Shape.of(4), false) // throws ShapeException
   * }
   *
   * @throws ShapeException if more are asked for without replacement than there are
   */
  public static Array choice(Array key, Array a, Shape shape, boolean replace) {
    return jnp.take(a, indexes(key, rows(a), shape, replace), 0);
  }

  /** Rows of an array, each with its probability. {@code jax.random.choice}. */
  public static Array choice(Array key, Array a, Shape shape, boolean replace, Array p) {
    return jnp.take(a, indexes(key, rows(a), shape, replace, p), 0);
  }

  /**
   * Parts of an array along an axis, each with its probability: shape (axes before, shape..., axes
   * after). {@code jax.random.choice}.
   *
   * {@snippet :
   * random.choice(random.key(0), jnp.ones(2, 5), Shape.of(3), false, null, 1).shape() // => (2, 3)
   * }
   *
   * @param p the probabilities; null for equal ones
   * @throws ShapeException if more are asked for without replacement than there are
   */
  public static Array choice(
      Array key, Array a, Shape shape, boolean replace, @OrNull Array p, int axis) {
    int at = Dims.axis("random.choice", axis, a.ndim());
    var rows = jnp.moveaxis(a, at, 0);
    var chosen =
        p == null ? choice(key, rows, shape, replace) : choice(key, rows, shape, replace, p);
    for (int i = 0; i < at; i++) {
      chosen = jnp.moveaxis(chosen, shape.rank() + i, i);
    }
    return chosen;
  }

  private static int rows(Array a) {
    if (a.ndim() == 0) {
      throw new ShapeException(
          "random.choice: wanted an array of rows or an int, got " + a.aval() + ".");
    }
    return a.shape(0);
  }

  private static Array indexes(Array key, int n, Shape shape, boolean replace) {
    requirePopulation(n, shape, replace);
    KeyReuse.watch().use("choice", key.value());
    return replace
        ? RANDINT.draw(key, shape, INT32, jnp.asarray(0), jnp.asarray(n))
        : firstOf(shuffled(key, jnp.arange(n), 0, false), shape);
  }

  private static Array indexes(Array key, int n, Shape shape, boolean replace, Array p) {
    requirePopulation(n, shape, replace);
    if (!p.shape().equals(Shape.of(n))) {
      throw new ShapeException(
          "random.choice: p must have a probability for each of the "
              + n
              + " choices, got "
              + p.aval()
              + ".");
    }
    KeyReuse.watch().use("choice", key.value());
    var weights = Array.of(Promote.toFloating(p.value()));
    if (!replace) {
      var score =
          ContinuousSamplers.GUMBEL.draw(key, Shape.of(n), weights.dtype()).plus(jnp.log(weights));
      return firstOf(Array.of(Sorting.argsort(List.of(jnp.negative(score).value()), 0)), shape);
    }
    var cumulated = jnp.cumsum(weights);
    var u =
        jnp.subtract(1, ContinuousSamplers.unit(key, shape, weights.dtype()))
            .times(cumulated.get(-1));
    return jnp.searchsorted(cumulated, u).astype(INT32);
  }

  private static Array firstOf(Array order, Shape shape) {
    return jnp.reshape(order.get(":" + shape.size()), shape.toArray());
  }

  private static void requirePopulation(int n, Shape shape, boolean replace) {
    if (n <= 0 && shape.size() > 0) {
      throw new ShapeException(
          "random.choice: there must be something to choose from, got " + n + ".");
    }
    if (!replace && shape.size() > n) {
      throw new ShapeException(
          "random.choice: cannot take "
              + shape.size()
              + " of "
              + n
              + " without replacement. Take fewer, or replace.");
    }
  }

  // --- Categories ---

  /**
   * A category for each row of unnormalized log probabilities, int32. {@code
   * jax.random.categorical}.
   *
   * {@snippet :
   * random.categorical(random.PRNGKey(0), jnp.array(0., -jnp.inf)) // => 0
   * random.categorical(random.PRNGKey(0), jnp.zeros(4, 3)).shape() // => (4,)
   * }
   *
   * @throws jacobean.error.DTypeException if dtype is not floating
   * @throws ShapeException if key is no key, a length is negative, the parameters do not broadcast
   *     to the shape, or the axis is out of bounds
   */
  public static Array categorical(Array key, Array logits) {
    return categorical(key, logits, -1);
  }

  /**
   * A category along an axis of unnormalized log probabilities, int32. {@code
   * jax.random.categorical}.
   */
  public static Array categorical(Array key, Array logits, int axis) {
    return categorical(key, logits, axis, Shape.SCALAR);
  }

  /**
   * Categories along an axis of unnormalized log probabilities, int32. {@code
   * jax.random.categorical}.
   *
   * @param shape of the draw, which ends in the shape of the logits without the axis; that shape,
   *     if none is given
   */
  public static Array categorical(Array key, Array logits, int axis, Shape shape) {
    return categorical(key, logits, axis, shape, true, "low");
  }

  /**
   * Categories along an axis of unnormalized log probabilities, int32. {@code
   * jax.random.categorical}.
   *
   * {@snippet :
   * jnp.sort(random.categorical(random.PRNGKey(0), jnp.zeros(3), -1, Shape.of(3), false, "low")) // => [0 1 2]
   * }
   *
   * @param shape of the draw, which ends in the shape of the logits without the axis; that shape,
   *     if none is given
   * @param replace whether a row may give a category more than once
   * @param mode of {@code gumbel}: {@code "low"}, {@code "high"} or {@code "highest"}
   * @throws ShapeException if the shape does not fit, or asks for more categories than there are
   */
  public static Array categorical(
      Array key, Array logits, int axis, Shape shape, boolean replace, String mode) {
    int along = Dims.axis("categorical", axis, logits.ndim());
    var own = logits.shape().drop(along);
    var asked = shape.rank() == 0 ? own : shape;
    int more = asked.rank() - own.rank();
    for (int i = 0; i < own.rank(); i++) {
      if (more < 0 || asked.dim(more + i) != own.dim(i)) {
        throw new ShapeException(
            "random.categorical: a draw of shape "
                + asked
                + " must end in the shape of the rows of logits, "
                + own
                + ".");
      }
    }
    var real = Array.of(Promote.toFloating(logits.value()));
    var gumbel = PreciseSamplers.gumbel(mode);
    KeyReuse.watch().use("categorical", key.value());
    if (!replace) {
      var scores = gumbel.draw(key, real.shape(), real.dtype()).plus(real);
      return different(jnp.moveaxis(scores, along, -1), asked, more);
    }
    var scores = logits.shape();
    for (int i = more - 1; i >= 0; i--) {
      scores = scores.insert(0, asked.dim(i));
    }
    return jnp.argmax(gumbel.draw(key, scores, real.dtype()).plus(real), more + along);
  }

  /** The places of as many of the greatest scores of each row as the leading axes ask for. */
  private static Array different(Array scores, Shape asked, int more) {
    long count = 1;
    for (int i = 0; i < more && count <= scores.shape(-1); i++) {
      count *= asked.dim(i);
    }
    if (count > scores.shape(-1)) {
      throw new ShapeException(
          "random.categorical: cannot take "
              + "as many as "
              + asked
              + " of "
              + scores.shape(-1)
              + " categories without replacement. Take fewer, or replace.");
    }
    var best = lax.topK(scores, (int) count).get(1);
    return jnp.reshape(jnp.moveaxis(best, -1, 0), asked.toArray());
  }
}
