package jacobean.llvm.graph;

import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.llvm.graph.Graph.Node;
import jacobean.llvm.graph.Graph.Result;
import jacobean.llvm.graph.Graph.Value;
import jacobean.llvm.loop.Affine;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A contraction as loops: over the batch axes, the left operand's free axes, the contracted axes,
 * and the right operand's free axes, in this order. Only the contracted ones are not axes of the
 * result.
 */
record ContractionForm(
    Node node,
    Axes leftBatch,
    Axes leftFree,
    Axes leftContract,
    Axes rightBatch,
    Axes rightContract,
    Axes rightFree) {
  /** So few products are quicker made by a loop. */
  private static final long LEAST_WORK = 4096;

  static ContractionForm of(Node node, Lowering.Contraction c) {
    return new ContractionForm(
        node,
        c.leftBatch(),
        c.leftContract().then(c.leftBatch()).complement(node.operands().get(0).aval().rank()),
        c.leftContract(),
        c.rightBatch(),
        c.rightContract(),
        c.rightContract().then(c.rightBatch()).complement(node.operands().get(1).aval().rank()));
  }

  private Shape left() {
    return node.operands().get(0).aval().shape();
  }

  private Shape right() {
    return node.operands().get(1).aval().shape();
  }

  private static long size(Shape shape, Axes axes) {
    return Arrays.stream(axes.toArray()).mapToLong(shape::dim).reduce(1, (a, b) -> a * b);
  }

  long batch() {
    return size(left(), leftBatch);
  }

  long m() {
    return size(left(), leftFree);
  }

  long k() {
    return size(left(), leftContract);
  }

  long n() {
    return size(right(), rightFree);
  }

  /** Whether it is worth a call of OpenBLAS, which has real and complex floats and doubles. */
  boolean isMatrixProduct() {
    var type = node.results().getFirst().aval().dtype();
    return m() > 1
        && n() > 1
        && m() * n() * k() >= LEAST_WORK
        && type.isInexact()
        && type.component().itemsize() >= 4;
  }

  /** The type of the result with rows and columns swapped. */
  Aval swapped(Aval result) {
    Shape shape = result.shape();
    int[] dims = new int[shape.rank()];
    List<Expr> index = swappedIndex();
    for (int axis = 0; axis < dims.length; axis++) {
      dims[((Expr.Index) index.get(axis)).axis()] = shape.dim(axis);
    }
    return result.withShape(Shape.of(dims));
  }

  /** Where the element of the result lies of which the transposed has the index 0, 1, 2, ... */
  List<Expr> swappedIndex() {
    int batch = leftBatch.size();
    return IntStream.range(0, batch + leftFree.size() + rightFree.size())
        .map(
            axis ->
                axis < batch
                    ? axis
                    : axis < batch + leftFree.size()
                        ? axis + rightFree.size()
                        : axis - leftFree.size())
        .<Expr>mapToObj(Expr.Index::new)
        .toList();
  }

  /** The lengths of the loops. */
  Shape space() {
    return Shape.of(
        IntStream.concat(
                Arrays.stream(leftBatch.then(leftFree).then(leftContract).toArray())
                    .map(left()::dim),
                Arrays.stream(rightFree.toArray()).map(right()::dim))
            .toArray());
  }

  /** The loops over contracted axes. */
  Axes reduced() {
    int begin = leftBatch.size() + leftFree.size();
    return Axes.range(begin, begin + leftContract.size());
  }

  /** The left operand's index in the loops. */
  List<Expr> leftIndex() {
    return index(left().rank(), leftBatch, leftFree, leftContract, 0);
  }

  /** The right operand's index in the loops. */
  List<Expr> rightIndex() {
    return index(right().rank(), rightBatch, rightContract, rightFree, leftFree.size());
  }

  /** Loop variables for axes: one after the other, but skipping some after the batch. */
  private static List<Expr> index(int rank, Axes batch, Axes second, Axes third, int skip) {
    Expr[] index = new Expr[rank];
    int next = 0;
    for (int axis : batch.toArray()) {
      index[axis] = new Expr.Index(next++);
    }
    next += skip;
    for (int axis : second.then(third).toArray()) {
      index[axis] = new Expr.Index(next++);
    }
    return List.of(index);
  }

  /** The operands as matrices in memory, and what must be in memory for that. */
  Matrices matrices(Map<Node, Anatomy> anatomies) {
    return new Matrices(
        view(node.operands().get(0), leftBatch, leftFree, leftContract, anatomies),
        view(node.operands().get(1), rightBatch, rightContract, rightFree, anatomies),
        batch(),
        Math.toIntExact(m()),
        Math.toIntExact(n()),
        Math.toIntExact(k()));
  }

  /**
   * A matrix in what the operand was moved from, if it is one there, else in the operand itself.
   */
  private static Matrices.View view(
      Value operand, Axes batch, Axes rows, Axes columns, Map<Node, Anatomy> anatomies) {
    Expr.Load load =
        new Expr.Load(
            new Anatomy.Leaf(0, operand.aval()), Anatomy.identity(operand.aval().shape()));
    Value base = operand;
    Optional<Matrices.View> found = strided(base, load, operand.aval(), batch, rows, columns);
    while (found.isEmpty()
        && base instanceof Result r
        && anatomies.get(r.node()) instanceof Anatomy a
        && a.isMovement()) {
      Expr.Load from = (Expr.Load) a.elements().getFirst();
      base = r.node().operands().get(((Anatomy.Leaf) from.source()).operand());
      load = substitute(from, load.index());
      found = strided(base, load, operand.aval(), batch, rows, columns);
    }
    // Movements that lead to a matrix further back need not be done.
    return found.orElseGet(() -> copy(operand, batch, rows, columns));
  }

  private static Expr.Load substitute(Expr.Load load, List<Expr> index) {
    return new Expr.Load(
        load.source(), load.index().stream().map(e -> substitute(e, index)).toList());
  }

  private static Expr substitute(Expr e, List<Expr> index) {
    return switch (e) {
      case Expr.Index i -> index.get(i.axis());
      case Expr.Const c -> c;
      case Expr.Load l -> substitute(l, index);
      case Expr.Apply a ->
          new Expr.Apply(
              a.op(), a.type(), a.args().stream().map(x -> substitute(x, index)).toList());
      case Expr.Call c ->
          new Expr.Call(
              c.function(), c.type(), c.args().stream().map(x -> substitute(x, index)).toList());
    };
  }

  private static Optional<Matrices.View> strided(
      Value base, Expr.Load load, Aval operand, Axes batch, Axes rows, Axes columns) {
    Affine offset = Affine.offset(load);
    if (!offset.others().isEmpty()) {
      return Optional.empty();
    }
    long[] batches = merged(offset, operand.shape(), batch);
    long[] row = merged(offset, operand.shape(), rows);
    long[] column = merged(offset, operand.shape(), columns);
    if (batches == null || row == null || column == null) {
      return Optional.empty();
    }
    // An axis of length 1 is evenly apart at any distance.
    long height = row[0];
    long width = column[0];
    boolean asStored = (width == 1 || column[1] == 1) && (height == 1 || row[1] >= width);
    boolean transposed = (height == 1 || row[1] == 1) && (width == 1 || column[1] >= height);
    long stride = asStored ? (height == 1 ? width : row[1]) : (width == 1 ? height : column[1]);
    return (asStored || transposed) && stride <= Integer.MAX_VALUE
        ? Optional.of(
            new Matrices.View(
                base, Optional.empty(), offset.constant(), batches[1], (int) stride, !asStored))
        : Optional.empty();
  }

  /** Length and stride of some axes taken as one, or null if they are not evenly apart. */
  private static long[] merged(Affine offset, Shape shape, Axes axes) {
    long length = 1;
    long stride = 0;
    for (int i = axes.size() - 1; i >= 0; i--) {
      int axis = axes.get(i);
      if (shape.dim(axis) == 1) {
        continue;
      }
      if (length == 1) {
        stride = offset.axis(axis);
      } else if (offset.axis(axis) != stride * length) {
        return null;
      }
      length *= shape.dim(axis);
    }
    return new long[] {length, stride};
  }

  /** The operand copied so that its axes are batch, rows, columns. */
  private static Matrices.View copy(Value operand, Axes batch, Axes rows, Axes columns) {
    long height = size(operand.aval().shape(), rows);
    long width = size(operand.aval().shape(), columns);
    return new Matrices.View(
        operand,
        Optional.of(batch.then(rows).then(columns)),
        0,
        height * width,
        Math.toIntExact(width),
        false);
  }
}
