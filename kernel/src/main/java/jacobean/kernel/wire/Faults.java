package jacobean.kernel.wire;

import jacobean.kernel.session.CellError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** Makes errors of the kernel's own faults, as against those of the user's code. */
final class Faults {
  private Faults() {}

  static CellError error(String what, Throwable fault) {
    var trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    return new CellError(
        fault.getClass().getSimpleName(),
        what + ": " + fault.getMessage(),
        List.of(what + ":\n" + trace),
        Optional.of(fault));
  }
}
