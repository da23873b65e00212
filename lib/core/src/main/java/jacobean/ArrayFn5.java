package jacobean;

import jacobean.fn.Fn5;

/**
 * A function of 5 arrays: lambdas passed as this need no types.
 *
 * {@snippet :
 * ArrayFn5 f = (a, b, c, d, e) -> a.plus(e);
 * f.arity() // => 5
 * }
 */
@FunctionalInterface
public interface ArrayFn5 extends Fn5<Array, Array, Array, Array, Array, Array> {
  @Override
  Array apply(Array a, Array b, Array c, Array d, Array e);

  @Override
  default Array call(Object... args) {
    Given.arrays(args);
    return Fn5.super.call(args);
  }
}
