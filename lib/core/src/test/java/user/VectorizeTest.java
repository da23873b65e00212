package user;

import static jacobean.jax.grad;
import static jacobean.jax.jit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.ArrayFn2;
import jacobean.error.ShapeException;
import jacobean.fn.Fn1;
import jacobean.jnp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions of few axes on arrays of more, as NumPy's signatures say. */
class VectorizeTest {
  private static final ArrayFn2 MATVEC = (m, v) -> jnp.matmul(m, v);

  @Test
  void axesBeforeThoseOfTheSignatureBroadcast() {
    var f = jnp.vectorize(MATVEC, "(n,m),(m)->(n)");
    var m = jnp.reshape(jnp.arange(6.), 2, 3);
    assertEquals("[ 3. 12.]", f.apply(m, jnp.ones(3)).toString());
    assertEquals("(5, 2)", f.apply(m, jnp.ones(5, 3)).shape().toString());
    assertEquals("(4, 5, 2)", f.apply(jnp.ones(4, 1, 2, 3), jnp.ones(5, 3)).shape().toString());
    assertEquals("[[ 3. 12.]\n [ 3. 12.]]", jit(f).apply(m, jnp.ones(2, 3)).toString());
    assertEquals(
        "(2, 3)", grad(x -> jnp.sum(f.apply(x, jnp.ones(5, 3)))).apply(m).shape().toString());
  }

  @Test
  void ofScalars() {
    var f = jnp.vectorize((ArrayFn2) (x, y) -> x.times(y));
    assertEquals("(3, 2)", f.apply(jnp.ones(3, 1), jnp.ones(2)).shape().toString());
    assertEquals("6.0", f.apply(jnp.array(2.), jnp.array(3.)).toString());
  }

  @Test
  void severalResults() {
    Fn1<Array, List<Array>> f = x -> List.of(jnp.mean(x), x.minus(jnp.mean(x)));
    var out = jnp.vectorize(f, "(n)->(),(n)").apply(jnp.reshape(jnp.arange(6.), 2, 3));
    assertEquals("[1. 4.]", out.get(0).toString());
    assertEquals("[[-1.  0.  1.]\n [-1.  0.  1.]]", out.get(1).toString());
  }

  @Test
  void misuse() {
    assertThrows(ShapeException.class, () -> jnp.vectorize(MATVEC, "(n,m)(m)->(n)"));
    assertThrows(ShapeException.class, () -> jnp.vectorize(MATVEC, "(n)->(n)"));
    var f = jnp.vectorize(MATVEC, "(n,m),(m)->(n)");
    assertThrows(ShapeException.class, () -> f.apply(jnp.ones(2, 3), jnp.ones(4)));
    assertThrows(ShapeException.class, () -> f.apply(jnp.ones(2), jnp.ones(2)));
    assertThrows(ShapeException.class, () -> f.apply(jnp.ones(4, 2, 3), jnp.ones(5, 3)));
    ArrayFn1 wrong = jnp.vectorize((ArrayFn1) x -> jnp.sum(x), "(n)->(n)");
    assertThrows(ShapeException.class, () -> wrong.apply(jnp.ones(2, 3)));
  }
}
