package jacobean.error;

/** An engine could not load, compile or run: natives, memory, the machine. */
public final class EngineException extends JacobeanException {
  public EngineException(String message) {
    super(message);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
