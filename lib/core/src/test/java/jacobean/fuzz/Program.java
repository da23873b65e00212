package jacobean.fuzz;

import jacobean.Array;
import jacobean.core.Concrete;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A random program: inputs, and steps that make values of earlier ones. Values are numbered, inputs
 * first. It is kept as steps, so that it can be run under any interpreter, and with parts cut off.
 *
 * @param outputs the numbers of the values that it gives
 */
record Program(long seed, List<Input> inputs, List<Step> steps, List<Integer> outputs) {
  /** How many examples of each input there are. */
  static final int EXAMPLES = 2;

  /**
   * An operand.
   *
   * @param examples its numbers, one of the same type for each example of a batch
   * @param batched whether the batch has all examples, else only the first
   */
  record Input(List<Concrete> examples, boolean batched) {
    Concrete example(int b) {
      return examples.get(batched ? b : 0);
    }
  }

  /** What one step computes. */
  @FunctionalInterface
  interface Computation {
    List<Array> of(List<Array> operands);
  }

  /**
   * One step.
   *
   * @param first the number of its first result
   * @param results how many it has
   */
  record Step(String text, List<Integer> operands, int first, int results, Computation f) {
    String line() {
      return IntStream.range(first, first + results)
              .mapToObj(i -> "v" + i)
              .collect(Collectors.joining(", "))
          + " = "
          + text
          + operands.stream().map(i -> "v" + i).collect(Collectors.joining(", ", "(", ")"));
    }
  }

  List<Array> example(int b) {
    return inputs.stream().map(i -> Array.of(i.example(b))).toList();
  }

  /** The outputs for these inputs. */
  List<Array> run(List<Array> operands) {
    var values = values(operands);
    return outputs.stream().map(values::get).toList();
  }

  /** All values. */
  List<Array> values(List<Array> operands) {
    var values = new ArrayList<Array>();
    for (int i = 0; i < operands.size(); i++) {
      values.add(operands.get(i));
    }
    // Those whose steps have been cut off leave a gap.
    for (var step : steps) {
      while (values.size() < step.first()) {
        values.add(null);
      }
      values.addAll(step.f().of(step.operands().stream().map(values::get).toList()));
    }
    return values;
  }

  @Override
  public String toString() {
    var lines = new ArrayList<String>();
    lines.add("program of seed " + seed);
    for (int i = 0; i < inputs.size(); i++) {
      var x = inputs.get(i);
      if (used(i)) {
        lines.add(
            "v%d = %s %s%s"
                .formatted(
                    i,
                    x.examples().getFirst().aval(),
                    x.batched() ? "" : "not batched ",
                    x.examples().getFirst().aval().size() > 40
                        ? "..."
                        : x.examples().stream()
                            .map(e -> Arrays.toString(Array.of(e).ravel().toString().split("\n")))
                            .toList()));
      }
    }
    steps.forEach(s -> lines.add(s.line()));
    lines.add("gives " + outputs.stream().map(i -> "v" + i).toList());
    return String.join("\n", lines);
  }

  private boolean used(int value) {
    return outputs.contains(value) || steps.stream().anyMatch(s -> s.operands().contains(value));
  }
}
