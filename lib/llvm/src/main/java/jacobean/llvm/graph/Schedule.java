package jacobean.llvm.graph;

import jacobean.core.Concrete;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Monoid;
import jacobean.ir.Op;
import jacobean.llvm.loop.Scan;
import jacobean.llvm.loop.Scatter;
import jacobean.llvm.loop.Slot;
import jacobean.llvm.loop.Step;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A program as steps over arrays in memory, in order.
 *
 * @param steps what is done
 * @param inputs the inputs' slots
 * @param arrays what the last inputs always are
 * @param computed the slots that hold outputs
 * @param temporaries the slots of intermediates
 * @param outputs where each output of the program comes from
 */
public record Schedule(
    List<Step> steps,
    List<Slot> inputs,
    List<Concrete> arrays,
    List<Slot> computed,
    List<Slot> temporaries,
    List<Output> outputs) {
  /** Where an output comes from. */
  public sealed interface Output {}

  /** It is an input, unchanged. */
  public record Passed(int input) implements Output {}

  /** It is a constant. */
  public record Constant(Concrete value) implements Output {}

  /** It is computed into one of the output slots. */
  public record Computed(int slot) implements Output {}

  /** The schedule of a program. */
  public static Schedule of(Graph graph) {
    return new Building(graph, Fusion.of(graph)).build();
  }

  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining());
  }

  private static final class Building {
    private final Graph graph;
    private final Fusion.Fused fused;
    private final List<Step> steps = new ArrayList<>();
    private final List<Slot> inputs = new ArrayList<>();
    private final List<Slot> computed = new ArrayList<>();
    private final List<Slot> temporaries = new ArrayList<>();
    private final Map<Graph.Value, Slot> slots = new HashMap<>();

    Building(Graph graph, Fusion.Fused fused) {
      this.graph = graph;
      this.fused = fused;
    }

    Schedule build() {
      for (Aval aval : graph.inputs()) {
        inputs.add(new Slot(Slot.Kind.INPUT, inputs.size(), aval));
      }
      List<Output> outputs = graph.outputs().stream().map(this::output).toList();
      fused.groups().forEach(this::add);
      return new Schedule(
          List.copyOf(steps),
          List.copyOf(inputs),
          graph.arrays(),
          List.copyOf(computed),
          List.copyOf(temporaries),
          outputs);
    }

    private Output output(Graph.Value value) {
      return switch (value) {
        case Graph.Input input -> new Passed(input.number());
        case Graph.Literal literal -> new Constant(literal.array());
        case Graph.Result result -> {
          Slot slot =
              slots.computeIfAbsent(
                  result,
                  r -> {
                    Slot made = new Slot(Slot.Kind.OUTPUT, computed.size(), r.aval());
                    computed.add(made);
                    return made;
                  });
          yield new Computed(slot.number());
        }
      };
    }

    private Slot temporary(Aval aval) {
      Slot made = new Slot(Slot.Kind.TEMPORARY, temporaries.size(), aval);
      temporaries.add(made);
      return made;
    }

    private Slot slot(Graph.Value value) {
      return switch (value) {
        case Graph.Input input -> inputs.get(input.number());
        case Graph.Result result -> slots.computeIfAbsent(result, r -> temporary(r.aval()));
        case Graph.Literal literal ->
            throw new IllegalStateException("a constant is not in memory: " + literal);
      };
    }

    private void add(Group group) {
      switch (group.kind()) {
        case LOOPS -> steps.add(loops(group));
        case PRODUCT -> addProduct(group.members().getFirst());
        case SCATTER -> addScatter(group);
        case SCAN -> addScan(group);
        case HOST -> steps.add(host(group.members().getFirst()));
      }
    }

    /** For what a group computes: what it needs that is not in memory, it computes itself. */
    private Inliner inliner(Group group) {
      return new Inliner(
          node -> {
            Group home = fused.homes().get(node);
            boolean pointwise = node.lowering() instanceof Lowering.Pointwise;
            return pointwise && (home == null || home == group);
          },
          this::slot);
    }

    private Step loops(Group group) {
      var inliner = inliner(group);
      var complex = new ComplexParts();
      List<Expr> index = Anatomy.identity(group.space());
      List<Step.Store> stores = new ArrayList<>();
      List<Step.Fold> folds = new ArrayList<>();
      for (Graph.Node node : group.members().reversed()) {
        switch (node.lowering()) {
          case Lowering.Pointwise p -> {
            List<Expr> elements = inliner.elements(node, index);
            for (Graph.Result r : node.results()) {
              if (isNeeded(r, group)) {
                stores.addAll(stores(slot(r), complex.parts(elements.get(r.number()))));
              }
            }
          }
          case Lowering.Reduction r -> {
            Expr element = inliner.element(node.operands().getFirst(), index);
            folds.addAll(
                folds(slot(node.results().getFirst()), r.monoid(), complex.parts(element)));
          }
          case Lowering.Contraction c -> {
            Expr product = productOfElements(node, c, inliner);
            Monoid monoid = product.type() == DType.BOOL ? Monoid.OR : Monoid.SUM;
            folds.addAll(folds(slot(node.results().getFirst()), monoid, complex.parts(product)));
          }
          case Lowering.Scan s -> throw new IllegalStateException(node + " in loops");
          case Lowering.Scatter s -> throw new IllegalStateException(node + " in loops");
          case Lowering.OnMatrices m -> throw new IllegalStateException(node + " in loops");
          case Lowering.Written w -> throw new IllegalStateException(node + " in loops");
          case Lowering.Host h -> throw new IllegalStateException(node + " in loops");
          case Lowering.Control c -> throw new IllegalStateException(node + " in loops");
          case Lowering.Inline i -> throw new IllegalStateException(node + " in loops");
        }
      }
      return new Step.Kernel(group.space(), group.reduced(), stores, folds);
    }

    /** Whether a result is an output, or used outside its group. */
    private boolean isNeeded(Graph.Result result, Group group) {
      return fused.isRead(result, group) || graph.outputs().contains(result);
    }

    private static Expr productOfElements(
        Graph.Node node, Lowering.Contraction c, Inliner inliner) {
      var form = ContractionForm.of(node, c);
      Expr left = inliner.element(node.operands().get(0), form.leftIndex());
      Expr right = inliner.element(node.operands().get(1), form.rightIndex());
      // Products of narrow numbers are not rounded before they are summed up.
      boolean narrow = left.type().isFloating() && left.type().itemsize() < 4;
      DType type = narrow ? DType.FLOAT32 : left.type();
      return left.cast(type).op(Op.MUL, right.cast(type));
    }

    /** Stores of the parts of an element. */
    private static List<Step.Store> stores(Slot slot, List<Expr> parts) {
      return IntStream.range(0, parts.size())
          .mapToObj(k -> new Step.Store(new Step.Target(slot, k, parts.size()), parts.get(k)))
          .toList();
    }

    /** Folds of the parts of an element. */
    private static List<Step.Fold> folds(Slot slot, Monoid monoid, List<Expr> parts) {
      return IntStream.range(0, parts.size())
          .mapToObj(
              k -> new Step.Fold(new Step.Target(slot, k, parts.size()), monoid, parts.get(k)))
          .toList();
    }

    /** A place in an array as the places of its parts. */
    private static List<Expr.Load> places(Expr.Load place) {
      return place.type().isComplex()
          ? List.of(ComplexParts.load(place, 0), ComplexParts.load(place, 1))
          : List.of(place);
    }

    private void addProduct(Graph.Node node) {
      Matrices m = fused.products().get(node);
      Step.Matrix left = matrix(m.left());
      Step.Matrix right = matrix(m.right());
      steps.add(
          new Step.Product(
              slot(node.results().getFirst()), left, right, m.batch(), m.m(), m.n(), m.k()));
    }

    private Step.Matrix matrix(Matrices.View view) {
      Slot base = slot(view.base());
      Slot dense = view.order().map(order -> addCopy(base, order)).orElse(base);
      return new Step.Matrix(
          dense, view.offset(), view.batchStride(), view.rowStride(), view.transposed());
    }

    /** Writes an element to each place of an array. */
    private void addCopy(Slot to, Expr element) {
      List<Step.Store> stores = stores(to, new ComplexParts().parts(element));
      steps.add(new Step.Kernel(to.aval().shape(), Axes.of(), stores, List.of()));
    }

    /** Copies an array so that its axes are in another order. */
    private Slot addCopy(Slot from, Axes order) {
      Shape shape =
          Shape.of(Arrays.stream(order.toArray()).map(from.aval().shape()::dim).toArray());
      Slot to = temporary(Aval.of(shape, from.aval().dtype()));
      List<Expr> index =
          Arrays.stream(order.inverse().toArray()).<Expr>mapToObj(Expr.Index::new).toList();
      addCopy(to, new Expr.Load(from, index));
      return to;
    }

    /** The array as it is before, and then the updates of it. */
    private void addScatter(Group group) {
      Graph.Node node = group.members().getFirst();
      var scatter = (Lowering.Scatter) node.lowering();
      var inliner = inliner(group);
      Slot target = slot(node.results().getFirst());
      Shape shape = target.aval().shape();
      Expr before = inliner.element(node.operands().getFirst(), Anatomy.identity(shape));
      addCopy(target, before);
      var operands = node.operands().stream().map(inliner::operand).toList();
      var update = scatter.update(operands, Anatomy.identity(group.space()));
      var complex = new ComplexParts();
      var place = new Expr.Load(target, update.place().stream().map(complex::real).toList());
      Optional<Expr> made = update.made().map(complex::real);
      List<Expr> parts = complex.parts(update.value());
      for (int k = 0; k < parts.size(); k++) {
        steps.add(
            new Scatter(group.space(), places(place).get(k), scatter.monoid(), parts.get(k), made));
      }
    }

    private void addScan(Group group) {
      Graph.Node node = group.members().getFirst();
      var scan = (Lowering.Scan) node.lowering();
      int axis = scan.axis();
      List<Expr> index = new ArrayList<>(Anatomy.identity(group.space()));
      if (scan.reverse()) {
        index.set(axis, Expr.index(group.space().dim(axis) - 1L).minus(index.get(axis)));
      }
      Expr element = inliner(group).element(node.operands().getFirst(), index);
      var place = new Expr.Load(slot(node.results().getFirst()), index);
      // A sum of complex numbers is a sum of each part.
      Aval type = node.operands().getFirst().aval();
      var ofParts =
          (Lowering.Scan) node.primitive().lower(List.of(type.withDtype(type.dtype().component())));
      List<Expr> parts = new ComplexParts().parts(element);
      for (int k = 0; k < parts.size(); k++) {
        Expr.Load to = places(place).get(k);
        steps.add(new Scan(ofParts, group.space(), axis, parts.get(k), to, Optional.empty()));
      }
    }

    private Step host(Graph.Node node) {
      List<Step.Host.Operand> operands = new ArrayList<>();
      for (Graph.Value value : node.operands()) {
        operands.add(
            value instanceof Graph.Literal literal
                ? new Step.Host.Constant(literal.array())
                : new Step.Host.InMemory(slot(value)));
      }
      return new Step.Host(
          node.primitive(), operands, node.results().stream().map(this::slot).toList());
    }
  }
}
