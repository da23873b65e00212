package jacobean.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.jnp;
import jacobean.kernel.spi.MagicException;
import jacobean.random;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code %keys} finds keys and tells where they came from. */
class KeysMagicTest {
  private static Array key(long seed) {
    return random.PRNGKey(seed);
  }

  private static Array child(Array key, int i) {
    return random.split(key, i + 1).get(i);
  }

  static Stream<Arguments> forgotten() {
    Array unknown = key(4_000_000_000L);
    return Stream.of(
        Arguments.of(key(0), "PRNGKey(0)"),
        Arguments.of(key(2022), "PRNGKey(2022)"),
        Arguments.of(unknown, "PRNGKey(4000000000)"),
        Arguments.of(child(key(2022), 1), "split(PRNGKey(2022))[1]"),
        Arguments.of(random.foldIn(key(42), 9), "split(PRNGKey(42))[9]"),
        Arguments.of(child(child(key(3), 1), 0), "split(split(PRNGKey(3))[1])[0]"),
        Arguments.of(
            child(child(child(key(0), 1), 1), 1), "split(split(split(PRNGKey(0))[1])[1])[1]"),
        Arguments.of(child(unknown, 3), "?"));
  }

  @ParameterizedTest
  @MethodSource("forgotten")
  void findsSeedsThatNoVariableHolds(Array key, String origin) {
    String row = text(new FakeSession().with("k", key)).lines().skip(1).findFirst().orElseThrow();
    assertTrue(row.endsWith("  " + origin), row);
  }

  @Test
  void prefersTheSessionsOwnKeys() {
    Array parent = child(key(4_000_000_000L), 0);
    String text =
        text(
            new FakeSession()
                .with("first", parent)
                .with("pair", random.split(parent))
                .with("folded", random.foldIn(parent, 63)));
    assertTrue(text.contains("split(first)[0]"), text);
    assertTrue(text.contains("split(first)[1]"), text);
    assertTrue(text.contains("split(first)[63]"), text);
    assertTrue(text.contains("pair[1]"), text);
  }

  @Test
  void looksIntoTreesAndBatches() {
    String text =
        text(
            new FakeSession()
                .with("rngs", Map.of("dropout", key(1)))
                .with("batch", random.splitArray(key(5), 5)));
    assertTrue(text.contains("rngs['dropout']  In [1]  u32[2]    00000000 00000001"), text);
    assertTrue(text.contains("u32[5,2]"), text);
    assertTrue(text.contains("split(PRNGKey(5))[2], … 2 more"), text);
  }

  @Test
  void leavesOtherValuesOut() {
    var session =
        new FakeSession()
            .with("x", jnp.array(1., 2.))
            .with("none", null)
            .with("words", List.of("a", "b"))
            .with("mixed", Map.of("a", 1, 2, "b"));
    assertEquals("no keys; make one with random.PRNGKey(seed)", text(session));
  }

  @Test
  void escapesKeysOfMaps() {
    var session = new FakeSession().with("m", Map.of("<script>alert(1)</script>", key(1)));
    String html = FakeSession.html(new KeysMagic().run(session.call()));
    assertFalse(html.contains("<script"), html);
    assertTrue(html.contains("&lt;script&gt;"), html);
  }

  @Test
  void refusesArguments() {
    var error =
        assertThrows(
            MagicException.class, () -> new KeysMagic().run(new FakeSession().call("a", "b")));
    assertTrue(error.getMessage().contains("'a b'"), error.getMessage());
  }

  private static String text(FakeSession session) {
    return new KeysMagic().run(session.call()).plain();
  }
}
