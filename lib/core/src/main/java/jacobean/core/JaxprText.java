package jacobean.core;

import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Eqn;
import jacobean.core.Jaxpr.Literal;
import jacobean.core.Jaxpr.Var;
import jacobean.core.Layout.Break;
import jacobean.core.Layout.Group;
import jacobean.core.Layout.Nest;
import jacobean.text.ArrayText;
import jacobean.text.ElementKind;
import jacobean.text.ScalarText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prints programs as JAX does. Variables are named a, b, ... z, ba, bb, ... in the order they are
 * met; those of an inner program take the names of the values they are bound to. Inner programs
 * that are long, or that occur more than once, are printed first, under a name.
 */
final class JaxprText {
  private static final int LINE_WIDTH = 80;
  private static final int LONG_PROGRAM = 10;

  private final Map<Var, String> names = new HashMap<>();
  private final Map<Jaxpr, String> shared = new LinkedHashMap<>();
  private int lettersUsed;

  private JaxprText() {}

  static String of(Jaxpr jaxpr) {
    return new JaxprText().whole(jaxpr).format(LINE_WIDTH);
  }

  private Layout whole(Jaxpr jaxpr) {
    nameUnused(jaxpr);
    findShared(jaxpr);
    var parts = new ArrayList<Layout>();
    shared.forEach(
        (inner, name) -> {
          parts.add(
              Layout.concat(
                  Layout.text("let " + name + " = "),
                  skeleton(inner),
                  Layout.text(" in"),
                  new Break(" ")));
        });
    parts.add(skeleton(jaxpr));
    return new Layout.Concat(parts);
  }

  /** Results of the outermost program that nobody reads are called _. */
  private void nameUnused(Jaxpr jaxpr) {
    var used = new HashSet<Atom>(jaxpr.outputs());
    jaxpr.equations().forEach(e -> used.addAll(e.operands()));
    jaxpr.equations().stream()
        .flatMap(e -> e.results().stream())
        .filter(v -> !used.contains(v))
        .forEach(v -> names.put(v, "_"));
  }

  private void findShared(Jaxpr outermost) {
    var counts = new LinkedHashMap<Jaxpr, Integer>();
    var titles = new HashMap<Jaxpr, String>();
    var found = new ArrayDeque<Jaxpr>(List.of(outermost));
    while (!found.isEmpty()) {
      var jaxpr = found.removeFirst();
      boolean isLong = jaxpr != outermost && jaxpr.equations().size() > LONG_PROGRAM;
      counts.merge(jaxpr, isLong ? 2 : 1, Integer::sum);
      for (var e : jaxpr.equations()) {
        var params = e.primitive().params();
        for (var value : params.values()) {
          for (var inner : programs(value)) {
            found.addLast(inner);
            titles.putIfAbsent(inner, title(params.get("name")));
          }
        }
      }
    }
    counts.forEach(
        (jaxpr, count) -> {
          if (count > 1) {
            shared.put(jaxpr, unique(titles.get(jaxpr), Set.copyOf(shared.values())));
          }
        });
  }

  /** The programs that a parameter is or holds. */
  private static List<Jaxpr> programs(Object parameter) {
    return switch (parameter) {
      case Jaxpr program -> List.of(program);
      case List<?> list when !list.isEmpty() && list.getFirst() instanceof Jaxpr ->
          list.stream().map(Jaxpr.class::cast).toList();
      case null, default -> List.of();
    };
  }

  private static String title(Object name) {
    return name == null ? "jaxpr" : name.toString().replaceAll("^<|>$", "");
  }

  private static String unique(String title, Set<String> taken) {
    var name = title;
    for (int i = 1; taken.contains(name); i++) {
      name = title + i;
    }
    return name;
  }

  private Layout program(Jaxpr jaxpr) {
    return shared.containsKey(jaxpr) ? Layout.text(shared.get(jaxpr)) : skeleton(jaxpr);
  }

