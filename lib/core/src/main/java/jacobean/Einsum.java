package jacobean;

import jacobean.core.Stage;
import jacobean.core.Value;
import jacobean.error.ShapeException;
import jacobean.op.Contractions;
import jacobean.op.Contractions.DimensionNumbers;
import jacobean.op.Matrices;
import jacobean.op.Reductions;
import jacobean.op.Shaping;
import jacobean.type.Axes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Einstein's summation convention: operands with a label per axis, contracted two at a time, the
 * pair that shrinks most first. An ellipsis stands for labels of its own, counted from the right.
 */
final class Einsum {
  private final String text;
  private final Map<Character, Integer> lengths = new HashMap<>();
  private final List<EinsumPath.Step> steps = new ArrayList<>();

  private Einsum(String text) {
    this.text = text;
  }

  /** An operand and the labels of its axes. */
  private record Term(Value value, String labels) {}

  static Value apply(String subscripts, List<Value> operands) {
    return new Einsum(subscripts).run(operands);
  }

  /** The order of the products, found without computing them. */
  static EinsumPath path(String subscripts, List<Value> operands) {
    var einsum = new Einsum(subscripts);
    Stage.trace(
        "einsumPath",
        traced -> List.of(einsum.run(traced)),
        operands.stream().map(Value::aval).toList());
    return new EinsumPath(subscripts, einsum.steps);
  }

  private Value run(List<Value> operands) {
    var sides = text.replace(" ", "").split("->", -1);
    var inputs = sides[0].split(",", -1);
    if (sides.length > 2) {
      throw wrong("has more than one '->'; wanted 'operands->result'");
    }
    if (inputs.length != operands.size()) {
      throw wrong(
          "names "
              + inputs.length
              + " operands, got "
              + operands.size()
              + ". Separate operands with commas, as in 'ij,jk->ik'");
    }
    var terms = new ArrayList<Term>();
    for (int i = 0; i < inputs.length; i++) {
      terms.add(new Term(operands.get(i), labels(inputs[i], operands.get(i).rank())));
    }
    var joined = String.join("", terms.stream().map(Term::labels).toList());
    var output = sides.length == 2 ? outputLabels(sides[1], joined) : implicit(joined);
    for (var t : terms) {
      measure(t);
    }
    terms.replaceAll(t -> withoutUnits(withoutRepeats(t)));
    while (terms.size() > 1) {
      contractBest(terms, output);
    }
    var last = sumOver(terms.getFirst(), output);
    return Shaping.transpose(
        last.value, Axes.of(output.chars().map(c -> last.labels.indexOf(c)).toArray()));
  }

  // --- Reading ---

  /** The labels of a term, an ellipsis spelt out. */
  private String labels(String term, int rank) {
    int dots = term.indexOf("...");
    var plain = term.replace("...", "");
    plain
        .chars()
        .filter(c -> !Character.isLetter(c))
        .findFirst()
        .ifPresent(
            c -> {
              throw wrong(
                  "has '" + (char) c + "', which is no label; wanted letters, ',', '...' and '->'");
            });
    if (dots < 0 ? plain.length() != rank : plain.length() > rank) {
      throw wrong(
          "gives '"
              + term
              + "' to an operand with "
              + rank
              + " axes. Give each axis a letter, or write '...' for the others");
    }
    return dots < 0
        ? plain
        : plain.substring(0, dots) + ellipsis(rank - plain.length()) + plain.substring(dots);
  }

  private static String ellipsis(int n) {
    var labels = new StringBuilder();
    for (int i = n - 1; i >= 0; i--) {
      labels.append((char) (0xE000 + i));
    }
    return labels.toString();
  }

  private static boolean isEllipsis(int label) {
    return label >= 0xE000;
  }

  private static String allEllipsis(String joined) {
    return ellipsis(
        joined.chars().filter(Einsum::isEllipsis).map(c -> c - 0xE000 + 1).max().orElse(0));
  }

  private String outputLabels(String term, String joined) {
    int dots = term.indexOf("...");
    var plain = term.replace("...", "");
    var seen = new StringBuilder();
    plain
        .chars()
        .forEach(
            c -> {
              if (joined.indexOf(c) < 0 || seen.indexOf("" + (char) c) >= 0) {
                throw wrong(
                    "has '"
                        + (char) c
                        + "' in the result "
                        + (joined.indexOf(c) < 0 ? "but in no operand" : "twice"));
              }
              seen.append((char) c);
            });
    return dots < 0
        ? plain
        : plain.substring(0, dots) + allEllipsis(joined) + plain.substring(dots);
  }

  /** Without an arrow: the ellipsis, then the labels that stand once, in alphabetical order. */
  private static String implicit(String joined) {
    var once = new StringBuilder(allEllipsis(joined));
    joined
        .chars()
        .filter(c -> !isEllipsis(c) && joined.indexOf(c) == joined.lastIndexOf(c))
        .sorted()
        .forEach(c -> once.append((char) c));
    return once.toString();
  }

