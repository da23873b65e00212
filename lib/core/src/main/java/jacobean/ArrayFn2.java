package jacobean;

import jacobean.fn.Fn2;

/**
 * A function of 2 arrays: lambdas passed as this need no types.
 *
 * {@snippet :
 * ArrayFn2 f = (x, y) -> x.times(y);
 * f.apply(jnp.array(3.), jnp.array(4.)) // => 12.0
 * }
 */
@FunctionalInterface
public interface ArrayFn2 extends Fn2<Array, Array, Array> {
  @Override
  Array apply(Array a, Array b);

  @Override
  default Array call(Object... args) {
    Given.arrays(args);
    return Fn2.super.call(args);
  }
}
