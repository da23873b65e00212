package jacobean.kernel.session;

import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public members of the types that javac's messages name, where they are on the class path. */
final class Members {
  /** Each fits into those after it. */
  private static final List<String> INTEGERS = List.of("byte", "short", "int", "long");

  private static final Pattern LAST_NAME = Pattern.compile("([\\w.$]+)(?:<.*>)?\\s*$");
  private static final Pattern CONVERTS = Pattern.compile("item|to[A-Z]\\w*|as[A-Z]\\w*|\\w+Value");

  private Members() {}

  /** The names of a type's fields, methods and classes; empty if the type is not known. */
  static Optional<List<String>> of(String location) {
    return type(location)
        .map(
            type ->
                Stream.concat(
                        Stream.concat(
                                Arrays.stream(type.getMethods()), Arrays.stream(type.getFields()))
                            .map(Member::getName),
                        Arrays.stream(type.getClasses()).map(Class::getSimpleName))
                    .distinct()
                    .toList());
  }

  /** The names of a class's static methods and fields. */
  static Set<String> statics(Class<?> type) {
    return Stream.<Member>concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getFields()))
        .filter(member -> Modifier.isStatic(member.getModifiers()))
        .map(Member::getName)
        .collect(Collectors.toSet());
  }

  /**
   * How a value of a type becomes a primitive or an array, as {@code intValue()} an int: of the
   * methods that give what is wanted {@code item} before the shortest name; else one that gives a
   * narrower integer where an integer is wanted; else one that gives a double, with a cast.
   */
  static Optional<String> conversion(String type, String wanted) {
    List<Method> methods =
        type(type).stream()
            .flatMap(t -> Arrays.stream(t.getMethods()))
            .filter(m -> m.getParameterCount() == 0 && !Modifier.isStatic(m.getModifiers()))
            .filter(m -> CONVERTS.matcher(m.getName()).matches())
            .sorted(
                Comparator.comparing((Method m) -> !m.getName().equals("item"))
                    .thenComparing(m -> m.getName().length())
                    .thenComparing(Method::getName))
            .toList();
    int width = INTEGERS.indexOf(wanted);
    Stream<String> narrower =
        INTEGERS.subList(0, Math.max(width, 0)).reversed().stream()
            .flatMap(n -> giving(methods, n).stream());
    Stream<String> cut =
        width < 0 && !wanted.equals("float")
            ? Stream.empty()
            : giving(methods, "double").stream().map(m -> "(" + wanted + ") value." + m);
    return Stream.of(giving(methods, wanted).stream(), narrower)
        .flatMap(m -> m)
        .map(m -> "value." + m)
        .findFirst()
        .or(cut::findFirst);
  }

  private static Optional<String> giving(List<Method> methods, String type) {
    return methods.stream()
        .filter(m -> m.getReturnType().getTypeName().equals(type))
        .findFirst()
        .map(m -> m.getName() + "()");
  }

  /** What a record is read by. */
  static Optional<String> parts(String type) {
    return type(type)
        .filter(Class::isRecord)
        .map(
            record ->
                Arrays.stream(record.getRecordComponents())
                    .map(part -> part.getName() + "()")
                    .collect(
                        Collectors.joining(
                            ", ", "the parts of " + record.getSimpleName() + " are ", "")));
  }

  private static Optional<Class<?>> type(String location) {
    Matcher name = LAST_NAME.matcher(location);
    return name.find() ? loaded(name.group(1)) : Optional.empty();
  }

  /** A class by the name that source code has for it: {@code a.B.C} is {@code a.B$C}. */
  private static Optional<Class<?>> loaded(String name) {
    try {
      return Optional.of(Class.forName(name, false, Members.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      int dot = name.lastIndexOf('.');
      return dot < 0
          ? Optional.empty()
          : loaded(name.substring(0, dot) + "$" + name.substring(dot + 1));
    }
  }
}
