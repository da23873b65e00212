package jacobean;

import jacobean.fn.Fn4;

/**
 * A function of 4 arrays: lambdas passed as this need no types.
 *
 * {@snippet :
 * ArrayFn4 f = (a, b, c, d) -> a.times(d).minus(b.times(c));
 * f.arity() // => 4
 * }
 */
@FunctionalInterface
public interface ArrayFn4 extends Fn4<Array, Array, Array, Array, Array> {
  @Override
  Array apply(Array a, Array b, Array c, Array d);

  @Override
  default Array call(Object... args) {
    Given.arrays(args);
    return Fn4.super.call(args);
  }
}
