package jacobean.core;

import java.lang.reflect.RecordComponent;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parameters of a primitive read from its record components, names in JAX's snake case. */
final class RecordParams {
  private RecordParams() {}

  static SortedMap<String, Object> of(Primitive primitive) {
    var params = new TreeMap<String, Object>();
    if (primitive.getClass().isRecord()) {
      for (RecordComponent c : primitive.getClass().getRecordComponents()) {
        params.put(snake(c.getName()), read(c, primitive));
      }
    }
    return params;
  }

  private static Object read(RecordComponent component, Primitive primitive) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(primitive);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component + " of " + primitive.name(), e);
    }
  }

  private static String snake(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
  }
}
