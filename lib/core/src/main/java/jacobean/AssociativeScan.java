package jacobean;

import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.PairwiseScan;
import jacobean.pytree.PyTree;
import java.util.List;
import java.util.function.Function;

/**
 * All prefix sums of an associative operation, in a logarithmic number of steps: JAX's recursion.
 */
final class AssociativeScan {
  private final Function<Object[], ?> combine;
  private final PyTree tree;

  private AssociativeScan(Function<Object[], ?> combine, PyTree tree) {
    this.combine = combine;
    this.tree = tree;
  }

  @SuppressWarnings("unchecked") // the structure was T's
  static <T> T of(Function<Object[], ?> combine, T elements, boolean reverse, int axis) {
    var tree = PyTree.flatten(elements);
    var values = Lifted.values(tree, "associativeScan");
    if (values.isEmpty()) {
      return elements;
    }
    for (int i = 0; i < values.size(); i++) {
      var x = values.get(i);
      if (x.rank() == 0) {
        throw new ShapeException(
            "associativeScan: leaf "
                + tree.structure().paths().get(i)
                + " is a scalar, which has no axis to go along.");
      }
    }
    int along = Dims.axis("associativeScan", axis, values.getFirst().rank());
    var lengths =
        values.stream()
            .map(v -> v.shape().dim(Dims.axis("associativeScan", along, v.rank())))
            .distinct()
            .toList();
    if (lengths.size() > 1) {
      throw new ShapeException(
          "associativeScan: all leaves must have one length along axis "
              + axis
              + ", got "
              + lengths
              + ".");
    }
    var scan = new PairwiseScan(along, new AssociativeScan(combine, tree)::combine);
    return (T) Lifted.wrap(tree.structure(), reverse ? scan.fromEnd(values) : scan.of(values));
  }

  private List<Value> combine(List<Value> a, List<Value> b) {
    var out =
        combine.apply(
            new Object[] {Lifted.wrap(tree.structure(), a), Lifted.wrap(tree.structure(), b)});
    var values =
        Lifted.values(
            tree.like(out, "associativeScan: the result of the function"), "associativeScan");
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).shape().equals(a.get(i).shape())) {
        throw new ShapeException(
            "associativeScan: the function must keep the shape of leaf "
                + tree.structure().paths().get(i)
                + ", "
                + a.get(i).shape()
                + ", but gives "
                + values.get(i).shape()
                + "; it works on many elements at once.");
      }
    }
    return values;
  }
}
