package jacobean.fn;

/**
 * A function of arrays and pytrees, of any number of arguments: what the transformations take and
 * give. Write lambdas; {@link Fn1} to {@link Fn5} give them types, {@link jacobean.ArrayFn1} to
 * {@link jacobean.ArrayFn5} let lambdas of arrays go without.
 *
 * {@snippet :
 * Fn<Array> f = (Fn2<Array, Array, Array>) (x, y) -> x.plus(y);
 * f.arity() // => 2
 * f.call(jnp.array(1.), jnp.array(2.)) // => 3.0
 * }
 */
public interface Fn<R> {
  /** The number of arguments. */
  int arity();

  /** Applies the function to this many arguments. */
  R call(Object... args);
}
