package jacobean.laws;

import static jacobean.laws.Numbers.integers;
import static jacobean.laws.Numbers.reals;
import static jacobean.laws.Row.function;
import static jacobean.laws.Row.functions;
import static jacobean.type.DType.FLOAT64;
import static jacobean.type.DType.INT32;

import jacobean.Array;
import jacobean.Convolution;
import jacobean.jnp;
import jacobean.lax;
import jacobean.special;
import jacobean.testing.Close;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rows of products, convolutions, special functions and linear algebra. */
final class AlgebraFunctions {
  private AlgebraFunctions() {}

  static List<Row> rows() {
    return Stream.of(contracting(), sliding(), specials(), algebra(), complexAlgebra())
        .flatMap(List::stream)
        .toList();
  }

  private static Numbers real(double low, double high, int... shape) {
    return reals(FLOAT64, low, high, shape);
  }

  private static Numbers any(int... shape) {
    return real(-2, 2, shape);
  }

  private static List<Row> contracting() {
    return List.of(
        function(
                "tensordot",
                x -> jnp.tensordot(x.get(0), x.get(1), new int[] {2, 0}, new int[] {0, 1}))
            .on(any(2, 3, 4), any(4, 2, 2)),
        function("einsum of three", x -> jnp.einsum("ijk,kl,lm->mij", x.toArray(Array[]::new)))
            .on(any(2, 2, 3), any(3, 2), any(2, 2))
            .within(Close.SUMS),
        function("einsum with repeats", x -> jnp.einsum("iij,j->i", x.get(0), x.get(1)))
            .on(any(3, 3, 2), any(2)),
        function("einsum with an ellipsis", x -> jnp.einsum("...ij,...j", x.get(0), x.get(1)))
            .on(any(2, 3, 2), any(2))
            .on(any(2, 1, 3, 2), any(3, 2)),
        function("kron", x -> jnp.kron(x.get(0), x.get(1))).on(any(2, 3), any(2)),
        function("cross", x -> jnp.cross(x.get(0), x.get(1)))
            .on(any(4, 3), any(3))
            .on(any(2), any(3))
            .on(any(3, 2), any(3, 2)),
        function("trace", x -> jnp.trace(x.getFirst(), 1, 2, 0))
            .on(any(3, 2, 4))
            .on(integers(INT32, -9, 9, 3, 2, 4)),
        function("convolve", x -> jnp.convolve(x.get(0), x.get(1), "same"))
            .on(any(6), any(3))
            .on(any(2), any(5)),
        function("correlate", x -> jnp.correlate(x.get(0), x.get(1), "full"))
            .on(any(6), any(3))
            .on(any(2), any(5)),
        function("polyval", x -> jnp.polyval(x.get(0), x.get(1))).on(any(4), any(2, 3)));
  }

  private static List<Row> sliding() {
    var window = new int[] {1, 3, 2};
    var strides = new int[] {1, 2, 1};
    return List.of(
        function("conv", x -> lax.conv(x.get(0), x.get(1), new int[] {2, 1}, "SAME"))
            .on(any(1, 2, 5, 4), any(2, 2, 3, 2))
            .within(Close.SUMS),
        function("conv of one axis", x -> lax.conv(x.get(0), x.get(1), new int[] {1}, "VALID"))
            .on(any(2, 3, 5), any(4, 3, 2)),
        function(
                "conv in groups",
                x ->
                    lax.convGeneralDilated(
                        x.get(0),
                        x.get(1),
                        Convolution.of(1).featureGroupCount(2).padding(new int[][] {{2, -1}})))
            .on(any(2, 4, 5), any(6, 2, 2)),
        function(
                "depthwise conv",
                x ->
                    lax.convGeneralDilated(
                        x.get(0),
                        x.get(1),
                        Convolution.of(1)
                            .featureGroupCount(2)
                            .dimensionNumbers("NWC", "WIO", "NWC")))
            .on(any(2, 5, 2), any(2, 1, 4)),
        function(
                "conv in batch groups",
                x ->
                    lax.convGeneralDilated(
                        x.get(0), x.get(1), Convolution.of(1).batchGroupCount(2)))
            .on(any(4, 3, 4), any(6, 3, 2)),
        function(
                "dilated conv",
                x ->
                    lax.convGeneralDilated(
                        x.get(0),
                        x.get(1),
                        Convolution.of(2).lhsDilation(3).rhsDilation(2).padding("SAME")))
            .on(any(1, 2, 4), any(2, 2, 2)),
        function("convTranspose", x -> lax.convTranspose(x.get(0), x.get(1), new int[] {2}, "SAME"))
            .on(any(1, 4, 2), any(3, 2, 2)),
        function("reduceWindowSum", x -> lax.reduceWindowSum(x.getFirst(), window, strides, "SAME"))
            .on(any(2, 5, 3)),
        function("reduceWindowMax", x -> lax.reduceWindowMax(x.getFirst(), window, strides, "SAME"))
            .on(any(2, 5, 3))
            .on(integers(INT32, -9, 9, 2, 5, 3)),
        function(
                "reduceWindowMin", x -> lax.reduceWindowMin(x.getFirst(), window, strides, "VALID"))
            .on(any(2, 5, 3)));
  }

