package jacobean.llvm.graph;

import jacobean.core.Concrete;
import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Monoid;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program as the compiler sees it: calls are inlined, literals are constants, no work is done
 * twice, and none that no output and no effect needs.
 *
 * @param inputs the types of the inputs, those of the arrays last
 * @param arrays the arrays that are written into the program, which it takes as its last inputs
 * @param nodes the operations, each after those that it depends on
 * @param outputs the results
 */
public record Graph(
    List<Aval> inputs, List<Concrete> arrays, List<Node> nodes, List<Value> outputs) {
  /** What operations compute with. */
  public sealed interface Value {
    Aval aval();
  }

  /** An input of the program. */
  public record Input(int number, Aval aval) implements Value {}

  /** A scalar constant. */
  public record Literal(Concrete array) implements Value {
    @Override
    public Aval aval() {
      return array.aval();
    }

    /** The constant as an expression. */
    public Expr expr() {
      HostArray host = array.host();
      DType type = aval().dtype();
      if (type.isComplex()) {
        Complex z = host.complex(0);
        DType real = type.component();
        return Expr.complex(type, Expr.real(real, z.re()), Expr.real(real, z.im()));
      }
      return type.isFloating()
          ? Expr.real(type, host.real(0))
          : Expr.integer(type, host.integer(0));
    }
  }

  /** A result of an operation. */
  public record Result(Node node, int number, Aval aval) implements Value {}

  /** An operation. Compared by identity. */
  public static final class Node {
    private final int number;
    private final Primitive primitive;
    private final Lowering lowering;
    private final List<Value> operands;
    private final List<Result> results = new ArrayList<>();

    Node(int number, Primitive primitive, List<Value> operands, List<Aval> types) {
      this(
          number,
          primitive,
          Graph.lowering(primitive, operands.stream().map(Value::aval).toList(), types),
          operands,
          types);
    }

    private Node(
        int number,
        Primitive primitive,
        Lowering lowering,
        List<Value> operands,
        List<Aval> types) {
      this.number = number;
      this.primitive = primitive;
      this.lowering = lowering;
      this.operands = List.copyOf(operands);
      for (Aval type : types) {
        results.add(new Result(this, results.size(), type));
      }
    }

    /** The same operation on other operands of the same types. */
    Node of(List<Value> others) {
      return of(lowering, others, results.stream().map(Result::aval).toList());
    }

    /** What is computed in its place, in another way. */
    Node of(Lowering other, List<Value> others, List<Aval> types) {
      return new Node(number, primitive, other, others, types);
    }

    /** The place in program order. */
    public int number() {
      return number;
    }

    public Primitive primitive() {
      return primitive;
    }

    public Lowering lowering() {
      return lowering;
    }

    public List<Value> operands() {
      return operands;
    }

    public List<Result> results() {
      return results;
    }

    @Override
    public String toString() {
      return primitive.name() + "#" + number;
    }
  }

  /** The graph of a program. */
  public static Graph of(Jaxpr program) {
    var building = new Building(program.inputs().size());
    List<Value> inputs = new ArrayList<>();
    for (var input : program.inputs()) {
      inputs.add(new Input(inputs.size(), input.aval()));
    }
    List<Value> outputs = building.inline(program, inputs, new Known());
    List<Aval> types =
        Stream.concat(program.inputTypes().stream(), building.arrays.stream().map(Concrete::aval))
            .toList();
    return TurnedProducts.in(
        new Graph(types, building.arrays, live(building.nodes, outputs), outputs));
  }

  /** The graph of a single operation. */
  public static Graph of(Primitive primitive, List<Aval> operands) {
    List<Jaxpr.Var> variables = operands.stream().map(Jaxpr.Var::new).toList();
    List<Jaxpr.Var> results =
        primitive.abstractEval(operands).stream().map(Jaxpr.Var::new).toList();
    var equation = new Jaxpr.Eqn(primitive, List.copyOf(variables), results);
    return of(new Jaxpr(0, variables, List.of(equation), List.copyOf(results)));
  }

  /**
   * How an operation is computed here: as it says, but in plain Java where it does to complex
   * numbers what their parts cannot do for themselves.
   */
  public static Lowering lowering(Primitive primitive, List<Aval> operands, List<Aval> results) {
    Lowering lowering = primitive.lower(operands);
    boolean complex =
        Stream.concat(operands.stream(), results.stream()).anyMatch(a -> a.dtype().isComplex());
    boolean isKnown =
        !complex
            || switch (lowering) {
              case Lowering.Pointwise p ->
                  ComplexParts.apply(
                      Anatomy.of(p, operands, results.getFirst().shape()).elements());
              case Lowering.Reduction r -> r.monoid() == Monoid.SUM;
              case Lowering.Scan s -> s.monoid().filter(m -> m == Monoid.SUM).isPresent();
              case Lowering.Scatter s -> s.monoid().filter(m -> m != Monoid.SUM).isEmpty();
              case Lowering.Contraction c -> true;
              case Lowering.OnMatrices m -> true;
              case Lowering.Control c -> true;
              case Lowering.Inline i -> true;
              case Lowering.Written w -> true;
              case Lowering.Host h -> true;
            };
    return isKnown ? lowering : new Lowering.Host();
  }

  /** Whether a pointwise operation calls functions of the mathematical library. */
  public static boolean callsFunctions(
      Lowering.Pointwise lowering, List<Aval> operands, List<Aval> results) {
    return Anatomy.of(lowering, operands, results.getFirst().shape()).calls();
  }

  private static final class Building {
    private final int inputs;
    private final List<Concrete> arrays = new ArrayList<>();
    private final Map<Primitive, Value> written = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    Building(int inputs) {
      this.inputs = inputs;
    }

    List<Value> inline(Jaxpr program, List<Value> inputs, Known known) {
      Map<Jaxpr.Var, Value> values = new HashMap<>();
      for (int i = 0; i < inputs.size(); i++) {
        values.put(program.inputs().get(i), inputs.get(i));
      }
      for (var equation : program.equations()) {
        List<Value> operands = read(values, equation.operands());
        List<? extends Value> results;
        if (equation.primitive() instanceof Primitive.Composite composite
            && composite.lower(avals(operands)) instanceof Lowering.Inline i) {
          results =
              inline(composite.body(avals(operands)), operands, i.again() ? new Known() : known);
        } else if (equation.primitive().lower(avals(operands)) instanceof Lowering.Written) {
          results = List.of(written.computeIfAbsent(equation.primitive(), this::written));
        } else if (equation.primitive().lower(avals(operands)) instanceof Lowering.Reduction r
            && r.axes().size() == 0) {
          // Over no axes: the operand itself.
          results = operands;
        } else {
          results =
              known.node(equation.primitive(), operands, () -> add(equation, operands)).results();
        }
        for (int i = 0; i < results.size(); i++) {
          values.put(equation.results().get(i), results.get(i));
        }
      }
      return read(values, program.outputs());
    }

    private Value written(Primitive primitive) {
      Concrete array = primitive.eval(List.of()).getFirst().toConcrete();
      if (array.aval().rank() == 0) {
        return new Literal(array);
      }
      arrays.add(array);
      return new Input(inputs + arrays.size() - 1, array.aval());
    }

    private Node add(Jaxpr.Eqn equation, List<Value> operands) {
      List<Aval> types = equation.results().stream().map(Jaxpr.Var::aval).toList();
      Node node = new Node(nodes.size(), equation.primitive(), operands, types);
      nodes.add(node);
      return node;
    }

    private static List<Aval> avals(List<Value> values) {
      return values.stream().map(Value::aval).toList();
    }

    private static List<Value> read(Map<Jaxpr.Var, Value> values, List<Jaxpr.Atom> atoms) {
      List<Value> read = new ArrayList<>(atoms.size());
      for (var atom : atoms) {
        read.add(
            switch (atom) {
              case Jaxpr.Var v -> values.get(v);
              case Jaxpr.Literal l -> new Literal(l.value());
            });
      }
      return read;
    }
  }

  private static List<Node> live(List<Node> nodes, List<Value> outputs) {
    Set<Node> needed = new HashSet<>();
    outputs.forEach(v -> need(v, needed));
    for (Node node : nodes.reversed()) {
      if (node.primitive().hasEffect()) {
        needed.add(node);
      }
      if (needed.contains(node)) {
        node.operands().forEach(v -> need(v, needed));
      }
    }
    return nodes.stream().filter(needed::contains).toList();
  }

  private static void need(Value value, Set<Node> needed) {
    if (value instanceof Result r) {
      needed.add(r.node());
    }
  }
}
