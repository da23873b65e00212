package jacobean.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ./jacobean eval} on the table of cells and results in {@code eval-cases.md}. */
class EvalTest {
  static List<Fenced> cases() {
    try {
      return Fenced.parse(
          Files.readString(Launcher.ROOT.resolve("src/test/resources/eval-cases.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void printsWhatTheTableSays(Fenced example) {
    var arguments =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("eval"), example.texts("java").stream())
            .toArray(String[]::new);
    var errors = example.texts("error");
    var outcome = Launcher.inCheckout().jacobean(arguments).expect(errors.isEmpty() ? 0 : 1);
    for (var text : example.texts("text")) {
      assertTrue(
          Numbers.same(text, outcome.out()), () -> "expected\n" + text + "\nbut got\n" + outcome);
    }
    for (var error : errors) {
      for (var fragment : error.lines().toList()) {
        assertTrue(
            outcome.err().contains(fragment),
            () -> "standard error lacks \"" + fragment + "\"\n" + outcome);
      }
    }
  }

  @Test
  void readsCellsFromStandardInput() {
    var outcome = Launcher.inCheckout().reading("int two = 2;\ntwo + 2\n").jacobean("eval", "-");
    assertTrue(outcome.expect(0).out().strip().equals("4"), outcome::toString);
  }

  @Test
  void theFirstFailureEndsItAndIsSaidOnStandardError() {
    var outcome =
        Launcher.inCheckout().jacobean("eval", "int n = 3;", "n / 0", "print(\"after\");");
    outcome.expect(1);
    assertTrue(outcome.err().contains("ArithmeticException: / by zero"), outcome::toString);
    assertTrue(!outcome.out().contains("after"), outcome::toString);
  }
}