  private static List<Row> specials() {
    return List.of(
        function("ndtr", x -> special.ndtr(x.getFirst())).on(any(7)),
        function("logNdtr", x -> special.logNdtr(x.getFirst())).on(real(-25, 9, 13)),
        function("logit", x -> special.logit(x.getFirst())).on(real(.1, .9, 7)),
        function("xlogy", x -> special.xlogy(x.get(0), x.get(1))).on(any(2, 3), real(.5, 2, 3)),
        function("xlog1py", x -> special.xlog1py(x.get(0), x.get(1)))
            .on(any(2, 3), real(-.5, 2, 3)),
        function("entr", x -> special.entr(x.getFirst())).on(real(.1, 2, 7)),
        function("klDiv", x -> special.klDiv(x.get(0), x.get(1))).on(real(.1, 2, 7), real(.1, 2)),
        function("gamma", x -> special.gamma(x.getFirst()))
            .on(real(.3, 4, 7))
            .on(real(-1.8, -1.2, 3)),
        function("beta", x -> special.beta(x.get(0), x.get(1))).on(real(.3, 2, 7), real(.3, 2)),
        function("multigammaln", x -> special.multigammaln(x.getFirst(), 3)).on(real(2, 4, 5)),
        function("i0", x -> special.i0(x.getFirst())).on(any(7)),
        function("i1", x -> special.i1(x.getFirst())).on(any(7)));
  }

  /** A symmetric matrix with eigenvalues that are positive and apart. */
  private static Array positive(Array x) {
    var spread = jnp.linalg.matrixTranspose(x).matmul(x);
    return spread.plus(
        jnp.eye(x.shape(-1)).astype(x.dtype()).times(jnp.arange(1, x.shape(-1) + 1)));
  }

  private static List<Row> algebra() {
    return List.of(
        function("cholesky", x -> jnp.linalg.cholesky(positive(x.getFirst())))
            .on(any(3, 3))
            .on(any(2, 4, 2)),
        function("inv", x -> jnp.linalg.inv(positive(x.getFirst())))
            .on(any(3, 3))
            .within(Close.SUMS),
        function("solve", x -> jnp.linalg.solve(positive(x.get(0)), x.get(1)))
            .on(any(3, 3), any(3))
            .on(any(3, 3), any(2, 3, 2))
            .within(Close.SUMS),
        function("det", x -> jnp.linalg.det(x.getFirst()))
            .on(any(2, 2))
            .on(any(3, 3))
            .on(any(4, 4))
            .on(any(2, 5, 5)),
        functions(
                "slogdet",
                x ->
                    List.of(
                        jnp.linalg.slogdet(x.getFirst()).sign(),
                        jnp.linalg.slogdet(x.getFirst()).logabsdet()))
            .on(any(3, 3))
            .on(any(2, 2, 2)),
        function("eigvalsh", x -> jnp.linalg.eigvalsh(positive(x.getFirst())))
            .on(any(3, 3))
            .on(any(2, 2, 2)),
        function("eigh put together", AlgebraFunctions::squareRoot).on(any(4, 3)),
        function("svdvals", x -> jnp.linalg.svdvals(x.getFirst())).on(any(4, 3)),
        function("pinv", x -> jnp.linalg.pinv(x.getFirst())).on(any(4, 2)).within(Close.SUMS),
        function("roots", x -> jnp.real(jnp.sum(jnp.exp(jnp.roots(x.getFirst(), false)), -1)))
            .on(real(1, 2, 5))
            .within(Close.SUMS),
        function("det of a singular matrix", x -> jnp.linalg.det(singular(x.getFirst())))
            .on(any(4, 3)),
        function("lstsq", x -> jnp.linalg.lstsq(x.get(0), x.get(1)).x())
            .on(any(5, 2), any(5))
            .within(Close.SUMS),
        function("norm", x -> jnp.linalg.norm(x.getFirst())).on(any(3, 4)),
        function("norm 3", x -> jnp.linalg.norm(x.getFirst(), 3, 1)).on(any(3, 4)),
        function("norm of matrices", x -> jnp.linalg.norm(x.getFirst(), 2, 0, 2)).on(any(3, 2, 3)),
        function("nuclear norm", x -> jnp.linalg.norm(x.getFirst(), "nuc")).on(any(3, 2)),
        function("matrixPower", x -> jnp.linalg.matrixPower(x.getFirst(), 5))
            .on(any(3, 3))
            .within(Close.SUMS),
        function("multiDot", x -> jnp.linalg.multiDot(x)).on(any(2), any(2, 4), any(4, 3), any(3)),
        function("polyfit", x -> jnp.polyfit(x.get(0), x.get(1), 2))
            .on(any(6), any(6))
            .within(Close.SUMS));
  }

