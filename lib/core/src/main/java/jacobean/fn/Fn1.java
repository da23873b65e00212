package jacobean.fn;

/** A function of 1 argument. */
@FunctionalInterface
public interface Fn1<A, R> extends Fn<R> {
  R apply(A a);

  @Override
  default int arity() {
    return 1;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    return apply((A) args[0]);
  }
}
