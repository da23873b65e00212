package jacobean.core;

import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Eqn;
import jacobean.core.Jaxpr.Literal;
import jacobean.core.Jaxpr.Var;
import jacobean.error.TracerException;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Records what a function does, as a program: JAX's tracing to a jaxpr. */
public final class Stage extends Trace {
  private final String transformation;
  private final List<Var> arguments = new ArrayList<>();
  private final List<Eqn> equations = new ArrayList<>();
  private final Map<Value, Var> captured = new IdentityHashMap<>();
  private final List<Var> capturedVars = new ArrayList<>();
  private final List<Value> capturedValues = new ArrayList<>();

  /** Its arguments are from there. */
  private final Origin opened = Origin.here();

  private Stage(String transformation) {
    this.transformation = transformation;
  }

  /**
   * A program to be recorded piece by piece: {@link #argument}, {@link #process}, {@link #close}.
   */
  public static Stage open(String transformation) {
    return new Stage(transformation);
  }

  /** Where user code opened it. */
  public Origin opened() {
    return opened;
  }

  /** A new argument of the program. */
  public Tracer argument(Aval type) {
    var var = new Var(type);
    arguments.add(var);
    return new Staging(this, var, opened);
  }

  /** The program that makes these outputs, and nothing else; its tracers may be used no more. */
  public Staged close(List<Value> outputs) {
    finish();
    var atoms = atoms(outputs);
    return program(DeadCode.eliminate(equations, atoms), atoms);
  }

  /** Whether the value is a variable of this program. */
  public boolean owns(Value value) {
    return value instanceof Tracer t && t.trace() == this;
  }

  /**
   * A recorded program.
   *
   * @param captured the values that the function closed over: the operands for the program's
   *     constants, possibly tracers of enclosing traces
   */
  public record Staged(Jaxpr jaxpr, List<Value> captured) {}

  /**
   * Traces a function.
   *
   * @param transformation what traces, for messages: {@code jit}
   * @param types the types of the arguments
   */
  public static Staged trace(
      String transformation, Function<List<Value>, List<Value>> function, List<Aval> types) {
    var stage = open(transformation);
    var operands = types.stream().<Value>map(stage::argument).toList();
    try {
      var results = stage.run(() -> function.apply(operands));
      return stage.program(stage.equations, stage.atoms(results));
    } finally {
      stage.finish();
    }
  }

  private Staged program(List<Eqn> kept, List<Atom> outputs) {
    var used = new HashSet<Atom>(outputs);
    for (var e : kept) {
      used.addAll(e.operands());
    }
    var inputs = new ArrayList<Var>();
    var values = new ArrayList<Value>();
    for (int i = 0; i < capturedVars.size(); i++) {
      if (used.contains(capturedVars.get(i))) {
        inputs.add(capturedVars.get(i));
        values.add(capturedValues.get(i));
      }
    }
    int constants = inputs.size();
    inputs.addAll(arguments);
    return new Staged(new Jaxpr(constants, inputs, kept, outputs), List.copyOf(values));
  }

  @Override
  public List<Value> process(Primitive primitive, List<Value> operands) {
    if (isFinished()) {
      throw new IllegalStateException("the trace of " + transformation + " has ended");
    }
    var here = Origin.here();
    var results = new ArrayList<Var>();
    var tracers = new ArrayList<Value>();
    for (var type : primitive.abstractEval(Value.avals(operands))) {
      var result = new Var(type);
      results.add(result);
      tracers.add(new Staging(this, result, here));
    }
    equations.add(new Eqn(primitive, atoms(operands), results, here));
    return tracers;
  }

  private List<Atom> atoms(List<Value> values) {
    var atoms = new ArrayList<Atom>(values.size());
    for (var value : values) {
      atoms.add(atom(value));
    }
    return atoms;
  }

  /**
   * The value's name in the program: its variable, a literal, or a constant for what is closed
   * over.
   */
  private Atom atom(Value value) {
    if (owns(value)) {
      return ((Staging) value).var;
    }
    if (value instanceof Tracer leaked && leaked.trace().isFinished()) {
      throw new TracerException(
          "a result of the traced function is a tracer "
              + leaked.aval()
              + " that was made by "
              + leaked.transformation()
              + " at "
              + leaked.origin()
              + " and has outlived it. Return values from traced functions instead of storing them outside.");
    }
    if (value instanceof Concrete c && c.aval().rank() == 0) {
      return new Literal(c);
    }
    return captured.computeIfAbsent(
        value,
        v -> {
          var constant = new Var(v.aval());
          capturedVars.add(constant);
          capturedValues.add(v);
          return constant;
        });
  }

  /** A variable of the program that is being recorded. */
  private static final class Staging extends Tracer {
    private final Var var;

    Staging(Stage stage, Var var, Origin origin) {
      super(stage, var.aval(), origin);
      this.var = var;
    }

    @Override
    public String transformation() {
      return ((Stage) trace()).transformation;
    }
  }
}
