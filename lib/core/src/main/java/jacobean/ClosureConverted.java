package jacobean;

import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.fn.Fn2;
import java.util.ArrayList;
import java.util.List;

/**
 * A function with what it closed over as an argument; see {@link jax#closureConvert}.
 *
 * {@snippet :
 * var w = jnp.array(3.);
 * grad(v -> closureConvert(x -> x.times(v), w).consts().get(0)).apply(w) // => 1.0
 * }
 *
 * @param function of the argument and the list of what it closed over
 * @param consts what it closed over when it was converted
 */
public record ClosureConverted(Fn2<Array, List<Array>, Array> function, List<Array> consts) {

  static ClosureConverted of(ArrayFn1 f, Array like) {
    var staged =
        Stage.trace(
            "closureConvert",
            x ->
                List.of(
                    Given.result(f.apply(Array.of(x.getFirst())), "closureConvert", "an array")
                        .value()),
            List.of(like.aval()));
    return new ClosureConverted(
        (x, consts) -> {
          var operands = new ArrayList<Value>(consts.stream().map(Array::value).toList());
          operands.add(x.value());
          return Array.of(staged.jaxpr().apply(operands).getFirst());
        },
        staged.captured().stream().map(Array::of).toList());
  }
}
