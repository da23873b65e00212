package jacobean.golden;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import jacobean.Array;
import jacobean.golden.Golden.Case;
import jacobean.jax;
import jacobean.jnp;
import jacobean.testing.Close;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden case of a function that exists gives JAX's value and gradient. */
class GoldenTest {
  /** Where the standard tolerance does not hold, and why. */
  private static final Map<String, Close> WIDER =
      Map.ofEntries(
          // The gradient sums products of up to twelve elements, some of them great.
          entry("jnp.nancumprod", Close.SUMS),
          // The gradient is a difference of products over y^2, near 1e3 for small y.
          entry("jnp.divide", Close.SUMS),
          entry("jnp.true_divide", Close.SUMS),
          // Slopes up to 1e3 beside the ends of the domain.
          entry("jnp.arctanh", Close.SUMS),
          entry("jnp.tan", Close.SUMS),
          // Long sums, and quotients by gaps between eigenvalues.
          entry("linalg.matrix_power", Close.SUMS),
          entry("linalg.tensorinv", Close.SUMS),
          entry("matrices.eigh", Close.SUMS),
          entry("matrices.eigvals", Close.SUMS));

  private static Stream<Case> all() {
    return Stream.of("numpy.jsonl", "edges.jsonl", "functions.jsonl", "linalg.jsonl", "random.jsonl")
        .flatMap(f -> Golden.cases(f).stream());
  }

  static Stream<Case> cases() {
    return all().filter(c -> Binding.of(c).isPresent());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesWhatJaxGives(Case c) {
    var call = Binding.of(c).orElseThrow();
    compare(tolerance(c), c.out(), call.call(), c);
    if (c.grad() != null) {
      var gradient = jax.grad(x -> weighted(call.callWith(x))).apply(call.first());
      compare(tolerance(c), c.grad(), gradient, c + " gradient");
    }
  }

  /**
   * Bits, integers and what is scaled bits are equal; functions of them are rounded elsewhere than
   * in XLA.
   */
  private static Close drawn(Case c) {
    return switch (c.fn()) {
      case "random.bits", "random.normal" -> Close.EXACT;
      // XLA fuses the product and the sum that scale.
      case "random.uniform" -> c.kwargs().isEmpty() ? Close.EXACT : new Close(2e-6, 1e-7);
      case "random.gamma",
          "random.beta",
          "random.dirichlet",
          "random.t",
          "random.chisquare",
          "random.ball",
          "random.multivariate_normal",
          "random.orthogonal" ->
          new Close(1e-4, 1e-6);
      default -> new Close(2e-6, 1e-7);
    };
  }

  private static Close tolerance(Case c) {
    return c.fn().startsWith("random.") ? drawn(c) : WIDER.getOrDefault(c.fn(), Close.ELEMENTWISE);
  }

  /** A real scalar in which every element of a result has another weight; 0 of integers. */
  private static Array weighted(Object out) {
    if (out instanceof Array y) {
      var angles = jnp.reshape(jnp.arange((double) y.size()), y.shape().toArray());
      return switch (y.dtype().kind()) {
        case COMPLEX ->
            jnp.sum(jnp.real(y).times(jnp.cos(angles)))
                .plus(jnp.sum(jnp.imag(y).times(jnp.sin(angles))));
        case FLOATING -> jnp.sum(y.times(jnp.cos(angles)));
        case SIGNED, UNSIGNED, BOOL -> jnp.array(0.);
      };
    }
    return parts(out).stream()
        .map(GoldenTest::weighted)
        .reduce(Array::plus)
        .orElseThrow();
  }

  private static List<?> parts(Object out) {
    return out instanceof Record r ? components(r) : (List<?>) out;
  }

  private static void compare(Close close, JsonElement wanted, Object got, Object what) {
    if (wanted.isJsonArray()) {
      var parts = parts(got);
      assertEquals(
          wanted.getAsJsonArray().size(), parts.size(), () -> what + ": number of results");
      for (int i = 0; i < parts.size(); i++) {
        compare(close, wanted.getAsJsonArray().get(i), parts.get(i), what);
      }
      return;
    }
    close.check(
        Golden.array(wanted), got instanceof List<?> keys ? jnp.array(keys) : (Array) got, what);
  }

  private static List<Object> components(Record r) {
    var parts = new java.util.ArrayList<Object>();
    for (var c : r.getClass().getRecordComponents()) {
      try {
        parts.add(c.getAccessor().invoke(r));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    return parts;
  }

  /**
   * A broken lookup would pass everything over, so there is a floor; says what is not there yet.
   */
  @Test
  void passesOverOnlyWhatIsNotThereYet() {
    var all = all().toList();
    var missing = all.stream().filter(c -> Binding.of(c).isEmpty()).toList();
    var names =
        missing.stream()
            .collect(
                Collectors.groupingBy(Case::fn, java.util.TreeMap::new, Collectors.counting()));
    System.out.println(
        "goldens: "
            + (all.size() - missing.size())
            + " of "
            + all.size()
            + " cases run; "
            + missing.size()
            + " are passed over, as no function takes their arguments yet: "
            + names);
    assertTrue(
        all.size() - missing.size() >= 550,
        "only " + (all.size() - missing.size()) + " cases were bound");
  }
}
