package user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.error.DTypeException;
import jacobean.error.GradException;
import jacobean.jax;
import jacobean.jnp;
import jacobean.special;
import jacobean.testing.Close;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Complex numbers have JAX's values, gradients and text. */
class ComplexTest {
  private static Array complex(double... parts) {
    var x = jnp.array(parts).reshape(-1, 2);
    return jnp.complex(x.get(":", 0), x.get(":", 1));
  }

  private static final Array Z = complex(1, 2, 0, -.5, 3, -1);

  static Stream<Arguments> gradients() {
    return Stream.of(
        Arguments.of((ArrayFn1) z -> jnp.sum(jnp.square(jnp.abs(z))), complex(2, -4, 0, 1, 6, 2)),
        Arguments.of(
            (ArrayFn1) z -> jnp.sum(jnp.real(jnp.exp(z).times(z))),
            complex(-7.205862, 2.6810446, 0.6378698, -0.9182168, 26.50765, -78.45784)),
        Arguments.of(
            (ArrayFn1) z -> jnp.sum(jnp.imag(jnp.sin(z).div(z))),
            complex(-0.68179214, 0.7478572, 0.17087078, 0, -0.2091513, 0.42249027)),
        Arguments.of((ArrayFn1) z -> jnp.sum(jnp.angle(z)), complex(-.4, -.2, 2, 0, .1, -.3)),
        Arguments.of(
            (ArrayFn1) z -> jnp.sum(jnp.abs(jnp.dot(z, z))),
            complex(0.2910428, 4.4626555, 0.388057, -0.9216354, 6.3059263, 0.48507118)));
  }

  @ParameterizedTest
  @MethodSource("gradients")
  void gradientsAreJaxs(ArrayFn1 f, Array wanted) {
    Close.SUMS.check(wanted, jax.grad(f).apply(Z), "grad");
    Close.SUMS.check(wanted, jax.grad(jax.jit(f)).apply(Z), "grad of jit");
    Close.SUMS.check(wanted, jax.jit(jax.grad(f)).apply(Z), "jit of grad");
  }

  static Stream<Arguments> truths() {
    var x = complex(0, 0, 0, 2, 1, 0);
    return Stream.of(
        Arguments.of("[[1 2]]", jnp.nonzero(x)),
        Arguments.of("[1 2]", jnp.flatnonzero(x)),
        Arguments.of("[[1]\n [2]]", jnp.argwhere(x)),
        Arguments.of("[0 1 1]", jnp.where(x, 1, 0)),
        Arguments.of("[5. 6.]", jnp.extract(x, jnp.array(4., 5., 6.))),
        Arguments.of("[0.+2.j 1.+0.j]", jnp.trimZeros(x)));
  }

  @ParameterizedTest
  @MethodSource("truths")
  void isTrueWhereAPartIsNotZero(String wanted, Object got) {
    assertEquals(wanted, got.toString());
  }

  @Test
  void sortedRealsOfAnyDtypeAreComplex() {
    for (var type : List.of(DType.BFLOAT16, DType.FLOAT32, DType.INT8)) {
      var sorted = jnp.sortComplex(jnp.array(2., 1.).astype(type));
      assertEquals(DType.COMPLEX64, sorted.dtype(), type.toString());
      assertEquals("[1.+0.j 2.+0.j]", sorted.toString());
    }
    var wide = jnp.sortComplex(jnp.array(2., 1.).astype(DType.FLOAT64));
    assertEquals(DType.COMPLEX128, wide.dtype());
  }

  @Test
  void gradientByARealArgument() {
    ArrayFn1 f = x -> jnp.sum(jnp.abs(jnp.exp(jnp.complex(jnp.zerosLike(x), x)).plus(x)));
    Close.SUMS.check(jnp.array(0.78009844, 0.398157), jax.grad(f).apply(jnp.array(.5, 1.)), "grad");
  }

  @Test
  void values() {
    Close.ELEMENTWISE.check(
        complex(1.2720196, 0.7861514, 0.5, -0.5, 1.7553173, -0.28484878), jnp.sqrt(Z), "sqrt");
    Close.ELEMENTWISE.check(complex(4.75, -2).get(0), jnp.dot(Z, Z), "dot");
    Close.ELEMENTWISE.check(complex(2.5, -2.5).get(0), jnp.prod(Z), "prod");
    Close.ELEMENTWISE.check(complex(4. / 3, .5 / 3).get(0), jnp.mean(Z), "mean");
    Close.ELEMENTWISE.check(jnp.array(Math.sqrt(5), .5, Math.sqrt(10)), jnp.abs(Z), "abs");
  }

