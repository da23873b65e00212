package jacobean.kernel.session;

import jacobean.kernel.spi.MimeBundle;
import java.util.Optional;

/** How a cell ended. */
public sealed interface CellResult {
  /**
   * It ran to its end.
   *
   * @param value the raw value of the last expression; null also for a void one
   * @param rendered what to show, empty where the cell has no result
   */
  record Ok(Object value, Optional<MimeBundle> rendered) implements CellResult {}

  /** It failed; what ran before stays. */
  record Failed(CellError error) implements CellResult {}

  /** The user stopped it; the session keeps its state. */
  record Interrupted() implements CellResult {}
}
