package jacobean;

import jacobean.index.Index;
import java.util.Arrays;
import java.util.List;

/**
 * The entries of an index expression as users write them, arrays as the index package knows them.
 */
final class Entries {
  private Entries() {}

  static Object[] of(Object[] index) {
    return Arrays.stream(DynamicSlice.places(index)).map(Entries::entry).toArray();
  }

  private static Object entry(Object e) {
    return switch (e) {
      case Array a -> new Index.Of(a.value());
      case int[] a -> new Index.Of(jnp.array(a).value());
      case boolean[] a -> new Index.Of(jnp.array(a).value());
      case List<?> list when list.isEmpty() -> new Index.Of(jnp.array(new int[0]).value());
      case List<?> list -> new Index.Of(jnp.array(list).value());
      case null -> new Index.NewAxis();
      default -> e;
    };
  }
}
