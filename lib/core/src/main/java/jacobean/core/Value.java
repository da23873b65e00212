package jacobean.core;

import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;

/** What flows through primitives: a number array in memory, or a tracer that stands for one. */
public sealed interface Value permits Concrete, Tracer {
  Aval aval();

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
