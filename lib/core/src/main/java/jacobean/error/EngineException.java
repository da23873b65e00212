package jacobean.error;

/**
 * An engine could not load, compile or run: natives, memory, the machine.
 *
 * {@snippet :
 * devicePut(1, new jacobean.core.Device(99, "cpu", "none", 1)) // throws EngineException
 * }
 */
public final class EngineException extends JacobeanException {
  /** With what the user reads. */
  public EngineException(String message) {
    super(message);
  }

  /** With what the user reads, and what came before. */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
