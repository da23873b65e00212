package jacobean.llvm.run;

import jacobean.core.Concrete;
import jacobean.core.Executable;
import jacobean.core.Primitive;
import jacobean.ir.Lowering;
import jacobean.reference.ReferenceEngine;
import jacobean.type.Aval;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Applies single operations: plain Java where that is quick, a program of one operation where the
 * arrays are large. Programs are kept by the operation and the types of its operands.
 */
final class EagerOperations {
  /** Up to so many steps of plain Java, nobody waits for a compiler. */
  private static final long QUICK = 20_000;

  private static final int MOST_KEPT = 2000;

  private final Runtime runtime;
  private final Map<Key, Executable> programs = new ConcurrentHashMap<>();

  private record Key(Primitive primitive, List<Aval> operands) {}

  EagerOperations(Runtime runtime) {
    this.runtime = runtime;
  }

  List<Concrete> apply(Primitive primitive, List<Concrete> operands) {
    List<Aval> avals = operands.stream().map(Concrete::aval).toList();
    if (work(primitive, avals) <= QUICK) {
      return ReferenceEngine.evaluate(primitive, operands);
    }
    Key key = new Key(primitive, avals);
    Executable program = programs.get(key);
    if (program == null) {
      if (programs.size() >= MOST_KEPT) {
        programs.clear();
      }
      program = programs.computeIfAbsent(key, k -> runtime.compile(primitive, avals));
    }
    return program.call(operands);
  }

  /** About how many steps plain Java takes. */
  private static long work(Primitive primitive, List<Aval> operands) {
    long largest = 0;
    for (Aval a : operands) {
      largest = Math.max(largest, a.size());
    }
    List<Aval> results = primitive.abstractEval(operands);
    for (Aval a : results) {
      largest = Math.max(largest, a.size());
    }
    return switch (primitive.lower(operands)) {
      case Lowering.Contraction c -> {
        long inner = 1;
        for (int axis : c.leftContract().toArray()) {
          inner *= operands.getFirst().shape().dim(axis);
        }
        yield results.getFirst().size() * inner * 4;
      }
      case Lowering.Pointwise p -> largest;
      case Lowering.Reduction r -> largest;
      // Plain Java is all there is.
      case Lowering.Host h -> 0;
      case Lowering.Inline i -> Long.MAX_VALUE;
    };
  }
}
