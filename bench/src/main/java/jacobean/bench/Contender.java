package jacobean.bench;

/** Someone who runs workloads: this library, or a peer. */
interface Contender extends AutoCloseable {
  String name();

  /**
   * Runs a workload for about this long and times each call.
   *
   * @return {@link Timing#NONE} if this contender does not have the workload
   */
  Timing measure(String workload, double seconds);

  @Override
  void close();
}
