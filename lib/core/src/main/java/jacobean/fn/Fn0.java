package jacobean.fn;

/** A function without arguments. */
@FunctionalInterface
public interface Fn0<R> extends Fn<R> {
  R apply();

  @Override
  default int arity() {
    return 0;
  }

  @Override
  default R call(Object... args) {
    return apply();
  }
}
