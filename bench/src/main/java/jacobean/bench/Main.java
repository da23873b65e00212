package jacobean.bench;

import jacobean.core.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The benchmark: {@code ./jacobean bench [--peers jax] [--only NAME,...] [--rounds N] [--save
 * FILE]}. The contenders take turns, so that what else the machine does falls on all of them.
 */
public final class Main {
  private static final double SECONDS_A_TURN = 0.5;

  private Main() {}

  private record Options(List<String> peers, List<String> workloads, int rounds, Path save) {}

  /** Says what is wrong in one line, with exit code 2, where the arguments are bad. */
  public static void main(String[] args) throws IOException {
    try {
      run(parse(args));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    System.exit(0); // engine threads would keep the process alive
  }

  private static void run(Options options) throws IOException {
    var contenders = new ArrayList<Contender>(List.of(new Jacobean()));
    for (var peer : options.peers) {
      contenders.add(
          switch (peer) {
            case "jax" -> PythonPeer.start("jax", List.of("jax==0.10.2"));
            default ->
                throw new IllegalArgumentException(
                    "bench: no peer is named '" + peer + "'; there is jax.");
          });
    }
    var table = new ResultTable(contenders.stream().map(Contender::name).toList());
    for (var workload : options.workloads) {
      table.add(workload, takeTurns(workload, contenders, options.rounds));
      System.out.println(table.lastRow());
    }
    contenders.forEach(Contender::close);
    if (options.save != null) {
      Files.writeString(options.save, table.markdown(machine()));
      System.out.println("saved " + options.save);
    }
  }

  private static List<Timing> takeTurns(String workload, List<Contender> contenders, int rounds) {
    var timings = new LinkedHashMap<Contender, Timing>();
    for (int round = 0; round < rounds; round++) {
      for (var c : contenders) {
        timings.merge(c, c.measure(workload, SECONDS_A_TURN), Timing::then);
      }
    }
    return List.copyOf(timings.values());
  }

  private static Options parse(String[] args) {
    var peers = List.<String>of();
    var workloads = List.copyOf(Workloads.ALL.keySet());
    int rounds = 3;
    Path save = null;
    for (int i = 0; i < args.length; i += 2) {
      var value = i + 1 < args.length ? args[i + 1] : "";
      switch (args[i]) {
        case "--peers" -> peers = Arrays.asList(value.split(","));
        case "--only" -> workloads = Arrays.asList(value.split(","));
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--save" -> save = Path.of(value);
        default ->
            throw new IllegalArgumentException(
                "bench: unknown option "
                    + args[i]
                    + "; there are --peers, --only, --rounds and --save.");
      }
    }
    for (var w : workloads) {
      if (!Workloads.ALL.containsKey(w)) {
        throw new IllegalArgumentException(
            "bench: no workload is named '" + w + "'; there are " + Workloads.ALL.keySet());
      }
    }
    return new Options(peers, workloads, rounds, save);
  }

  private static Map<String, String> machine() throws IOException {
    var cpu = Path.of("/proc/cpuinfo");
    var model =
        Files.exists(cpu)
            ? Files.readAllLines(cpu).stream()
                .filter(l -> l.startsWith("model name"))
                .findFirst()
                .map(l -> l.substring(l.indexOf(':') + 2))
                .orElse("unknown")
            : System.getProperty("os.arch");
    var facts = new LinkedHashMap<String, String>();
    facts.put("processor", model + ", " + Runtime.getRuntime().availableProcessors() + " cores");
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("Java", Runtime.version().toString());
    facts.put("engine", Engine.current().name());
    return facts;
  }
}
