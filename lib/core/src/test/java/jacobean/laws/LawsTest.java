package jacobean.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.control.Jit;
import jacobean.core.Primitive;
import jacobean.laws.Row.Case;
import jacobean.op.Arithmetic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws hold of every operation, and every primitive is an operation of the table. */
class LawsTest {

  static Stream<Case> cases() {
    return Stream.concat(OperationTable.cases(), FunctionTable.cases());
  }

  /** An exception is told with the case that it came of. */
  private static void hold(java.util.function.Consumer<Case> law, Case c) {
    try {
      law.accept(c);
    } catch (RuntimeException e) {
      throw new AssertionError(c + ": " + e, e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void typesAreThoseOfValues(Case c) {
    hold(Laws::typesAreThoseOfValues, c);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void loweringIsEval(Case c) {
    hold(Laws::loweringIsEval, c);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void jitIsEager(Case c) {
    hold(Laws::jitIsEager, c);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void vmapIsLoop(Case c) {
    hold(Laws::vmapIsLoop, c);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void derivativesHaveTheTypesOfWhatMoves(Case c) {
    hold(Laws::derivativesHaveTheTypesOfWhatMoves, c);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void jvpIsDifference(Case c) {
    hold(Laws::jvpIsDifference, c);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void vjpIsTransposedJvp(Case c) {
    hold(Laws::vjpIsTransposedJvp, c);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void secondDerivatives(Case c) {
    hold(Laws::secondDerivatives, c);
  }

  @Test
  void everyPrimitiveHasARow() throws Exception {
    var covered =
        OperationTable.rows()
            .map(r -> r.primitive().getClass().getName())
            .collect(Collectors.toSet());
    var missing = new TreeSet<String>();
    for (var home : List.of(Arithmetic.class, Jit.class)) {
      for (var type : classesBeside(home)) {
        if (type.isRecord()
            && Primitive.class.isAssignableFrom(type)
            && !covered.contains(type.getName())) {
          missing.add(type.getName());
        }
      }
    }
    assertEquals(new TreeSet<>(), missing, "these primitives need a row in OperationTable");
  }

  /** All classes of a class' package, found as files. */
  private static List<Class<?>> classesBeside(Class<?> home)
      throws IOException, ReflectiveOperationException {
    var root =
        Path.of(
            java.net.URI.create(
                home.getProtectionDomain().getCodeSource().getLocation().toString()));
    var folder = root.resolve(home.getPackageName().replace('.', '/'));
    try (var files = Files.list(folder)) {
      var names =
          files
              .map(f -> f.getFileName().toString())
              .filter(n -> n.endsWith(".class"))
              .sorted()
              .toList();
      var classes = new java.util.ArrayList<Class<?>>();
      for (var name : names) {
        classes.add(
            Class.forName(
                home.getPackageName()
                    + "."
                    + name.substring(0, name.length() - ".class".length())));
      }
      assertEquals(false, classes.isEmpty(), "no classes in " + folder);
      return classes;
    }
  }
}
