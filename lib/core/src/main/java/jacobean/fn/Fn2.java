package jacobean.fn;

/** A function of 2 arguments. */
@FunctionalInterface
public interface Fn2<A, B, R> extends Fn<R> {
  R apply(A a, B b);

  @Override
  default int arity() {
    return 2;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    return apply((A) args[0], (B) args[1]);
  }
}
