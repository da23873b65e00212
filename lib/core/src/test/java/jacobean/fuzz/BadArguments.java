package jacobean.fuzz;

import jacobean.Array;
import jacobean.Convolution;
import jacobean.Over;
import jacobean.core.HostArray;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import jacobean.tree;
import jacobean.type.Aval;
import jacobean.type.Complex;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

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

  private static final String[] ENTRIES = {
    "0",
    "-1",
    "5",
    ":",
    "1:",
    "::-1",
    "1:3, 0",
    "...",
    "..., 0",
    "None",
    "0:5000000000",
    "::-2147483648",
    "-9:9:2147483647",
    "7:2",
    "::0",
    "1:2:3:4",
    "x",
    "",
    ",",
    "1.5"
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

  /** Stands for null, which no Optional holds. */
  static final Object NULL = new Object();

  /** One argument in so many is null. */
  private static final int NULLS = 25;

  /** How deep options are made of options. */
  private static final int DEEPEST = 3;

  private static final List<Class<?>> MAKERS =
      List.of(jnp.class, lax.class, jax.class, tree.class, jacobean.random.class);

  record Pair(Array a, Object b) {}

  private final Random random;
  private final BadFunctions functions;
  private int depth;

  /** Whether lengths and counts may be huge; not for what takes as many steps. */
  private final boolean huge;

  BadArguments(Random random, boolean huge) {
    this.random = random;
    this.huge = huge;
    this.functions = new BadFunctions(random, this);
  }

  /** Arguments, the object of a method before the others; empty where there is none of a type. */
  Optional<List<Object>> arguments(Callee callee) {
    var all = new ArrayList<Object>();
    if (callee.hasReceiver()) {
      var receiver = one(callee.type());
      if (receiver.isEmpty()) {
        return Optional.empty();
      }
      all.add(receiver.get());
    }
    for (var p : callee.code().getParameters()) {
      var argument = argument(p);
      if (argument.isEmpty()) {
        return Optional.empty();
      }
      all.add(orNull(argument.get()));
    }
    return Optional.of(all);
  }

  /** An argument, which may be {@link #NULL}; empty where there is none of the type. */
  Optional<Object> argument(Parameter parameter) {
    var type = parameter.getType();
    if (!type.isPrimitive() && random.nextInt(NULLS) == 0) {
      return Optional.of(NULL);
    }
    if (BadFunctions.isFunction(type)) {
      return Optional.of(functions.function(parameter.getParameterizedType()));
    }
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
    var of = type.componentType();
    var made = java.lang.reflect.Array.newInstance(of, n);
    for (int i = 0; i < n; i++) {
      var element =
          !of.isPrimitive() && random.nextInt(NULLS) == 0
              ? Optional.of(NULL)
              : of.isArray()
                  ? many(of, places)
                  : of == int.class && !places
                      ? Optional.<Object>of(INTS[random.nextInt(SMALL)])
                      : of == Object.class && places
                          ? Optional.of(Optional.ofNullable(entry()).orElse(NULL))
                          : one(of);
      if (element.isEmpty()) {
        return Optional.empty();
      }
      java.lang.reflect.Array.set(made, i, orNull(element.get()));
    }
    return Optional.of(made);
  }

  /** An entry of an index. */
  private Object entry() {
    return switch (random.nextInt(9)) {
      case 0 -> integer();
      case 1 -> jnp.array(random.ints(random.nextInt(4), -4, 5).toArray());
      case 2 -> array();
      case 3 -> object();
      case 4 -> random.ints(2, -3, 3).toArray();
      case 5 -> List.of(random.nextInt(3));
      default -> ENTRIES[random.nextInt(ENTRIES.length)];
    };
  }

  private List<Object> integers() {
    return List.<Object>copyOf(
        random.ints(random.nextInt(4), 0, INTS.length).mapToObj(this::small).toList());
  }

  private Integer small(int i) {
    return INTS[i % SMALL];
  }

  /** A list of what its type says; of arrays and numbers where it says little. */
  private List<Object> list(Parameter parameter) {
    var type =
        parameter.getParameterizedType() instanceof ParameterizedType p
            ? BadFunctions.bound(p.getActualTypeArguments()[0])
            : Object.class;
    var raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    var all = new ArrayList<Object>();
    for (int i = random.nextInt(4); i > 0; i--) {
      all.add(
          random.nextInt(NULLS) == 0
              ? null
              : BadFunctions.isFunction(raw)
                  ? functions.function(type)
                  : raw == Object.class
                      ? random.nextInt(4) > 0 ? array() : number()
                      : orNull(one(raw).orElse(NULL)));
    }
    return all;
  }

  private Optional<Object> one(Class<?> type) {
    if (type.isEnum()) {
      var all = type.getEnumConstants();
      return Optional.of(all[random.nextInt(all.length)]);
    }
    if (BadFunctions.isFunction(type)) {
      return Optional.of(functions.function(type));
    }
    var made =
        (Object)
            switch (type.getName()) {
              case "jacobean.Array" -> array();
              case "int" -> integer();
              case "long" -> random.nextBoolean() ? (long) integer() : random.nextLong();
              case "double" -> REALS[random.nextInt(REALS.length)];
              case "boolean" -> random.nextBoolean();
              case "[D" -> new double[] {1, Double.NaN};
              case "java.lang.Number" -> number();
              case "java.lang.String" -> WORDS[random.nextInt(WORDS.length)];
              case "java.lang.Object" -> Optional.ofNullable(object()).orElse(NULL);
              case "java.util.Map" -> Map.of("a", array(), "b", array());
              case "jacobean.type.Shape" -> Shape.of(lengths());
              case "jacobean.Over" -> over();
              case "jacobean.Convolution" ->
                  Convolution.of(lengths()).padding(WORDS[random.nextInt(WORDS.length)]);
              case "jacobean.pytree.Structure" -> tree.structure(object());
              default -> null;
            };
    return made == null ? option(type) : Optional.of(made);
  }

  /** What a public function, or a method of the type itself, gives that gives this type of ours. */
  private Optional<Object> option(Class<?> type) {
    var ways =
        Stream.concat(Callee.all(type), MAKERS.stream().flatMap(Callee::functions))
            .filter(f -> f.result() == type)
            // A call on one engine would take the arrays from the call on the other.
            .filter(f -> !f.name().equals("donateArgnums"))
            .sorted(Callee.ORDER)
            .toList();
    if (!type.getName().startsWith("jacobean.") || ways.isEmpty() || depth > DEEPEST) {
      return Optional.empty();
    }
    depth++;
    try {
      var way = ways.get(random.nextInt(ways.size()));
      return arguments(way).map(way::invoke);
    } finally {
      depth--;
    }
  }

  static Object orNull(Object argument) {
    return argument == NULL ? null : argument;
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

  Object object() {
    return switch (random.nextInt(10)) {
      case 0 -> number();
      case 1 -> List.of(array(), List.of(array()));
      case 2 -> Map.of("a", array());
      case 3 -> "text";
      case 4 -> new int[] {1, 2};
      case 5 -> null;
      case 6 -> Arrays.asList(array(), null);
      case 7 -> new Pair(array(), number());
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
    boolean odd = huge && random.nextInt(4) == 0;
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
