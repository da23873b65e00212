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
import jacobean.type.DType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
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
    boolean sums = !(lowering instanceof Lowering.Pointwise);
    var moved = sums ? operands.stream().map(this::moved).toList() : operands;
    var results = ReferenceEngine.evaluate(primitive, moved).stream();
    return lowering instanceof Lowering.OnMatrices
        ? results.map(this::movedInNorm).toList()
        : results.map(this::moved).toList();
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

  private Concrete moved(Concrete x) {
    var host = x.host();
    return moved(x, i -> Math.abs(host.real(i)));
  }

  /**
   * Factorizations and solutions are near in norm, not in each element: zero may be a rounding
   * error of the greatest.
   */
  private Concrete movedInNorm(Concrete x) {
    var host = x.host();
    double greatest =
        x.aval().dtype().isFloating()
            ? LongStream.range(0, host.size())
                .mapToDouble(i -> Math.abs(host.real(i)))
                .filter(Double::isFinite)
                .max()
                .orElse(0)
            : 0;
    return moved(x, i -> greatest);
  }

  private Concrete moved(Concrete x, LongToDoubleFunction magnitude) {
    var type = x.aval().dtype();
    if (!type.isFloating()) {
      return x;
    }
    var host = x.host();
    return HostArray.ofReals(
            x.aval(),
            i -> {
              double step = unit(type) * magnitude.applyAsDouble(i);
              double shift = random.nextBoolean() ? step : -step;
              return Double.isFinite(host.real(i))
                  ? type.round(host.real(i) + shift)
                  : host.real(i);
            })
        .toConcrete();
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
