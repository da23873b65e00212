package jacobean.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What users call: a static function, a constructor, or a method, whose object comes first.
 *
 * @param type the class that users find it in
 */
record Callee(Class<?> type, Executable code) {
  static final Comparator<Callee> ORDER = Comparator.comparing(Callee::toString);

  /** The static functions of a class. */
  static Stream<Callee> functions(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(m -> Modifier.isStatic(m.getModifiers()))
        .map(m -> new Callee(type, m));
  }

  /** The functions, methods and constructors of a class. */
  static Stream<Callee> all(Class<?> type) {
    var methods =
        Stream.<Class<?>>iterate(type, c -> c != null && c != Object.class, Class::getSuperclass)
            .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
            .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isBridge());
    return Stream.concat(methods, Arrays.stream(type.getConstructors()))
        .map(c -> new Callee(type, c));
  }

  /** As users know it; a constructor by its class. */
  String name() {
    return code instanceof Method m ? m.getName() : type.getSimpleName();
  }

  /** Whether the first argument is the object that the method is of. */
  boolean hasReceiver() {
    return code instanceof Method m && !Modifier.isStatic(m.getModifiers());
  }

  Class<?> result() {
    return code instanceof Method m ? m.getReturnType() : type;
  }

  /** What it gives, with type arguments, as Java writes it. */
  String resultText() {
    return code instanceof Method m ? m.getGenericReturnType().getTypeName() : result().getName();
  }

  Object invoke(List<Object> arguments) {
    code.setAccessible(true);
    try {
      return switch (code) {
        case Constructor<?> c -> c.newInstance(arguments.toArray());
        case Method m when hasReceiver() ->
            m.invoke(arguments.getFirst(), arguments.subList(1, arguments.size()).toArray());
        case Method m -> m.invoke(null, arguments.toArray());
      };
    } catch (InvocationTargetException e) {
      throw sneaky(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unchecked") // what is thrown is not checked at run time
  private static <E extends Throwable> RuntimeException sneaky(Throwable e) throws E {
    throw (E) e;
  }

  @Override
  public String toString() {
    return code.toString();
  }
}
