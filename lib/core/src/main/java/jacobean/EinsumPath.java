package jacobean;

import java.util.List;

/**
 * The order in which {@code jnp.einsum} multiplies its operands, two at a time.
 *
 * {@snippet :
 * var path = jnp.einsumPath("ij,jk->ik", jnp.ones(2, 3), jnp.ones(3, 4));
 * path.path() // => [[0, 1]]
 * path.products() // => 24.0
 * path.steps().getFirst() // => Step[operands=[0, 1], left=ij, right=jk, result=ik, products=24.0]
 * new EinsumPath.Step(List.of(0, 1), "i", "i", "", 3).products() // => 3.0
 * }
 *
 * @param subscripts what was asked for
 * @param steps one product after the other
 */
public record EinsumPath(String subscripts, List<Step> steps) {
  public EinsumPath {
    steps = List.copyOf(steps);
  }

  /**
   * A product. Its operands are taken out of the list of operands, and it is put at the end.
   *
   * @param operands their places in the list
   * @param left the labels of the first
   * @param right the labels of the second
   * @param result the labels of the product
   * @param products how many numbers are multiplied
   */
  public record Step(
      List<Integer> operands, String left, String right, String result, double products) {}

  /** For each product the places of its operands in the list of those that are left. */
  public List<List<Integer>> path() {
    return steps.stream().map(Step::operands).toList();
  }

  /** How many numbers are multiplied in all. */
  public double products() {
    return steps.stream().mapToDouble(Step::products).sum();
  }

  @Override
  public String toString() {
    var text = new StringBuilder("einsum " + subscripts + ":");
    for (var s : steps) {
      text.append(
          " %s %s,%s->%s (%.3g products);"
              .formatted(s.operands, s.left, s.right, s.result, s.products));
    }
    return text.append(" %.3g products in all".formatted(products())).toString();
  }
}
