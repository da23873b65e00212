package jacobean.kernel.session;

import java.util.List;
import java.util.Optional;

/**
 * An error as a user should read it.
 *
 * @param name the exception's simple class name, or {@code CompilationError}
 * @param message one clear message
 * @param traceback the lines to show, coloured by ANSI escapes: the cell's own line first, frames
 *     of the session and of the library folded
 * @param cause the throwable that the cell threw, empty for a compile error
 */
public record CellError(
    String name, String message, List<String> traceback, Optional<Throwable> cause) {
  public CellError {
    traceback = List.copyOf(traceback);
  }
}
