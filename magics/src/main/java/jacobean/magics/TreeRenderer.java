package jacobean.magics;

import jacobean.Array;
import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Renderer;
import jacobean.plots.TreeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows pytrees as trees: what {@link Show#show} gives, and records, lists, maps and Java arrays
 * with a Jacobean array in them. Other collections are left as Java prints them.
 */
public final class TreeRenderer implements Renderer {
  /** How many values are looked at to find an array. */
  private static final int SEARCHED = 200;

  @Override
  public Optional<MimeBundle> render(Object value) {
    Optional<TreeView> view =
        switch (value) {
          case TreeView ready -> Optional.of(ready);
          case null, default ->
              new Search().finds(value, 0) ? Optional.of(TreeView.of(value)) : Optional.empty();
        };
    return view.map(v -> MimeBundle.text(v.toString()).and("text/html", v.toHtml()));
  }

  /** A look for an array that ends soon, also in a tree that holds itself. */
  private static final class Search {
    private static final int DEPTH = 20;
    private int left = SEARCHED;

    boolean finds(Object value, int depth) {
      if (left-- <= 0 || depth > DEPTH) {
        return false;
      }
      return switch (value) {
        case null -> false;
        case Array array -> depth > 0;
        case List<?> list -> among(list, depth);
        case Map<?, ?> map -> among(map.values(), depth);
        case Object[] array -> among(Arrays.asList(array), depth);
        case Record record -> among(components(record), depth);
        default -> false;
      };
    }

    private boolean among(Collection<?> values, int depth) {
      return values.stream().limit(SEARCHED).anyMatch(value -> finds(value, depth + 1));
    }

    private static List<Object> components(Record record) {
      List<Object> values = new ArrayList<>();
      for (var part : record.getClass().getRecordComponents()) {
        try {
          part.getAccessor().setAccessible(true);
          values.add(part.getAccessor().invoke(record));
        } catch (ReflectiveOperationException | RuntimeException unreadable) {
          // A component that cannot be read holds no array that could be shown.
        }
      }
      return values;
    }
  }
}
