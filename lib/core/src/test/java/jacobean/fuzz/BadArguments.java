package jacobean.fuzz;

import jacobean.Array;
import jacobean.Convolution;
import jacobean.Over;
import jacobean.core.HostArray;
import jacobean.jnp;
import jacobean.lax;
import jacobean.tree;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Arguments of all sorts for a parameter, few of them such as its function wants. */
final class BadArguments {
  private static final int[][] SHAPES = {
    {},
    {0},
    {1},
    {3},
    {3},
    {4},
    {7},
    {2, 3},
    {3, 3},
    {3, 2},
    {2, 0},
    {0, 3},
    {1, 1},
    {2, 3, 4},
    {2, 2, 2},
    {1, 5, 1, 2}
  };
  private static final double[] REALS = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    2,
    1e30,
    1e-30,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };
  private static final int[] INTS = {
    0, 1, 2, 3, -1, -2, -3, 5, 17, -17, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 30
  };

  /** How many of these are not huge. */
  private static final int SMALL = 10;

  private static final String[] WORDS = {
    "",
    "same",
    "valid",
    "full",
    "SAME",
    "VALID",
    "edge",
    "wrap",
    "fill",
    "clip",
    "linear",
    "xy",
    "ij",
    "ij,jk->ik",
    "...i,i",
    "i->",
    "NCHW",
    "OIHW",
    "bla",
    "->",
    "fro",
    "left",
    "reduced",
    "\u00e9",
    "a,b,c"
  };

  private final Random random;

  /** Whether lengths and counts may be huge; not for what takes as many steps. */
  private final boolean huge;

  BadArguments(Random random, boolean huge) {
    this.random = random;
    this.huge = huge;
  }

  /** An argument; empty where there is none of the type. */
  Optional<Object> argument(Parameter parameter) {
    var type = parameter.getType();
    if (type.isArray() && type != double[].class) {
      return many(type, isPlace(parameter.getName()));
    }
    if (type == List.class || type == Iterable.class) {
      boolean shapes = parameter.getParameterizedType().toString().contains("Integer");
      return Optional.of(shapes ? integers() : list(parameter));
    }
    // An array of that length may just fit into memory, and then it takes its time.
    return type == int.class && !isPlace(parameter.getName())
        ? Optional.of(INTS[random.nextInt(SMALL)])
        : one(type);
  }

  private static boolean isPlace(String name) {
    return name.toLowerCase(Locale.ROOT).matches("k|ord|.*(axis|axes|index|offset|shift).*");
  }

  private Optional<Object> many(Class<?> type, boolean places) {
    int n = random.nextInt(4);
    var made = java.lang.reflect.Array.newInstance(type.componentType(), n);
    for (int i = 0; i < n; i++) {
      var element =
          type.componentType().isArray()
              ? many(type.componentType(), places)
              : type.componentType() == int.class && !places
                  ? Optional.<Object>of(INTS[random.nextInt(SMALL)])
                  : one(type.componentType());
      if (element.isEmpty()) {
        return Optional.empty();
      }
      java.lang.reflect.Array.set(made, i, element.get());
    }
    return Optional.of(made);
  }

  private List<Object> integers() {
    return List.<Object>copyOf(
        random.ints(random.nextInt(4), 0, INTS.length).mapToObj(this::small).toList());
  }

  private Integer small(int i) {
    return INTS[i % SMALL];
  }

  private List<Object> list(Parameter parameter) {
    var text = parameter.getParameterizedType().toString();
    var all = new ArrayList<Object>();
    for (int i = random.nextInt(4); i > 0; i--) {
      all.add(
          text.contains("ArrayFn1") || text.contains("Fn1")
              ? (jacobean.ArrayFn1) x -> x.times(2)
              : text.contains("String")
                  ? WORDS[random.nextInt(WORDS.length)]
                  : text.contains("Array") || random.nextInt(4) > 0 ? array() : number());
    }
    return all;
  }

  private Optional<Object> one(Class<?> type) {
    if (type.isEnum()) {
      var all = type.getEnumConstants();
      return Optional.of(all[random.nextInt(all.length)]);
    }
    if (type.isInterface() && type.isAnnotationPresent(FunctionalInterface.class)) {
      return Optional.of(function(type));
    }
    return Optional.ofNullable(
        switch (type.getName()) {
          case "jacobean.Array" -> array();
          case "int" -> integer();
          case "long" -> random.nextBoolean() ? (long) integer() : random.nextLong();
          case "double" -> REALS[random.nextInt(REALS.length)];
          case "boolean" -> random.nextBoolean();
          case "[D" -> new double[] {1, Double.NaN};
          case "java.lang.Number" -> number();
          case "java.lang.String" -> WORDS[random.nextInt(WORDS.length)];
          case "java.lang.Object" -> object();
          case "java.util.Map" -> Map.of("a", array(), "b", array());
          case "jacobean.type.Shape" -> Shape.of(lengths());
          case "jacobean.Over" -> over();
          case "jacobean.Convolution" ->
              Convolution.of(lengths()).padding(WORDS[random.nextInt(WORDS.length)]);
          case "jacobean.ScanOption" -> random.nextBoolean() ? lax.reverse() : lax.length(3);
          case "jacobean.pytree.Structure" -> tree.structure(object());
          default -> null;
        });
  }

  private Over over() {
    var over = random.nextBoolean() ? Over.all() : Over.axes(axes());
    return switch (random.nextInt(6)) {
      case 0 -> over.keepdims();
      case 1 -> over.where(array());
      case 2 -> over.initial(number());
      case 3 -> over.ddof(REALS[random.nextInt(REALS.length)]);
      case 4 -> over.dtype(dtype());
      default -> over;
    };
  }

  private int[] axes() {
    return random.ints(random.nextInt(3), -3, 4).toArray();
  }

  private int[] lengths() {
    return random.ints(random.nextInt(4), 0, 6).toArray();
  }

  private int integer() {
    return INTS[random.nextInt(huge ? INTS.length : SMALL)];
  }

  private Number number() {
    return switch (random.nextInt(4)) {
      case 0 -> integer();
      case 1 -> huge ? (long) integer() * 3 : 4L;
      case 2 -> random.nextGaussian();
      default -> REALS[random.nextInt(REALS.length)];
    };
  }

  private DType dtype() {
    return DType.values()[random.nextInt(DType.values().length)];
  }

  private Object object() {
    return switch (random.nextInt(7)) {
      case 0 -> number();
      case 1 -> List.of(array(), List.of(array()));
      case 2 -> Map.of("a", array());
      case 3 -> "text";
      case 4 -> new int[] {1, 2};
      default -> array();
    };
  }

  /** Mostly small numbers of a floating dtype; now and then a key. */
  Array array() {
    if (random.nextInt(6) == 0) {
      return random.nextBoolean()
          ? jacobean.random.PRNGKey(random.nextInt())
          : jnp.asarray(random.nextGaussian());
    }
    var type = random.nextInt(3) > 0 ? DType.FLOAT32 : dtype();
    var aval = Aval.of(Shape.of(SHAPES[random.nextInt(SHAPES.length)]), type);
    boolean odd = random.nextInt(4) == 0;
    var host =
        switch (type.kind()) {
          case FLOATING -> HostArray.ofReals(aval, _ -> type.round(real(odd)));
          case COMPLEX -> HostArray.ofComplex(aval, _ -> new Complex(real(odd), real(odd)));
          case BOOL -> HostArray.ofIntegers(aval, _ -> random.nextInt(2));
          case SIGNED, UNSIGNED ->
              HostArray.ofIntegers(
                  aval, _ -> type.wrap(odd ? random.nextLong() : random.nextInt(-2, 5)));
        };
    return Array.of(host.toConcrete());
  }

  private double real(boolean odd) {
    return odd ? REALS[random.nextInt(REALS.length)] : random.nextGaussian();
  }

  /** A function that gives its first argument, or a number. */
  private Object function(Class<?> type) {
    int sort = random.nextInt(4);
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          if (method.getDeclaringClass() == Object.class) {
            return method.getName().equals("hashCode") ? (Object) 1 : type.getSimpleName();
          }
          if (method.getReturnType() == boolean.class) {
            return sort > 1;
          }
          var first = arguments == null || arguments.length == 0 ? jnp.ones(2) : arguments[0];
          return switch (sort) {
            case 0 -> jnp.ones(3);
            case 1 -> first instanceof Array x ? jnp.sum(x) : first;
            default -> first;
          };
        };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  /** As a call prints it. */
  static String text(Object argument) {
    return switch (argument) {
      case Array a -> a.aval() + (a.size() <= 6 ? " " + a : "");
      case int[] ints -> Arrays.toString(ints);
      case Object[] all -> Arrays.stream(all).map(BadArguments::text).toList().toString();
      case List<?> all -> all.stream().map(BadArguments::text).toList().toString();
      case null, default -> String.valueOf(argument);
    };
  }
}
