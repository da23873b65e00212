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

  /** A loop of 5 turns, in a loop over the shares where there are several. */
  @Test
  void sharesOfExamples() {
    ArrayFn1 loop = x -> lax.foriLoop(0, 5, (i, c) -> jnp.sin(c), x);
    Map.of(1, List.of(5), 6, List.of(5, 6), 32, List.of(5, 16), 34, List.of(5, 17), 67, List.of(5))
        .forEach(
            (examples, expected) -> {
              var program = jax.makeJaxpr(pmap(loop)).apply(jnp.ones(examples)).toString();
              var lengths =
                  Pattern.compile("length=(\\d+)")
                      .matcher(program)
                      .results()
                      .map(m -> Integer.valueOf(m.group(1)))
                      .toList();
              assertEquals(expected, lengths, program);
            });
  }

  @Test
  void loopsWithStepsInJavaStayWhole() {
    ArrayFn1 loop = x -> lax.foriLoop(0, 5, (i, c) -> jnp.sort(jnp.sin(c)), x);
    var program = jax.makeJaxpr(pmap(loop)).apply(jnp.ones(6, 3)).toString();
    assertEquals(1, program.split("length=").length - 1, program);
  }

  @ParameterizedTest
  @MethodSource("loops")
  void pmapIsVmap(SpreadLoops.Loop loop) {
    var engine = Engines.named("reference");
    SpreadLoops.check(loop, engine, 2);
    SpreadLoops.check(loop, engine, 7);
    SpreadLoops.check(loop, engine, 34);
  }
}
