package jacobean.llvm.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.jax;
import jacobean.jnp;
import jacobean.random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is computed twice in a program, and what only once. */
class GraphTest {
  private static Array twoProducts(Array x) {
    return jnp.matmul(jnp.matmul(x, x), x);
  }

  static Stream<Arguments> functions() {
    ArrayFn1 product = x -> jnp.matmul(x, x);
    return Stream.of(
        Arguments.of("dot_general", 1, (ArrayFn1) x -> product.apply(x).plus(product.apply(x))),
        Arguments.of("dot_general", 2, (ArrayFn1) x -> product.apply(x).plus(product.apply(x.T()))),
        Arguments.of(
            "dot_general", 1, (ArrayFn1) x -> jax.jit(product).apply(x).plus(product.apply(x))),
        Arguments.of(
            "cumsum",
            1,
            (ArrayFn1) x -> jnp.cumsum(x.times(2.), 0).plus(jnp.cumsum(x.times(2.), 0))),
        Arguments.of(
            "cumsum",
            2,
            (ArrayFn1) x -> jnp.cumsum(x.times(0.), 0).plus(jnp.cumsum(x.times(-0.), 0))),
        Arguments.of("cumsum", 2, (ArrayFn1) x -> jnp.cumsum(x, 0).plus(jnp.cumsum(x, 1))),
        Arguments.of("mul", 2, (ArrayFn1) x -> jnp.sin(x.times(0.)).plus(jnp.sin(x.times(-0.)))),
        Arguments.of("mul", 2, (ArrayFn1) x -> jnp.sin(x.times(2.)).plus(jnp.cos(x.times(2.)))),
        Arguments.of(
            "debug_callback",
            2,
            (ArrayFn1)
                x -> {
                  jax.debug.print("{}", x);
                  jax.debug.print("{}", x);
                  return x;
                }),
        // Two products of the function, four of its derivative; checkpoint makes the first again.
        Arguments.of("dot_general", 6, (ArrayFn1) jax.grad(x -> jnp.sum(jnp.sin(twoProducts(x))))),
        Arguments.of(
            "dot_general",
            7,
            (ArrayFn1)
                jax.grad(x -> jnp.sum(jnp.sin(jax.checkpoint(GraphTest::twoProducts).apply(x))))));
  }

  static Stream<Arguments> transposed() {
    return Stream.of(
        Arguments.of(0, (ArrayFn1) x -> jnp.matmul(x, jnp.sin(x)).mT()),
        Arguments.of(0, (ArrayFn1) x -> jnp.einsum("bij,bkj->bki", x, jnp.sin(x))),
        Arguments.of(0, (ArrayFn1) x -> jnp.sin(jnp.matmul(x, x).mT()).plus(x)),
        Arguments.of(1, (ArrayFn1) x -> jnp.matmul(x, x).mT().plus(jnp.matmul(x, x))),
        Arguments.of(1, (ArrayFn1) x -> jnp.matmul(x.get("0, 0:2"), x.get("1, :, 0:2")).T()),
        Arguments.of(1, (ArrayFn1) x -> jnp.einsum("bij,bjk->ibk", x, x)));
  }

  /** A product that is only read transposed is computed so, to the same numbers. */
  @ParameterizedTest
  @MethodSource("transposed")
  void transposesOfProducts(int left, ArrayFn1 f) {
    var x = random.normal(random.key(1), 3, 17, 17);
    var nodes = Graph.of(jax.makeJaxpr(f).apply(x)).nodes();
    assertEquals(
        left, nodes.stream().filter(n -> n.primitive().name().equals("transpose")).count());
    var apart = jax.disableJit(() -> f.apply(x));
    assertTrue(jnp.allclose(jax.jit(f).apply(x), apart, 1e-5, 1e-5).toBoolean());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void operationsOfGraph(String operation, int times, ArrayFn1 f) {
    var program = jax.makeJaxpr(f).apply(random.normal(random.key(0), 3, 3));
    var nodes = Graph.of(program).nodes();
    assertEquals(times, nodes.stream().filter(n -> n.primitive().name().equals(operation)).count());
  }
}
