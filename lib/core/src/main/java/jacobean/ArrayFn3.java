package jacobean;

import jacobean.fn.Fn3;

/**
 * A function of 3 arrays: lambdas passed as this need no types.
 *
 * {@snippet :
 * ArrayFn3 f = (x, y, z) -> x.plus(y).plus(z);
 * f.apply(jnp.array(1.), jnp.array(2.), jnp.array(3.)) // => 6.0
 * }
 */
@FunctionalInterface
public interface ArrayFn3 extends Fn3<Array, Array, Array, Array> {
  @Override
  Array apply(Array a, Array b, Array c);

  @Override
  default Array call(Object... args) {
    Given.arrays(args);
    return Fn3.super.call(args);
  }
}
