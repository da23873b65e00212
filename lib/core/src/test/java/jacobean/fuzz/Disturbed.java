package jacobean.fuzz;

import jacobean.core.Concrete;
import jacobean.core.Device;
import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.core.Executable;
import jacobean.core.HostArray;
import jacobean.core.Jaxpr;
import jacobean.core.Primitive;
import jacobean.core.SharedPrograms;
import jacobean.core.Value;
import jacobean.ir.Lowering;
import jacobean.reference.ReferenceEngine;
import jacobean.type.Complex;
import jacobean.type.DType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * The reference engine with the results of each operation that rounds moved up or down by a unit in
 * the last place, and the operands of those that sum. What results of several such runs differ by
 * is how far rounding may move them, whatever the condition of a program is.
 */
final class Disturbed implements Engine {
  /** Operations whose results are numbers that were there before, or exact. */
  private static final Set<String> EXACT =
      Set.of(
          "neg",
          "abs",
          "sign",
          "max",
          "min",
          "floor",
          "ceil",
          "round",
          "copysign",
          "nextafter",
          "select_n",
          "clamp",
          "stop_gradient",
          "transpose",
          "reshape",
          "squeeze",
          "rev",
          "pad",
          "slice",
          "concatenate",
          "broadcast_in_dim",
          "dynamic_slice",
          "dynamic_update_slice",
          "gather",
          "scatter",
          "scatter_min",
          "scatter_max",
          "sort",
          "top_k",
          "reduce_max",
          "reduce_min",
          "cummax",
          "cummin",
          "bitcast_convert_type",
          "real",
          "imag",
          "complex",
          "conj",
          "iota",
          "window_shift");

  private final Random random;

  private final SharedPrograms programs = new SharedPrograms();

  Disturbed(long sample) {
    random = new Random(sample);
  }

  @Override
  public String name() {
    return "disturbed";
  }

  @Override
  public int priority() {
    return -1;
  }

  @Override
  public void start() {}

  @Override
  public List<Device> devices() {
    return List.of(new Device(0, "cpu", name(), 1));
  }

  @Override
  public SharedPrograms programs() {
    return programs;
  }

  @Override
  public List<Concrete> apply(Primitive primitive, List<Concrete> operands) {
    if (primitive instanceof Primitive.Control control) {
      return control.eval(operands.stream().map(Concrete::host).toList(), this::run).stream()
          .map(HostArray::toConcrete)
          .toList();
    }
    if (isExact(primitive, operands)) {
      return ReferenceEngine.evaluate(primitive, operands);
    }
    var lowering = primitive.lower(operands.stream().map(Concrete::aval).toList());
    return switch (lowering) {
      case Lowering.Pointwise _ -> disturbed(primitive, operands, x -> x, this::moved);
      case Lowering.OnMatrices _ ->
          disturbed(primitive, operands, this::movedInNorm, this::movedInNorm);
      case Lowering.Reduction _,
          Lowering.Contraction _,
          Lowering.Scan _,
          Lowering.Scatter _,
          Lowering.Control _,
          Lowering.Inline _,
          Lowering.Written _,
          Lowering.Host _ ->
          disturbed(primitive, operands, this::moved, this::moved);
    };
  }

  private static List<Concrete> disturbed(
      Primitive primitive,
      List<Concrete> operands,
      UnaryOperator<Concrete> before,
      UnaryOperator<Concrete> after) {
    return ReferenceEngine.evaluate(primitive, operands.stream().map(before).toList()).stream()
        .map(after)
        .toList();
  }

  private static boolean isExact(Primitive primitive, List<Concrete> operands) {
    return EXACT.contains(primitive.name())
        || primitive.name().equals("convert_element_type")
            && operands.getFirst().aval().dtype().itemsize()
                < primitive
                    .abstractEval(List.of(operands.getFirst().aval()))
                    .getFirst()
                    .dtype()
                    .itemsize();
  }

  private List<HostArray> run(Jaxpr program, List<HostArray> operands) {
    return compile(program).call(operands.stream().map(HostArray::toConcrete).toList()).stream()
        .map(Concrete::host)
        .toList();
  }

  /** Each element, by a unit in its last place. */
  private Concrete moved(Concrete x) {
    return moved(x, Complex::abs);
  }

  /**
   * Factorizations and solutions are near in norm, not in each element: zero may be a rounding
   * error of the greatest.
   */
  private Concrete movedInNorm(Concrete x) {
    if (!x.aval().dtype().isInexact()) {
      return x;
    }
    var host = x.host();
    double greatest =
        LongStream.range(0, host.size())
            .mapToDouble(i -> host.complex(i).abs())
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    return moved(x, z -> greatest);
  }

  private Concrete moved(Concrete x, ToDoubleFunction<Complex> magnitude) {
    var type = x.aval().dtype();
    if (!type.isInexact()) {
      return x;
    }
    var host = x.host();
    var real = type.component();
    LongFunction<Complex> element =
        i -> {
          var z = host.complex(i);
          double step = unit(type) * magnitude.applyAsDouble(z);
          return new Complex(moved(real, z.re(), step), moved(real, z.im(), step));
        };
    return (type.isComplex()
            ? HostArray.ofComplex(x.aval(), element)
            : HostArray.ofReals(x.aval(), i -> element.apply(i).re()))
        .toConcrete();
  }

  private double moved(DType type, double x, double step) {
    return Double.isFinite(x) ? type.round(x + (random.nextBoolean() ? step : -step)) : x;
  }

  @Override
  public Executable compile(Jaxpr program) {
    return new Executable() {
      @Override
      public List<Concrete> call(List<Concrete> operands) {
        return Engines.with(
            Disturbed.this,
            () ->
                program.apply(List.<Value>copyOf(operands)).stream()
                    .map(v -> (Concrete) v)
                    .toList());
      }

      @Override
      public Map<String, String> stages() {
        return Map.of();
      }
    };
  }

  /** A unit in the last place of 1. */
  static double unit(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> 0x1p-10;
      case BFLOAT16 -> 0x1p-7;
      case FLOAT32, COMPLEX64 -> 0x1p-23;
      case FLOAT64, COMPLEX128 -> 0x1p-52;
      case BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64 -> 0;
    };
  }
}
