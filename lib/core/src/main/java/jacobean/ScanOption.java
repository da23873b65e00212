package jacobean;

/** Options of {@link lax#scan}; see {@link lax#length}, {@link lax#reverse}, {@link lax#unroll}. */
public sealed interface ScanOption {
  /** The number of steps. */
  record Length(int steps) implements ScanOption {}

  /** From the last element to the first. */
  record Reverse() implements ScanOption {}

  /** How many steps a compiler may put into one. */
  record Unroll(int steps) implements ScanOption {}
}