  private void measure(Term t) {
    for (int i = 0; i < t.labels.length(); i++) {
      int n = t.value.shape().dim(i);
      int before = lengths.getOrDefault(t.labels.charAt(i), 1);
      if (before != 1 && n != 1 && before != n) {
        throw wrong(
            "gives the label '"
                + t.labels.charAt(i)
                + "' to axes of lengths "
                + before
                + " and "
                + n
                + "; they must be equal, or 1");
      }
      lengths.put(t.labels.charAt(i), n == 1 ? before : n);
    }
  }

  // --- Computing ---

  /** A label that a term has twice stands for the diagonal of these axes. */
  private static Term withoutRepeats(Term t) {
    for (int i = 0; i < t.labels.length(); i++) {
      int j = t.labels.indexOf(t.labels.charAt(i), i + 1);
      if (j > 0) {
        var rest = Axes.of(i, j).complement(t.labels.length());
        var moved = Shaping.transpose(t.value, rest.then(Axes.of(i, j)));
        var labels = new StringBuilder();
        for (int axis : rest.toArray()) {
          labels.append(t.labels.charAt(axis));
        }
        return withoutRepeats(
            new Term(Matrices.diagonal(moved), labels.append(t.labels.charAt(i)).toString()));
      }
    }
    return t;
  }

  /** Axes of length 1 that broadcast to longer ones are dropped. */
  private Term withoutUnits(Term t) {
    var units =
        IntStream.range(0, t.labels.length())
            .filter(i -> t.value.shape().dim(i) == 1 && lengths.get(t.labels.charAt(i)) != 1)
            .toArray();
    var kept = new StringBuilder();
    for (int axis : Axes.of(units).complement(t.labels.length()).toArray()) {
      kept.append(t.labels.charAt(axis));
    }
    return new Term(Shaping.squeeze(t.value, Axes.of(units)), kept.toString());
  }

  /** The term summed over the labels that nothing else has. */
  private static Term sumOver(Term t, String needed) {
    var summed =
        IntStream.range(0, t.labels.length())
            .filter(i -> needed.indexOf(t.labels.charAt(i)) < 0)
            .toArray();
    return new Term(Reductions.sum(t.value, Axes.of(summed)), keep(t.labels, needed));
  }

  private static String keep(String labels, String needed) {
    var kept = new StringBuilder();
    labels.chars().filter(c -> needed.indexOf(c) >= 0).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private void contractBest(List<Term> terms, String output) {
    int first = 0;
    int second = 1;
    double best = Double.POSITIVE_INFINITY;
    double work = Double.POSITIVE_INFINITY;
    for (int i = 0; i < terms.size(); i++) {
      for (int j = i + 1; j < terms.size(); j++) {
        double growth = growth(terms, i, j, output);
        double flops = flops(terms.get(i), terms.get(j));
        if (growth < best || (growth == best && flops < work)) {
          best = growth;
          work = flops;
          first = i;
          second = j;
        }
      }
    }
    var needed = needed(terms, first, second, output);
    var right = terms.remove(second);
    var left = terms.remove(first);
    var product =
        product(sumOver(left, needed + right.labels), sumOver(right, needed + left.labels), needed);
    steps.add(
        new EinsumPath.Step(
            List.of(first, second), left.labels, right.labels, product.labels, flops(left, right)));
    terms.add(product);
  }

  private static String needed(List<Term> terms, int i, int j, String output) {
    var needed = new StringBuilder(output);
    for (int k = 0; k < terms.size(); k++) {
      needed.append(k == i || k == j ? "" : terms.get(k).labels);
    }
    return needed.toString();
  }

  /** How many numbers are multiplied. */
  private double flops(Term left, Term right) {
    return (left.labels + right.labels)
        .chars()
        .distinct()
        .mapToDouble(c -> lengths.get((char) c))
        .reduce(1, (a, b) -> a * b);
  }

  /** How many elements more there are after a pair's product than before. */
  private double growth(List<Term> terms, int i, int j, String output) {
    var left = terms.get(i);
    var right = terms.get(j);
    var needed = needed(terms, i, j, output);
    double size =
        (left.labels + right.labels)
            .chars()
            .distinct()
            .filter(c -> needed.indexOf(c) >= 0)
            .mapToDouble(c -> lengths.get((char) c))
            .reduce(1, (a, b) -> a * b);
    return size - left.value.aval().size() - right.value.aval().size();
  }

  private static Term product(Term x, Term y, String needed) {
    var shared = keep(x.labels, y.labels);
    var batch = keep(shared, needed);
    var summed = new StringBuilder();
    shared.chars().filter(c -> needed.indexOf(c) < 0).forEach(c -> summed.append((char) c));
    var numbers =
        new DimensionNumbers(
            axes(x, summed.toString()), axes(y, summed.toString()), axes(x, batch), axes(y, batch));
    var labels = new StringBuilder(batch);
    (x.labels + y.labels)
        .chars()
        .filter(c -> shared.indexOf(c) < 0)
        .forEach(c -> labels.append((char) c));
    return new Term(Contractions.dotGeneral(x.value, y.value, numbers), labels.toString());
  }

  private static Axes axes(Term t, String labels) {
    return Axes.of(labels.chars().map(c -> t.labels.indexOf(c)).toArray());
  }

  private ShapeException wrong(String what) {
    return new ShapeException("einsum: '" + text + "' " + what + ".");
  }
}
