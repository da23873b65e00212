package jacobean.fuzz;

import jacobean.Array;
import jacobean.fuzz.Pool.Maker;
import jacobean.jnp;
import jacobean.lax;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Steps that sum products: matrices, einsum, convolutions, linear systems. */
final class AlgebraSteps {
  private AlgebraSteps() {}

  static List<Maker> makers() {
    var makers = new ArrayList<Maker>();
    product(makers, "dot", jnp::dot, AlgebraSteps::dots);
    product(makers, "dot", jnp::dot, AlgebraSteps::dots);
    product(
        makers,
        "matmul",
        jnp::matmul,
        (x, y) -> x.ndim() > 0 && y.ndim() > 0 && y.ndim() < 3 && dots(x, y));
    product(makers, "inner", jnp::inner, (x, y) -> last(x) == last(y));
    product(makers, "outer", jnp::outer, (x, y) -> x.size() * y.size() < 600);
    product(makers, "tensordot 1", (x, y) -> jnp.tensordot(x, y, 1), AlgebraSteps::dots);
    product(
        makers,
        "einsum ij,kj->kij",
        (x, y) -> jnp.einsum("ij,kj->kij", x, y),
        (x, y) -> x.ndim() == 2 && y.ndim() == 2 && last(x) == last(y));
    product(
        makers,
        "einsum ...i,i->...",
        (x, y) -> jnp.einsum("...i,i->...", x, y),
        (x, y) -> x.ndim() > 0 && y.ndim() == 1 && last(x) == last(y));
    product(makers, "vdot", jnp::vdot, (x, y) -> x.size() == y.size());
    product(
        makers,
        "convolve same",
        (x, y) -> jnp.convolve(x, y, "same"),
        (x, y) -> x.ndim() == 1 && y.ndim() == 1 && x.size() > 0 && y.size() > 0);
    product(makers, "kron", jnp::kron, (x, y) -> x.ndim() == 2 && y.ndim() == 2);
    product(
        makers,
        "conv of images",
        AlgebraSteps::conv,
        (x, y) ->
            x.dtype().isFloating()
                && x.ndim() == 2
                && y.ndim() == 2
                && x.size() > 0
                && y.size() > 0);
    square(makers, "cholesky", jnp.linalg::cholesky);
    square(makers, "inv", jnp.linalg::inv);
    square(makers, "det", jnp.linalg::det);
    square(makers, "slogdet", x -> jnp.linalg.slogdet(x).logabsdet());
    square(makers, "eigvalsh", jnp.linalg::eigvalsh);
    square(makers, "matrixPower 2", x -> jnp.linalg.matrixPower(x, 2));
    square(makers, "solve", x -> jnp.linalg.solve(x, jnp.ones(x.shape(0)).astype(x.dtype())));
    square(makers, "norm", x -> jnp.linalg.norm(x));
    return makers;
  }

  private static int last(Array x) {
    return x.ndim() == 0 ? -1 : x.shape(-1);
  }

  private static boolean dots(Array x, Array y) {
    return x.ndim() > 0 && y.ndim() > 0 && last(x) == y.shape(y.ndim() == 1 ? -1 : -2);
  }

  private static void product(
      List<Maker> makers, String text, BinaryOperator<Array> f, BiPredicate<Array, Array> fits) {
    makers.add(
        p ->
            p.any(x -> true)
                .flatMap(
                    x ->
                        p.any(y -> fits.test(p.get(x), y))
                            .flatMap(
                                y ->
                                    p.steps(
                                        text,
                                        in -> List.of(f.apply(in.get(0), in.get(1))),
                                        x,
                                        y))));
  }

  private static Array conv(Array x, Array y) {
    return lax.conv(
        x.reshape(1, 1, x.shape(0), x.shape(1)),
        y.astype(x.dtype()).reshape(1, 1, y.shape(0), y.shape(1)),
        new int[] {1, 1},
        "SAME");
  }

  /** Of a positive definite matrix that is made of the operand. */
  private static void square(List<Maker> makers, String text, UnaryOperator<Array> f) {
    makers.add(
        p ->
            p.any(x -> x.ndim() == 2 && x.size() > 0 && x.shape(0) <= 5 && isWide(x))
                .flatMap(
                    x ->
                        p.step(
                            text + " of I + a a'",
                            v -> {
                              var a = jnp.tanh(v);
                              var n = jnp.eye(v.shape(0)).astype(v.dtype());
                              return f.apply(jnp.matmul(a, a.T()).plus(n));
                            },
                            x)));
  }

  private static boolean isWide(Array x) {
    return x.dtype().isFloating() && x.dtype().itemsize() >= 4;
  }
}
