package jacobean;

import jacobean.core.Engine;
import jacobean.core.Eval;
import jacobean.core.Jaxpr;
import jacobean.core.Stage.Staged;
import jacobean.pytree.Structure;
import jacobean.type.Aval;
import java.util.List;

/**
 * A function's program for arguments of certain types, ready to be compiled. {@code Lowered}.
 *
 * {@snippet :
 * var lowered = jit(x -> x.times(2)).lower(jnp.ones(3));
 * lowered.jaxpr() // => { lambda ; a:f32[3]. let b:f32[3] = mul a 2.0:f32[] in (b,) }
 * lowered.outInfo() // => ShapeDtypeStruct(shape=(3,), dtype=float32)
 * lowered.asText().contains("mul") // => true
 * lowered.compile().call(jnp.ones(3)) // => [2. 2. 2.]
 * }
 */
public final class Lowered<R> {
  private final Staged staged;
  private final Structure arguments;
  private final List<Aval> types;
  private final Structure result;

  Lowered(Staged staged, Structure arguments, List<Aval> types, Structure result) {
    this.staged = staged;
    this.arguments = arguments;
    this.types = types;
    this.result = result;
  }

  /** The program. */
  public Jaxpr jaxpr() {
    return staged.jaxpr();
  }

  /** The program as text. {@code as_text}. */
  public String asText() {
    return staged.jaxpr().toString();
  }

  /** The structure, shapes and dtypes of the result. {@code out_info}. */
  public Object outInfo() {
    return Shapes.of(result, staged.jaxpr().outputTypes());
  }

  /**
   * Compiles the program with the engine in use.
   *
   * @throws jacobean.error.TracerException if the function closed over values that are being traced
   */
  public Compiled<R> compile() {
    return new Compiled<>(
        Eval.compiled(staged.jaxpr(), Engine.current()),
        staged.captured(),
        arguments,
        types,
        result);
  }

  @Override
  public String toString() {
    return asText();
  }
}