  private Layout skeleton(Jaxpr j) {
    var constants = binders(j.inputs().subList(0, j.constants()));
    var arguments = binders(j.inputs().subList(j.constants(), j.inputs().size()));
    var equations =
        Layout.join(new Break("; "), j.equations().stream().map(this::equation).toList());
    var outputs = spread(j.outputs().stream().map(this::atom).toList(), ",");
    return new Group(
        Layout.concat(
            new Nest(
                2,
                Layout.concat(
                    Layout.text("{ lambda "),
                    constants,
                    Layout.text("; "),
                    arguments,
                    Layout.text(". let"),
                    new Nest(2, Layout.concat(new Break(" "), equations)),
                    new Break(" "),
                    Layout.text("in ("),
                    outputs,
                    Layout.text(j.outputs().size() == 1 ? ",)" : ")"))),
            Layout.text(" }")));
  }

  private Layout binders(List<Var> vars) {
    return spread(vars.stream().map(v -> name(v) + ":" + v.aval()).toList(), "");
  }

  /** Words with spaces between them; lines are filled. */
  private static Layout spread(List<String> words, String separator) {
    var space = Layout.concat(Layout.text(separator), new Group(new Break(" ")));
    return new Nest(2, new Group(Layout.join(space, words.stream().map(Layout::text).toList())));
  }

  private Layout equation(Eqn e) {
    var results = binders(e.results());
    var parameters = parameters(e);
    var operands = spread(e.operands().stream().map(this::atom).toList(), "");
    var right =
        Layout.concat(Layout.text(e.primitive().name()), parameters, Layout.text(" "), operands);
    return e.results().isEmpty() ? right : Layout.concat(results, Layout.text(" = "), right);
  }

  private Layout parameters(Eqn e) {
    var params = e.primitive().params();
    if (params.isEmpty()) {
      return Layout.text("");
    }
    var order = new ArrayList<>(params.keySet());
    // JAX puts the name first, where the equation is easiest to recognize.
    if (order.remove("name")) {
      order.addFirst("name");
    }
    var pairs = new ArrayList<Layout>();
    for (var key : order) {
      pairs.add(Layout.concat(Layout.text(key + "="), parameter(params.get(key), e)));
    }
    return new Group(
        Layout.concat(
            new Nest(
                2,
                Layout.concat(Layout.text("["), new Break(""), Layout.join(new Break(" "), pairs))),
            new Break(""),
            Layout.text("]")));
  }

  private Layout parameter(Object value, Eqn e) {
    if (value instanceof Jaxpr inner) {
      if (e.primitive() instanceof Primitive.Call && !shared.containsKey(inner)) {
        shareNames(inner.inputs(), e.operands());
        shareNames(inner.outputs(), e.results());
      }
      return program(inner);
    }
    var programs = programs(value);
    return programs.isEmpty()
        ? Layout.text(python(value))
        : tuple(programs.stream().map(this::program).toList());
  }

  private static Layout tuple(List<Layout> parts) {
    var inside = Layout.concat(new Break(""), Layout.join(new Break(" "), parts));
    return Layout.concat(Layout.text("("), new Nest(2, inside), new Break(""), Layout.text(")"));
  }

  /** Names the variables as the values that they are bound to are named, each name used once. */
  private void shareNames(List<? extends Atom> inner, List<? extends Atom> outer) {
    if (inner.size() != outer.size()) {
      return;
    }
    var used = new HashSet<Atom>();
    for (int i = 0; i < inner.size(); i++) {
      if (inner.get(i) instanceof Var v
          && outer.get(i) instanceof Var like
          && !names.containsKey(v)
          && used.add(like)) {
        names.put(v, name(like));
      }
    }
  }

  private String atom(Atom atom) {
    return switch (atom) {
      case Var v -> name(v);
      case Literal l -> number(l) + ":" + l.aval();
    };
  }

  /** JAX prints float32 literals with the digits of the double of the same value. */
  private static String number(Literal l) {
    var host = l.value().host();
    return host.dtype().isFloating()
        ? ScalarText.of(host.real(0), ElementKind.FLOAT64)
        : ArrayText.scalar(host.elements(), 0);
  }

  private static String python(Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean b -> b ? "True" : "False";
      default -> value.toString();
    };
  }

  private String name(Var v) {
    return names.computeIfAbsent(v, _ -> letters(lettersUsed++));
  }

  /** The number in the digits a to z. */
  private static String letters(int n) {
    var letter = String.valueOf((char) ('a' + n % 26));
    return n < 26 ? letter : letters(n / 26) + letter;
  }
}
