package jacobean.error;

/**
 * Bad use of the library. The message names the operation and the argument, says what it got, what
 * it wanted and how to mend it; nothing is changed by a call that throws.
 */
public abstract sealed class JacobeanException extends RuntimeException
    permits ShapeException,
        DTypeException,
        IndexException,
        TracerException,
        TreeException,
        GradException,
        EngineException,
        KeyReuseException,
        NanException,
        FileException {
  protected JacobeanException(String message) {
    super(message);
  }

  protected JacobeanException(String message, Throwable cause) {
    super(message, cause);
  }
}
