package jacobean.llvm.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.core.Engines;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matrices so large, or so many, that threads share the work: factors give back their products. */
class LapackTest {
  /** A factorization put together again. */
  record Again(String name, Function<Array, Array> of) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Again> factorizations() {
    return List.of(
        new Again("lu", LapackTest::lu),
        new Again("solve", x -> jnp.matmul(x, jnp.linalg.solve(x, x))),
        new Again("qr", x -> jnp.matmul(jnp.linalg.qr(x).q(), jnp.linalg.qr(x).r())),
        new Again(
            "svd",
            x -> {
              var d = jnp.linalg.svd(x);
              return jnp.matmul(d.u().times(jnp.expandDims(d.s(), -2)), d.vh());
            }),
        new Again(
            "cholesky",
            x -> {
              var spread = jnp.matmul(x, jnp.linalg.matrixTranspose(x)).plus(jnp.eye(x.shape(-1)));
              var l = jnp.linalg.cholesky(spread);
              return x.plus(jnp.matmul(l, jnp.linalg.matrixTranspose(l)).minus(spread));
            }));
  }

  private static Array lu(Array x) {
    var f = lax.linalg.lu(x);
    var l = jnp.tril(f.lu(), -1).plus(jnp.eye(x.shape(-1)));
    var product = jnp.matmul(l, jnp.triu(f.lu()));
    var back = jnp.argsort(f.permutation(), -1);
    return jnp.takeAlongAxis(product, jnp.expandDims(back, -1), -2);
  }

  @ParameterizedTest
  @MethodSource("factorizations")
  void oneLargeMatrix(Again f) {
    check(f, 400, 400);
  }

  @ParameterizedTest
  @MethodSource("factorizations")
  void manySmallMatrices(Again f) {
    check(f, 500, 9, 9);
  }

  private static void check(Again f, int... shape) {
    Engines.with(
        Engines.named("llvm"),
        () -> {
          var x = random.normal(random.key(3), shape);
          var error = jnp.max(jnp.abs(f.of.apply(x).minus(x))).item();
          assertTrue(error < 0.05, f + " is off by " + error);
          return null;
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteHasNoSpectrum(double element) {
    Engines.with(
        Engines.named("llvm"),
        () -> {
          var x = jnp.eye(3).at("1, 1").set(element);
          assertTrue(jnp.all(jnp.isnan(jnp.linalg.svd(x).s())).toBoolean());
          assertTrue(jnp.all(jnp.isnan(jnp.linalg.eigh(x).eigenvalues())).toBoolean());
          assertTrue(jnp.all(jnp.isnan(jnp.real(jnp.linalg.eigvals(x)))).toBoolean());
          return null;
        });
  }

  @Test
  void eachMatrixOfAStackFailsByItself() {
    var stack = jnp.stack(List.of(jnp.eye(2), jnp.eye(2).times(-1), jnp.eye(2).times(4)));
    var l =
        Engines.with(
            Engines.named("llvm"),
            () ->
                jnp.any(jnp.isnan(jnp.linalg.cholesky(stack)), 1, 2).astype(jnp.int32).toString());
    assertEquals("[0 1 0]", l);
  }
}