  @Test
  void text() {
    var x = complex(1, 2, -0., -.5, 3e10, 0);
    assertEquals("[ 1.e+00+2.j  -0.e+00-0.5j  3.e+10+0.j ]", x.toString());
    assertEquals("Array([ 1.e+00+2.j , -0.e+00-0.5j,  3.e+10+0.j ], dtype=complex64)", x.repr());
    assertEquals("(1+2j)", x.get(0).toString());
    var y = complex(1, 2, -1, -.25, .001, 0, Double.NaN, 1).reshape(2, 2);
    assertEquals("[[ 1.   +2.j   -1.   -0.25j]\n [ 0.001+0.j      nan+1.j  ]]", y.toString());
  }

  @Test
  void promotion() {
    assertEquals(DType.COMPLEX64, Z.plus(jnp.ones(3)).dtype());
    assertEquals(DType.COMPLEX64, Z.times(2.5).dtype());
    assertEquals(DType.COMPLEX64, Z.plus(jnp.arange(3)).dtype());
    assertEquals(DType.COMPLEX128, Z.plus(jnp.ones(3).astype(DType.FLOAT64)).dtype());
  }

  /** As a Python number does, one that a program writes gives way to the array beside it. */
  @Test
  void writtenNumbers() {
    assertEquals(
        "Array(1.+2.j, dtype=complex64, weak_type=True)", jnp.asarray(new Complex(1, 2)).repr());
    var doubles = jnp.ones(Shape.of(1), DType.FLOAT64);
    assertEquals("Array([1.1+0.1j], dtype=complex128)", doubles.plus(new Complex(.1, .1)).repr());
    assertEquals(
        "Array([0.+1.j], dtype=complex64)",
        jnp.ones(Shape.of(1), DType.BFLOAT16).times(Complex.I).repr());
    assertEquals(
        "Array([0.+0.j, 0.+1.j], dtype=complex64, weak_type=True)",
        jnp.arange(2).times(Complex.I).repr());
    assertEquals(
        "Array([0.+2.j], dtype=complex128)",
        jax.jit((ArrayFn1) x -> x.times(2).times(Complex.I)).apply(doubles).repr());
  }

  @Test
  void evenlySpaced() {
    var y = jnp.linspace(0, 1, 3, DType.COMPLEX64);
    assertEquals(DType.COMPLEX64, y.dtype());
    assertEquals("[0. +0.j 0.5+0.j 1. +0.j]", y.toString());
  }

  @Test
  void ordered() {
    var y = complex(2, -1, 1, 3, 2, 1);
    assertEquals("[1.+3.j 2.-1.j 2.+1.j]", jnp.sort(y).toString());
    assertEquals("(2+1j)", jnp.max(y).toString());
    assertEquals("(1+3j)", jnp.min(y).toString());
  }

  @Test
  void whatComplexNumbersHaveNot() {
    assertThrows(DTypeException.class, () -> jnp.floor(Z));
    assertThrows(DTypeException.class, () -> jnp.fmod(Z, Z));
    assertThrows(DTypeException.class, () -> jnp.argmax(Z));
    assertThrows(GradException.class, () -> jax.grad(z -> jnp.sum(z)).apply(Z));
  }

  @Test
  void theGreaterOfEquals() {
    var z = jnp.complex(Double.POSITIVE_INFINITY, 1);
    assertEquals(z.toString(), jnp.maximum(z, z).toString());
  }

  /** Beside -1, and far from 0, with the digits that math in higher precision gives. */
  @Test
  void inversesNearTheirPoles() {
    assertEquals(-10.7082065, new Complex(-1 + 1e-9, 0).atanh().re(), 1e-5);
    assertEquals(10.7082065, new Complex(1 - 1e-9, 0).atanh().re(), 1e-5);
    assertEquals(461.210165, new Complex(1e200, 0).asinh().re(), 1e-5);
  }

  @Test
  void slopeOfTheScaledBesselFunctionAtZero() {
    for (var type : List.of(DType.FLOAT16, DType.FLOAT32)) {
      var zero = jnp.array(0.).astype(type);
      assertEquals("0.5", jax.grad((ArrayFn1) x -> special.i1e(x)).apply(zero).toString());
    }
  }
}
