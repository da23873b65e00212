package jacobean;

import jacobean.fn.Fn2;

/** A function of 2 arrays: lambdas passed as this need no types. */
@FunctionalInterface
public interface ArrayFn2 extends Fn2<Array, Array, Array> {
  @Override
  Array apply(Array a, Array b);
}
