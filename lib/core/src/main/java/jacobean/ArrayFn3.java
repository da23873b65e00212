package jacobean;

import jacobean.fn.Fn3;

/** A function of 3 arrays: lambdas passed as this need no types. */
@FunctionalInterface
public interface ArrayFn3 extends Fn3<Array, Array, Array, Array> {
  @Override
  Array apply(Array a, Array b, Array c);
}
