package jacobean.nd4j;

import jacobean.core.Concrete;
import jacobean.core.Device;
import jacobean.core.Engine;
import jacobean.core.Executable;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.SharedPrograms;
import jacobean.core.Value;
import jacobean.error.EngineException;
import java.util.List;
import java.util.Map;

/**
 * ND4J as an engine: operation by operation, in ND4J where it has the operation, else in plain Java
 * with a note. Used only when asked for, with {@code JACOBEAN_ENGINE=nd4j}.
 */
public final class Nd4jEngine implements Engine {
  private final SharedPrograms programs = new SharedPrograms();

  @Override
  public String name() {
    return "nd4j";
  }

  /** Below the engine in plain Java, so that its being on the class path changes nothing. */
  @Override
  public int priority() {
    return -10;
  }

  @Override
  public void start() {
    try {
      Nd4jOperations.start();
    } catch (LinkageError | RuntimeException e) {
      throw new EngineException(
          e
              + ". ./jacobean build -Pnd4j puts ND4J into a checkout's build; elsewhere add"
              + " org.nd4j:nd4j-native:1.0.0-M2.1 with its natives for this platform to the class"
              + " path.",
          e);
    }
  }

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
    return Nd4jOperations.apply(primitive, operands);
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
