package jacobean.golden;

import static jacobean.jax.grad;
import static jacobean.jax.jit;
import static jacobean.jax.valueAndGrad;
import static jacobean.jax.vmap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import jacobean.Array;
import jacobean.fn.Fn3;
import jacobean.jax;
import jacobean.jnp;
import jacobean.random;
import jacobean.testing.Close;
import jacobean.tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The examples of "JAX basics", from immutable arrays to a linear regression, give JAX's numbers.
 */
class ArticleTest {
  private static final JsonObject WANTED = Golden.object("article.json");

  /** Losses after a hundred steps of float32 arithmetic, summed in another order than XLA's. */
  private static final Close TRAINED = new Close(2e-6, 1e-7);

  private static void check(Close close, String name, Array got) {
    close.check(Golden.array(WANTED.get(name)), got, name);
  }

  private static void checkAll(String name, List<Array> got) {
    var wanted = WANTED.getAsJsonArray(name);
    assertEquals(wanted.size(), got.size(), name);
    for (int i = 0; i < got.size(); i++) {
      Close.EXACT.check(Golden.array(wanted.get(i)), got.get(i), name + "[" + i + "]");
    }
  }

  private static Array numbers(String name) {
    return jnp.array(
        WANTED.getAsJsonArray(name).asList().stream()
            .mapToDouble(JsonElement::getAsDouble)
            .toArray());
  }

  @Test
  void arraysAreImmutable() {
    var x = jnp.arange(5.);
    check(Close.EXACT, "at_set", x.at("1:3").set(jnp.array(-1., -2.)));
    assertEquals("[0. 1. 2. 3. 4.]", x.toString());
  }

  @Test
  void gradients() {
    var x = jnp.array(1., 2., 3.);
    var f = valueAndGrad(a -> jnp.sum(a.times(a)));
    checkAll("grad", List.of(f.apply(x).value(), f.apply(x).grad()));
    checkAll("grad", List.of(f.apply(x).value(), grad(a -> jnp.sum(a.times(a))).apply(x)));
  }

  @Test
  void batches() {
    var f = vmap(x -> jnp.array(List.of(x.get(2), x.get(1), x.get(0))));
    check(Close.EXACT, "vmap", f.apply(jnp.array(new double[][] {{1, 2, 3}, {4, 5, 6}})));
  }

  @Test
  void keys() {
    var key = random.PRNGKey(2022);
    check(Close.EXACT, "normal_2022_2", random.normal(key, 2));
    var two = random.split(key);
    checkAll("split", two);
    check(Close.EXACT, "normal_key1", random.normal(two.get(0), 2));
    var four = random.split(two.get(1), 4);
    checkAll("split4", four);
    check(Close.EXACT, "split11_last", random.split(four.get(3), 11).getLast());
  }

  private static Array data() {
    var four = random.split(random.split(random.PRNGKey(2022)).get(1), 4);
    var key = random.split(four.get(3), 11).getLast();
    var noise = random.normal(random.split(key).get(0), 101);
    return line().times(3).minus(1).plus(noise.times(0.2));
  }

  private static Array line() {
    return jnp.linspace(-1, 1, 101);
  }

  @Test
  void noisyLine() {
    check(Close.EXACT, "yy", data());
  }

  private static Array loss(List<Array> params, Array x, Array y) {
    var predicted = params.get(0).times(x).plus(params.get(1));
    return jnp.mean(y.minus(predicted).pow(2));
  }

  @Test
  void gradientDescent() {
    var vgl = valueAndGrad(jit((Fn3<List<Array>, Array, Array, Array>) ArticleTest::loss));
    var x = line();
    var y = data();
    var params = List.of(jnp.array(1.), jnp.array(1.));
    var losses = new ArrayList<Array>();
    for (int i = 0; i < 100; i++) {
      var r = vgl.apply(params, x, y);
      losses.add(r.value());
      params = tree.map((p, g) -> p.minus(g.times(0.1)), params, r.grad());
    }
    TRAINED.check(numbers("sgd_losses"), jnp.array(losses), "losses");
    TRAINED.check(numbers("sgd_params"), jnp.array(params), "params");
  }

  /** Python's numbers are weakly typed scalars, so the arguments are, too. */
  @Test
  void programOfTheLoss() {
    var types = Stream.of(line(), data());
    var arguments = types.toList();
    var f =
        jit(
            (Fn3<List<Object>, Array, Array, Array>)
                (p, x, y) -> loss(List.of((Array) p.get(0), (Array) p.get(1)), x, y));
    assertEquals(
        WANTED.get("jaxpr_loss").getAsString(),
        jax.makeJaxpr(f, List.<Object>of(1., 1.), arguments.get(0), arguments.get(1)).toString());
  }
}
