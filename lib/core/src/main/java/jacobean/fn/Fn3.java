package jacobean.fn;

/** A function of 3 arguments. */
@FunctionalInterface
public interface Fn3<A, B, C, R> extends Fn<R> {
  R apply(A a, B b, C c);

  @Override
  default int arity() {
    return 3;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    return apply((A) args[0], (B) args[1], (C) args[2]);
  }
}
