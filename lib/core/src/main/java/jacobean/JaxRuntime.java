package jacobean;

import jacobean.core.Devices;
import jacobean.core.Engine;
import jacobean.core.NanWatch;
import jacobean.core.Origin;
import jacobean.core.Trace;
import jacobean.debugging.KeyReuse;
import jacobean.type.Aval;
import java.util.function.Supplier;

/** The part of {@link jax} about the process that programs run in, and about finding mistakes. */
abstract sealed class JaxRuntime extends JaxTools permits JaxNames {

  // --- What there is ---

  /**
   * What tracing knows of an array: shape, dtype, and whether the dtype is weak. {@code
   * jax.typeof}.
   *
   * {@snippet :
   * jax.typeof(jnp.ones(2, 3)) // => f32[2,3]
   * }
   */
  public static Aval typeof(Array x) {
    return x.aval();
  }

  /** The type of the array that a Java number is. */
  public static Aval typeof(Number x) {
    return jnp.asarray(x).aval();
  }

  /**
   * The kind of machine that programs run on. {@code jax.default_backend}.
   *
   * {@snippet :
   * jax.defaultBackend() // => cpu
   * }
   */
  public static String defaultBackend() {
    return Devices.all().getFirst().kind();
  }

  /**
   * The tree itself. Operations are finished when they return, so there is nothing to wait for;
   * timings may call it as in JAX. {@code jax.block_until_ready}.
   *
   * {@snippet :
   * jax.blockUntilReady(jnp.ones(2)) // => [1. 1.]
   * }
   */
  public static <T> T blockUntilReady(T tree) {
    return tree;
  }

  /**
   * Nothing: what programs print and call has been done when they return. {@code
   * jax.effects_barrier}.
   *
   * {@snippet :
   * jax.effectsBarrier();
   * }
   */
  public static void effectsBarrier() {}

  /**
   * What to say in a report of a mistake: versions, machine, engine, devices. {@code
   * jax.print_environment_info}.
   *
   * {@snippet :
   * printEnvironmentInfo();
   * }
   */
  public static void printEnvironmentInfo() {
    System.out.println(environmentInfo());
  }

  private static String environmentInfo() {
    var os = System.getProperty("os.name") + " " + System.getProperty("os.version");
    return """
        java:    %s (%s)
        system:  %s, %s, %d processors, %d MiB for the Java heap
        engine:  %s
        devices: %s"""
        .formatted(
            System.getProperty("java.runtime.version"),
            System.getProperty("java.vm.name"),
            os,
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20,
            Engine.current().name(),
            Devices.all());
  }

  // --- Finding mistakes ---

  /**
   * Whether to look for the operation that makes the first infinite number, as {@code debugNans}
   * does for NaN. {@code jax_debug_infs}.
   *
   * {@snippet :
   * jax.debugInfs(false);
   * }
   */
  public static void debugInfs(boolean on) {
    NanWatch.watch().setInfinities(on);
  }

  /**
   * Whether using a random key twice is an error; otherwise keys are not watched. {@link
   * jax.debug#keyReuse} can also warn, as it does at the start. {@code jax_debug_key_reuse}.
   *
   * {@snippet :
   * jax.debugKeyReuse(true);
   * debug.keyReuse("warn");
   * }
   */
  public static void debugKeyReuse(boolean on) {
    KeyReuse.watch().setLevel(on ? KeyReuse.Level.ERROR : KeyReuse.Level.OFF);
  }

  /**
   * Whether each compilation of a function is told on standard error, with the types that it is
   * for. {@code jax_log_compiles}.
   *
   * {@snippet :
   * jax.logCompiles(false);
   * }
   */
  public static void logCompiles(boolean on) {
    Retraces.log(on);
  }

  /**
   * Runs a body under a name, which messages about its operations say. Scopes nest. {@code
   * jax.named_scope}.
   *
   * {@snippet :
   * jax.namedScope("layer1", () -> jnp.exp(jnp.zeros(2))) // => [1. 1.]
   * }
   */
  public static <T> T namedScope(String name, Supplier<T> body) {
    return Origin.scoped(name, body);
  }

  /**
   * A function that runs under a name, as {@link #namedScope}. {@code jax.named_call}.
   *
   * {@snippet :
   * jax.namedCall(x -> x.times(2), "twice").apply(jnp.ones(2)) // => [2. 2.]
   * }
   *
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static ArrayFn1 namedCall(ArrayFn1 f, String name) {
    return a -> namedScope(name, () -> f.apply(a));
  }

  /** {@link #namedCall(ArrayFn1, String)} of a function of two arrays. */
  public static ArrayFn2 namedCall(ArrayFn2 f, String name) {
    return (a, b) -> namedScope(name, () -> f.apply(a, b));
  }

  /** {@link #namedCall(ArrayFn1, String)} of a function of three arrays. */
  public static ArrayFn3 namedCall(ArrayFn3 f, String name) {
    return (a, b, c) -> namedScope(name, () -> f.apply(a, b, c));
  }

  /**
   * Computes now, while a function is being traced, what does not depend on its arguments, so that
   * Java can look at the numbers. {@code jax.ensure_compile_time_eval}.
   *
   * {@snippet :
   * jit(x -> x.times(jax.ensureCompileTimeEval(() -> jnp.sum(jnp.ones(3)).item()))).apply(jnp.ones(2)) // => [3. 3.]
   * }
   *
   * @throws jacobean.error.TracerException if the body uses a traced argument
   */
  public static <T> T ensureCompileTimeEval(Supplier<T> body) {
    return Trace.evaluating(body);
  }
}
