package jacobean.core;

import jacobean.error.EngineException;

/**
 * Something that computes. Prints as JAX prints devices: {@code CpuDevice(id=0)}.
 *
 * @param kind {@code cpu}, later {@code gpu}
 * @param engine the name of the engine that drives it
 * @param cores how many cores it has, by what the engine will use
 */
public record Device(int id, String kind, String engine, int cores) {
  /**
   * With all of it.
   *
   * @throws EngineException if it has no kind
   */
  public Device {
    if (kind == null || kind.isEmpty()) {
      throw new EngineException("Device: the kind is empty; wanted one as \"cpu\".");
    }
  }

  @Override
  public String toString() {
    return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + "Device(id=" + id + ")";
  }
}
