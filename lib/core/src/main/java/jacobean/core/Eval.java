package jacobean.core;

import jacobean.error.EngineException;
import jacobean.error.TracerException;
import java.util.List;

/**
 * Evaluates primitives on numbers with the engine in use: the interpreter below all others. Results
 * are where the first operand is that was put somewhere.
 */
public final class Eval extends Trace {
  static final Eval INSTANCE = new Eval();

  private Eval() {}

  @Override
  public List<Value> process(Primitive primitive, List<Value> operands) {
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i) instanceof Tracer leaked) {
        throw leak(primitive, i, leaked);
      }
    }
    @SuppressWarnings("unchecked") // every element was just seen to be no Tracer
    var concrete = (List<Concrete>) (List<?>) operands;
    @SuppressWarnings("unchecked") // a list that is only read
    var results = (List<Value>) (List<?>) compute(primitive, concrete);
    return results;
  }

  private static List<Concrete> compute(Primitive primitive, List<Concrete> operands) {
    var engine = Engine.current();
    var results = compute(primitive, operands, engine);
    NanWatch.watch().check(primitive, operands, results);
    for (var operand : operands) {
      if (!operand.devices().isEmpty()) {
        return results.stream().map(r -> r.on(operand.devices())).toList();
      }
    }
    return results;
  }

  private static List<Concrete> compute(
      Primitive primitive, List<Concrete> operands, Engine engine) {
    try {
      return primitive instanceof Primitive.Call call
          ? compiled(call.body(), engine).call(operands)
          : engine.apply(primitive, operands);
    } catch (OutOfMemoryError e) {
      // Arrays have a budget of their own; this was what plain Java needed beside them.
      throw new EngineException(
          primitive.name()
              + ": the Java heap of "
              + OutOfMemory.readable(Runtime.getRuntime().maxMemory())
              + " is full. Work on smaller pieces, or raise it with"
              + " JACOBEAN_JAVA_OPTIONS=-Xmx8g.",
          e);
    }
  }

  /** A program's code for an engine, compiled on first use and kept with the program. */
  public static Executable compiled(Jaxpr program, Engine engine) {
    return program.derived(engine, () -> engine.compile(program));
  }

  /** The error for a tracer that is used after its trace has ended. */
  static TracerException leak(Primitive primitive, int operand, Tracer tracer) {
    return new TracerException(
        primitive.name()
            + ": operand "
            + operand
            + " is a tracer "
            + tracer.aval()
            + " that left the function it belongs to: it was made by "
            + tracer.transformation()
            + " at "
            + tracer.origin()
            + ". Return the value from the traced function instead of storing it in a variable"
            + " outside.");
  }
}
