package jacobean.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages at the root say is true. */
class ReadmeTest {
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");
  private static final Pattern COMMAND = Pattern.compile("\\./jacobean ([a-z]+)");

  @Test
  void theFirstCellPrintsWhatItSays() throws IOException {
    var examples = Fenced.parse(page("README.md"));
    var first = examples.stream().filter(e -> !e.texts("java").isEmpty()).findFirst().orElseThrow();
    var outcome = Launcher.inCheckout().jacobean("eval", first.texts("java").getFirst()).expect(0);
    assertEquals(first.texts("text").getFirst(), outcome.out().strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"})
  void linksLeadSomewhere(String name) throws IOException {
    var missing =
        LINK.matcher(page(name))
            .results()
            .map(m -> m.group(1))
            .filter(link -> !Files.exists(Launcher.ROOT.resolve(link)))
            .toList();
    assertEquals(List.of(), missing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"})
  void commandsExist(String name) throws IOException {
    var help = Launcher.inCheckout().jacobean("help").expect(0).out();
    for (var found : COMMAND.matcher(page(name)).results().toList()) {
      assertTrue(help.contains("./jacobean " + found.group(1)), found::group);
    }
  }

  private static String page(String name) throws IOException {
    return Files.readString(Launcher.ROOT.resolve(name));
  }
}
