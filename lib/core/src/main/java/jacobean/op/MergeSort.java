package jacobean.op;

/** A stable sort of places, which makes no objects. */
final class MergeSort {
  private static final int RUN = 8;

  private MergeSort() {}

  /** Compares what stands at two places: less than 0, 0, greater than 0. */
  interface Comparing {
    int compare(int i, int j);
  }

  /** The places 0, 1, ... in sorted order; those of equals keep theirs. */
  static int[] places(int length, Comparing by) {
    var from = new int[length];
    for (int i = 0; i < length; i++) {
      // Short runs by insertion.
      int j = i;
      for (; j % RUN > 0 && by.compare(from[j - 1], i) > 0; j--) {
        from[j] = from[j - 1];
      }
      from[j] = i;
    }
    var to = new int[length];
    for (long width = RUN; width < length; width *= 2) {
      for (long low = 0; low < length; low += 2 * width) {
        int middle = (int) Math.min(low + width, length);
        merge(from, to, (int) low, middle, (int) Math.min(low + 2 * width, length), by);
      }
      var merged = to;
      to = from;
      from = merged;
    }
    return from;
  }

  private static void merge(int[] from, int[] to, int low, int middle, int high, Comparing by) {
    int a = low;
    int b = middle;
    for (int i = low; i < high; i++) {
      boolean first = b >= high || a < middle && by.compare(from[a], from[b]) <= 0;
      to[i] = first ? from[a++] : from[b++];
    }
  }
}
