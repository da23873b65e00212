package jacobean.llvm.math;

import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The mathematical functions that programs may call, as LLVM IR to be inlined into loops.
 *
 * <p>Those of float32 are made here of arithmetic alone, so that loops with them are vectorized;
 * most are within 2 ulp, all within 4, and right at zeros, infinities, NaN and denormal numbers.
 * Those of float64 are the C library's, one element at a time, except {@code erf_inv}, {@code
 * logistic} and {@code rsqrt}.
 */
public final class MathLibrary {
  private interface Unary {
    Val of(Code c, Val x);
  }

  private interface Binary {
    Val of(Code c, Val x, Val y);
  }

  private static final Map<String, Unary> UNARY_32 =
      Map.ofEntries(
          Map.entry("exp", Exponentials::exp),
          Map.entry("exp2", Exponentials::exp2),
          Map.entry("expm1", Exponentials::expm1),
          Map.entry("tanh", Exponentials::tanh),
          Map.entry("sinh", Exponentials::sinh),
          Map.entry("cosh", Exponentials::cosh),
          Map.entry("logistic", Exponentials::logistic),
          Map.entry("log", Logarithms::log),
          Map.entry("log2", Logarithms::log2),
          Map.entry("log1p", Logarithms::log1p),
          Map.entry("asinh", Logarithms::asinh),
          Map.entry("acosh", Logarithms::acosh),
          Map.entry("atanh", Logarithms::atanh),
          Map.entry("sin", Trigonometry::sin),
          Map.entry("cos", Trigonometry::cos),
          Map.entry("tan", Trigonometry::tan),
          Map.entry("asin", Trigonometry::asin),
          Map.entry("acos", Trigonometry::acos),
          Map.entry("atan", Trigonometry::atan),
          Map.entry("erf", ErrorFunctions::erf),
          Map.entry("erfc", ErrorFunctions::erfc),
          Map.entry("erf_inv", ErrorFunctions::erfInv32),
          Map.entry("rsqrt", Powers::rsqrt),
          Map.entry("cbrt", Powers::cbrt));

  private static final Map<String, Binary> BINARY_32 =
      Map.of("pow", Powers::pow, "atan2", Trigonometry::atan2);

  private static final Map<String, Unary> UNARY_64 =
      Map.of(
          "erf_inv", ErrorFunctions::erfInv64,
          "rsqrt", Powers::rsqrt,
          "logistic",
              (c, x) -> {
                Val e = c.call(Type.F64, "exp", c.fneg(c.fabs(x)));
                return c.fdiv(c.select(c.fcmp("oge", x, 0), 1, e), c.fadd(e, 1));
              });

  private final boolean fma;
  private final Map<String, String> definitions = new TreeMap<>();
  private final Set<String> declared = new TreeSet<>();

  /**
   * An empty library for one module.
   *
   * @param fma whether the machine has a fused multiply-add
   */
  public MathLibrary(boolean fma) {
    this.fma = fma;
  }

  /** The names of all functions, sorted. */
  public static Set<String> names() {
    var names = new TreeSet<>(UNARY_32.keySet());
    names.addAll(BINARY_32.keySet());
    return names;
  }

  /** The number of parameters of a function. */
  public static int arity(String function) {
    return BINARY_32.containsKey(function) ? 2 : 1;
  }

  /**
   * A call of a function of one or two reals; the function becomes part of this library.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public Val call(Code code, String function, List<Val> args) {
    Type type = args.getFirst().type();
    if (!names().contains(function) || args.size() != arity(function) || !type.isReal()) {
      throw new IllegalArgumentException(
          "no function " + function + " of " + args + "; there are " + names());
    }
    String name = function + "." + type.suffix();
    if (!definitions.containsKey(name)) {
      definitions.put(name, define(name, function, type));
    }
    return code.call(type, name, args.toArray(Val[]::new));
  }

  private String define(String name, String function, Type type) {
    Code c = Code.of(fma);
    Val x = new Val(type, "%x");
    Val y = new Val(type, "%y");
    boolean binary = arity(function) == 2;
    Val result = binary ? binary(c, function, x, y) : unary(c, function, x);
    String parameters = binary ? x.typed() + ", " + y.typed() : x.typed();
    return "define internal %s @%s(%s) alwaysinline nounwind willreturn {\n%s  ret %s\n}\n"
        .formatted(type, name, parameters, c.text(), result.typed());
  }

  private Val unary(Code c, String function, Val x) {
    Unary own = (x.type() == Type.F32 ? UNARY_32 : UNARY_64).get(function);
    return own != null ? own.of(c, x) : c.call(x.type(), declare(function, 1), x);
  }

  private Val binary(Code c, String function, Val x, Val y) {
    return x.type() == Type.F32
        ? BINARY_32.get(function).of(c, x, y)
        : c.call(x.type(), declare(function, 2), x, y);
  }

  /** Declares the C library's function, whose name is ours but for a few that C lacks. */
  private String declare(String function, int arity) {
    declared.add(
        "declare double @%s(%s)".formatted(function, arity == 1 ? "double" : "double, double"));
    return function;
  }

  /** All definitions that the calls so far need. */
  public String text() {
    var text = new StringBuilder();
    String all = String.join("\n", definitions.values());
    if (all.contains("@two_over_pi")) {
      text.append(Trigonometry.table()).append('\n');
    }
    text.append(all);
    if (all.contains("@log1p(")) {
      declared.add("declare double @log1p(double)");
    }
    if (all.contains("@exp(")) {
      declared.add("declare double @exp(double)");
    }
    declared.forEach(d -> text.append(d).append(" nounwind willreturn memory(none)\n"));
    return text.toString();
  }
}
