package jacobean.checked;

import jacobean.core.Concrete;
import jacobean.core.Device;
import jacobean.core.Engine;
import jacobean.core.Executable;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.SharedPrograms;
import jacobean.reference.ReferenceEngine;
import jacobean.type.Aval;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The reference engine, which runs no program that is malformed. All tests of this module run on
 * it, so that each is a test of the transformations that made its programs.
 */
public final class CheckedEngine implements Engine {
  private final ReferenceEngine engine = new ReferenceEngine();

  @Override
  public String name() {
    return "checked";
  }

  @Override
  public int priority() {
    return engine.priority() + 1;
  }

  @Override
  public void start() {
    engine.start();
  }

  @Override
  public List<Device> devices() {
    return engine.devices();
  }

  @Override
  public SharedPrograms programs() {
    return engine.programs();
  }

  @Override
  public List<Concrete> apply(Primitive primitive, List<Concrete> operands) {
    return engine.apply(primitive, operands);
  }

  @Override
  public Executable compile(Jaxpr program) {
    WellFormed.check(program);
    return engine.compile(program);
  }

  @Override
  public MemorySegment allocate(Aval aval) {
    return engine.allocate(aval);
  }
}
