package jacobean.llvm.memory;

/**
 * The sizes that blocks come in: four between each power of two and the next, so that a block is at
 * most a quarter larger than what was asked for and freed blocks fit later requests.
 */
final class SizeClass {
  private static final long LEAST = 256;

  private SizeClass() {}

  /** The least size in use that holds this many bytes. */
  static long of(long bytes) {
    if (bytes <= LEAST) {
      return LEAST;
    }
    long step = Long.highestOneBit(bytes - 1) >> 2;
    return (bytes + step - 1) / step * step;
  }
}
