package jacobean.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jacobean.Array;
import jacobean.core.Engine;
import jacobean.core.Engines;
import jacobean.jax;
import jacobean.jnp;
import jacobean.laws.FunctionTable;
import jacobean.laws.Laws;
import jacobean.laws.OperationTable;
import jacobean.laws.Row.Case;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the core's table gives on ND4J what it gives on the reference. */
class Nd4jEngineTest {
  private static final Engine ND4J = Engines.named("nd4j");
  private static final Engine REFERENCE = Engines.named("reference");

  static Stream<Case> cases() {
    return Stream.concat(OperationTable.cases(), FunctionTable.cases());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void engineIsReference(Case c) {
    Laws.engineIsReference(ND4J, REFERENCE, c);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void engineTransformsAsReference(Case c) {
    Laws.engineTransformsAsReference(ND4J, REFERENCE, c);
  }

  @Test
  void itIsUsedOnlyWhenAskedFor() {
    assertNotEquals("nd4j", Engine.current().name());
    assertEquals("nd4j", Engines.available().getLast().name());
  }

  @Test
  void transformationsRunOnIt() {
    var x = jnp.array(1., 2., 3.);
    var g =
        Engines.with(
            ND4J, () -> jax.jit(jax.grad((Array v) -> jnp.sum(jnp.tanh(v).times(v)))).apply(x));
    var wanted = jax.grad((Array v) -> jnp.sum(jnp.tanh(v).times(v))).apply(x);
    for (int i = 0; i < 3; i++) {
      assertEquals(wanted.get(i).item(), g.get(i).item(), 1e-6);
    }
  }
}
