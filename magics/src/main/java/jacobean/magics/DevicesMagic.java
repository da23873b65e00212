package jacobean.magics;

import jacobean.core.Device;
import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.kernel.spi.Magic;
import jacobean.kernel.spi.MagicCall;
import jacobean.kernel.spi.MagicException;
import jacobean.kernel.spi.MimeBundle;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** {@code %devices}: what computes here. */
public final class DevicesMagic implements Magic {
  @Override
  public String name() {
    return "devices";
  }

  @Override
  public String summary() {
    return "lists the devices: id, kind, engine, cores, memory";
  }

  @Override
  public MimeBundle run(MagicCall call) {
    if (!call.arguments().isEmpty()) {
      throw new MagicException("%devices takes no arguments, but got '" + call.line() + "'");
    }
    Engine engine = Engine.current();
    var rows = engine.devices().stream().map(device -> row(device, engine)).toList();
    List<String> others =
        Engines.available().stream()
            .map(Engine::name)
            .filter(name -> !name.equals(engine.name()))
            .toList();
    String note =
        others.isEmpty()
            ? ""
            : "Also here: "
                + String.join(", ", others)
                + ". The environment variable JACOBEAN_ENGINE chooses.";
    return new Table(List.of("id", "kind", "engine", "cores", "memory"), rows, note).bundle();
  }

  private static List<String> row(Device device, Engine engine) {
    return List.of(
        Integer.toString(device.id()),
        device.kind(),
        device.engine(),
        Integer.toString(device.cores()),
        memory());
  }

  /** The host's memory, which is that of its processors. */
  private static String memory() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean host
        ? gigabytes(host.getFreeMemorySize()) + " free of " + gigabytes(host.getTotalMemorySize())
        : "unknown";
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
  }
}
