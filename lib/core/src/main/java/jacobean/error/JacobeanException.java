package jacobean.error;

/**
 * Bad use of the library. The message names the operation and the argument, says what it got, what
 * it wanted and how to mend it; nothing is changed by a call that throws.
 *
 * {@snippet :
 * jnp.ones(3).get(5) // throws IndexException
 * }
 */
public abstract sealed class JacobeanException extends RuntimeException
    permits ShapeException,
        DTypeException,
        IndexException,
        TracerException,
        TreeException,
        DeletedException,
        GradException,
        EngineException,
        KeyReuseException,
        NanException,
        NullException,
        FileException {
  /** With what the user reads; the name of the function that was called is put in front. */
  protected JacobeanException(String message) {
    super(Called.named(message));
  }

  /** With what the user reads, and what came before. */
  protected JacobeanException(String message, Throwable cause) {
    super(Called.named(message), cause);
  }
}
