package user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.error.JacobeanException;
import jacobean.jnp;
import java.util.function.Supplier;

/**
 * A wrong call, and how what is said of it begins: with the function that was called, and what it
 * got and wanted. Afterwards the session goes on.
 */
record Wrong(String begins, Supplier<Object> call) {
  static Wrong wrong(String begins, Supplier<Object> call) {
    return new Wrong(begins, call);
  }

  void check() {
    var message = assertThrows(JacobeanException.class, call::get).getMessage();
    assertTrue(message.startsWith(begins), message);
    assertEquals("[2. 3. 4.]", jnp.array(1., 2., 3.).plus(1).toString());
  }

  @Override
  public String toString() {
    return begins;
  }
}
