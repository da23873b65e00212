package user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Along;
import jacobean.Array;
import jacobean.error.JacobeanException;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.random;
import jacobean.testing.Close;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fourier transforms as users write them, and what they say to misuse. */
class FourierTest {
  @Test
  void transformsAreThoseOfNumPy() {
    var x = jnp.array(1, 2, 3, 4);
    assertEquals("[10.+0.j -2.+2.j -2.+0.j -2.-2.j]", jnp.fft.fft(x).toString());
    assertEquals("[10.+0.j -2.+2.j -2.+0.j]", jnp.fft.rfft(x).toString());
    assertEquals("[ 5.+0.j -1.+1.j -1.+0.j]", jnp.fft.rfft(x, ortho()).toString());
  }

  private static Along ortho() {
    return Along.defaults().norm("ortho");
  }

  @Test
  void lengthsAndAxes() {
    var x = jnp.ones(2, 3, 4);
    assertEquals("(2, 3, 3)", jnp.fft.rfft(x).shape().toString());
    assertEquals("(2, 8, 4)", jnp.fft.fft(x, 8, 1).shape().toString());
    assertEquals("(2, 3, 6)", jnp.fft.irfft(x).shape().toString());
    assertEquals("(1, 3, 4)", jnp.fft.ifft(x, Along.axis(0).n(1)).shape().toString());
    assertEquals("(2, 5, 4)", jnp.fft.fft2(x, Along.axes(0, 1).s(2, 5)).shape().toString());
    assertEquals("(2, 3, 4)", jnp.fft.rfftn(x, Along.axes(0, 1).s(2, 5)).shape().toString());
  }

  /** Back again to where it was, in the precision it had; long enough for several threads. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 11, 97, 1025, 4099, 40_000})
  void inverseOfTransformIsTheArray(int n) {
    var x = random.normal(random.key(n), 12, n).astype(jnp.float64);
    var near = new Close(1e-14, 1e-14);
    near.check(x, jnp.real(jnp.fft.ifft(jnp.fft.fft(x))), "ifft of fft");
    near.check(x, jnp.fft.irfft(jnp.fft.rfft(x), n), "irfft of rfft");
    near.check(x, jnp.real(jnp.fft.ifftn(jnp.fft.fftn(x))), "ifftn of fftn");
  }

  @Test
  void convolutionTheorem() {
    var x = jnp.array(1., 2., 3.);
    var y = jnp.array(0., 1., 0.5);
    var full = jnp.fft.irfft(jnp.fft.rfft(x, 5).times(jnp.fft.rfft(y, 5)), 5);
    Close.ELEMENTWISE.check(jnp.convolve(x, y), full, "convolution");
  }

  @Test
  void gradientThroughSpectrum() {
    // Parseval: the energy of the spectrum is n times that of the signal.
    var x = jnp.array(1., -2., 3.);
    var energy = jax.grad((Array a) -> jnp.sum(jnp.square(jnp.abs(jnp.fft.fft(a)))));
    Close.ELEMENTWISE.check(x.times(6), energy.apply(x), "gradient of energy");
  }

  @Test
  void programIsThatOfJax() {
    assertEquals(
        "{ lambda ; a:f32[7]. let b:c64[4] = fft[fft_lengths=(7,) fft_type=2] a in (b,) }",
        jax.makeJaxpr(x -> lax.fft(x, "rfft", 7), jnp.zeros(7)).toString());
  }

  static Stream<Map.Entry<String, Executable>> misuses() {
    var x = jnp.ones(3, 4);
    var z = jnp.complex(x, x);
    return Stream.of(
        Map.entry("fft: axis 2 is out of bounds", () -> jnp.fft.fft(x, Along.axis(2))),
        Map.entry("fft: lengths must be 1 or more, got [0]", () -> jnp.fft.fft(x, 0)),
        Map.entry("fft: wanted one axis, got [0, 1]", () -> jnp.fft.fft(x, Along.axes(0, 1))),
        Map.entry("got \"orto\"", () -> jnp.fft.ifft(x, Along.axis(0).norm("orto"))),
        Map.entry("rfft: wanted a real array, got c64[3,4]", () -> jnp.fft.rfft(z)),
        Map.entry("ihfft: wanted a real array", () -> jnp.fft.ihfft(z)),
        Map.entry("at least one real number", () -> jnp.fft.rfft(jnp.zeros(2, 0))),
        Map.entry("fft2: wanted two axes, got [0]", () -> jnp.fft.fft2(x, Along.axis(0))),
        Map.entry("fft2: axis -2 is out of bounds", () -> jnp.fft.fft2(jnp.ones(3))),
        Map.entry("an axis is named twice in [0, -2]", () -> jnp.fft.fftn(x, Along.axes(0, -2))),
        Map.entry("one length for each axis", () -> jnp.fft.fftn(x, Along.axes(0, 1).s(4))),
        Map.entry("no more lengths than axes", () -> jnp.fft.fftn(x, Along.defaults().s(1, 2, 3))),
        Map.entry("fft: axis -1 is out of bounds", () -> jnp.fft.fft(jnp.array(1.))),
        Map.entry("got \"DCT\"", () -> lax.fft(x, "DCT", 4)),
        Map.entry("must have lengths (3,)", () -> lax.fft(x, "FFT", 3)),
        Map.entry("no more than the operand has axes", () -> lax.fft(x, "FFT", 2, 3, 4)));
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void saysWhatIsWrong(Map.Entry<String, Executable> misuse) {
    var e = assertThrows(JacobeanException.class, misuse.getValue());
    assertTrue(e.getMessage().contains(misuse.getKey()), e::getMessage);
  }

  @Test
  void nothingIsTransformedToNothing() {
    for (var empty : List.of(jnp.zeros(0), jnp.zeros(3, 0), jnp.zeros(0, 3))) {
      assertEquals(empty.shape(), jnp.fft.fft(empty).shape());
      assertEquals(empty.shape(), jnp.fft.ifftn(empty).shape());
    }
    assertEquals("(2, 0)", jnp.fft.irfft(jnp.zeros(2, 1)).shape().toString());
  }
}
