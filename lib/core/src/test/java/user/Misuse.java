package user;

import static jacobean.jax.grad;
import static jacobean.jax.jit;
import static jacobean.jax.vmap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.error.JacobeanException;
import jacobean.jnp;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/**
 * A bad use, and what is said of it: the operation, what it got, what it wanted, how to mend it.
 * Afterwards everything works as before.
 *
 * @param words what the message must hold, in any order
 */
record Misuse(
    String name, Executable body, Class<? extends JacobeanException> wanted, List<String> words) {
  /** A vector and a matrix to misuse. */
  static final Array X = jnp.arange(3.);

  static final Array M = jnp.ones(2, 3);

  static Misuse misuse(
      String name, Class<? extends JacobeanException> wanted, Executable body, String... words) {
    return new Misuse(name, body, wanted, List.of(words));
  }

  void check() {
    var error = assertThrows(wanted, body);
    for (var word : words) {
      assertTrue(
          error.getMessage().contains(word),
          () -> "wanted '" + word + "' in: " + error.getMessage());
    }
    worksAsBefore();
  }

  private static void worksAsBefore() {
    var f = jit(x -> jnp.sum(x.times(x)));
    assertEquals("[0. 2. 4.]", grad(f).apply(X).toString());
    assertEquals("[3. 3.]", vmap(f).apply(M).toString());
    assertEquals("[1. 2. 3.]", X.plus(1).toString());
  }

  @Override
  public String toString() {
    return name;
  }
}
