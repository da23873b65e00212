package jacobean;

import jacobean.fn.Fn1;

/**
 * A function of 1 array: lambdas passed as this need no types.
 *
 * {@snippet :
 * ArrayFn1 f = x -> x.times(x);
 * f.apply(jnp.array(3.)) // => 9.0
 * }
 */
@FunctionalInterface
public interface ArrayFn1 extends Fn1<Array, Array> {
  @Override
  Array apply(Array a);

  @Override
  default Array call(Object... args) {
    Given.arrays(args);
    return Fn1.super.call(args);
  }
}
