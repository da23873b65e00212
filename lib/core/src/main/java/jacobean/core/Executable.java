package jacobean.core;

import java.util.List;
import java.util.Map;

/** A compiled program. Safe for use by several threads at once. */
public interface Executable {
  /** Runs it: one operand per input of the program, in order; one result per output. */
  List<Concrete> call(List<Concrete> operands);

  /** What the program became at each stage of compilation, by the stage's name, in order. */
  Map<String, String> stages();
}
