package jacobean;

import java.util.Arrays;
import java.util.List;

/**
 * Along which axes a Fourier transform runs, and how: an immutable value with a method for each of
 * JAX's keyword arguments.
 *
 * {@snippet :
 * jnp.fft.fft(jnp.ones(4), Along.axis(0).n(2)) // => [2.+0.j 0.+0.j]
 * jnp.fft.rfftn(jnp.ones(2, 2), Along.axes(0, 1).norm("forward")).get(0) // => [1.+0.j 0.+0.j]
 * }
 *
 * @param dims the axes, counted from the first or, where negative, from the last; null for those
 *     that the function takes by itself
 * @param lengths the length of each axis, to which the array is cut or filled with zeros; of the
 *     result for functions that give reals; null for the lengths that the array has
 * @param scaling "backward", "ortho" or "forward"
 */
public record Along(@OrNull List<Integer> dims, @OrNull List<Integer> lengths, String scaling) {

  public Along {
    dims = dims == null ? null : List.copyOf(dims);
    lengths = lengths == null ? null : List.copyOf(lengths);
  }

  /**
   * The axes that the function takes by itself, to change something else.
   *
   * {@snippet :
   * jnp.fft.fft(jnp.ones(4), Along.defaults().norm("forward")) // => [1.+0.j 0.+0.j 0.+0.j 0.+0.j]
   * }
   */
  public static Along defaults() {
    return new Along(null, null, "backward");
  }

  /** This axis. */
  public static Along axis(int axis) {
    return axes(axis);
  }

  /** These axes; the last one is the one with half the frequencies in transforms of reals. */
  public static Along axes(int... axes) {
    return new Along(list(axes), null, "backward");
  }

  /** With the axis cut, or filled with zeros, to this length. JAX's argument {@code n}. */
  public Along n(int length) {
    return s(length);
  }

  /**
   * With the axes cut, or filled with zeros, to these lengths. JAX's argument {@code s}.
   *
   * {@snippet :
   * jnp.fft.fftn(jnp.ones(4, 4), Along.axes(0, 1).s(2, 3)).shape() // => (2, 3)
   * }
   */
  public Along s(int... lengths) {
    return new Along(dims, list(lengths), scaling);
  }

  /**
   * With another scaling.
   *
   * @param norm "backward" divides the inverse transforms by the number of elements, "forward" the
   *     others, and "ortho" each of them by its square root
   */
  public Along norm(String norm) {
    return new Along(dims, lengths, norm);
  }

  private static List<Integer> list(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