  /** Functions of complex matrices made of two real ones, their results as real parts. */
  private static Row complex(String name, Function<List<Array>, List<Array>> f) {
    return functions(
        "complex " + name,
        x -> {
          var numbers = new ArrayList<Array>();
          for (int i = 0; i < x.size(); i += 2) {
            numbers.add(jnp.complex(x.get(i), x.get(i + 1)));
          }
          return f.apply(numbers).stream()
              .flatMap(z -> Stream.of(jnp.real(z), jnp.imag(z)).limit(jnp.iscomplexobj(z) ? 2 : 1))
              .toList();
        });
  }

  private static Array hermitian(Array z) {
    var spread = jnp.conj(jnp.linalg.matrixTranspose(z)).matmul(z);
    return spread.plus(jnp.diag(jnp.arange(1., z.shape(-1) + 1)));
  }

  private static List<Row> complexAlgebra() {
    var square = any(3, 3);
    var stack = any(2, 2, 2);
    return List.of(
        complex("cholesky", z -> List.of(jnp.linalg.cholesky(hermitian(z.getFirst()))))
            .on(square, square)
            .on(stack, stack),
        complex("lu", z -> List.of(lax.linalg.lu(z.getFirst()).lu())).on(square, square),
        complex(
                "qr",
                z -> List.of(jnp.linalg.qr(z.getFirst()).q(), jnp.linalg.qr(z.getFirst()).r()))
            .on(square, square)
            .on(any(3, 2), any(3, 2))
            .on(any(2, 3), any(2, 3)),
        complex(
                "eigh",
                z -> {
                  var d = jnp.linalg.eigh(hermitian(z.getFirst()));
                  var v = d.eigenvectors();
                  var scaled = v.times(jnp.sqrt(d.eigenvalues()));
                  return List.of(
                      d.eigenvalues(),
                      jnp.abs(v),
                      jnp.matmul(scaled, jnp.conj(jnp.linalg.matrixTranspose(v))));
                })
            .on(square, square),
        complex(
                "svd",
                z -> {
                  var d = jnp.linalg.svd(z.getFirst(), false);
                  var scaled = d.u().times(jnp.square(d.s()));
                  return List.of(d.s(), jnp.abs(d.u()), jnp.matmul(scaled, d.vh()));
                })
            .on(square, square)
            .on(any(3, 2), any(3, 2))
            .on(any(2, 3), any(2, 3)),
        complex("solve", z -> List.of(jnp.linalg.solve(hermitian(z.get(0)), z.get(1))))
            .on(square, square, any(3, 2), any(3, 2)),
        complex(
                "triangularSolve",
                z ->
                    List.of(
                        lax.linalg.triangularSolve(
                            hermitian(z.get(0)), z.get(1), true, true, true, true, false)))
            .on(square, square, any(3, 2), any(3, 2)),
        complex("det", z -> List.of(jnp.linalg.det(z.getFirst())))
            .on(square, square)
            .on(any(4, 4), any(4, 4))
            .within(Close.SUMS),
        complex(
                "slogdet",
                z ->
                    List.of(
                        jnp.linalg.slogdet(z.getFirst()).sign(),
                        jnp.linalg.slogdet(z.getFirst()).logabsdet()))
            .on(square, square)
            .on(stack, stack),
        complex("eigvals", z -> List.of(jnp.sum(jnp.exp(jnp.linalg.eigvals(z.getFirst())), -1)))
            .on(square, square)
            .on(stack, stack)
            .within(Close.SUMS),
        complex("pinv", z -> List.of(jnp.linalg.pinv(z.getFirst())))
            .on(any(3, 2), any(3, 2))
            .within(Close.SUMS),
        complex("norm", z -> List.of(jnp.linalg.norm(z.getFirst(), 3, 1))).on(square, square));
  }

  /** A matrix with a column that is the sum of the others. */
  private static Array singular(Array x) {
    return jnp.concatenate(List.of(x, jnp.expandDims(jnp.sum(x, -1), -1)), -1);
  }

  private static Array squareRoot(List<Array> x) {
    var d = jnp.linalg.eigh(positive(x.getFirst()));
    return d.eigenvectors().times(jnp.sqrt(d.eigenvalues())).matmul(d.eigenvectors().T());
  }
}
