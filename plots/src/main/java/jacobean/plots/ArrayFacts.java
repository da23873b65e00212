package jacobean.plots;

import jacobean.Array;
import jacobean.core.Concrete;
import jacobean.core.Tracer;
import jacobean.core.Value;
import jacobean.text.ArrayText;
import jacobean.text.Elements;
import jacobean.type.Aval;
import java.util.Optional;

/**
 * What views say of an array.
 *
 * @param type its dtype and shape: {@code f32[2,3]}
 * @param size the number of elements
 * @param bytes the memory they take
 * @param elements the elements; empty for a tracer, which has none yet, and a deleted array
 * @param instead what is said where there are none
 */
record ArrayFacts(String type, long size, long bytes, Optional<Elements> elements, String instead) {
  /** Arrays of at most so many elements are shown with their values in a tree. */
  private static final int SHORT = 12;

  /** The facts, where the value is an array. */
  static Optional<ArrayFacts> of(Object value) {
    return switch (value) {
      case Array array when array.isDeleted() -> Optional.of(without(array.aval(), "deleted"));
      case Array array -> Optional.of(of(array.value()));
      case Value primitive -> Optional.of(of(primitive));
      case null, default -> Optional.empty();
    };
  }

  private static ArrayFacts of(Value array) {
    var aval = array.aval();
    // The tracers of grad have numbers behind them.
    Value behind = array instanceof Tracer tracer ? tracer.concrete() : array;
    return switch (behind) {
      case Concrete concrete ->
          new ArrayFacts(
              aval.toString(),
              aval.size(),
              aval.bytes(),
              Optional.of(concrete.host().elements()),
              "");
      case Tracer tracer -> without(aval, "a tracer");
    };
  }

  private static ArrayFacts without(Aval aval, String instead) {
    return new ArrayFacts(aval.toString(), aval.size(), 0, Optional.empty(), instead);
  }

  /** The values on one line where they are few, else the empty text. */
  String shortValue() {
    return elements
        .filter(values -> size <= SHORT)
        .map(values -> ArrayText.str(values).replaceAll("\\s+", " "))
        .map(line -> line.replace("[ ", "[").replace(" ]", "]"))
        .orElse(instead);
  }
}
