package jacobean;

/** The part of {@code jax.nn} that are the less common activation functions, element by element. */
abstract class Activations extends Attention {
  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SELU_SCALE = 1.0507009873554805;

  Activations() {}

  /**
   * x itself. {@code jax.nn.identity}.
   *
   * {@snippet :
   * jax.nn.identity(jnp.array(-1., 2.)) // => [-1. 2.]
   * }
   */
  public static Array identity(Array x) {
    return x;
  }

  /**
   * x where it is positive, {@code e^x - 1} elsewhere. {@code jax.nn.celu}.
   *
   * {@snippet :
   * jax.nn.celu(jnp.array(-1., 2.)) // => [-0.63212055 2. ]
   * }
   */
  public static Array celu(Array x) {
    return celu(x, 1);
  }

  /** x where it is positive, {@code alpha (e^(x/alpha) - 1)} elsewhere. {@code jax.nn.celu}. */
  public static Array celu(Array x, double alpha) {
    return jnp.maximum(x, 0.).plus(jnp.expm1(jnp.minimum(x, 0.).div(alpha)).times(alpha));
  }

  /**
   * {@code elu} scaled so that layers keep mean and variance. {@code jax.nn.selu}.
   *
   * {@snippet :
   * jax.nn.selu(jnp.array(-1., 1.)) // => [-1.1113307 1.050701 ]
   * }
   */
  public static Array selu(Array x) {
    return jax.nn.elu(x, SELU_ALPHA).times(SELU_SCALE);
  }

  /**
   * {@code log(sigmoid(x))} without underflow. {@code jax.nn.log_sigmoid}.
   *
   * {@snippet :
   * jax.nn.logSigmoid(jnp.array(-200., 0.)) // => [-200. -0.6931472]
   * }
   *
   * @throws jacobean.error.DTypeException if x is of bools
   */
  public static Array logSigmoid(Array x) {
    return jnp.negative(jax.nn.softplus(jnp.negative(x)));
  }

  /**
   * {@code x / (1 + |x|)}. {@code jax.nn.soft_sign}.
   *
   * {@snippet :
   * jax.nn.softSign(jnp.array(-3., 1.)) // => [-0.75 0.5 ]
   * }
   */
  public static Array softSign(Array x) {
    return x.div(jnp.abs(x).plus(1));
  }

  /**
   * x kept between -1 and 1. {@code jax.nn.hard_tanh}.
   *
   * {@snippet :
   * jax.nn.hardTanh(jnp.array(-3., 0.5, 3.)) // => [-1. 0.5 1. ]
   * }
   */
  public static Array hardTanh(Array x) {
    return jnp.where(x.gt(1), 1, jnp.where(x.lt(-1), -1, x));
  }

  /**
   * {@code relu6(x + 3) / 6}. {@code jax.nn.hard_sigmoid}.
   *
   * {@snippet :
   * jax.nn.hardSigmoid(jnp.array(-3., 0., 3.)) // => [0. 0.5 1. ]
   * }
   */
  public static Array hardSigmoid(Array x) {
    return jax.nn.relu6(x.plus(3.)).div(6.);
  }

  /**
   * {@code x hard_sigmoid(x)}. {@code jax.nn.hard_silu}.
   *
   * {@snippet :
   * jax.nn.hardSilu(jnp.array(-4., 1., 4.)) // => [-0. 0.6666667 4. ]
   * }
   */
  public static Array hardSilu(Array x) {
    return x.times(hardSigmoid(x));
  }

  /**
   * {@link #hardSilu}. {@code jax.nn.hard_swish}.
   *
   * {@snippet :
   * jax.nn.hardSwish(jnp.array(1.)) // => 0.6666667
   * }
   */
  public static Array hardSwish(Array x) {
    return hardSilu(x);
  }

  /**
   * {@code x tanh(softplus(x))}. {@code jax.nn.mish}.
   *
   * {@snippet :
   * jax.nn.mish(jnp.array(-1., 1.)) // => [-0.30340147 0.8650984 ]
   * }
   *
   * @throws jacobean.error.DTypeException if x is of bools
   */
  public static Array mish(Array x) {
    return x.times(jnp.tanh(jax.nn.softplus(x)));
  }

  /**
   * {@code (x + sqrt(x^2 + 4)) / 2}. {@code jax.nn.squareplus}.
   *
   * {@snippet :
   * jax.nn.squareplus(jnp.array(-1., 0., 1.)) // => [0.618034 1. 1.618034]
   * }
   */
  public static Array squareplus(Array x) {
    return squareplus(x, 4);
  }

  /** {@code (x + sqrt(x^2 + b)) / 2}. {@code jax.nn.squareplus}. */
  public static Array squareplus(Array x, double b) {
    return x.plus(jnp.sqrt(jnp.square(x).plus(b))).div(2);
  }

  /**
   * 0 up to -1, x from 1 on, {@code (x + 1)^2 / 4} between. {@code jax.nn.sparse_plus}.
   *
   * {@snippet :
   * jax.nn.sparsePlus(jnp.array(-2., 0., 2.)) // => [0. 0.25 2. ]
   * }
   */
  public static Array sparsePlus(Array x) {
    var parabola = jnp.square(x.plus(1.)).div(4);
    return jnp.where(x.le(-1.), 0., jnp.where(x.ge(1.), x, parabola));
  }

  /**
   * The slope of {@link #sparsePlus}: {@code (x + 1) / 2} kept between 0 and 1. {@code
   * jax.nn.sparse_sigmoid}.
   *
   * {@snippet :
   * jax.nn.sparseSigmoid(jnp.array(-2., 0., 2.)) // => [0. 0.5 1. ]
   * }
   */
  public static Array sparseSigmoid(Array x) {
    return jnp.clip(x.plus(1.), 0., 2.).times(0.5);
  }

  /**
   * {@code log(1 - e^-x)} for positive x, exact near 0. {@code jax.nn.log1mexp}.
   *
   * {@snippet :
   * jax.nn.log1mexp(jnp.array(1e-8, 1.)) // => [-18.420681 -0.45867515]
   * }
   */
  public static Array log1mexp(Array x) {
    double ln2 = Math.log(2);
    var small = x.lt(ln2);
    // Each branch sees only what it is exact for, so that the other's slope never is NaN.
    var near = jnp.log(jnp.negative(jnp.expm1(jnp.negative(jnp.where(small, x, ln2)))));
    var far = jnp.log1p(jnp.negative(jnp.exp(jnp.negative(jnp.where(small, ln2, x)))));
    return jnp.where(small, near, far);
  }

  /**
   * The first half of the last axis times the sigmoid of the second. {@code jax.nn.glu}.
   *
   * {@snippet :
   * jax.nn.glu(jnp.array(1., 2., 0., 100.)) // => [0.5 2. ]
   * }
   */
  public static Array glu(Array x) {
    return glu(x, -1);
  }

  /**
   * The first half along an axis times the sigmoid of the second. {@code jax.nn.glu}.
   *
   * @throws jacobean.error.ShapeException if the axis' length is odd
   */
  public static Array glu(Array x, int axis) {
    var halves = jnp.split(x, 2, axis);
    return halves.get(0).times(jax.nn.sigmoid(halves.get(1)));
  }
}
