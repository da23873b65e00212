package jacobean.op;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.error.ShapeException;
import jacobean.ir.Lowering;
import jacobean.type.Aval;
import jacobean.type.Axes;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The discrete Fourier transform over the last axes; leading axes are stacks of examples. Inverse
 * transforms are divided by the number of elements transformed.
 *
 * @param fftType which one
 * @param fftLengths the lengths of the axes transformed, of real numbers where there are any: the
 *     complex side of {@link FftType#RFFT} and {@link FftType#IRFFT} has {@code n / 2 + 1} elements
 *     along the last axis
 */
public record Fft(FftType fftType, Axes fftLengths) implements Linear {
  @Override
  public String name() {
    return "fft";
  }

  /** JAX prints the number of the type. */
  @Override
  public SortedMap<String, Object> params() {
    return new TreeMap<>(
        java.util.Map.of("fft_type", fftType.ordinal(), "fft_lengths", fftLengths));
  }

  @Override
  public List<Aval> abstractEval(List<Aval> operands) {
    var x = operands.getFirst();
    requireType(x);
    int rank = fftLengths.size();
    if (rank == 0 || rank > x.rank()) {
      throw new ShapeException(
          "fft: got "
              + x
              + " and fft_lengths="
              + fftLengths
              + "; wanted at least one length, and no more than the operand has axes.");
    }
    var wanted = lengths(fftType == FftType.IRFFT);
    for (int i = 0; i < rank; i++) {
      if (x.shape().dim(x.rank() - rank + i) != wanted[i]) {
        throw new ShapeException(
            "fft: the last axes of "
                + x
                + " must have lengths "
                + Axes.of(wanted)
                + " for "
                + fftType
                + " with fft_lengths="
                + fftLengths
                + ". Slice or pad the operand; jnp.fft does that by itself.");
      }
    }
    if (fftType == FftType.RFFT && fftLengths.get(rank - 1) == 0) {
      throw new ShapeException(
          "fft: RFFT needs at least one real number along the last axis, got " + x + ".");
    }
    var result = lengths(fftType == FftType.RFFT);
    var dims = x.shape().toArray();
    System.arraycopy(result, 0, dims, x.rank() - rank, rank);
    return List.of(Aval.of(Shape.of(dims), resultType(x.dtype())));
  }

  private void requireType(Aval x) {
    boolean fits =
        fftType == FftType.RFFT
            ? x.dtype() == DType.FLOAT32 || x.dtype() == DType.FLOAT64
            : x.dtype().isComplex();
    if (!fits) {
      throw new DTypeException(
          "fft: the operand of "
              + fftType
              + " must be "
              + (fftType == FftType.RFFT ? "float32 or float64" : "complex64 or complex128")
              + ", got "
              + x
              + ". Convert it with astype.");
    }
  }

  private DType resultType(DType type) {
    return switch (fftType) {
      case FFT, IFFT -> type;
      case RFFT -> type == DType.FLOAT64 ? DType.COMPLEX128 : DType.COMPLEX64;
      case IRFFT -> type.component();
    };
  }

  /** The lengths of the side of the transform that is real, or that has half the frequencies. */
  private int[] lengths(boolean halved) {
    var lengths = fftLengths.toArray();
    int last = lengths.length - 1;
    lengths[last] = halved ? lengths[last] / 2 + 1 : lengths[last];
    return lengths;
  }

  @Override
  public List<HostArray> eval(List<HostArray> operands) {
    var x = operands.getFirst();
    var out = abstractEval(List.of(x.aval())).getFirst();
    return List.of(new FourierLanes(fftType, fftLengths).transform(x, out));
  }

  @Override
  public Lowering lower(List<Aval> operands) {
    return new Lowering.Host();
  }

  @Override
  public Batched batch(List<Value> operands, List<Integer> axes, int size) {
    var x = operands.getFirst();
    int axis = axes.getFirst();
    // Any place before the axes transformed will do.
    boolean leads = axis < x.rank() - fftLengths.size();
    return leads ? Batched.of(bind1(x), axis) : Batched.of(bind1(Batching.moveAxis(x, axis, 0)), 0);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The matrix of a complex transform is symmetric. That of a real one is not square: a
   * frequency between the first and the middle one stands for its negative, too.
   */
  @Override
  public List<Value> transpose(List<Value> cts, List<Value> operands, List<Aval> types) {
    var ct = cts.getFirst();
    double count = IntStream.of(fftLengths.toArray()).asDoubleStream().reduce(1, (a, b) -> a * b);
    return List.of(
        switch (fftType) {
          case FFT, IFFT -> bind1(ct);
          case RFFT ->
              scaled(
                  fft(
                      Arithmetic.div(ComplexNumbers.conj(ct), multiplicity(ct)),
                      FftType.IRFFT,
                      fftLengths),
                  count);
          case IRFFT -> {
            var frequencies = fft(ct, FftType.RFFT, fftLengths);
            yield ComplexNumbers.conj(
                scaled(Arithmetic.mul(frequencies, multiplicity(frequencies)), 1 / count));
          }
        });
  }

  private static Value scaled(Value x, double by) {
    return Arithmetic.mul(x, Arithmetic.constant(x.dtype(), by));
  }

  /** How many frequencies each element along the last axis stands for: 1 or 2. */
  private Value multiplicity(Value frequencies) {
    int n = fftLengths.get(fftLengths.size() - 1);
    var shape = frequencies.shape();
    int axis = shape.rank() - 1;
    var place = Shaping.iota(shape, DType.INT32, axis);
    var twin = Arithmetic.constant(DType.INT32, n % 2 == 0 ? n / 2 : -1);
    var single =
        Bitwise.or(
            Comparison.eq(place, Arithmetic.constant(DType.INT32, 0)), Comparison.eq(place, twin));
    var type = frequencies.dtype();
    return Comparison.select(single, Shaping.full(shape, type, 1), Shaping.full(shape, type, 2));
  }

  /**
   * The transform of a value.
   *
   * @throws DTypeException if the dtype does not fit the type of transform
   * @throws ShapeException if the lengths do not fit the operand's last axes
   */
  public static Value fft(Value x, FftType type, Axes lengths) {
    return new Fft(type, lengths).bind1(x);
  }
}
