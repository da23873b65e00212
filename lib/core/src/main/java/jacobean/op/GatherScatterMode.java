package jacobean.op;

/** What indexes outside of an array do. {@code lax.GatherScatterMode}. */
public enum GatherScatterMode {
  /**
   * The caller promises that there are none; one that is outside anyway reads the nearest place
   * inside, and is not written.
   */
  PROMISE_IN_BOUNDS,
  /** They are moved to the nearest place inside. */
  CLIP,
  /** Reading gives a filler there, writing is left out. */
  FILL_OR_DROP;

  /**
   * The mode of JAX's name for it: {@code "promise_in_bounds"}, {@code "clip"}, {@code "fill"} or
   * {@code "drop"}.
   *
   * @throws jacobean.error.IndexException for another name
   */
  public static GatherScatterMode named(String name) {
    return switch (name) {
      case "promise_in_bounds" -> PROMISE_IN_BOUNDS;
      case "clip" -> CLIP;
      case "fill", "drop" -> FILL_OR_DROP;
      default ->
          throw new jacobean.error.IndexException(
              "mode: got '" + name + "', wanted promise_in_bounds, clip, fill or drop.");
    };
  }

  @Override
  public String toString() {
    return "GatherScatterMode." + name();
  }
}
