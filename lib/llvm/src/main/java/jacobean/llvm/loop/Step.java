package jacobean.llvm.loop;

import jacobean.core.Concrete;
import jacobean.core.Primitive;
import jacobean.ir.Expr;
import jacobean.ir.Lowering;
import jacobean.ir.Monoid;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a program does, one after the other, once it is decided which arrays are in memory. */
public sealed interface Step
    permits Loops, Step.Tiled, Step.Chain, Step.Product, Step.Control, Step.Host {
  /** The arrays that the step reads. */
  List<Slot> reads();

  /** The arrays that the step writes, all elements of each. */
  List<Slot> writes();

  /**
   * A nest of loops, one for each axis of {@code space}: at each index it stores elements and adds
   * to accumulators.
   *
   * @param space the lengths of the loops
   * @param reduced the axes over which the folds go; none where there are no folds
   * @param stores what is written at each index, to arrays of the shape {@code space}
   * @param folds what is accumulated
   */
  record Kernel(Shape space, Axes reduced, List<Store> stores, List<Fold> folds) implements Loops {
    public Kernel {
      stores = List.copyOf(stores);
      folds = List.copyOf(folds);
    }

    @Override
    public List<Expr> values() {
      return Stream.concat(stores.stream().map(Store::value), folds.stream().map(Fold::value))
          .toList();
    }

    @Override
    public List<Slot> reads() {
      return Loads.slotsOf(values());
    }

    @Override
    public List<Slot> writes() {
      return Stream.concat(
              stores.stream().map(x -> x.target().slot()),
              folds.stream().map(x -> x.target().slot()))
          .distinct()
          .toList();
    }

    @Override
    public String toString() {
      String index = indexes(space.rank(), Axes.of());
      String kept = indexes(space.rank(), reduced);
      var text = new StringBuilder("for [" + index + "] in " + space + "\n");
      for (Store s : stores) {
        text.append("  %s = %s%n".formatted(s.target.at(index), s.value));
      }
      for (Fold f : folds) {
        text.append("  %s %s= %s%n".formatted(f.target.at(kept), f.monoid, f.value));
      }
      return text.toString();
    }
  }

  /** The names of all loops but some. */
  static String indexes(int rank, Axes without) {
    return IntStream.range(0, rank)
        .filter(i -> !without.contains(i))
        .mapToObj(i -> "i" + i)
        .collect(Collectors.joining(", "));
  }

  /**
   * Loops cut into chunks, which may run in any order on any thread.
   *
   * @param nest the loops, as few as possible
   * @param form how they are cut
   * @param parallel whether sharing the chunks among threads pays
   */
  record Tiled(Loops loops, Nest nest, Form form, boolean parallel) implements Step {
    @Override
    public List<Slot> reads() {
      return loops.reads();
    }

    @Override
    public List<Slot> writes() {
      return loops.writes();
    }

    @Override
    public String toString() {
      return "%s  as %s in %d %s%n"
          .formatted(loops, form, form.chunks(), parallel ? "chunks on all threads" : "chunks");
    }
  }

  /**
   * Kernels of which each row needs only the same row of the others: the chunks are shared among
   * threads, and of each chunk one kernel comes after the other.
   *
   * @param parts kernels with the same number of chunks
   */
  record Chain(List<Tiled> parts) implements Step {
    /** The number of chunks. */
    public long chunks() {
      return parts.getFirst().form().chunks();
    }

    @Override
    public List<Slot> reads() {
      return parts.stream().flatMap(p -> p.reads().stream()).distinct().toList();
    }

    @Override
    public List<Slot> writes() {
      return parts.stream().flatMap(p -> p.writes().stream()).distinct().toList();
    }

    @Override
    public String toString() {
      return "together, row by row:\n"
          + parts.stream().map(Tiled::toString).collect(Collectors.joining()).indent(2);
    }
  }

  /**
   * What elements are written to: an array, or one of the parts of an array of complex numbers.
   *
   * @param part which of the parts
   * @param parts how many there are, 1 or 2
   */
  record Target(Slot slot, int part, int parts) {
    /** A whole array. */
    public static Target of(Slot slot) {
      return new Target(slot, 0, 1);
    }

    /** The type of what is written. */
    public DType dtype() {
      return parts == 1 ? slot.aval().dtype() : slot.aval().dtype().component();
    }

    /** The target's name for an element. */
    String at(String index) {
      return slot + "[" + index + (parts == 1 ? "" : index.isEmpty() ? part : ", " + part) + "]";
    }
  }

  /** {@code target[index] = value}. */
  record Store(Target target, Expr value) {}

  /** {@code target[kept index] = target[kept index] monoid value}, from the identity on. */
  record Fold(Target target, Monoid monoid, Expr value) {}

  /**
   * Matrix products for each b of a batch: the target's b-th m by n matrix is the product of the
   * left's m by k and the right's k by n one. The target is dense and row-major.
   */
  record Product(Slot target, Matrix left, Matrix right, long batch, int m, int n, int k)
      implements Step {
    @Override
    public List<Slot> reads() {
      return List.of(left.slot(), right.slot());
    }

    @Override
    public List<Slot> writes() {
      return List.of(target);
    }

    @Override
    public String toString() {
      return "%s = %s %s  (%d products of %d by %d by %d)%n"
          .formatted(target, left, right, batch, m, k, n);
    }
  }

  /**
   * Matrices in memory, one for each b of a batch.
   *
   * @param offset where the first begins, in elements
   * @param batchStride from one matrix to the next, in elements
   * @param rowStride from one row in memory to the next, in elements
   * @param transposed whether the rows in memory are the matrix' columns
   */
  record Matrix(Slot slot, long offset, long batchStride, int rowStride, boolean transposed) {
    @Override
    public String toString() {
      return slot + (transposed ? "^T" : "");
    }
  }

  /**
   * A loop or branch, whose programs are native functions.
   *
   * @param chunks into how many parts the turns of a loop that carries nothing are cut, to be
   *     shared among threads; 1 where turns come one after the other
   * @param bodies the programs
   * @param arrays the last inputs of each body, in every turn the same
   * @param scratch memory for each body's intermediates, as often as there are chunks
   * @param spare a second place for each part of the carry, and a third in a loop of unknown length
   */
  record Control(
      Lowering.Control lowering,
      int chunks,
      List<Body> bodies,
      List<Host.Operand> operands,
      List<List<Slot>> arrays,
      List<Slot> results,
      List<Slot> scratch,
      List<Slot> spare)
      implements Step {
    @Override
    public List<Slot> reads() {
      return Stream.of(List.of(Host.slots(operands)), arrays)
          .flatMap(List::stream)
          .flatMap(List::stream)
          .toList();
    }

    @Override
    public List<Slot> writes() {
      return Stream.of(results, scratch, spare).flatMap(List::stream).toList();
    }

    @Override
    public String toString() {
      String inside =
          bodies.stream()
              .map(
                  b ->
                      b.inputs()
                          + " ->\n"
                          + b.steps().stream().map(Step::toString).collect(Collectors.joining()))
              .collect(Collectors.joining());
      String shared = chunks > 1 ? " in " + chunks + " chunks on all threads" : "";
      return "%s = %s%s%s\n%s".formatted(results, lowering, reads(), shared, inside.indent(2));
    }
  }

  /**
   * A primitive evaluated in plain Java.
   *
   * @param operands slots, or constants
   */
  record Host(Primitive primitive, List<Operand> operands, List<Slot> results) implements Step {
    /** A slot, or a constant. */
    public sealed interface Operand {}

    /** An array in memory. */
    public record InMemory(Slot slot) implements Operand {}

    /** A constant. */
    public record Constant(Concrete value) implements Operand {}

    @Override
    public List<Slot> reads() {
      return slots(operands);
    }

    private static List<Slot> slots(List<Operand> operands) {
      return operands.stream()
          .flatMap(
              o ->
                  switch (o) {
                    case InMemory m -> Stream.of(m.slot());
                    case Constant c -> Stream.<Slot>empty();
                  })
          .toList();
    }

    @Override
    public List<Slot> writes() {
      return results;
    }

    @Override
    public String toString() {
      return results + " = " + primitive.name() + reads() + " in Java\n";
    }
  }
}
