package user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.Array;
import jacobean.error.TreeException;
import jacobean.jnp;
import jacobean.tree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The functions of {@code jax.tree} on records, lists and maps. */
class TreeFunctionsTest {
  record Layer(Array w, Array b) {}

  private static final Layer LAYER = new Layer(jnp.array(1., 2.), jnp.array(3.));
  private static final Object NESTED = Map.of("b", List.of(1, 2), "a", LAYER);

  @Test
  void flattenAndUnflattenAreInverse() {
    var flat = tree.flatten(NESTED);
    assertEquals("[[1. 2.], 3.0, 1, 2]", flat.leaves().toString());
    assertEquals(
        tree.mapTo(Array::toString, NESTED),
        tree.mapTo(Array::toString, tree.unflatten(flat.structure(), flat.leaves())));
  }

  @Test
  void pathsNameLeaves() {
    assertEquals(
        "['a'].w ['a'].b ['b'][0] ['b'][1]",
        String.join(" ", tree.leavesWithPath(NESTED).stream().map(tree.PathLeaf::path).toList()));
    var scaled = tree.mapWithPath((path, x) -> path.equals(".w") ? x.times(10) : x, LAYER);
    assertEquals("Layer[w=[10. 20.], b=3.0]", scaled.toString());
  }

  @Test
  void reduceCombinesFromTheFirst() {
    assertEquals("1.0", tree.reduce((a, b) -> a.minus(b), List.of(6., 3., 2.)).toString());
    assertEquals(3L, tree.<Long>reduce((n, leaf) -> n + leaf.size(), LAYER, 0L));
    assertThrows(TreeException.class, () -> tree.reduce((a, b) -> a, List.of()));
  }

  @Test
  void allAsksEveryElement() {
    assertTrue(tree.all(LAYER));
    assertFalse(tree.all(List.of(LAYER, jnp.zeros(2))));
  }

  @Test
  void broadcastRepeatsAPrefix() {
    assertEquals(
        "[Layer[w=1, b=1], 2]", tree.broadcast(List.of(1, 2), List.of(LAYER, 7)).toString());
    assertThrows(TreeException.class, () -> tree.broadcast(List.of(1, 2, 3), List.of(LAYER, 7)));
  }

  @Test
  void transposeTurnsInsideOut() {
    var outer = tree.structure(List.of(0, 0));
    var inner = tree.structure(Map.of("a", 0, "b", 0));
    var turned =
        tree.transpose(outer, inner, List.of(Map.of("a", 1, "b", 2), Map.of("a", 3, "b", 4)));
    assertEquals("{a=[1, 3], b=[2, 4]}", turned.toString());
  }
}
