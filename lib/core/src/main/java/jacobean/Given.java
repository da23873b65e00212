package jacobean;

import jacobean.error.NullException;
import jacobean.error.TreeException;
import java.util.List;

/**
 * Whether the arguments of a public method or constructor are there. The build puts the calls at
 * the head of each, for every parameter that is not an Object and not marked {@link OrNull}: see
 * {@code NullChecks} in {@code src/build/java}.
 */
final class Given {
  private static final String MENDING =
      "Look for a variable that was never set, or a key that its map does not have; null is JAX's"
          + " None in pytrees and index entries only.";

  private Given() {}

  /**
   * Looks at an argument.
   *
   * @param name the parameter's
   * @param type what the parameter is declared as
   * @throws NullException if it is null
   */
  static void one(Object argument, String operation, String name, String type) {
    if (argument == null) {
      throw new NullException(
          operation + ": " + name + " is null, wanted " + article(type) + ". " + MENDING);
    }
  }

  /**
   * Looks at an array or list, its elements, and theirs where they are arrays or lists.
   *
   * @throws NullException if it is null or holds null
   */
  static void all(Object argument, String operation, String name, String type) {
    one(argument, operation, name, type);
    elements(argument, operation, name, type);
  }

  /** {@link #all} of the elements only. */
  static void elements(Object argument, String operation, String name, String type) {
    switch (argument) {
      case Object[] elements -> {
        for (int i = 0; i < elements.length; i++) {
          element(elements[i], i, operation, name, type);
        }
      }
      case List<?> elements -> {
        int i = 0;
        for (var e : elements) {
          element(e, i++, operation, name, type);
        }
      }
      default -> {}
    }
  }

  /**
   * Looks at the arguments of a function of arrays where Java's types do not.
   *
   * @throws TreeException if one is none
   */
  static void arrays(Object[] args) {
    for (int i = 0; i < args.length; i++) {
      if (!(args[i] instanceof Array)) {
        throw new TreeException(
            "call: argument "
                + i
                + " of this function must be an Array, got "
                + (args[i] == null ? "null" : article(args[i].getClass().getSimpleName()))
                + ". Numbers become arrays with jnp.array; functions of pytrees are Fn1 to Fn5, as in"
                + " (Fn1<List<Array>, Array>) p -> p.get(0).");
      }
    }
  }

  /**
   * What a user's function gave.
   *
   * @param wanted what it was to give, as {@code an array}
   * @throws NullException if that is null
   */
  static <T> T result(T given, String operation, String wanted) {
    if (given == null) {
      throw new NullException(
          operation
              + ": the function gave null, wanted "
              + wanted
              + ". Return it from the function.");
    }
    return given;
  }

  private static void element(Object element, int i, String operation, String name, String type) {
    switch (element) {
      case null ->
          throw new NullException(
              operation
                  + ": "
                  + name
                  + "["
                  + i
                  + "] is null, wanted "
                  + article(type)
                  + " without null. "
                  + MENDING);
      case Object[] inner -> all(inner, operation, name + "[" + i + "]", type);
      default -> {}
    }
  }

  /** {@code an Array}, {@code a List}. */
  static String article(String noun) {
    return (noun.matches("[AEIOaeio].*") ? "an " : "a ") + noun;
  }
}
