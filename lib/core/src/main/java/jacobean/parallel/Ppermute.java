package jacobean.parallel;

import jacobean.core.Value;
import jacobean.error.IndexException;
import jacobean.op.Batching;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Examples send their values to each other; who receives none has zeros. JAX's {@code ppermute}.
 *
 * @param perm pairs of a sender and a receiver
 */
public record Ppermute(String axisName, List<Pair> perm) implements Exchange.Linear {

  /** Prints as Python's tuple. */
  public record Pair(int source, int destination) {
    @Override
    public String toString() {
      return "(" + source + ", " + destination + ")";
    }
  }

  public Ppermute {
    perm = List.copyOf(perm);
  }

  @Override
  public String name() {
    return "ppermute";
  }

  @Override
  public Aval type(Aval operand) {
    return operand;
  }

  @Override
  public Batched exchange(List<Value> operands, List<Integer> axes, int size) {
    var x = Batching.alignFront(operands.getFirst(), axes.getFirst(), size);
    var senders = senders(size);
    var parts = new ArrayList<Value>();
    for (int from = 0; from < size; ) {
      int sender = senders[from];
      int to = from + 1;
      while (to < size && senders[to] == (sender < 0 ? -1 : sender + to - from)) {
        to++;
      }
      parts.add(
          sender < 0
              ? Shaping.zeros(x.aval().withShape(x.shape().drop(0).insert(0, to - from)))
              : Slicing.sliceAxis(x, 0, sender, sender + to - from));
      from = to;
    }
    return Batched.of(parts.size() == 1 ? parts.getFirst() : Slicing.concatenate(parts, 0), 0);
  }

  /** Who sends to each example, or -1. */
  private int[] senders(int size) {
    var senders = new int[size];
    Arrays.fill(senders, -1);
    var sources = new HashSet<Integer>();
    for (var p : perm) {
      if (p.source < 0 || p.source >= size || p.destination < 0 || p.destination >= size) {
        throw new IndexException(
            "ppermute: "
                + p
                + " names an example that is not there; axis '"
                + axisName
                + "' has "
                + size
                + ", counted from 0.");
      }
      if (!sources.add(p.source) || senders[p.destination] >= 0) {
        throw new IndexException(
            "ppermute: " + p + ": each example may send once and receive once, got " + perm + ".");
      }
      senders[p.destination] = p.source;
    }
    return senders;
  }

  @Override
  public Value transpose(Value cotangent, Aval operand) {
    return new Ppermute(
            axisName, perm.stream().map(p -> new Pair(p.destination, p.source)).toList())
        .bind1(cotangent);
  }

  @Override
  public Exchange shifted() {
    return this;
  }
}
