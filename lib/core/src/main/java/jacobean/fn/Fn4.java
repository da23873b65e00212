package jacobean.fn;

/** A function of 4 arguments. */
@FunctionalInterface
public interface Fn4<A, B, C, D, R> extends Fn<R> {
  R apply(A a, B b, C c, D d);

  @Override
  default int arity() {
    return 4;
  }

  @Override
  @SuppressWarnings("unchecked") // callers pass what the type parameters say
  default R call(Object... args) {
    return apply((A) args[0], (B) args[1], (C) args[2], (D) args[3]);
  }
}
