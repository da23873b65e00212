package jacobean.error;

/**
 * A random key was used twice, which gives the same numbers twice.
 *
 * {@snippet :
 * debug.keyReuse("error");
 * var key = random.PRNGKey(123);
 * random.normal(key) // => 1.6359469
 * random.normal(key) // throws KeyReuseException
 * debug.keyReuse("off");
 * }
 */
public final class KeyReuseException extends JacobeanException {
  /** With what the user reads. */
  public KeyReuseException(String message) {
    super(message);
  }
}
