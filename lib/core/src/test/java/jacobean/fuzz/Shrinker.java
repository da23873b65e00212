package jacobean.fuzz;

import jacobean.core.Concrete;
import jacobean.fuzz.Program.Input;
import jacobean.fuzz.Program.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/** Makes a program that fails smaller, as long as it fails. */
final class Shrinker {
  private Shrinker() {}

  static Program shrink(Program program, Predicate<Program> fails) {
    var p = program;
    for (int output : program.outputs()) {
      var one = used(new Program(p.seed(), p.inputs(), p.steps(), List.of(output)));
      if (fails.test(one)) {
        p = one;
        break;
      }
    }
    for (int output : program.outputs()) {
      var fewer = p.outputs().stream().filter(o -> o != output).toList();
      var without = used(new Program(p.seed(), p.inputs(), p.steps(), fewer));
      if (!fewer.isEmpty() && fails.test(without)) {
        p = without;
      }
    }
    // What the early steps compute becomes an input, the last of them first.
    for (int cut = p.steps().size() - 1; cut > 0; cut--) {
      var shorter = startingAt(p, cut);
      if (shorter != null && fails.test(shorter)) {
        p = shorter;
        break;
      }
    }
    return p;
  }

  /** The program with the values of its first steps given as inputs; null where that cannot be. */
  private static Program startingAt(Program p, int cut) {
    int last = p.steps().get(cut).first();
    var examples = new ArrayList<List<jacobean.Array>>();
    for (int b = 0; b < Program.EXAMPLES; b++) {
      examples.add(p.values(p.example(b)));
    }
    int inputs = p.inputs().size();
    var more = new ArrayList<Input>();
    for (int v = 0; v < last; v++) {
      var numbers = new ArrayList<Concrete>();
      for (var e : examples) {
        if (e.get(v) == null) {
          return null;
        }
        numbers.add((Concrete) e.get(v).value());
      }
      more.add(new Input(numbers, v < inputs ? p.inputs().get(v).batched() : true));
    }
    return used(new Program(p.seed(), more, p.steps().subList(cut, p.steps().size()), p.outputs()));
  }

  /** Without the steps that no output needs. */
  private static Program used(Program p) {
    var needed = new HashSet<>(p.outputs());
    var steps = new ArrayList<Step>();
    for (var s : p.steps().reversed()) {
      boolean needs = false;
      for (int r = s.first(); r < s.first() + s.results(); r++) {
        needs |= needed.contains(r);
      }
      if (needs) {
        steps.addFirst(s);
        needed.addAll(s.operands());
      }
    }
    return new Program(p.seed(), p.inputs(), steps, p.outputs());
  }
}
