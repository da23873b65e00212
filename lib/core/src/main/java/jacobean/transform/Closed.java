package jacobean.transform;

import jacobean.core.Jaxpr;
import jacobean.core.Stage.Staged;

/** Programs made from programs close over nothing: all they use comes in as inputs. */
final class Closed {
  private Closed() {}

  static Jaxpr require(Staged staged) {
    if (!staged.captured().isEmpty()) {
      throw new IllegalStateException(
          "a rule of a primitive made an array out of nothing; only scalars become literals: "
              + staged.jaxpr());
    }
    return staged.jaxpr();
  }
}
