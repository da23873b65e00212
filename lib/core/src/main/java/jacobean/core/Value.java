package jacobean.core;

import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;

/** What flows through primitives: a number array in memory, or a tracer that stands for one. */
public sealed interface Value permits Concrete, Tracer {
  Aval aval();

  /** The types of values. */
  static List<Aval> avals(List<? extends Value> values) {
    var avals = new Aval[values.size()];
    for (int i = 0; i < avals.length; i++) {
      avals[i] = values.get(i).aval();
    }
    return List.of(avals);
  }

  default Shape shape() {
    return aval().shape();
  }

  default DType dtype() {
    return aval().dtype();
  }

  default int rank() {
    return aval().rank();
  }
}
