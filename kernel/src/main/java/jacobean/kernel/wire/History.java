package jacobean.kernel.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cells of this session, the latest {@link #MOST}, in memory. */
final class History {
  private static final int MOST = 10_000;
  private static final int SESSION = 1;

  /**
   * @param output the result as plain text, null for none
   */
  private record Line(int number, String input, String output) {}

  private final ArrayDeque<Line> lines = new ArrayDeque<>();

  synchronized void add(int number, String input) {
    lines.add(new Line(number, input, null));
    if (lines.size() > MOST) {
      lines.remove();
    }
  }

  /** Notes the result of the latest cell. */
  synchronized void setOutput(int number, String output) {
    Line last = lines.peekLast();
    if (last != null && last.number() == number) {
      lines.removeLast();
      lines.add(new Line(number, last.input(), output));
    }
  }

  synchronized Reply handle(Request.History request) {
    List<Line> found =
        switch (request.histAccessType()) {
          case "range" -> range(request);
          case "search" -> search(request);
          default -> latest(lines.stream(), request.n());
        };
    return new Reply.HistoryRows(
        "ok",
        found.stream()
            .map(
                line ->
                    List.<Object>of(
                        SESSION, line.number(), request.output() ? pair(line) : line.input()))
            .toList());
  }

  private static List<String> pair(Line line) {
    return java.util.Arrays.asList(line.input(), line.output());
  }

  private List<Line> range(Request.History request) {
    // Session 0 is this one, as is its own number; there are no earlier ones to go back to.
    if (request.session() != null && request.session() != 0 && request.session() != SESSION) {
      return List.of();
    }
    int start = request.start() == null ? 1 : request.start();
    int stop = request.stop() == null ? Integer.MAX_VALUE : request.stop();
    return lines.stream().filter(l -> l.number() >= start && l.number() < stop).toList();
  }

  private List<Line> search(Request.History request) {
    Predicate<String> matches = glob(request.pattern()).asMatchPredicate();
    Stream<Line> found = lines.stream().filter(line -> matches.test(line.input()));
    if (!request.unique()) {
      return latest(found, request.n());
    }
    var byInput = new LinkedHashMap<String, Line>();
    found.forEach(
        line -> {
          byInput.remove(line.input());
          byInput.put(line.input(), line);
        });
    return latest(byInput.values().stream(), request.n());
  }

  private static List<Line> latest(Stream<Line> lines, Integer n) {
    List<Line> all = new ArrayList<>(lines.toList());
    int size = n == null ? all.size() : Math.clamp(n, 0, all.size());
    return Collections.unmodifiableList(all.subList(all.size() - size, all.size()));
  }

  /** {@code *} stands for any text, {@code ?} for one character. */
  private static Pattern glob(String pattern) {
    var regex = new StringBuilder();
    pattern
        .chars()
        .mapToObj(Character::toString)
        .forEach(
            c ->
                regex.append(
                    switch (c) {
                      case "*" -> ".*";
                      case "?" -> ".";
                      default -> Pattern.quote(c);
                    }));
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
