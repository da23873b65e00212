package jacobean.control;

import jacobean.core.Collective;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.Primitive.Batched;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.ir.Lowering;
import jacobean.op.Batching;
import jacobean.op.Shaping;
import jacobean.transform.Batch;
import jacobean.transform.Closed;
import jacobean.type.Aval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Loops of {@code pmap}, spread over the cores. Batched as by {@code vmap}, a loop takes each turn
 * for all examples, and one turn is seldom so much work that sharing it among cores pays. So the
 * batch is cut into equal shares, and the loop runs for each share on its own: a {@link Scan} over
 * the shares that carries nothing, whose turns an engine may run at the same time. Being a scan it
 * is differentiated, batched and compiled as any other. The number of shares does not depend on
 * that of cores, and so results do not, either.
 *
 * <p>What all examples have in common is handed to each share as a copy of its own if it can be
 * differentiated and is not large: its cotangent is then a sum after the loops, and no carry from
 * one to the next.
 */
final class Spread {
  /** Enough for the cores of most machines; a share of several examples makes better use of one. */
  private static final int SHARES = 16;

  /** Where a batch has no divisor up to that, its loops are not spread. */
  private static final int MOST_SHARES = 64;

  /** So many bytes may copies for the shares take. */
  private static final long MOST_COPIED = 1 << 26;

  private Spread() {}

  /**
   * Whether a loop over a batch of this length is to be spread: the batch is one of {@code pmap},
   * its examples exchange nothing in the loop and print nothing, and the loop can be native code;
   * those with steps in plain Java do better with the whole batch in each.
   */
  static boolean suits(Primitive.Control loop, int size) {
    var axis = Batch.axis();
    return axis.spread()
        && size > 1
        && shares(size) <= MOST_SHARES
        && !loop.hasEffect()
        && loop.programs().stream().allMatch(Spread::isNative)
        && axis.name().filter(n -> Collective.uses(loop, n)).isEmpty();
  }

  private static boolean isNative(Jaxpr program) {
    record IsNative() {}
    return program.derived(
        new IsNative(), () -> program.equations().stream().allMatch(Spread::isNative));
  }

  private static boolean isNative(Jaxpr.Eqn e) {
    var types = e.operands().stream().map(Jaxpr.Atom::aval).toList();
    return switch (e.primitive().lower(types)) {
      case Lowering.Host _, Lowering.OnMatrices _ -> false;
      case Lowering.Inline _ -> isNative(((Primitive.Composite) e.primitive()).body(types));
      case Lowering.Control _ ->
          ((Primitive.Control) e.primitive()).programs().stream().allMatch(Spread::isNative);
      case Lowering.Pointwise _,
          Lowering.Reduction _,
          Lowering.Contraction _,
          Lowering.Scan _,
          Lowering.Scatter _,
          Lowering.Written _ ->
          true;
    };
  }

  /** The least divisor of the batch's length that is not less than the usual number. */
  private static int shares(int size) {
    int shares = Math.min(size, SHARES);
    while (size % shares != 0) {
      shares++;
    }
    return shares;
  }

  /** The loop on a batch: {@link Primitive#batch}. */
  static Batched batch(Primitive.Control loop, List<Value> operands, List<Integer> axes, int size) {
    int shares = shares(size);
    int each = size / shares;
    var common = new ArrayList<Integer>();
    var own = new ArrayList<Integer>();
    for (int i = 0; i < axes.size(); i++) {
      var type = operands.get(i).aval();
      boolean copied = type.dtype().isInexact() && type.bytes() * shares <= MOST_COPIED;
      boolean inCommon = axes.get(i) == Batched.NONE && !copied;
      (inCommon ? common : own).add(i);
    }
    var inputs = new ArrayList<Value>();
    common.forEach(i -> inputs.add(operands.get(i)));
    own.forEach(i -> inputs.add(cut(operands.get(i), axes.get(i), shares, each)));

    var order = new ArrayList<>(common);
    order.addAll(own);
    var types = new ArrayList<Aval>();
    for (int k = 0; k < order.size(); k++) {
      var type = inputs.get(k).aval();
      types.add(k < common.size() ? type : type.withShape(type.shape().drop(0)));
    }
    var program =
        Closed.of(
            Stage.trace(
                "pmap",
                x -> {
                  var arguments = new ArrayList<Value>(Collections.nCopies(x.size(), null));
                  for (int k = 0; k < order.size(); k++) {
                    arguments.set(order.get(k), x.get(k));
                  }
                  return share(loop, arguments, axes, each);
                },
                types));
    var results = new Scan(program, shares, 0, common.size(), false, 1).bind(inputs);
    return new Batched(
        results.stream().map(r -> joined(r, size, each)).toList(),
        Collections.nCopies(results.size(), 0));
  }

  /**
   * One share after the other, along a new first axis; a share of one example has no batch axis.
   */
  private static Value cut(Value x, int axis, int shares, int each) {
    if (axis == Batched.NONE || each == 1) {
      return Batching.alignFront(x, axis, shares);
    }
    var front = Batching.moveAxis(x, axis, 0);
    return Shaping.reshape(front, front.shape().drop(0).insert(0, each).insert(0, shares));
  }

  private static Value joined(Value x, int size, int each) {
    return each == 1 ? x : Shaping.reshape(x, x.shape().drop(0).drop(0).insert(0, size));
  }

  /** The loop on the examples of a share. */
  private static List<Value> share(
      Primitive.Control loop, List<Value> operands, List<Integer> axes, int each) {
    if (each == 1) {
      return loop.bind(operands);
    }
    var places = axes.stream().map(a -> a == Batched.NONE ? a : 0).toList();
    var out = Batch.apply(loop::bind, operands, places, each);
    var results = new ArrayList<Value>();
    for (int i = 0; i < out.values().size(); i++) {
      results.add(Batching.alignFront(out.values().get(i), out.axes().get(i), each));
    }
    return results;
  }
}
