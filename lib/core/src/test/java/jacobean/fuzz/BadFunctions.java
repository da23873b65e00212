package jacobean.fuzz;

import jacobean.Array;
import jacobean.Directional;
import jacobean.fn.Fn;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Functions to pass as arguments: they give what their type allows, of any shape and dtype, or
 * null, or throw {@link Thrown}.
 */
final class BadFunctions {
  /** What a user's function throws. */
  static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1;

    Thrown() {
      super("thrown by a function that was passed");
    }
  }

  private static final int SORTS = 8;

  private final Random random;
  private final BadArguments arguments;

  BadFunctions(Random random, BadArguments arguments) {
    this.random = random;
    this.arguments = arguments;
  }

  static boolean isFunction(Class<?> type) {
    return type == Fn.class
        || type.isInterface() && type.isAnnotationPresent(FunctionalInterface.class);
  }

  /** What a type argument stands for at least. */
  static Type bound(Type type) {
    return switch (type) {
      case WildcardType w -> bound(w.getUpperBounds()[0]);
      case TypeVariable<?> v -> bound(v.getBounds()[0]);
      default -> type;
    };
  }

  /** A function of this type; what it gives is fixed now, so that it gives it every time. */
  Object function(Type type) {
    var raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    if (!raw.isInterface()) {
      return null;
    }
    var gives = gives(type, raw);
    int sort = random.nextInt(SORTS);
    int arity = random.nextInt(3);
    var other = arguments.array();
    var tree = arguments.object();
    InvocationHandler handler =
        (proxy, method, args) -> {
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, args);
          }
          if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
              case "hashCode" -> 1;
              case "equals" -> proxy == args[0];
              default -> raw.getSimpleName() + " " + sort;
            };
          }
          if (method.getName().equals("arity")) {
            return arity;
          }
          if (method.getReturnType().isPrimitive()) {
            return primitive(method.getReturnType(), sort);
          }
          return value(gives, sort, args == null ? new Object[0] : args, other, tree);
        };
    return Proxy.newProxyInstance(raw.getClassLoader(), new Class<?>[] {raw}, handler);
  }

  /** The declared type of the result, Object where any may be. */
  private static Type gives(Type type, Class<?> raw) {
    if (type instanceof ParameterizedType p && raw != Predicate.class) {
      var all = p.getActualTypeArguments();
      return bound(all[all.length - 1]);
    }
    return raw.getSimpleName().equals("OfArray") || raw.getSimpleName().equals("OfArrays")
        ? Directional.Jvp.class
        : raw.getSimpleName().startsWith("ArrayFn") ? Array.class : Object.class;
  }

  private static Object primitive(Class<?> type, int sort) {
    return switch (type.getName()) {
      case "boolean" -> sort > SORTS / 2;
      case "int" -> sort - 1;
      case "long" -> sort - 1L;
      case "double" -> sort / 2.;
      default -> null;
    };
  }

  private static Object value(Type type, int sort, Object[] args, Array other, Object tree) {
    var raw = type instanceof ParameterizedType p ? p.getRawType() : type;
    var first = args.length == 0 ? other : args[args.length - 1];
    if (sort == 0) {
      throw new Thrown();
    }
    if (sort == 1) {
      return null;
    }
    var array =
        switch (sort) {
          case 2 -> jnp.ones(3);
          case 3 -> first instanceof Array x ? jnp.sum(x) : other;
          case 4 -> first instanceof Array x ? x.astype(jnp.int32) : other;
          case 5 -> other;
          default -> first instanceof Array x ? x : other;
        };
    return switch (raw.getTypeName()) {
      case "jacobean.Array" -> array;
      case "jacobean.Step" -> lax.step(sort == 5 ? tree : args[0], array);
      case "jacobean.WithAux" -> jax.withAux(array, tree);
      case "jacobean.Directional$Jvp" -> new Directional.Jvp<>(array, sort == 5 ? other : array);
      case "java.util.List" ->
          sort == 2 ? List.of() : sort == 5 ? Arrays.asList(array, null) : List.of(array, array);
      case "java.lang.Boolean" -> sort > SORTS / 2;
      case "java.lang.Integer" -> sort;
      case "java.lang.String" -> "text";
      default -> raw instanceof Class<?> c && c != Object.class ? null : sort == 5 ? tree : first;
    };
  }
}
