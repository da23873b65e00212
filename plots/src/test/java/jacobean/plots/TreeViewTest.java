package jacobean.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.core.HostArray;
import jacobean.core.Value;
import jacobean.jnp;
import jacobean.tree;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pytrees as text and as HTML. */
class TreeViewTest {
  record Dense(Value kernel, Value bias) {}

  record Model(Dense first, List<Object> rest, Map<String, Object> state, double rate) {}

  private static Value iota(int... shape) {
    return HostArray.ofReals(Aval.of(Shape.of(shape), DType.FLOAT32), i -> i).toConcrete();
  }

  private static Model model() {
    return new Model(
        new Dense(iota(2, 3), iota(3)),
        Arrays.asList(iota(100, 10), null),
        Map.of("step", 7, "name", "<script>alert('x')</script>", "<b>key</b>", true),
        0.1);
  }

  @Test
  void asText() {
    assertEquals(
        """
        Model  (7 leaves, 1,012 elements, 4 KB)
        ├─ first: Dense  (2 leaves, 9 elements, 36 B)
        │  ├─ kernel: f32[2,3] = [[0. 1. 2.] [3. 4. 5.]]
        │  └─ bias: f32[3] = [0. 1. 2.]
        ├─ rest: List  (1 leaf, 1,000 elements, 3.9 KB)
        │  ├─ [0]: f32[100,10]
        │  └─ [1]: null
        ├─ state: Map  (3 leaves, 2 elements, 5 B)
        │  ├─ <b>key</b>: boolean = true
        │  ├─ name: String = "<script>alert('x')</script>"
        │  └─ step: int = 7
        └─ rate: double = 0.1\
        """,
        TreeView.of(model()).toString());
  }

  @Test
  void aStructureIsALeaf() {
    assertEquals(
        """
        Flattened  (2 leaves, 5 elements, 20 B)
        ├─ leaves: List  (1 leaf, 5 elements, 20 B)
        │  └─ [0]: f32[5] = [0. 1. 2. 3. 4.]
        └─ structure: Structure = {'w': *}        """,
        TreeView.of(tree.flatten(Map.of("w", jnp.arange(5.)))).toString());
  }

  @Test
  void asHtml() {
    String html = TreeView.of(model()).toHtml();
    assertTrue(html.contains("<details open><summary>Model "), html);
    assertTrue(html.contains("<b>kernel</b>: <code>f32[2,3]</code>"), html);
    assertTrue(html.contains("<span class=\"dim\">24 B</span>"), html);
    assertTrue(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"), html);
    assertTrue(html.contains("<b>&lt;b&gt;key&lt;/b&gt;</b>"), html);
    assertFalse(html.contains("<script"), html);
    for (String tag : List.of("details", "summary", "ul", "li", "code", "span", "b", "div")) {
      assertEquals(count(html, "<" + tag + "[ >]"), count(html, "</" + tag + ">"), tag);
    }
  }

  private static long count(String text, String regex) {
    return java.util.regex.Pattern.compile(regex).matcher(text).results().count();
  }

  @Test
  void largeTreesAreCutButCounted() {
    List<Integer> million = Collections.nCopies(1_000_000, 1);
    String text = TreeView.of(million).toString();
    assertTrue(text.startsWith("List  (1,000,000 leaves, 1,000,000 elements, 3.8 MB)"), text);
    assertTrue(text.contains("├─ … 999,950 more children"), text);
    assertTrue(text.endsWith("└─ [999999]: int = 1"), text);
    assertEquals(52, text.lines().count());

    List<?> wide = IntStream.range(0, 1000).mapToObj(i -> Collections.nCopies(1000, 0.5)).toList();
    var view = TreeView.of(wide);
    assertTrue(view.toString().contains("(1,000,000 leaves, 1,000,000 elements, 7.6 MB)"));
    assertTrue(view.toHtml().length() < 200_000, () -> "html: " + view.toHtml().length());
  }

  @Test
  void aTreeInItselfEnds() {
    List<Object> loop = new ArrayList<>();
    loop.add(loop);
    String text = TreeView.of(loop).toString();
    assertTrue(text.contains("nested more than 100 deep"), text);
  }

  @Test
  void aBrokenLeafBreaksNothing() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no text");
          }
        };
    String text = TreeView.of(Arrays.asList(broken, 1)).toString();
    assertTrue(text.contains("(toString threw IllegalStateException)"), text);
    assertTrue(text.contains("└─ [1]: int = 1"), text);
  }

  @Test
  void keysThatCannotBeSortedStayInTheirOrder() {
    var keys = new java.util.LinkedHashMap<Object, Object>();
    keys.put("b", 1);
    keys.put(2, 2);
    assertEquals(
        """
        Map  (2 leaves, 2 elements, 8 B)
        ├─ b: int = 1
        └─ 2: int = 2\
        """,
        TreeView.of(keys).toString());
  }

  @Test
  void leavesByThemselves() {
    assertEquals("f32[] = 0.0", TreeView.of(iota()).toString());
    assertEquals(
        "f32[2,2] = [[1.5 -2.] [-0.25 1.]]",
        TreeView.of(jnp.array(new double[][] {{1.5, -2}, {-0.25, 1}})).toString());
    assertEquals("null", TreeView.of(null).toString());
    assertEquals("long = 5", TreeView.of(5L).toString());
    assertEquals("List  (0 leaves, 0 elements, 0 B)", TreeView.of(List.of()).toString());
  }
}
