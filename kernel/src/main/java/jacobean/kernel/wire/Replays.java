package jacobean.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the latest signatures, so that a recorded message cannot be sent again. */
final class Replays {
  private final Map<String, Boolean> seen;

  /**
   * @param capacity how many signatures are remembered; the oldest are forgotten
   */
  Replays(int capacity) {
    seen =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > capacity;
          }
        };
  }

  /** Notes a signature; true if it was not seen before. */
  boolean isNew(byte[] signature) {
    return seen.put(new String(signature, StandardCharsets.ISO_8859_1), true) == null;
  }
}
