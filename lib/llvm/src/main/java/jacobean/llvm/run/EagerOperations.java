package jacobean.llvm.run;

import jacobean.core.Concrete;
import jacobean.core.Executable;
import jacobean.core.HostArray;
import jacobean.core.Primitive;
import jacobean.ir.Lowering;
import jacobean.llvm.graph.Graph;
import jacobean.type.Aval;
import java.util.ArrayList;
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

  /** So few elements are not worth asking how much work they are. */
  private static final long TINY = 32;

  private static final long STEPS_OF_PRODUCT = 4;
  private static final long STEPS_OF_CALL = 10;
  private static final long STEPS_OF_UPDATE = 8;
  private static final int MOST_KEPT = 2000;

  private final Runtime runtime;
  private final Map<Key, Executable> programs = new ConcurrentHashMap<>();

  private record Key(Primitive primitive, List<Aval> operands) {}

  EagerOperations(Runtime runtime) {
    this.runtime = runtime;
  }

  List<Concrete> apply(Primitive primitive, List<Concrete> operands) {
    List<Aval> avals = new ArrayList<>(operands.size());
    if (primitive instanceof Primitive.Control control) {
      return whole(control, operands).call(operands);
    }
    long largest = 0;
    for (Concrete operand : operands) {
      avals.add(operand.aval());
      largest = Math.max(largest, operand.aval().size());
    }
    List<Aval> results = primitive.abstractEval(avals);
    for (Aval result : results) {
      largest = Math.max(largest, result.size());
    }
    boolean tiny = largest <= TINY && !(primitive.lower(avals) instanceof Lowering.OnMatrices);
    return tiny || work(primitive, avals, results, largest) <= QUICK
        ? inJava(primitive, operands, results)
        : program(primitive, avals).call(operands);
  }

  /** A loop or branch with all that is in it, compiled and kept with the first program in it. */
  private Executable whole(Primitive.Control control, List<Concrete> operands) {
    List<Aval> avals = operands.stream().map(Concrete::aval).toList();
    return control
        .programs()
        .getFirst()
        .derived(new Key(control, avals), () -> runtime.compile(control, avals));
  }

  private static List<Concrete> inJava(
      Primitive primitive, List<Concrete> operands, List<Aval> types) {
    List<HostArray> hosts = new ArrayList<>(operands.size());
    for (Concrete operand : operands) {
      hosts.add(operand.host());
    }
    List<HostArray> values = primitive.eval(hosts);
    List<Concrete> results = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      results.add(values.get(i).toConcrete().weak(types.get(i).weak()));
    }
    return results;
  }

  private Executable program(Primitive primitive, List<Aval> avals) {
    Key key = new Key(primitive, avals);
    Executable program = programs.get(key);
    if (program == null) {
      if (programs.size() >= MOST_KEPT) {
        programs.clear();
      }
      program = programs.computeIfAbsent(key, k -> runtime.compile(primitive, avals));
    }
    return program;
  }

  /** About how many steps plain Java takes. */
  private static long work(
      Primitive primitive, List<Aval> operands, List<Aval> results, long largest) {
    return switch (Graph.lowering(primitive, operands, results)) {
      case Lowering.Contraction c -> {
        long inner = 1;
        for (int axis : c.leftContract().toArray()) {
          inner *= operands.getFirst().shape().dim(axis);
        }
        yield results.getFirst().size() * inner * STEPS_OF_PRODUCT;
      }
      // Of a large operand it may read a few elements only, as x[i] does.
      case Lowering.Pointwise p ->
          results.stream().mapToLong(Aval::size).max().orElse(0)
              * (Graph.callsFunctions(p, operands, results) ? STEPS_OF_CALL : 1);
      case Lowering.Reduction r -> largest;
      case Lowering.Scatter s -> largest * STEPS_OF_UPDATE;
      case Lowering.Scan s -> largest * STEPS_OF_UPDATE;
      // Compiled or not, the factors have the same signs.
      case Lowering.OnMatrices m -> Long.MAX_VALUE;
      // Plain Java is all there is.
      case Lowering.Host h -> 0;
      case Lowering.Written w -> 0;
      case Lowering.Control c -> Long.MAX_VALUE;
      case Lowering.Inline i ->
          primitive instanceof Primitive.Call ? Long.MAX_VALUE : largest * STEPS_OF_UPDATE;
    };
  }
}
