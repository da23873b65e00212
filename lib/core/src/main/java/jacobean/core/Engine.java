package jacobean.core;

import jacobean.type.Aval;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * What computes: it evaluates single primitives at once and compiles programs. Found by {@link
 * java.util.ServiceLoader}; see {@link Engines} for which one is used.
 */
public interface Engine {
  /** A short name, as {@code llvm} or {@code reference}. */
  String name();

  /** Higher is preferred; the reference engine has 0. */
  int priority();

  /**
   * Loads what the engine needs; called once, before the first use, possibly on a background
   * thread.
   *
   * @throws jacobean.error.EngineException if it cannot run on this machine
   */
  void start();

  /** The devices that it can compute on, in order of their ids. */
  List<Device> devices();

  /** The programs that were traced lately to be run by this engine: always the same object. */
  SharedPrograms programs();

  /** Applies one primitive at once. Never waits long for a compiler. */
  List<Concrete> apply(Primitive primitive, List<Concrete> operands);

  /** Compiles a program. The engine need not keep it: {@link Jaxpr#derived} does. */
  Executable compile(Jaxpr program);

  /**
   * Zeroed host memory for an array that plain Java is going to fill, where the engine's programs
   * can read it without a copy.
   */
  default MemorySegment allocate(Aval aval) {
    return HeapBuffer.allocate(aval.bytes()).host();
  }

  /** The engine in use. */
  static Engine current() {
    return Engines.current();
  }
}
