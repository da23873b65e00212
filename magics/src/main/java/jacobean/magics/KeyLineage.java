package jacobean.magics;

import jacobean.core.HostArray;
import jacobean.op.Threefry.Threefry2x32;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what keys were made from, by making the keys again: child i of a key is the cipher of
 * the key on counter i, so a key that equals the child of another was split from it. Parents are
 * looked for among the session's keys first, then among small seeds and what is split from them.
 * Two of 2^64 keys are not equal by chance.
 */
final class KeyLineage {
  /** Seeds below this are tried; years are among them. */
  private static final int SEEDS = 2100;

  /** How many children are tried of each of the session's keys. */
  private static final int CHILDREN = 64;

  /** How many children are tried of a seed, of its children, and of theirs. */
  private static final int[] FANS = {16, 4, 2};

  private final Map<Long, String> origins;

  private KeyLineage(Map<Long, String> origins) {
    this.origins = origins;
  }

  /**
   * A key.
   *
   * @param name how the session calls it
   * @param bits its first word in the upper half, its second in the lower
   */
  record Key(String name, long bits) {}

  /** Looks for the origins of these keys. */
  static KeyLineage of(List<Key> keys) {
    Map<Long, String> wanted = new HashMap<>();
    keys.forEach(key -> wanted.put(key.bits, ""));
    Map<Long, String> names = new LinkedHashMap<>();
    keys.forEach(key -> names.putIfAbsent(key.bits, key.name));
    fromSeeds(wanted);
    fromEachOther(names, wanted);
    if (wanted.containsValue("")) {
      fromForgottenSeeds(wanted);
    }
    return new KeyLineage(wanted);
  }

  /** An expression that gives the key, or a question mark. */
  String origin(Key key) {
    return Optional.ofNullable(origins.get(key.bits)).filter(s -> !s.isEmpty()).orElse("?");
  }

  /** A seed's key has the seed in its lower word and nothing in its upper. */
  private static void fromSeeds(Map<Long, String> wanted) {
    wanted.replaceAll((bits, origin) -> bits >>> 32 == 0 ? seed(bits) : origin);
  }

  private static void fromEachOther(Map<Long, String> names, Map<Long, String> wanted) {
    long[] parents = names.keySet().stream().mapToLong(Long::longValue).toArray();
    List<String> labels = List.copyOf(names.values());
    long[] made = children(parents, CHILDREN);
    for (int i = 0; i < made.length; i++) {
      if ("".equals(wanted.get(made[i]))) {
        wanted.put(made[i], split(labels.get(i / CHILDREN), i % CHILDREN));
      }
    }
  }

  /** Keys whose parents are not in variables any more, as in {@code key = split(key)[1]}. */
  private static void fromForgottenSeeds(Map<Long, String> wanted) {
    long[] level = new long[SEEDS];
    for (int seed = 0; seed < SEEDS; seed++) {
      level[seed] = seed;
    }
    for (int depth = 0; depth < FANS.length; depth++) {
      level = children(level, FANS[depth]);
      for (int i = 0; i < level.length; i++) {
        if ("".equals(wanted.get(level[i]))) {
          wanted.put(level[i], path(i, depth));
        }
      }
    }
  }

  /**
   * The expression for the key at an index of a level: which child of which child of which seed.
   */
  private static String path(int index, int depth) {
    return depth < 0
        ? seed(index)
        : split(path(index / FANS[depth], depth - 1), index % FANS[depth]);
  }

  private static String seed(long seed) {
    return "PRNGKey(" + seed + ")";
  }

  private static String split(String parent, int child) {
    return "split(" + parent + ")[" + child + "]";
  }

  /** So many children of each parent, in order. */
  private static long[] children(long[] parents, int each) {
    int count = parents.length * each;
    var type = Aval.of(Shape.of(count), DType.UINT32);
    List<HostArray> words =
        new Threefry2x32()
            .eval(
                List.of(
                    HostArray.ofIntegers(type, i -> parents[(int) (i / each)] >>> 32),
                    HostArray.ofIntegers(type, i -> parents[(int) (i / each)]),
                    HostArray.ofIntegers(type, i -> 0),
                    HostArray.ofIntegers(type, i -> i % each)));
    long[] children = new long[count];
    for (int i = 0; i < count; i++) {
      children[i] = words.get(0).integer(i) << 32 | words.get(1).integer(i);
    }
    return children;
  }
}
