package jacobean.llvm.memory;

import java.lang.ref.Reference;

/**
 * Has the garbage collector look at young objects alone, which takes a millisecond where looking at
 * all takes fifty: arrays that a loop dropped are nearly always among them. No call asks for that;
 * the collector does it when the place for new objects is full, so this fills it.
 */
final class YoungCollection {
  private static final int CHUNK = 256 << 10;

  /**
   * Beyond, filling costs more than looking at all. The launcher's options make it half of this.
   */
  private static final int MOST = 32 << 20;

  private YoungCollection() {}

  /**
   * Fills the place until the collector has run.
   *
   * @param garbage refers to a new object that nothing else refers to
   * @return whether it ran; if not, the place is too large for this
   */
  static boolean provoke(Reference<?> garbage) {
    for (int filled = 0; filled < MOST && !garbage.refersTo(null); filled += CHUNK) {
      Reference.reachabilityFence(new byte[CHUNK]);
    }
    return garbage.refersTo(null);
  }
}
