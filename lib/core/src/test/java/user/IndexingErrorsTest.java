package user;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.error.JacobeanException;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments that do not fit functions of places and order give messages that name what was got. */
class IndexingErrorsTest {
  private static final Array MATRIX = jnp.reshape(jnp.arange(6.), 2, 3);
  private static final Array VECTOR = jnp.arange(4.);
  private static final Array SCALAR = jnp.array(1.);
  private static final Array PLACES = jnp.array(new int[] {0, 1});

  record Bad(String named, Supplier<Object> call) {}

  private static Bad bad(String named, Supplier<Object> call) {
    return new Bad(named, call);
  }

  static Stream<Bad> indexes() {
    return Stream.of(
        bad("too many indexes", () -> MATRIX.get(PLACES, PLACES, PLACES)),
        bad("integers or bools", () -> MATRIX.get(jnp.array(0.5))),
        bad("broadcast", () -> MATRIX.get(PLACES, jnp.array(new int[] {0, 1, 2}))),
        bad("mask", () -> MATRIX.get(jnp.array(new boolean[] {true, false, true}))),
        bad("at.set", () -> MATRIX.at(PLACES).set(jnp.zeros(5))),
        bad("out of bounds", () -> MATRIX.at(5).get()),
        bad("clip", () -> MATRIX.at(0).mode("foo")),
        bad("jnp.where", () -> jax.jit((Array y) -> y.get(y.gt(0))).apply(VECTOR)),
        bad("size", () -> jax.jit((Array y) -> y.at(y.gt(0)).get()).apply(VECTOR)),
        bad("size", () -> jax.jit((Array y) -> MATRIX.at(":", y.gt(0)).set(1)).apply(jnp.zeros(3))),
        bad("jnp.where", () -> jax.jit((Array y) -> y.at(y.gt(0)).set(y)).apply(VECTOR)),
        bad("as long as", () -> jax.jit((Array y) -> MATRIX.at(y.gt(0)).set(1)).apply(VECTOR)),
        bad("size", () -> jax.jit((Array y) -> jnp.argwhere(y)).apply(VECTOR)),
        bad("size", () -> jax.jit((Array y) -> jnp.unique(y)).apply(VECTOR)),
        bad("size", () -> jax.vmap((Array y) -> jnp.extract(y.gt(0), y)).apply(MATRIX)),
        bad("integers", () -> jnp.take(MATRIX, VECTOR)),
        bad("take", () -> jnp.take(MATRIX, PLACES, 3)),
        bad("takeAlongAxis", () -> jnp.takeAlongAxis(MATRIX, PLACES, 0)),
        bad("putAlongAxis", () -> jnp.putAlongAxis(MATRIX, PLACES, VECTOR, 0)),
        bad("choose", () -> jnp.choose(PLACES, List.of())),
        bad("select", () -> jnp.select(List.of(), List.of())),
        bad("compress", () -> jnp.compress(jnp.ones(9), VECTOR)),
        bad("meshgrid", () -> jnp.meshgrid(VECTOR, VECTOR, "zz")));
  }

  static Stream<Bad> arrangements() {
    return Stream.of(
        bad("diag", () -> jnp.diag(jnp.zeros(2, 2, 2))),
        bad("diagonal", () -> jnp.diagonal(VECTOR)),
        bad("tril", () -> jnp.tril(VECTOR)),
        bad("repeat", () -> jnp.repeat(VECTOR, -1)),
        bad("repeat", () -> jnp.repeat(VECTOR, jnp.array(new int[] {1, 2, -3, 1}), 0)),
        bad("delete", () -> jnp.delete(VECTOR, 9)),
        bad("sort", () -> jnp.sort(SCALAR)),
        bad("lexsort", () -> jnp.lexsort(List.of())),
        bad("partition", () -> jnp.partition(VECTOR, 9)),
        bad("searchsorted", () -> jnp.searchsorted(MATRIX, VECTOR)),
        bad("bincount", () -> jnp.bincount(VECTOR)),
        bad("histogram", () -> jnp.histogram(VECTOR, 0)),
        bad("cumsum", () -> jnp.cumsum(MATRIX, 7)),
        bad("dynamicSlice", () -> lax.dynamicSlice(MATRIX, new int[] {0}, new int[] {1, 1})),
        bad("dynamic_slice", () -> lax.dynamicSlice(MATRIX, new int[] {0, 0}, new int[] {1, 9})),
        bad("dynamic_update_slice", () -> lax.dynamicUpdateSlice(MATRIX, VECTOR, new int[] {0, 0})),
        bad("top_k", () -> lax.topK(VECTOR, 9)),
        bad("cumlogsumexp", () -> lax.cumlogsumexp(PLACES)));
  }

  @ParameterizedTest
  @MethodSource({"indexes", "arrangements"})
  void isNamed(Bad bad) {
    var e = assertThrows(JacobeanException.class, bad.call()::get);
    assertTrue(e.getMessage().contains(bad.named()), e.getMessage());
  }
}
