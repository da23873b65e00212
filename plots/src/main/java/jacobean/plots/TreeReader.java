package jacobean.plots;

import jacobean.plots.TreeNode.Branch;
import jacobean.plots.TreeNode.Leaf;
import jacobean.plots.TreeNode.Total;
import jacobean.pytree.Structure;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Reads a value as a pytree to show: records, lists and maps (keys in their natural order where
 * they have one) are branches, all else is a leaf. Of a large tree only a part is kept; its totals
 * count everything.
 */
final class TreeReader {
  /** How many nodes are kept at most, about. */
  private static final int BUDGET = 1000;

  /** How many children of one branch are kept at most: some of its first, and the last few. */
  private static final int CHILDREN = 50;

  private static final int LAST = 5;

  /** Deeper trees have most likely got into themselves. */
  private static final int DEPTH = 100;

  private static final int LONGEST_VALUE = 100;

  private TreeReader() {}

  static TreeNode read(Object tree) {
    return read("", tree, BUDGET, 0);
  }

  private static TreeNode read(String key, Object value, int budget, int depth) {
    if (depth > DEPTH) {
      return new Leaf(key, "…", "nested more than " + DEPTH + " deep", Total.NOTHING);
    }
    return switch (value) {
      case null -> new Leaf(key, "null", "", Total.NOTHING);
      case List<?> list -> branch(key, "List", i -> "[" + i + "]", list, budget, depth);
      case Object[] array -> {
        String kind = name(array.getClass().getComponentType()) + "[]";
        yield branch(key, kind, i -> "[" + i + "]", Arrays.asList(array), budget, depth);
      }
      case Map<?, ?> map -> {
        Map<?, ?> sorted = sorted(map);
        List<?> keys = List.copyOf(sorted.keySet());
        yield branch(key, "Map", i -> safely(keys.get(i)), sorted.values(), budget, depth);
      }
      case Structure structure ->
          new Leaf(key, "Structure", String.valueOf(structure), Total.NOTHING);
      case Record record -> {
        RecordComponent[] parts = record.getClass().getRecordComponents();
        yield branch(
            key,
            name(record.getClass()),
            i -> parts[i].getName(),
            components(record, parts),
            budget,
            depth);
      }
      default -> leaf(key, value);
    };
  }

  private static Branch branch(
      String key,
      String kind,
      IntFunction<String> name,
      Collection<?> values,
      int budget,
      int depth) {
    int count = values.size();
    int shown = Math.min(count, Math.min(CHILDREN, budget));
    int last = shown < count ? Math.min(LAST, shown / 2) : 0;
    int first = shown - last;
    int each = shown == 0 ? 0 : (budget - shown) / shown;
    List<TreeNode> children = new ArrayList<>();
    Total total = Total.NOTHING;
    int index = 0;
    for (Object value : values) {
      if (index < first || index >= count - last) {
        children.add(read(name.apply(index), value, each, depth + 1));
        total = total.plus(children.getLast().total());
      } else {
        total = total.plus(total(value, depth + 1));
      }
      index++;
    }
    return new Branch(key, kind, children, count - shown, first, total);
  }

  /** What a tree holds, without making anything to show of it. */
  private static Total total(Object value, int depth) {
    return switch (value) {
      case null -> Total.NOTHING;
      case Object deep when depth > DEPTH -> Total.NOTHING;
      case List<?> list -> total(list, depth);
      case Object[] array -> total(Arrays.asList(array), depth);
      case Map<?, ?> map -> total(map.values(), depth);
      case Structure structure -> Total.NOTHING;
      case Record record ->
          total(components(record, record.getClass().getRecordComponents()), depth);
      default -> leafTotal(value);
    };
  }

  private static Total total(Collection<?> children, int depth) {
    Total total = Total.NOTHING;
    for (Object child : children) {
      total = total.plus(total(child, depth + 1));
    }
    return total;
  }

  private static Total leafTotal(Object value) {
    return switch (value) {
      case Double d -> new Total(1, 1, Double.BYTES);
      case Float f -> new Total(1, 1, Float.BYTES);
      case Long l -> new Total(1, 1, Long.BYTES);
      case Integer i -> new Total(1, 1, Integer.BYTES);
      case Short s -> new Total(1, 1, Short.BYTES);
      case Byte b -> new Total(1, 1, Byte.BYTES);
      case Boolean b -> new Total(1, 1, 1);
      default ->
          ArrayFacts.of(value)
              .map(array -> new Total(1, array.size(), array.bytes()))
              .orElse(new Total(1, 0, 0));
    };
  }

  private static Leaf leaf(String key, Object value) {
    Total total = leafTotal(value);
    return switch (value) {
      case Number n when total.bytes() > 0 ->
          new Leaf(
              key,
              name(n.getClass()).toLowerCase(Locale.ROOT).replace("integer", "int"),
              n.toString(),
              total);
      case Boolean b -> new Leaf(key, "boolean", b.toString(), total);
      case CharSequence text ->
          new Leaf(key, "String", "\"" + shortened(safely(text)) + "\"", total);
      default ->
          ArrayFacts.of(value)
              .map(array -> new Leaf(key, array.type(), array.shortValue(), total))
              .orElseGet(
                  () -> new Leaf(key, name(value.getClass()), shortened(safely(value)), total));
    };
  }

  private static String name(Class<?> type) {
    return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
  }

  private static Map<?, ?> sorted(Map<?, ?> map) {
    try {
      return new TreeMap<>(map);
    } catch (ClassCastException | NullPointerException unsortable) {
      return map;
    }
  }

  private static List<Object> components(Record record, RecordComponent[] parts) {
    List<Object> values = new ArrayList<>();
    for (RecordComponent part : parts) {
      try {
        var accessor = part.getAccessor();
        accessor.setAccessible(true);
        values.add(accessor.invoke(record));
      } catch (ReflectiveOperationException | RuntimeException e) {
        values.add("(cannot be read: " + e + ")");
      }
    }
    return values;
  }

  /** A value's text, also where its toString fails: showing a value must not fail for it. */
  private static String safely(Object value) {
    try {
      return String.valueOf(value);
    } catch (RuntimeException | StackOverflowError e) {
      return "(toString threw " + e.getClass().getSimpleName() + ")";
    }
  }

  private static String shortened(String text) {
    String line = text.replace('\n', ' ').replace('\r', ' ');
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
