package jacobean.kernel.cli;

import jacobean.kernel.session.Session;
import jacobean.kernel.wire.Rehearsal;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code rehearse [CODE...]}: starts a kernel, runs the cells through its sockets, and ends. Run
 * under {@code -XX:AOTCacheOutput=FILE}, it records the cache that {@code -XX:AOTCache=FILE} starts
 * from.
 */
final class RehearseCommand {
  private static final List<String> USUAL =
      List.of(
          "1 + 1",
          "int twice(int x) { return 2 * x; }",
          "record Pair(int a, String b) {}",
          "var pair = new Pair(twice(2), \"b\"); System.out.println(pair); pair",
          "import java.util.stream.*; IntStream.range(0, 3).map(i -> twice(i)).boxed().toList()");

  private RehearseCommand() {}

  static int run(List<String> args, Streams streams, Supplier<Session> sessions)
      throws IOException {
    Rehearsal.run(sessions, args.isEmpty() ? USUAL : args, streams.err()::println);
    return 0;
  }
}
