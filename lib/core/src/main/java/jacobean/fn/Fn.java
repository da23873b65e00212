package jacobean.fn;

/**
 * A function of arrays and pytrees, of any number of arguments: what the transformations take and
 * give. Write lambdas; {@link Fn1} to {@link Fn5} give them types, {@link ArrayFn1} to {@link
 * ArrayFn5} let lambdas of arrays go without.
 */
public interface Fn<R> {
  /** The number of arguments. */
  int arity();

  /** Applies the function to this many arguments. */
  R call(Object... args);
}
