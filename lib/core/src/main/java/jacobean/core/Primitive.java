package jacobean.core;

import jacobean.ir.Lowering;
import jacobean.type.Aval;
import java.util.List;

/**
 * An operation of the language that is traced, transformed and compiled.
 *
 * <p>A primitive is a record whose components are its parameters, so that equal operations are
 * equal objects. All it knows is here: the type of its result, its value in plain Java, its
 * derivative, how it acts on a batch, and how a compiler computes it. Interpreters ({@link Trace})
 * call these rules and know no primitive by name. The families and kinds in {@code jacobean.op}
 * supply most rules.
 */
public interface Primitive {
  /** JAX's name for it, as printed in a jaxpr. */
  String name();

  /** The parameters as JAX prints them in a jaxpr: names to values, sorted by name. */
  default java.util.SortedMap<String, Object> params() {
    return RecordParams.of(this);
  }

  /**
   * The types of the results.
   *
   * @throws jacobean.error.JacobeanException if the operands do not fit, naming the operation and
   *     the operand
   */
  List<Aval> abstractEval(List<Aval> operands);

  /** The results in plain Java, slow and obvious: the oracle that engines are compared with. */
  List<HostArray> eval(List<HostArray> operands);

  /**
   * The derivative forward: results at the primals, and how they move when the primals move by the
   * tangents.
   *
   * @param tangents one per primal; null stands for zero
   */
  Dual jvp(List<Value> primals, List<Value> tangents);

  /**
   * The operation on a batch of operands.
   *
   * @param axes the batch axis of each operand, or {@link Batched#NONE}
   * @param size the length of the batch axis
   */
  Batched batch(List<Value> operands, List<Integer> axes, int size);

  /**
   * Whether it does something that no result shows, as printing does. Then it runs though nobody
   * needs its results, and in the program's order among its like.
   */
  default boolean hasEffect() {
    return false;
  }

  /** Whether its derivative is code that a user wrote. */
  default boolean hasUsersRule() {
    return false;
  }

  /** How a compiler computes it, for operands of these types. */
  Lowering lower(List<Aval> operands);

  /** Applies the primitive to operands, under the interpreter that is in force. */
  default List<Value> bind(List<Value> operands) {
    return Trace.current().apply(this, operands);
  }

  /** {@link #bind} for a primitive with one result. */
  default Value bind1(Value... operands) {
    return bind(List.of(operands)).getFirst();
  }

  /**
   * Results and their tangents.
   *
   * @param tangents one per result; null stands for zero
   */
  record Dual(List<Value> primals, List<Value> tangents) {}

  /** Results on a batch, and the batch axis of each. */
  record Batched(List<Value> values, List<Integer> axes) {
    /** The axis of a value that is the same for the whole batch. */
    public static final int NONE = -1;

    /** One result with its batch axis. */
    public static Batched of(Value value, int axis) {
      return new Batched(List.of(value), List.of(axis));
    }
  }

  /** A primitive that is linear in some operands, and so can be run backwards. */
  interface Transposable extends Primitive {
    /**
     * The cotangents of the linear operands, given those of the results.
     *
     * @param cotangents one per result; null stands for zero, but not all are null
     * @param operands the known operands; null marks one that the result is linear in
     * @param types the types of all operands
     * @return one per operand; null for known operands, and for zero
     */
    List<Value> transpose(List<Value> cotangents, List<Value> operands, List<Aval> types);
  }

  /** A primitive that carries programs, such as jit. */
  interface HigherOrder extends Primitive {
    /** Whether one of its programs has one. */
    @Override
    default boolean hasEffect() {
      return params().values().stream()
          .flatMap(p -> p instanceof List<?> all ? all.stream() : java.util.stream.Stream.of(p))
          .anyMatch(p -> p instanceof Jaxpr j && j.hasEffect());
    }

    /**
     * Splits the work into what can be done with the known operands and what must wait.
     *
     * @param operands the known operands; null marks an unknown one
     * @param types the types of all operands
     */
    Split partialEval(List<Value> operands, List<Aval> types);
  }

  /** A primitive that is made of others, which a compiler may compute in its place. */
  interface Composite extends Primitive {
    /** What it does to operands of these types. */
    Jaxpr body(List<Aval> operands);

    @Override
    default Lowering lower(List<Aval> operands) {
      return new Lowering.Inline();
    }
  }

  /** A primitive that does what a program does; a compiler may inline it. */
  interface Call extends HigherOrder, Composite {
    Jaxpr body();

    @Override
    default Jaxpr body(List<Aval> operands) {
      return body();
    }

    @Override
    default boolean hasEffect() {
      return body().hasEffect();
    }
  }

  /**
   * A primitive whose operands decide which of its programs run, and how often: branches and loops.
   * Engines lower it as {@link Lowering.Control}: either the whole natively, or by {@link
   * #eval(List, Runner)} with the programs compiled.
   */
  interface Control extends HigherOrder {
    /** The programs that it runs. */
    List<Jaxpr> programs();

    /**
     * The results, with each program run by whoever knows how to.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted between two
     *     runs
     */
    List<HostArray> eval(List<HostArray> operands, Runner runner);

    @Override
    default List<HostArray> eval(List<HostArray> operands) {
      return eval(operands, Jaxpr::eval);
    }

    @Override
    default boolean hasEffect() {
      return programs().stream().anyMatch(Jaxpr::hasEffect);
    }

    @Override
    Lowering.Control lower(List<Aval> operands);
  }

  /** Runs programs on numbers. */
  @FunctionalInterface
  interface Runner {
    List<HostArray> run(Jaxpr program, List<HostArray> operands);
  }

  /**
   * What {@link HigherOrder#partialEval} did.
   *
   * @param known one per result: its value, or null where it must wait
   * @param later makes the results that must wait, in order
   * @param residuals known operands of {@code later}; each null stands for the next unknown
   *     operand, and those left over come last
   */
  record Split(List<Value> known, Primitive later, List<Value> residuals) {}
}
