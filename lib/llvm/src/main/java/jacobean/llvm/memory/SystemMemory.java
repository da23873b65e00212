package jacobean.llvm.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system has left. */
final class SystemMemory {
  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final String AVAILABLE = "MemAvailable:";

  private SystemMemory() {}

  /** Bytes that processes can have before the system runs out; all there could be if unknown. */
  static long available() {
    try (var lines = Files.lines(MEMINFO)) {
      return lines
          .filter(l -> l.startsWith(AVAILABLE))
          .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(Long.MAX_VALUE);
    } catch (IOException e) {
      return Long.MAX_VALUE; // not Linux: there is the budget alone
    }
  }
}
