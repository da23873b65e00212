package jacobean.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.core.HostArray;
import jacobean.jnp;
import jacobean.text.Elements;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays as HTML. */
class ArrayViewTest {
  private static Elements iota(int... shape) {
    return HostArray.ofReals(Aval.of(Shape.of(shape), DType.FLOAT32), i -> i).elements();
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(new int[] {}, "<pre>0.0</pre>", 0),
        Arguments.of(new int[] {3}, "<pre>[0. 1. 2.]</pre>", 0),
        Arguments.of(new int[] {0, 3}, "<pre>[]</pre>", 0),
        Arguments.of(new int[] {2, 2}, "<tr><th>1</th><td>2.</td><td>3.</td></tr>", 4),
        Arguments.of(new int[] {2, 1, 2}, "<code>[1]</code>", 4),
        Arguments.of(new int[] {1, 1, 1, 2}, "<pre>[[[[0. 1.]]]]</pre>", 0),
        Arguments.of(new int[] {12, 12}, "<th>11</th>", 144),
        Arguments.of(new int[] {13, 2}, "<th>⋮</th><td>⋮</td><td>⋮</td>", 26),
        Arguments.of(new int[] {1, 13}, "<td>…</td>", 13),
        Arguments.of(new int[] {1000, 1000}, "<th>999</th>", 13 * 13));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void shows(int[] shape, String part, int cells) {
    String html = ArrayView.html(iota(shape), "f32", 1);
    assertTrue(html.contains(part), html);
    assertEquals(cells, html.split("<td>", -1).length - 1);
  }

  @Test
  void captionHasTypeShapeAndBytes() {
    String html = ArrayView.html(iota(2, 3), "f32[2,3]", 24);
    assertTrue(
        html.contains("<code>f32[2,3]</code> <span class=\"dim\">shape (2, 3), 6 elements, 24 B"),
        html);
  }

  @Test
  void deletedArraysSayOnlyWhatTheyWere() {
    var x = jnp.ones(3);
    x.delete();
    assertEquals("Deleted<f32[3]>", ArrayView.of(x).toString());
    assertTrue(ArrayView.of(x).toHtml().contains("Deleted&lt;f32[3]&gt;"));
    assertTrue(TreeView.of(List.of(x)).toString().contains("f32[3] = deleted"));
  }
}
