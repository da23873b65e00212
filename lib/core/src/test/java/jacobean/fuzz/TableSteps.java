package jacobean.fuzz;

import jacobean.Array;
import jacobean.control.BatchedWhile;
import jacobean.control.While;
import jacobean.fuzz.Pool.Maker;
import jacobean.fuzz.Program.Step;
import jacobean.jax;
import jacobean.jnp;
import jacobean.laws.FunctionTable;
import jacobean.laws.Numbers;
import jacobean.laws.OperationTable;
import jacobean.laws.Row;
import jacobean.op.GammaSampling;
import jacobean.op.Scattering;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Steps that are rows of the tables of operations: whatever primitive or function has a row. Values
 * of the program are brought to the shapes, dtypes and ranges that a row wants.
 */
final class TableSteps {
  private static final int MOST_ELEMENTS = 120;

  /** Integers with more values than this are drawn, as a value of the program has not so many. */
  private static final double MOST_INTEGERS = 1 << 20;

  /**
   * The share of a matrix that comes from the program. Rows that repeat, as they may there, would
   * make it singular, and its factors would have no derivative.
   */
  private static final double OWN = .8;

  private static final List<Row.Case> CASES =
      Stream.concat(OperationTable.cases(), FunctionTable.cases())
          .filter(c -> c.operands().stream().allMatch(n -> n.aval().size() <= MOST_ELEMENTS))
          .filter(c -> !c.operands().isEmpty())
          .filter(c -> !(c.row().primitive() instanceof While))
          .filter(c -> !(c.row().primitive() instanceof BatchedWhile))
          // Which of several numbers for one place stays is not told.
          .filter(c -> !(c.row().primitive() instanceof Scattering.Scatter))
          // The root's slope is infinite where all elements are equal, as they may be here.
          .filter(c -> !c.row().name().startsWith("std"))
          // No second derivative.
          .filter(c -> !(c.row().primitive() instanceof GammaSampling.RandomGammaGrad))
          .toList();

  private TableSteps() {}

  /** As many of them as one step of five should be one. */
  static List<Maker> makers() {
    return Collections.nCopies(30, TableSteps::row);
  }

  private static Optional<Step> row(Pool p) {
    var c = CASES.get(p.below(CASES.size()));
    var operands = new ArrayList<Integer>();
    for (var _ : c.operands()) {
      var x = p.any(v -> v.size() > 0);
      if (x.isEmpty()) {
        return Optional.empty();
      }
      operands.add(x.get());
    }
    long seed = p.random.nextLong();
    return p.steps(
        c.toString(),
        in -> {
          var values = new ArrayList<jacobean.core.Value>();
          for (int i = 0; i < in.size(); i++) {
            var x = fitted(in.get(i), c.operands().get(i), seed + i);
            values.add((c.row().still().contains(i) ? jax.stopGradient(x) : x).value());
          }
          return c.row().function().apply(values).stream().map(Array::of).toList();
        },
        operands.stream().mapToInt(i -> i).toArray());
  }

  /** An array such as the row wants, made of a value of the program. */
  private static Array fitted(Array x, Numbers wanted, long seed) {
    var type = wanted.aval().dtype();
    double range = wanted.high() - wanted.low();
    boolean drawn = type.isComplex() || !type.isFloating() && range > MOST_INTEGERS;
    if (drawn) {
      return Array.of(wanted.draw(seed));
    }
    var shape = wanted.aval().shape();
    var shaped = x.shape().equals(shape) ? x : jnp.resize(x, shape.toArray());
    if (type == DType.BOOL) {
      return shaped.gt(0);
    }
    var real = shaped.astype(type.isFloating() ? type : DType.FLOAT32);
    if (type.isFloating()) {
      double middle = (wanted.high() + wanted.low()) / 2;
      var around = jnp.tanh(real).times(range / 2);
      var value = middle == 0 ? around : around.plus(middle);
      return shape.rank() < 2 || type.itemsize() < 4
          ? value
          : value.times(OWN).plus(Array.of(wanted.draw(seed)).times(1 - OWN));
    }
    var steps = jnp.floor(jax.nn.sigmoid(real).times(range + 1));
    return jnp.clip(steps, 0, range).plus(wanted.low()).astype(type);
  }
}
