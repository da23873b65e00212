package jacobean.golden;

import com.google.gson.JsonElement;
import jacobean.Along;
import jacobean.Array;
import jacobean.Over;
import jacobean.golden.Golden.Case;
import jacobean.jax;
import jacobean.jnp;
import jacobean.random;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A golden case as a call of the library: the overload of the function's name in camel case that
 * takes the case's arguments, found by reflection so that a new function is tested as soon as it
 * exists.
 */
final class Binding {
  /** The keyword arguments that {@link Over} stands for. */
  private static final List<String> OVER =
      List.of("axis", "keepdims", "ddof", "where", "initial", "dtype");

  private final Method method;
  private final List<Object> arguments;

  private Binding(Method method, List<Object> arguments) {
    this.method = method;
    this.arguments = arguments;
  }

  /** Why a case is passed over, or how it is called. */
  static Optional<Binding> of(Case c) {
    for (boolean strict : new boolean[] {true, false}) {
      for (var m : overloads(c.fn())) {
        var bound = bind(m, c, strict);
        if (bound != null) {
          return Optional.of(new Binding(m, bound));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Method> overloads(String fn) {
    var dot = fn.indexOf('.');
    var name = camel(fn.substring(dot + 1));
    return facades(fn.substring(0, dot))
        .flatMap(c -> Arrays.stream(c.getMethods()))
        .filter(m -> m.getName().equals(name) && Modifier.isStatic(m.getModifiers()))
        // Reflection gives overloads in any order; the one that needs no option knows the defaults,
        // and a number is rather a number than an array.
        .sorted(
            Comparator.comparingInt(Method::getParameterCount).thenComparingLong(Binding::arrays))
        .toList();
  }

  private static long arrays(Method m) {
    return Arrays.stream(m.getParameterTypes()).filter(t -> t == Array.class).count();
  }

  private static Stream<Class<?>> facades(String prefix) {
    return switch (prefix) {
      case "jnp" -> Stream.of(jnp.class, Forms.class);
      case "random" -> Stream.of(random.class, Forms.class);
      case "nn" -> Stream.of(jax.nn.class, jnp.class, Forms.class);
      case "special" -> Stream.concat(named("special"), Stream.of(Operations.class, jnp.class));
      case "lax" -> Stream.concat(named("lax"), Stream.of(Operations.class, Forms.class));
      case "linalg" -> Stream.concat(named("jnp$linalg"), Stream.of(Operations.class));
      case "laxlinalg" -> named("lax$linalg");
      case "matrices" -> Stream.of(MatrixChecks.class);
      case "fft" -> named("jnp$fft");
      case "indexing" -> Stream.of(Indexing.class);
      default -> named(prefix);
    };
  }

  private static Stream<Class<?>> named(String facade) {
    try {
      return Stream.of(Class.forName("jacobean." + facade));
    } catch (ClassNotFoundException e) {
      return Stream.of();
    }
  }

  static String camel(String snake) {
    var text = new StringBuilder();
    for (var word : snake.split("_")) {
      text.append(
          text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return text.toString();
  }

  /** The arguments of a call, or null where the overload does not take the case's. */
  private static List<Object> bind(Method m, Case c, boolean strict) {
    var named = new HashMap<String, JsonElement>();
    c.kwargs().entrySet().forEach(e -> named.put(camel(e.getKey()), e.getValue()));
    var values = new ArrayList<Object>();
    var parameters = m.getParameters();
    boolean manyArrays =
        m.isVarArgs() && parameters[parameters.length - 1].getType() == Array[].class;
    if (c.args().size() > parameters.length && !manyArrays) {
      return null;
    }
    for (int i = 0; i < parameters.length; i++) {
      var p = parameters[i];
      if (p.getType() == Over.class && i >= c.args().size()) {
        if (strict && java.util.Collections.disjoint(named.keySet(), OVER)) {
          return null;
        }
        values.add(over(named));
        continue;
      }
      if (p.getType() == Along.class) {
        values.add(along(named));
        continue;
      }
      if (manyArrays && i == parameters.length - 1) {
        var rest = c.args().asList().subList(Math.min(i, c.args().size()), c.args().size());
        if (!rest.stream().allMatch(Golden::isKnownArray)) {
          return null;
        }
        values.add(rest.stream().map(Golden::array).toArray(Array[]::new));
        continue;
      }
      var given = i < c.args().size() ? c.args().get(i) : named.remove(nameIn(named, p.getName()));
      var value =
          given == null
              ? (p.isVarArgs() ? new int[0] : null)
              : convert(
                  given, p.getType(), strict && !(p.isVarArgs() && p.getType() == int[].class));
      if (given == null && p.isAnnotationPresent(Forms.OrAbsent.class)) {
        values.add(null);
        continue;
      }
      if (isNumbers(value) && p.getParameterizedType().toString().contains("Array")) {
        value =
            strict ? null : given.getAsJsonArray().asList().stream().map(Binding::scalar).toList();
      }
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return named.isEmpty() ? values : null;
  }

  private static boolean isNumbers(Object value) {
    return value instanceof List<?> l && !l.isEmpty() && l.getFirst() instanceof Number;
  }

  /** The keyword arguments that say what a reduction runs over, taken out of the others. */
  private static Over over(HashMap<String, JsonElement> named) {
    var axes = named.remove("axis");
    var over = axes == null ? Over.all() : Over.axes((int[]) convert(axes, int[].class, false));
    var mask = named.remove("where");
    var initial = named.remove("initial");
    var dtype = named.remove("dtype");
    over = mask == null ? over : over.where(Golden.array(mask));
    over = initial == null ? over : over.initial(number(initial));
    over = dtype == null ? over : over.dtype(DType.named(dtype.getAsString()));
    var keepdims = named.remove("keepdims");
    var ddof = named.remove("ddof");
    return over.keepdims(keepdims != null && keepdims.getAsBoolean())
        .ddof(ddof == null ? 0 : ddof.getAsDouble());
  }

  /** The keyword arguments that say where a Fourier transform runs, taken out of the others. */
  private static Along along(HashMap<String, JsonElement> named) {
    var axes = Stream.of("axis", "axes").map(named::remove).filter(Objects::nonNull).findFirst();
    var lengths = Stream.of("n", "s").map(named::remove).filter(Objects::nonNull).findFirst();
    var norm = named.remove("norm");
    var along = axes.map(a -> Along.axes(ints(a))).orElse(Along.defaults());
    along = lengths.isPresent() ? along.s(ints(lengths.get())) : along;
    return norm == null ? along : along.norm(norm.getAsString());
  }

  private static int[] ints(JsonElement json) {
    return (int[]) convert(json, int[].class, false);
  }

  private static String nameIn(HashMap<String, JsonElement> named, String parameter) {
    return parameter.equals("axes") && !named.containsKey("axes") ? "axis" : parameter;
  }

  private static Object convert(JsonElement json, Class<?> type, boolean strict) {
    if (type == Array.class) {
      return Golden.isKnownArray(json) ? Golden.array(json) : strict ? null : scalar(json);
    }
    if (type == String.class) {
      return json.isJsonPrimitive() && json.getAsJsonPrimitive().isString()
          ? json.getAsString()
          : null;
    }
    if (type == DType.class) {
      return json.isJsonPrimitive() && json.getAsJsonPrimitive().isString()
          ? DType.named(json.getAsString())
          : null;
    }
    if (json.isJsonArray()) {
      return convertList(json.getAsJsonArray().asList(), type);
    }
    if (!json.isJsonPrimitive() || !json.getAsJsonPrimitive().isNumber()) {
      return json.isJsonPrimitive()
              && (type == boolean.class || type == Boolean.class)
              && json.getAsJsonPrimitive().isBoolean()
          ? json.getAsBoolean()
          : null;
    }
    var number = number(json);
    boolean whole = number instanceof Integer;
    if (type == int.class || type == long.class) {
      return whole ? (type == int.class ? (Object) number.intValue() : number.longValue()) : null;
    }
    if (type == int[].class) {
      return whole && !strict ? new int[] {number.intValue()} : null;
    }
    if (type == double.class) {
      return !whole || !strict ? number.doubleValue() : null;
    }
    return type == Number.class ? number : null;
  }

  /** An entry of an index; a mask is a constant, as its number of places must be known. */
  private static Object entry(JsonElement json) {
    if (!Golden.isKnownArray(json)) {
      return json.getAsJsonPrimitive().isString() ? json.getAsString() : number(json);
    }
    var array = Golden.array(json);
    return array.dtype() == DType.BOOL ? booleans(array) : array;
  }

  private static boolean[] booleans(Array mask) {
    var all = new boolean[(int) mask.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = mask.host().integer(i) != 0;
    }
    return all;
  }

  private static Object convertList(List<JsonElement> list, Class<?> type) {
    if (type == Object[].class) {
      return list.stream().map(Binding::entry).toArray();
    }
    if (type == List.class) {
      if (!list.isEmpty()
          && list.stream()
              .allMatch(e -> e.isJsonPrimitive() && e.getAsJsonPrimitive().isNumber())) {
        return list.stream().map(Binding::number).toList();
      }
      return list.stream().allMatch(Golden::isKnownArray)
          ? list.stream().map(Golden::array).toList()
          : null;
    }
    if (type == String[].class) {
      boolean texts =
          list.stream().allMatch(e -> e.isJsonPrimitive() && e.getAsJsonPrimitive().isString());
      return texts ? list.stream().map(JsonElement::getAsString).toArray(String[]::new) : null;
    }
    if (type == int[][].class) {
      return list.stream().allMatch(JsonElement::isJsonArray)
          ? list.stream()
              .map(e -> convertList(e.getAsJsonArray().asList(), int[].class))
              .toArray(int[][]::new)
          : null;
    }
    if ((type != int[].class && type != Shape.class)
        || !list.stream().allMatch(JsonElement::isJsonPrimitive)) {
      return null;
    }
    var ints = list.stream().mapToInt(JsonElement::getAsInt).toArray();
    return type == Shape.class ? Shape.of(ints) : ints;
  }

  private static Array scalar(JsonElement json) {
    if (!json.isJsonPrimitive() || json.getAsJsonPrimitive().isString()) {
      return null;
    }
    return jnp.asarray(
        json.getAsJsonPrimitive().isBoolean() ? (Object) json.getAsBoolean() : number(json));
  }

  /** An Integer where Python wrote an integer, else a Double. */
  private static Number number(JsonElement json) {
    var text = json.getAsString();
    boolean whole = text.chars().allMatch(ch -> ch == '-' || Character.isDigit(ch));
    return whole ? (Number) (int) Long.parseLong(text) : (Number) Double.parseDouble(text);
  }

  /** The arrays among the arguments, in order; gradients are taken by the first. */
  List<Array> arrays() {
    return arguments.stream().flatMap(Binding::arraysIn).toList();
  }

  private static Stream<Array> arraysIn(Object argument) {
    return switch (argument) {
      case Array a -> Stream.of(a);
      case Array[] all -> Arrays.stream(all);
      case Object[] all when isIndex(all) -> Arrays.stream(all).flatMap(Binding::arraysIn);
      case List<?> all -> all.stream().flatMap(Binding::arraysIn);
      case null, default -> Stream.of();
    };
  }

  /** Whether it is a list of entries, and no table of numbers. */
  private static boolean isIndex(Object[] all) {
    return all.getClass() == Object[].class;
  }

  Object call() {
    return call(arguments);
  }

  /** The call with other {@link #arrays}. */
  Object callWith(List<Array> arrays) {
    var next = arrays.iterator();
    return call(arguments.stream().map(a -> replaced(a, next)).toList());
  }

  private static Object replaced(Object argument, Iterator<Array> next) {
    return switch (argument) {
      case Array _ -> next.next();
      case Array[] all -> Arrays.stream(all).map(_ -> next.next()).toArray(Array[]::new);
      case Object[] all when isIndex(all) ->
          Arrays.stream(all).map(a -> replaced(a, next)).toArray();
      case List<?> all -> all.stream().map(a -> replaced(a, next)).toList();
      case null, default -> argument;
    };
  }

  private Object call(List<Object> values) {
    try {
      // Public methods that a public class inherits from one that is not, as jnp's are.
      method.setAccessible(true);
      return method.invoke(null, values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException r) {
        throw r;
      }
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
