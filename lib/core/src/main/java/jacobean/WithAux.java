package jacobean;

import jacobean.error.TreeException;
import jacobean.pytree.PyTree;
import jacobean.pytree.Structure;

/**
 * What a function gives that is differentiated with {@link jax#hasAux}; made by {@link
 * jax#withAux}.
 *
 * {@snippet :
 * withAux(jnp.array(1.), jnp.array(2.)).value() // => 1.0
 * }
 *
 * @param value a scalar, which is differentiated
 * @param aux anything else that is wanted, a pytree of arrays; it does not influence the gradient
 */
public record WithAux<X>(Array value, X aux) {
  /** Looks at the structure of what a function gave. */
  static void require(String operation, Structure result) {
    boolean isOne =
        result instanceof Structure.Node n
            && n.children().size() == 2
            && n.children().getFirst() instanceof Structure.Leaf;
    if (!isOne) {
      throw new TreeException(
          operation
              + ": with hasAux() the function must give withAux(value, more), the value an array, got "
              + result
              + ".");
    }
  }

  /** What a function gave, where it is one. */
  static <X> WithAux<X> required(String operation, WithAux<X> result) {
    require(operation, PyTree.flatten(result).structure());
    return result;
  }
}
