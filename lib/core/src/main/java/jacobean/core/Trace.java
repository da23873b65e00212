package jacobean.core;

import java.util.List;
import java.util.function.Supplier;

/**
 * An interpreter of primitives: evaluation, differentiation, batching, staging. The one in force is
 * a scoped value, so that it ends with the block that set it, also by an exception, and is not
 * shared between threads.
 *
 * <p>An interpreter treats tracers that are not its own as constants and applies primitives to what
 * its own tracers hold under the interpreter that it stands on. That makes transformations nest.
 */
public abstract class Trace {
  private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

  private volatile boolean finished;

  /** The interpreter in force; evaluation, if none was set. */
  public static Trace current() {
    return CURRENT.isBound() ? CURRENT.get() : Eval.INSTANCE;
  }

  /** Whether evaluation is in force, so that results are numbers. */
  public static boolean isEvaluating() {
    return current() == Eval.INSTANCE;
  }

  /**
   * Applies a primitive; {@link Primitive#bind} calls this.
   *
   * @throws jacobean.error.TracerException if an operand is a tracer of a trace that has ended
   */
  final List<Value> apply(Primitive primitive, List<Value> operands) {
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i) instanceof Tracer t && t.trace().isFinished()) {
        throw Eval.leak(primitive, i, t);
      }
    }
    return process(primitive, operands);
  }

  /** What this interpreter makes of a primitive. */
  public abstract List<Value> process(Primitive primitive, List<Value> operands);

  /** Runs a body with this interpreter in force. */
  public final <T> T run(Supplier<T> body) {
    return ScopedValue.where(CURRENT, this).call(body::get);
  }

  /** Runs a body with evaluation in force, whatever is being traced. */
  public static <T> T evaluating(Supplier<T> body) {
    return Eval.INSTANCE.run(body);
  }

  /** Says that no tracer of this trace may be used any more. */
  public final void finish() {
    finished = true;
  }

  /** True after {@link #finish}. */
  public final boolean isFinished() {
    return finished;
  }
}
