package jacobean.llvm.run;

import jacobean.core.Concrete;
import jacobean.core.Device;
import jacobean.core.Engine;
import jacobean.core.Executable;
import jacobean.core.Jaxpr;
import jacobean.core.OutOfMemory.Made;
import jacobean.core.Primitive;
import jacobean.core.SharedPrograms;
import jacobean.error.EngineException;
import jacobean.llvm.blas.OpenBlas;
import jacobean.type.Aval;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The engine that compiles: programs become native code by LLVM, matrix products go to OpenBLAS,
 * and all cores work.
 */
public final class LlvmEngine implements Engine {
  private static final class Holder {
    static final Runtime RUNTIME;
    static final EagerOperations EAGER;
    static final IOException FAILURE;

    static {
      Runtime runtime = null;
      IOException failure = null;
      try {
        runtime = Runtime.load();
      } catch (IOException e) {
        failure = e;
      }
      RUNTIME = runtime;
      EAGER = new EagerOperations(runtime);
      FAILURE = failure;
    }
  }

  private final SharedPrograms programs = new SharedPrograms();

  /**
   * Starts to load native libraries on a background thread, so that the first use need not wait for
   * them.
   */
  public static void preload() {
    Thread.ofPlatform().daemon().name("jacobean-preload").start(LlvmEngine::loadAll);
  }

  private static void loadAll() {
    try {
      new LlvmEngine().start();
      OpenBlas.get();
    } catch (EngineException | IOException e) {
      // Whoever needs what is missing gets the same exception.
      return;
    }
  }

  @Override
  public String name() {
    return "llvm";
  }

  @Override
  public int priority() {
    return 100;
  }

  @Override
  public void start() {
    if (Holder.FAILURE != null) {
      throw new EngineException(Holder.FAILURE.getMessage(), Holder.FAILURE);
    }
  }

  @Override
  public List<Device> devices() {
    start();
    return List.of(new Device(0, "cpu", name(), Holder.RUNTIME.workers().threads()));
  }

  @Override
  public SharedPrograms programs() {
    return programs;
  }

  @Override
  public List<Concrete> apply(Primitive primitive, List<Concrete> operands) {
    return Holder.EAGER.apply(primitive, operands);
  }

  @Override
  public MemorySegment allocate(Aval aval) {
    return Holder.RUNTIME.pool().allocate(aval.bytes(), Made.here(aval)).fill((byte) 0);
  }

  @Override
  public Executable compile(Jaxpr program) {
    return Holder.RUNTIME.compile(program);
  }
}
