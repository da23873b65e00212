package jacobean.fn;

/** A function of 5 arguments. */
@FunctionalInterface
public interface Fn5<A, B, C, D, E, R> extends Fn<R> {
  R apply(A a, B b, C c, D d, E e);

  @Override
  default int arity() {
    return 5;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    return apply((A) args[0], (B) args[1], (C) args[2], (D) args[3], (E) args[4]);
  }
}
