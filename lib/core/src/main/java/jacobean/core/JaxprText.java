package jacobean.core;

import jacobean.core.Jaxpr.Atom;
import jacobean.core.Jaxpr.Eqn;
import jacobean.core.Jaxpr.Literal;
import jacobean.core.Jaxpr.Var;
import jacobean.text.ArrayText;
import jacobean.text.ElementKind;
import jacobean.text.ScalarText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints programs as JAX does: variables are named a, b, ... z, aa, ab, ... in the order they are met,
 * and the variables of an inner program take the names of the values they are bound to.
 */
final class JaxprText {
  private static final int LINE_WIDTH = 80;

  private final Map<Var, String> names = new HashMap<>();
  private int lettersUsed;

  private JaxprText() {}

  static String of(Jaxpr jaxpr) {
    return new JaxprText().print(jaxpr, "");
  }

  private String print(Jaxpr j, String indent) {
    var constants = binders(j.inputs().subList(0, j.constants()));
    var arguments = binders(j.inputs().subList(j.constants(), j.inputs().size()));
    var head = "{ lambda " + constants + "; " + (arguments.isEmpty() ? "" : arguments + ".").stripTrailing();
    head = head.endsWith(".") ? head : head + " .";
    var body = j.equations().stream().map(e -> print(e, indent + "    ")).toList();
    var out = j.outputs().stream().map(this::print).collect(Collectors.joining(", "));
    var in = "in (" + out + (j.outputs().size() == 1 ? ",)" : ")") + " }";
    if (body.isEmpty()) {
      return head + " let  " + in;
    }
    return head
        + " let\n"
        + body.stream().map(line -> indent + "    " + line + "\n").collect(Collectors.joining())
        + indent
        + "  "
        + in;
  }

  private String binders(List<Var> vars) {
    return vars.stream().map(this::binder).collect(Collectors.joining(" "));
  }

  private String binder(Var v) {
    return name(v) + ":" + v.aval();
  }

  private String print(Eqn e, String indent) {
    var params = e.primitive().params();
    boolean nested = params.values().stream().anyMatch(Jaxpr.class::isInstance);
    var left = binders(e.results()) + " = " + e.primitive().name();
    var right =
        e.operands().isEmpty()
            ? " "
            : e.operands().stream().map(a -> " " + print(a)).collect(Collectors.joining());
    if (params.isEmpty()) {
      return left + right;
    }
    var flat =
        left
            + params.entrySet().stream()
                .map(p -> p.getKey() + "=" + python(p.getValue()))
                .collect(Collectors.joining(" ", "[", "]"));
    if (!nested && indent.length() + flat.length() + right.length() <= LINE_WIDTH) {
      return flat + right;
    }
    var text = new StringBuilder(left).append("[\n");
    // JAX puts the name first, where the equation is easiest to recognize.
    var order = new ArrayList<>(params.keySet());
    if (order.remove("name")) {
      order.addFirst("name");
    }
    for (var key : order) {
      var value = params.get(key);
      text.append(indent).append("  ").append(key).append('=');
      if (value instanceof Jaxpr inner) {
        shareNames(inner.inputs(), e.operands());
        shareNames(inner.outputs(), e.results());
        text.append(print(inner, indent + "  "));
      } else {
        text.append(python(value));
      }
      text.append('\n');
    }
    return text.append(indent).append(']').append(right).toString();
  }

  /** Names the variables as the values that they are bound to are named, each name used once. */
  private void shareNames(List<? extends Atom> inner, List<? extends Atom> outer) {
    if (inner.size() != outer.size()) {
      return;
    }
    var used = new HashSet<Atom>();
    for (int i = 0; i < inner.size(); i++) {
      if (inner.get(i) instanceof Var v && outer.get(i) instanceof Var like && used.add(like)) {
        names.putIfAbsent(v, name(like));
      }
    }
  }

  private String print(Atom atom) {
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

  private static String letters(int n) {
    var letter = String.valueOf((char) ('a' + n % 26));
    return n < 26 ? letter : letters(n / 26 - 1) + letter;
  }
}
