package jacobean.reference;

import jacobean.core.Concrete;
import jacobean.core.Device;
import jacobean.core.Engine;
import jacobean.core.Executable;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.SharedPrograms;
import jacobean.core.Value;
import jacobean.type.Aval;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/**
 * The engine in plain Java: every primitive evaluated by its own {@link Primitive#eval}, one after
 * the other. Slow and obvious; the oracle that other engines are compared with, and what runs where
 * natives cannot load.
 */
public final class ReferenceEngine implements Engine {
  /** One heap serves all engines of this kind. */
  private static final HeapArrays ARRAYS = HeapArrays.ofHeap();

  private final SharedPrograms programs = new SharedPrograms();

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public void start() {}

  @Override
  public List<Device> devices() {
    return List.of(new Device(0, "cpu", name(), 1));
  }

  @Override
  public SharedPrograms programs() {
    return programs;
  }

  @Override
  public List<Concrete> apply(Primitive primitive, List<Concrete> operands) {
    return evaluate(primitive, operands);
  }

  @Override
  public MemorySegment allocate(Aval aval) {
    return ARRAYS.allocate(aval);
  }

  /** Evaluates one primitive in plain Java; other engines use it for small arrays. */
  public static List<Concrete> evaluate(Primitive primitive, List<Concrete> operands) {
    // The types come from the primitive's own rule, which also checks the operands.
    var types = primitive.abstractEval(operands.stream().map(Concrete::aval).toList());
    var results = primitive.eval(operands.stream().map(Concrete::host).toList());
    var typed = new java.util.ArrayList<Concrete>(results.size());
    for (int i = 0; i < results.size(); i++) {
      typed.add(results.get(i).toConcrete().weak(types.get(i).weak()));
    }
    return typed;
  }

  @Override
  public Executable compile(Jaxpr program) {
    return new Interpreted(program);
  }

  /** A program that is interpreted, equation by equation. */
  private record Interpreted(Jaxpr program) implements Executable {
    @Override
    public List<Concrete> call(List<Concrete> operands) {
      return program.apply(List.<Value>copyOf(operands)).stream().map(v -> (Concrete) v).toList();
    }

    @Override
    public Map<String, String> stages() {
      return Map.of("jaxpr", program.toString());
    }
  }
}
