package jacobean.core;

import jacobean.error.NanException;
import jacobean.text.ArrayText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for the operation that makes the first NaN, or the first infinite number. A compiled
 * program whose result has one is evaluated again, operation by operation.
 */
public final class NanWatch {
  private static final NanWatch WATCH = new NanWatch();
  private static final int SHOWN = 24;

  private volatile boolean on;
  private volatile boolean infinities;

  private NanWatch() {}

  /** The watch over this process' results. */
  public static NanWatch watch() {
    return WATCH;
  }

  public boolean isOn() {
    return on;
  }

  public void setOn(boolean on) {
    this.on = on;
  }

  /** Whether to look for infinite numbers, too. */
  public void setInfinities(boolean infinities) {
    this.infinities = infinities;
  }

  /**
   * Looks at the results of a primitive.
   *
   * @throws NanException naming the operation that made what is looked for and the user's line, if
   *     there is one
   */
  void check(Primitive primitive, List<Concrete> operands, List<Concrete> results) {
    if (!on && !infinities || results.stream().noneMatch(r -> first(r) >= 0)) {
      return;
    }
    if (primitive instanceof Primitive.Call call) {
      search(call.body(), operands);
      throw new NanException(
          "debugNans: a compiled program made a NaN or an infinity that its operations do not make one by one. Called at "
              + Origin.here()
              + ".");
    }
    throw new NanException(message(primitive, operands, results, Origin.here()));
  }

  /** Applies a program's operations one by one, up to the first that makes a NaN. */
  private List<Concrete> search(Jaxpr program, List<Concrete> operands) {
    var values = new HashMap<Jaxpr.Var, Concrete>();
    for (int i = 0; i < operands.size(); i++) {
      values.put(program.inputs().get(i), operands.get(i));
    }
    for (var e : program.equations()) {
      var arguments = read(values, e.operands());
      var results =
          e.primitive() instanceof Primitive.Call call
              ? search(call.body(), arguments)
              : Engine.current().apply(e.primitive(), arguments);
      if (results.stream().anyMatch(r -> first(r) >= 0)) {
        throw new NanException(message(e.primitive(), arguments, results, e.origin()));
      }
      for (int i = 0; i < results.size(); i++) {
        values.put(e.results().get(i), results.get(i));
      }
    }
    return read(values, program.outputs());
  }

  private static List<Concrete> read(Map<Jaxpr.Var, Concrete> values, List<Jaxpr.Atom> atoms) {
    return atoms.stream()
        .map(
            a ->
                switch (a) {
                  case Jaxpr.Var v -> values.get(v);
                  case Jaxpr.Literal l -> l.value();
                })
        .toList();
  }

  /** The position of the first number that is looked for, or -1. */
  private long first(Concrete x) {
    if (x.aval().dtype().isFloating()) {
      var host = x.host();
      for (long i = 0; i < host.size(); i++) {
        double v = host.real(i);
        if (on && Double.isNaN(v) || infinities && Double.isInfinite(v)) {
          return i;
        }
      }
    }
    return -1;
  }

  private String message(
      Primitive primitive, List<Concrete> operands, List<Concrete> results, Origin origin) {
    var made = results.stream().filter(r -> first(r) >= 0).findFirst().orElseThrow();
    boolean given = operands.stream().anyMatch(o -> first(o) >= 0);
    boolean nan = Double.isNaN(made.host().real(first(made)));
    var what = nan ? "a NaN" : "an infinity";
    var text = new StringBuilder(nan ? "debugNans: " : "debugInfs: ");
    text.append(primitive.name()).append(" at ").append(origin);
    text.append(given ? " passed on " + what + " that it was given" : " made " + what);
    if (made.aval().rank() > 0) {
      text.append(", first at ")
          .append(Arrays.toString(index(first(made), made.aval().shape().strides())));
    }
    text.append(" of its result ").append(made.aval()).append(". Operands: ");
    text.append(String.join("; ", operands.stream().map(NanWatch::show).toList()));
    text.append(nan ? ". jax.debugNans(false)" : ". jax.debugInfs(false)");
    return text.append(" ends this search.").toString();
  }

  private static int[] index(long position, long[] strides) {
    var index = new int[strides.length];
    for (int i = 0; i < index.length; i++) {
      index[i] = (int) (position / strides[i]);
      position %= strides[i];
    }
    return index;
  }

  private static String show(Concrete x) {
    return x.aval().size() > SHOWN
        ? x.aval().toString()
        : x.aval() + " " + ArrayText.str(x.host().elements()).replaceAll("\\s+", " ");
  }
}
