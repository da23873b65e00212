package jacobean.core;

import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A program: first-order, typed, in the form that tracing makes and compilers read. JAX's jaxpr;
 * prints as JAX prints it.
 *
 * <p>Programs are compared by identity. What is derived from a program (its derivative, its batched
 * form, its compiled code) is kept with it and goes when it goes.
 */
public final class Jaxpr {
  private final int constants;
  private final List<Var> inputs;
  private final List<Eqn> equations;
  private final List<Atom> outputs;
  private final List<Aval> inputTypes;
  private final List<Aval> outputTypes;
  private final ConcurrentHashMap<Object, Object> derived = new ConcurrentHashMap<>();

  /**
   * @param constants how many of the inputs, from the first, are values that the traced function
   *     closed over
   */
  public Jaxpr(int constants, List<Var> inputs, List<Eqn> equations, List<Atom> outputs) {
    this.constants = constants;
    this.inputs = List.copyOf(inputs);
    this.equations = List.copyOf(equations);
    this.outputs = List.copyOf(outputs);
    this.inputTypes = types(inputs);
    this.outputTypes = types(outputs);
  }

  /** The types of variables and literals. */
  public static List<Aval> types(List<? extends Atom> atoms) {
    var types = new Aval[atoms.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = atoms.get(i).aval();
    }
    return List.of(types);
  }

  /** A value in a program: a variable or a literal. */
  public sealed interface Atom {
    Aval aval();
  }

  /** A variable, assigned once. Compared by identity. */
  public static final class Var implements Atom {
    private final Aval aval;

    public Var(Aval aval) {
      this.aval = aval;
    }

    @Override
    public Aval aval() {
      return aval;
    }
  }

  /** A scalar constant. */
  public record Literal(Concrete value) implements Atom {
    @Override
    public Aval aval() {
      return value.aval();
    }
  }

  /**
   * An application of a primitive.
   *
   * @param origin where user code applied it
   */
  public record Eqn(Primitive primitive, List<Atom> operands, List<Var> results, Origin origin) {
    public Eqn {
      operands = List.copyOf(operands);
      results = List.copyOf(results);
    }

    /** An application that no user code asked for. */
    public Eqn(Primitive primitive, List<Atom> operands, List<Var> results) {
      this(primitive, operands, results, Origin.UNKNOWN);
    }
  }

  public int constants() {
    return constants;
  }

  /** The values closed over, then the arguments. */
  public List<Var> inputs() {
    return inputs;
  }

  public List<Eqn> equations() {
    return equations;
  }

  public List<Atom> outputs() {
    return outputs;
  }

  public List<Aval> inputTypes() {
    return inputTypes;
  }

  public List<Aval> outputTypes() {
    return outputTypes;
  }

  /** Whether a primitive in it has an effect. */
  public boolean hasEffect() {
    record Key() {}
    return derived(new Key(), () -> equations.stream().anyMatch(e -> e.primitive().hasEffect()));
  }

  /** What is kept with this program under a key, made on first use. The key says what it is. */
  @SuppressWarnings("unchecked") // a key is used with one type
  public <T> T derived(Object key, Supplier<T> make) {
    var found = derived.get(key);
    if (found == null) {
      // Not computeIfAbsent: making one derived program may derive others of the same program.
      var made = make.get();
      found = derived.putIfAbsent(key, made);
      return found == null ? made : (T) found;
    }
    return (T) found;
  }

  /** Applies the program to operands under the interpreter in force, equation by equation. */
  public List<Value> apply(List<Value> operands) {
    var values = new java.util.HashMap<Var, Value>();
    for (int i = 0; i < inputs.size(); i++) {
      values.put(inputs.get(i), operands.get(i));
    }
    for (var e : equations) {
      var arguments = read(values, e.operands());
      var results = e.origin().replay(() -> e.primitive().bind(arguments));
      for (int i = 0; i < results.size(); i++) {
        values.put(e.results().get(i), results.get(i));
      }
    }
    return read(values, outputs);
  }

  /** The program's results in plain Java, each equation by {@link Primitive#eval}. */
  public List<HostArray> eval(List<HostArray> operands) {
    var values = new java.util.HashMap<Atom, HostArray>();
    for (int i = 0; i < inputs.size(); i++) {
      values.put(inputs.get(i), operands.get(i));
    }
    for (var e : equations) {
      var results = e.primitive().eval(hosts(values, e.operands()));
      for (int i = 0; i < results.size(); i++) {
        values.put(e.results().get(i), results.get(i));
      }
    }
    return hosts(values, outputs);
  }

  private static List<HostArray> hosts(java.util.Map<Atom, HostArray> values, List<Atom> atoms) {
    return atoms.stream()
        .map(a -> a instanceof Literal l ? l.value().host() : values.get(a))
        .toList();
  }

  private static List<Value> read(java.util.Map<Var, Value> values, List<Atom> atoms) {
    var read = new ArrayList<Value>(atoms.size());
    for (var atom : atoms) {
      read.add(
          switch (atom) {
            case Var v -> values.get(v);
            case Literal l -> l.value();
          });
    }
    return read;
  }

  @Override
  public String toString() {
    return JaxprText.of(this);
  }
}
