package jacobean.laws;

import static jacobean.jax.pmap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jacobean.ArrayFn1;
import jacobean.core.Engines;
import jacobean.jax;
import jacobean.jnp;
import jacobean.lax;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops that pmap spreads give what vmap gives. */
class SpreadLoopsTest {
  static Stream<SpreadLoops.Loop> loops() {
    return SpreadLoops.table();
  }

  /** A loop of 5 turns for 6 examples, in a loop over the shares where there are several. */
  @Test
  void eachCoreRunsALoopOfItsOwn() {
    ArrayFn1 loop = x -> lax.foriLoop(0, 5, (i, c) -> jnp.sin(c), x);
    var x = jnp.ones(6);
    for (var expected :
        Map.of(1, List.of(5), 2, List.of(5, 2), 4, List.of(5, 6), 16, List.of(5)).entrySet()) {
      var program =
          SpreadLoops.onCores(
              Engines.named("reference"),
              expected.getKey(),
              () -> jax.makeJaxpr(pmap(loop)).apply(x).toString());
      var lengths =
          Pattern.compile("length=(\\d+)")
              .matcher(program)
              .results()
              .map(m -> Integer.valueOf(m.group(1)))
              .toList();
      assertEquals(expected.getValue(), lengths, expected.getKey() + " cores: " + program);
    }
  }

  @ParameterizedTest
  @MethodSource("loops")
  void pmapIsVmap(SpreadLoops.Loop loop) {
    var engine = Engines.named("reference");
    SpreadLoops.check(loop, engine, 2, 2);
    SpreadLoops.check(loop, engine, 2, 6);
    SpreadLoops.check(loop, engine, 3, 7);
    SpreadLoops.check(loop, engine, 4, 3);
    SpreadLoops.check(loop, engine, 16, 2);
  }
}
