package jacobean;

import jacobean.core.Tracer;
import jacobean.error.TracerException;

/** Functions whose result is as long as the numbers in their argument say. */
final class Counted {
  private Counted() {}

  /**
   * Checks that the length is known.
   *
   * @param sized the form of the function that names a size
   * @throws TracerException if x is traced
   */
  static void require(String operation, Array x, String sized) {
    if (x.value() instanceof Tracer t && t.concrete() instanceof Tracer) {
      throw new TracerException(
          operation
              + ": how many elements the result has depends on the numbers in "
              + x.aval()
              + ", which is traced by "
              + t.transformation()
              + " and has no numbers yet (made at "
              + t.origin()
              + "). Name a size, as in "
              + sized
              + ", or choose elements with jnp.where(mask, x, y).");
    }
  }
}
