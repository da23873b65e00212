package jacobean.golden;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import jacobean.Array;
import jacobean.control.Jit;
import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.golden.Golden.Case;
import jacobean.jax;
import jacobean.jnp;
import jacobean.testing.Close;
import jacobean.type.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every golden case of a function that exists gives JAX's value and gradient, at once and compiled.
 * {@code -Dgoldens=FILE} adds the cases of a file, as {@code held_out_goldens.py} writes them.
 */
public class GoldenTest {
  private static final List<String> FILES =
      List.of(
          "numpy.jsonl", //
          "random.jsonl", //
          "edges.jsonl", //
          "functions.jsonl", //
          "variations.jsonl", //
          "fourier.jsonl", //
          "linalg.jsonl", //
          "special.jsonl", //
          "forms.jsonl");

  /** Where the standard tolerance does not hold, and why. */
  private static final Map<String, Close> WIDER =
      Map.ofEntries(
          // The gradient sums products of up to twelve elements, some of them great.
          entry("jnp.nancumprod", Close.SUMS),
          // The gradient is a difference of products over y^2, near 1e3 for small y.
          entry("jnp.divide", Close.SUMS),
          entry("jnp.true_divide", Close.SUMS),
          // The gradient cancels products of order 10; with more digits JAX's own is 3e-6 off.
          entry("nn.dot_product_attention", Close.SUMS),
          // Slopes up to 1e3 beside the ends of the domain.
          entry("jnp.arctanh", Close.SUMS),
          entry("jnp.tan", Close.SUMS),
          // Long sums, and quotients by gaps between eigenvalues.
          entry("linalg.matrix_power", Close.SUMS),
          entry("linalg.tensorinv", Close.SUMS),
          entry("matrices.eigh", Close.SUMS),
          entry("matrices.eigvals", Close.SUMS));

  /**
   * Functions whose results have shapes that depend on numbers, so that no program computes them.
   */
  private static final Set<String> NEED_NUMBERS =
      Set.of(
          "jnp.compress",
          "jnp.extract",
          "jnp.unique",
          "jnp.unique_all",
          "jnp.unique_counts",
          "jnp.unique_inverse",
          "jnp.unique_values",
          "jnp.nonzero",
          "jnp.flatnonzero",
          "jnp.argwhere",
          "jnp.union1d",
          "jnp.intersect1d",
          "jnp.intersect1d_indices",
          "jnp.setdiff1d",
          "jnp.setxor1d",
          "jnp.trim_zeros",
          "jnp.bincount",
          "special.sph_harm_y",
          "matrices.roots");

  /** Those that need numbers where their second argument is an array. */
  private static final Set<String> NEED_SECOND = Set.of("jnp.repeat", "jnp.delete");

  /** Whether a program cannot compute it; one can where the number of results is given. */
  private static boolean needsNumbers(Case c) {
    boolean sized =
        c.kwargs().has("size")
            || c.kwargs().has("total_repeat_length")
            || c.args().size() == 4 && !c.fn().startsWith("special.");
    boolean needs =
        NEED_NUMBERS.contains(c.fn())
            || NEED_SECOND.contains(c.fn()) && Golden.isArray(c.args().get(1));
    return needs && !sized;
  }

  private static Stream<Case> all() {
    var more = System.getProperty("goldens");
    return Stream.concat(FILES.stream(), more == null ? Stream.of() : Stream.of(more))
        .flatMap(f -> Golden.cases(f).stream());
  }

