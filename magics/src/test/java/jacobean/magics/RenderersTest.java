package jacobean.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.jnp;
import jacobean.kernel.spi.Magic;
import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Preload;
import jacobean.kernel.spi.Renderer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the registered renderers make of values. */
class RenderersTest {
  record Line(Array w, Array b) {}

  record Named(String name, int count) {}

  private static Optional<MimeBundle> render(Object value) {
    return ServiceLoader.load(Renderer.class).stream()
        .flatMap(renderer -> renderer.get().render(value).stream())
        .findFirst();
  }

  static Stream<Arguments> shown() {
    Array one = jnp.array(1.);
    Array matrix = jnp.array(new double[][] {{1, 2}, {3, 4}});
    return Stream.of(
        Arguments.of(
            jnp.array(2., 4., 6.), "Array([2., 4., 6.], dtype=float32)", "<pre>[2. 4. 6.]</pre>"),
        Arguments.of(matrix, "Array([[1., 2.],\n       [3., 4.]], dtype=float32)", "<td>4.</td>"),
        Arguments.of(
            new Line(one, one),
            "Line  (2 leaves, 2 elements, 8 B)\n├─ w: f32[] = 1.0\n└─ b: f32[] = 1.0",
            "<b>w</b>"),
        Arguments.of(
            List.of(one), "List  (1 leaf, 1 element, 4 B)\n└─ [0]: f32[] = 1.0", "<b>[0]</b>"),
        Arguments.of(
            Map.of("p", List.of(one)),
            "Map  (1 leaf, 1 element, 4 B)\n"
                + "└─ p: List  (1 leaf, 1 element, 4 B)\n"
                + "   └─ [0]: f32[] = 1.0",
            "<b>p</b>"),
        Arguments.of(Show.show(3), "int = 3", "<code>int</code>"),
        Arguments.of(
            Show.show(List.of(1)),
            "List  (1 leaf, 1 element, 4 B)\n└─ [0]: int = 1",
            "<b>[0]</b>"));
  }

  @ParameterizedTest
  @MethodSource("shown")
  void showsAsTextAndHtml(Object value, String text, String html) {
    MimeBundle bundle = render(value).orElseThrow();
    assertEquals(text, bundle.plain());
    assertTrue(FakeSession.html(bundle).contains(html), FakeSession.html(bundle));
  }

  static Stream<Object> ordinary() {
    return Stream.of(
        1, "text", List.of(1, 2), Map.of("a", 1), new Named("n", 1), new Object[] {"a"}, List.of());
  }

  @ParameterizedTest
  @MethodSource("ordinary")
  void leavesOrdinaryJavaAlone(Object value) {
    assertEquals(Optional.empty(), render(value));
  }

  @Test
  void leavesNullAndLoopsAlone() {
    assertEquals(Optional.empty(), render(null));
    List<Object> loop = new ArrayList<>();
    loop.add(loop);
    assertEquals(Optional.empty(), render(loop));
  }

  @Test
  void plotsHaveAllFormats() {
    var losses = Arrays.asList(jnp.array(3.), jnp.array(2.), 1.5);
    MimeBundle bundle = render(Show.plot(losses).title("<b>Loss</b>")).orElseThrow();
    assertEquals(Set.of("text/plain", "text/html", "image/svg+xml"), bundle.data().keySet());
    assertTrue(((String) bundle.data().get("image/svg+xml")).startsWith("<svg "));
    assertFalse(FakeSession.html(bundle).contains("<b>Loss"), "escaped");
    assertEquals(3, Show.plot(jnp.array(1., 2., 3.)).series().getFirst().size());
    assertEquals(2, Show.plot(jnp.array(1., 2.), new int[] {3, 4}).series().getFirst().size());
  }

  @Test
  void nothingFromTheUserIsMarkup() {
    String attack = "</code><script>alert('1')</script><img src=x onerror=alert(2)>";
    var tree = Map.of(attack, List.of(attack, jnp.array(1.)), "z", new Named(attack, 1));
    String html = FakeSession.html(render(tree).orElseThrow());
    assertFalse(html.contains("<script") || html.contains("<img"), html);
    assertTrue(html.contains("&lt;script&gt;"), html);
  }

  @Test
  void servicesAreRegistered() {
    assertEquals(
        Set.of("devices", "keys"),
        ServiceLoader.load(Magic.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(magic -> magic.getClass().getPackageName().equals("jacobean.magics"))
            .map(Magic::name)
            .collect(Collectors.toSet()));
    assertEquals(1, ServiceLoader.load(Preload.class).stream().count());
  }
}
