package jacobean.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The results as a table: medians, first calls, and how many times as long each peer takes. */
final class ResultTable {
  private final List<String> contenders;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param contenders their names, the one that the others are compared with first
   */
  ResultTable(List<String> contenders) {
    this.contenders = contenders;
  }

  void add(String workload, List<Timing> timings) {
    var row = new ArrayList<>(List.of(workload));
    for (var t : timings) {
      row.add(time(t.medianMicros()));
      row.add(time(t.firstMillis() * 1e3));
    }
    var ours = timings.getFirst();
    for (var peer : timings.subList(1, timings.size())) {
      row.add(ratio(peer.medianMicros() / ours.medianMicros()));
      row.add(ratio(peer.firstMillis() / ours.firstMillis()));
    }
    rows.add(row);
  }

  String lastRow() {
    var header = header();
    var row = rows.getLast();
    var text = new StringBuilder(String.format("%-28s", row.getFirst()));
    for (int i = 1; i < row.size(); i++) {
      text.append("  ").append(header.get(i)).append(' ').append(row.get(i));
    }
    return text.toString();
  }

  String markdown(Map<String, String> machine) {
    var header = header();
    var text =
        new StringBuilder(
            "# Benchmark results\n\nWritten by `./jacobean bench --peers jax --save bench/RESULTS.md`. Medians; the ratios say how many times as long the peer takes.\n\n");
    machine.forEach(
        (what, value) -> text.append("- ").append(what).append(": ").append(value).append('\n'));
    text.append('\n').append(line(header)).append(line(header.stream().map(_ -> "---").toList()));
    rows.forEach(r -> text.append(line(r)));
    return text.toString();
  }

  private List<String> header() {
    var header = new ArrayList<>(List.of("workload"));
    for (var c : contenders) {
      header.add(c);
      header.add(c + " first");
    }
    for (var c : contenders.subList(1, contenders.size())) {
      header.add(c + " ratio");
      header.add(c + " first ratio");
    }
    return header;
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String time(double micros) {
    if (Double.isNaN(micros)) {
      return "-";
    }
    return micros < 1e3
        ? String.format(Locale.ROOT, "%.4g us", micros)
        : String.format(Locale.ROOT, "%.4g ms", micros / 1e3);
  }

  private static String ratio(double r) {
    return Double.isNaN(r) ? "-" : String.format(Locale.ROOT, "%.2fx", r);
  }
}