  /** The cases of functions that exist. */
  public static Stream<Case> cases() {
    return all().filter(c -> Binding.of(c).isPresent());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesWhatJaxGives(Case c) {
    check(c);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void compiledGivesWhatJaxGives(Case c) {
    checkCompiled(c);
  }

  /** Whether the engine in use gives a case's value and gradient when operations run at once. */
  public static void check(Case c) {
    var call = Binding.of(c).orElseThrow();
    compare(c, c.out(), c.exact(), results(c.out(), call.call()), "");
    if (c.grad() != null) {
      compare(c, c.grad(), c.exactGrad(), List.of(gradient(c, call, call.arrays())), " gradient");
    }
  }

  /** {@link #check} with the call compiled as a program of its arrays. */
  public static void checkCompiled(Case c) {
    var call = Binding.of(c).orElseThrow();
    if (needsNumbers(c)) {
      return;
    }
    var out = compiled(call, x -> results(c.out(), call.callWith(x)));
    compare(c, c.out(), c.exact(), out, " compiled");
    if (c.grad() != null) {
      var gradient = compiled(call, x -> List.of(gradient(c, call, x)));
      compare(c, c.grad(), c.exactGrad(), gradient, " gradient compiled");
    }
  }

  private static Array gradient(Case c, Binding call, List<Array> arrays) {
    var all = new ArrayList<>(arrays);
    return jax.grad(
            x -> {
              all.set(c.by(), x);
              return weighted(results(c.out(), call.callWith(all)));
            })
        .apply(arrays.get(c.by()));
  }

  private static List<Array> compiled(Binding call, Function<List<Array>, List<Array>> f) {
    var operands = call.arrays().stream().map(Array::value).toList();
    var staged =
        Stage.trace(
            "jit",
            x -> f.apply(x.stream().map(Array::of).toList()).stream().map(Array::value).toList(),
            operands.stream().map(Value::aval).toList());
    var inputs = Stream.concat(staged.captured().stream(), operands.stream()).toList();
    return new Jit("f", staged.jaxpr()).bind(inputs).stream().map(Array::of).toList();
  }

  /**
   * Bits, integers and what is scaled bits are equal; functions of them are rounded elsewhere than
   * in XLA.
   */
  private static Close drawn(Case c) {
    return switch (c.fn()) {
      case "random.bits", "random.uniform", "random.normal" -> Close.EXACT;
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
    if (c.fn().startsWith("fft.")) {
      return isWide(c) ? new Close(1e-13, 1e-13) : Close.SUMS;
    }
    return c.fn().startsWith("random.") ? drawn(c) : WIDER.getOrDefault(c.fn(), Close.ELEMENTWISE);
  }

  /** Whether the result is one of double precision. */
  private static boolean isWide(Case c) {
    return Golden.isArray(c.out())
        && List.of(DType.FLOAT64, DType.COMPLEX128).contains(Golden.array(c.out()).dtype());
  }

  /**
   * A real scalar in which every element of the results has another weight, the parts of a complex
   * one the same, and integers none.
   */
  private static Array weighted(List<Array> results) {
    return results.stream()
        .filter(y -> y.dtype().isInexact())
        .map(GoldenTest::weighted)
        .reduce(Array::plus)
        .orElseThrow();
  }

  private static Array weighted(Array result) {
    var out = jnp.iscomplexobj(result) ? jnp.real(result).plus(jnp.imag(result)) : result;
    var places = jnp.arange((double) out.size());
    var exact = out.dtype() == DType.FLOAT64 ? places.astype(DType.FLOAT64) : places;
    return jnp.sum(out.times(jnp.cos(jnp.reshape(exact, out.shape().toArray()))));
  }

  /** The arrays that a function gave, in the order of those that are wanted. */
  private static List<Array> results(JsonElement wanted, Object got) {
    if (!wanted.isJsonArray()) {
      return List.of(Forms.numbers(got));
    }
    var parts = got instanceof Record r ? components(r) : (List<?>) got;
    assertEquals(wanted.getAsJsonArray().size(), parts.size(), "number of results");
    return IntStream.range(0, parts.size())
        .boxed()
        .flatMap(i -> results(wanted.getAsJsonArray().get(i), parts.get(i)).stream())
        .toList();
  }

  private static void compare(
      Case c, JsonElement wanted, JsonElement exact, List<Array> got, String how) {
    var arrays = Golden.arrays(wanted);
    var exacts = exact == null ? arrays : Golden.arrays(exact);
    var weak = Golden.weak(wanted);
    for (int i = 0; i < arrays.size(); i++) {
      if (weak.get(i) != null) {
        assertEquals(weak.get(i), got.get(i).value().aval().weak(), c + how + ": weak type");
      }
      tolerance(c)
          .roundedTo(arrays.get(i).dtype())
          .check(arrays.get(i), exacts.get(i), got.get(i), c + how);
    }
  }

  static List<Object> components(Record r) {
    var parts = new ArrayList<Object>();
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
