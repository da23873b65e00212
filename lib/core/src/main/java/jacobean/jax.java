package jacobean;

import jacobean.core.Device;
import jacobean.core.Engine;
import jacobean.core.Jaxpr;
import jacobean.fn.Fn;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.List;

/**
 * Transformations of functions: {@code grad}, {@code jit}, {@code vmap}, {@code jvp}, {@code vjp}.
 * They take functions of arrays and pytrees and give such functions, so they nest.
 *
 * <pre>{@code
 * var gf = grad(x -> jnp.sum(x.times(x)));
 * gf.apply(jnp.array(1., 2., 3.))   // [2. 4. 6.]
 * }</pre>
 */
public final class jax {
  private jax() {}

  /** {@code jax.debug}: looking into programs while they run; the same as {@link jacobean.debug}. */
  public static final class debug extends DebugFunctions {
    private debug() {}
  }

  /**
   * Whether to look for the operation that makes the first NaN, which then throws, naming it and the
   * line of user code. Every result is looked at, so it slows programs down. {@code jax_debug_nans}.
   */
  public static void debugNans(boolean on) {
    jacobean.core.NanWatch.watch().setOn(on);
  }

  /** {@code jax.nn}: functions for neural networks. */
  public static final class nn extends NeuralFunctions {
    private nn() {}
  }

  // --- grad: the gradient of a scalar function by its first argument ---

  /** The gradient of f, which gives a scalar, by its first argument. {@code jax.grad}. */
  public static ArrayFn1 grad(ArrayFn1 f) {
    return (a) -> (Array) Gradient.of(f, a).grad();
  }

  /** The gradient by the first argument, a pytree of its structure. */
  public static <A> Fn1<A, A> grad(Fn1<A, Array> f) {
    return (a) -> Gradient.<A>of(f, a).grad();
  }

  /** The gradient of f, which gives a scalar, by its first argument. {@code jax.grad}. */
  public static ArrayFn2 grad(ArrayFn2 f) {
    return (a, b) -> (Array) Gradient.of(f, a, b).grad();
  }

  /** The gradient by the first argument, a pytree of its structure. */
  public static <A, B> Fn2<A, B, A> grad(Fn2<A, B, Array> f) {
    return (a, b) -> Gradient.<A>of(f, a, b).grad();
  }

  /** The gradient of f, which gives a scalar, by its first argument. {@code jax.grad}. */
  public static ArrayFn3 grad(ArrayFn3 f) {
    return (a, b, c) -> (Array) Gradient.of(f, a, b, c).grad();
  }

  /** The gradient by the first argument, a pytree of its structure. */
  public static <A, B, C> Fn3<A, B, C, A> grad(Fn3<A, B, C, Array> f) {
    return (a, b, c) -> Gradient.<A>of(f, a, b, c).grad();
  }

  /** The gradient of f, which gives a scalar, by its first argument. {@code jax.grad}. */
  public static ArrayFn4 grad(ArrayFn4 f) {
    return (a, b, c, d) -> (Array) Gradient.of(f, a, b, c, d).grad();
  }

  /** The gradient by the first argument, a pytree of its structure. */
  public static <A, B, C, D> Fn4<A, B, C, D, A> grad(Fn4<A, B, C, D, Array> f) {
    return (a, b, c, d) -> Gradient.<A>of(f, a, b, c, d).grad();
  }

  /** The gradient of f, which gives a scalar, by its first argument. {@code jax.grad}. */
  public static ArrayFn5 grad(ArrayFn5 f) {
    return (a, b, c, d, e) -> (Array) Gradient.of(f, a, b, c, d, e).grad();
  }

  /** The gradient by the first argument, a pytree of its structure. */
  public static <A, B, C, D, E> Fn5<A, B, C, D, E, A> grad(Fn5<A, B, C, D, E, Array> f) {
    return (a, b, c, d, e) -> Gradient.<A>of(f, a, b, c, d, e).grad();
  }

  // --- valueAndGrad: both at once ---

  /** The value of f and its gradient by the first argument. {@code jax.value_and_grad}. */
  public static Fn1<Array, ValueAndGrad<Array>> valueAndGrad(ArrayFn1 f) {
    return (a) -> Gradient.of(f, a);
  }

  /** The value and the gradient by the first argument, a pytree of its structure. */
  public static <A> Fn1<A, ValueAndGrad<A>> valueAndGrad(Fn1<A, Array> f) {
    return (a) -> Gradient.of(f, a);
  }

  /** The value of f and its gradient by the first argument. {@code jax.value_and_grad}. */
  public static Fn2<Array, Array, ValueAndGrad<Array>> valueAndGrad(ArrayFn2 f) {
    return (a, b) -> Gradient.of(f, a, b);
  }

  /** The value and the gradient by the first argument, a pytree of its structure. */
  public static <A, B> Fn2<A, B, ValueAndGrad<A>> valueAndGrad(Fn2<A, B, Array> f) {
    return (a, b) -> Gradient.of(f, a, b);
  }

  /** The value of f and its gradient by the first argument. {@code jax.value_and_grad}. */
  public static Fn3<Array, Array, Array, ValueAndGrad<Array>> valueAndGrad(ArrayFn3 f) {
    return (a, b, c) -> Gradient.of(f, a, b, c);
  }

  /** The value and the gradient by the first argument, a pytree of its structure. */
  public static <A, B, C> Fn3<A, B, C, ValueAndGrad<A>> valueAndGrad(Fn3<A, B, C, Array> f) {
    return (a, b, c) -> Gradient.of(f, a, b, c);
  }

  /** The value of f and its gradient by the first argument. {@code jax.value_and_grad}. */
  public static Fn4<Array, Array, Array, Array, ValueAndGrad<Array>> valueAndGrad(ArrayFn4 f) {
    return (a, b, c, d) -> Gradient.of(f, a, b, c, d);
  }

  /** The value and the gradient by the first argument, a pytree of its structure. */
  public static <A, B, C, D> Fn4<A, B, C, D, ValueAndGrad<A>> valueAndGrad(Fn4<A, B, C, D, Array> f) {
    return (a, b, c, d) -> Gradient.of(f, a, b, c, d);
  }

  /** The value of f and its gradient by the first argument. {@code jax.value_and_grad}. */
  public static Fn5<Array, Array, Array, Array, Array, ValueAndGrad<Array>> valueAndGrad(ArrayFn5 f) {
    return (a, b, c, d, e) -> Gradient.of(f, a, b, c, d, e);
  }

  /** The value and the gradient by the first argument, a pytree of its structure. */
  public static <A, B, C, D, E> Fn5<A, B, C, D, E, ValueAndGrad<A>> valueAndGrad(Fn5<A, B, C, D, E, Array> f) {
    return (a, b, c, d, e) -> Gradient.of(f, a, b, c, d, e);
  }

  // --- jit: compiled for each combination of shapes, dtypes and structures ---

  /** f compiled. Traced again when shapes, dtypes or static arguments change. {@code jax.jit}. */
  public static ArrayFn1 jit(ArrayFn1 f, JitOption... options) {
    var compiled = Jitted.of(f, options);
    return (a) -> (Array) compiled.call(a);
  }

  /** f compiled; arguments and result may be pytrees. */
  public static <A, R> Fn1<A, R> jit(Fn1<A, R> f, JitOption... options) {
    var compiled = Jitted.of(f, options);
    return (a) -> compiled.call(a);
  }

  /** f compiled. Traced again when shapes, dtypes or static arguments change. {@code jax.jit}. */
  public static ArrayFn2 jit(ArrayFn2 f, JitOption... options) {
    var compiled = Jitted.of(f, options);
    return (a, b) -> (Array) compiled.call(a, b);
  }

  /** f compiled; arguments and result may be pytrees. */
  public static <A, B, R> Fn2<A, B, R> jit(Fn2<A, B, R> f, JitOption... options) {
    var compiled = Jitted.of(f, options);
    return (a, b) -> compiled.call(a, b);
  }

  /** f compiled. Traced again when shapes, dtypes or static arguments change. {@code jax.jit}. */
  public static ArrayFn3 jit(ArrayFn3 f, JitOption... options) {
    var compiled = Jitted.of(f, options);
    return (a, b, c) -> (Array) compiled.call(a, b, c);
  }

  /** f compiled; arguments and result may be pytrees. */
  public static <A, B, C, R> Fn3<A, B, C, R> jit(Fn3<A, B, C, R> f, JitOption... options) {
    var compiled = Jitted.of(f, options);
    return (a, b, c) -> compiled.call(a, b, c);
  }

  /** f compiled. Traced again when shapes, dtypes or static arguments change. {@code jax.jit}. */
  public static ArrayFn4 jit(ArrayFn4 f, JitOption... options) {
    var compiled = Jitted.of(f, options);
    return (a, b, c, d) -> (Array) compiled.call(a, b, c, d);
  }

  /** f compiled; arguments and result may be pytrees. */
  public static <A, B, C, D, R> Fn4<A, B, C, D, R> jit(Fn4<A, B, C, D, R> f, JitOption... options) {
    var compiled = Jitted.of(f, options);
    return (a, b, c, d) -> compiled.call(a, b, c, d);
  }

  /** f compiled. Traced again when shapes, dtypes or static arguments change. {@code jax.jit}. */
  public static ArrayFn5 jit(ArrayFn5 f, JitOption... options) {
    var compiled = Jitted.of(f, options);
    return (a, b, c, d, e) -> (Array) compiled.call(a, b, c, d, e);
  }

  /** f compiled; arguments and result may be pytrees. */
  public static <A, B, C, D, E, R> Fn5<A, B, C, D, E, R> jit(Fn5<A, B, C, D, E, R> f, JitOption... options) {
    var compiled = Jitted.of(f, options);
    return (a, b, c, d, e) -> compiled.call(a, b, c, d, e);
  }

  // --- vmap: a function of examples made a function of batches ---

  /** f on batches along the first axes, or as the options say. {@code jax.vmap}. */
  public static ArrayFn1 vmap(ArrayFn1 f, VmapOption... options) {
    var batched = Vmapped.of(f, options);
    return (a) -> (Array) batched.call(a);
  }

  /** f on batches of pytrees. */
  public static <A, R> Fn1<A, R> vmap(Fn1<A, R> f, VmapOption... options) {
    var batched = Vmapped.of(f, options);
    return (a) -> batched.call(a);
  }

  /** f on batches along the first axes, or as the options say. {@code jax.vmap}. */
  public static ArrayFn2 vmap(ArrayFn2 f, VmapOption... options) {
    var batched = Vmapped.of(f, options);
    return (a, b) -> (Array) batched.call(a, b);
  }

  /** f on batches of pytrees. */
  public static <A, B, R> Fn2<A, B, R> vmap(Fn2<A, B, R> f, VmapOption... options) {
    var batched = Vmapped.of(f, options);
    return (a, b) -> batched.call(a, b);
  }

  /** f on batches along the first axes, or as the options say. {@code jax.vmap}. */
  public static ArrayFn3 vmap(ArrayFn3 f, VmapOption... options) {
    var batched = Vmapped.of(f, options);
    return (a, b, c) -> (Array) batched.call(a, b, c);
  }

  /** f on batches of pytrees. */
  public static <A, B, C, R> Fn3<A, B, C, R> vmap(Fn3<A, B, C, R> f, VmapOption... options) {
    var batched = Vmapped.of(f, options);
    return (a, b, c) -> batched.call(a, b, c);
  }

  /** f on batches along the first axes, or as the options say. {@code jax.vmap}. */
  public static ArrayFn4 vmap(ArrayFn4 f, VmapOption... options) {
    var batched = Vmapped.of(f, options);
    return (a, b, c, d) -> (Array) batched.call(a, b, c, d);
  }

  /** f on batches of pytrees. */
  public static <A, B, C, D, R> Fn4<A, B, C, D, R> vmap(Fn4<A, B, C, D, R> f, VmapOption... options) {
    var batched = Vmapped.of(f, options);
    return (a, b, c, d) -> batched.call(a, b, c, d);
  }

  /** f on batches along the first axes, or as the options say. {@code jax.vmap}. */
  public static ArrayFn5 vmap(ArrayFn5 f, VmapOption... options) {
    var batched = Vmapped.of(f, options);
    return (a, b, c, d, e) -> (Array) batched.call(a, b, c, d, e);
  }

  /** f on batches of pytrees. */
  public static <A, B, C, D, E, R> Fn5<A, B, C, D, E, R> vmap(Fn5<A, B, C, D, E, R> f, VmapOption... options) {
    var batched = Vmapped.of(f, options);
    return (a, b, c, d, e) -> batched.call(a, b, c, d, e);
  }

  // --- Options ---

  /** For {@link #jit}: these arguments are constants of the program; a new value traces again. */
  public static JitOption staticArgnums(int... argnums) {
    return new JitOption.StaticArgnums(argnums);
  }

  /** For {@link #vmap}: the batch axis of each argument; null for one that is not batched. */
  public static VmapOption inAxes(Integer... axes) {
    return new VmapOption.InAxes(java.util.Arrays.asList(axes));
  }

  /** For {@link #vmap}: the batch axis of every result. */
  public static VmapOption outAxes(int axis) {
    return new VmapOption.OutAxes(axis);
  }

  // --- Derivatives along a direction, and their transposes ---

  /**
   * The value of f at x and how it moves when x moves by t. {@code jax.jvp}.
   *
   * @throws jacobean.error.TreeException if t has not the structure of x
   */
  public static <A, R> Directional.Jvp<R> jvp(Fn1<A, R> f, A x, A t) {
    return Directional.jvp(f, x, t);
  }

  /** {@link #jvp(Fn1, Object, Object)} of a function of an array. */
  public static Directional.Jvp<Array> jvp(ArrayFn1 f, Array x, Array t) {
    return Directional.jvp(f, x, t);
  }

  /**
   * The value of f at x and the function that takes a cotangent of the value to that of x. {@code
   * jax.vjp}.
   */
  public static <A, R> Directional.Vjp<A, R> vjp(Fn1<A, R> f, A x) {
    return Directional.vjp(f, x);
  }

  /** {@link #vjp(Fn1, Object)} of a function of an array. */
  public static Directional.Vjp<Array, Array> vjp(ArrayFn1 f, Array x) {
    return Directional.vjp(f, x);
  }

  /** The same numbers, but constant for differentiation. {@code lax.stop_gradient}. */
  public static Array stopGradient(Array x) {
    return Array.of(jacobean.op.StopGradient.stopGradient(x.value()));
  }

  // --- What is inside, and where ---

  /** The program that f is for these arguments. */
  public static Jaxpr makeJaxpr(Fn<?> f, Object... args) {
    return Jitted.trace(f, args);
  }

  /** {@link #makeJaxpr(Fn, Object...)} for a lambda of one array. */
  public static Jaxpr makeJaxpr(ArrayFn1 f, Array x) {
    return Jitted.trace(f, x);
  }

  /** {@link #makeJaxpr(Fn, Object...)} for a lambda of two arrays. */
  public static Jaxpr makeJaxpr(ArrayFn2 f, Array x, Array y) {
    return Jitted.trace(f, x, y);
  }

  /** The function from arguments of f to the program that f is for them. {@code jax.make_jaxpr}. */
  public static Fn1<Array, Jaxpr> makeJaxpr(ArrayFn1 f) {
    return (a) -> Jitted.trace(f, a);
  }

  /** {@code jax.make_jaxpr} of a function of pytrees. */
  public static <A> Fn1<A, Jaxpr> makeJaxpr(Fn1<A, ?> f) {
    return (a) -> Jitted.trace(f, a);
  }

  /** The function from arguments of f to the program that f is for them. {@code jax.make_jaxpr}. */
  public static Fn2<Array, Array, Jaxpr> makeJaxpr(ArrayFn2 f) {
    return (a, b) -> Jitted.trace(f, a, b);
  }

  /** {@code jax.make_jaxpr} of a function of pytrees. */
  public static <A, B> Fn2<A, B, Jaxpr> makeJaxpr(Fn2<A, B, ?> f) {
    return (a, b) -> Jitted.trace(f, a, b);
  }

  /** The function from arguments of f to the program that f is for them. {@code jax.make_jaxpr}. */
  public static Fn3<Array, Array, Array, Jaxpr> makeJaxpr(ArrayFn3 f) {
    return (a, b, c) -> Jitted.trace(f, a, b, c);
  }

  /** {@code jax.make_jaxpr} of a function of pytrees. */
  public static <A, B, C> Fn3<A, B, C, Jaxpr> makeJaxpr(Fn3<A, B, C, ?> f) {
    return (a, b, c) -> Jitted.trace(f, a, b, c);
  }

  /** The function from arguments of f to the program that f is for them. {@code jax.make_jaxpr}. */
  public static Fn4<Array, Array, Array, Array, Jaxpr> makeJaxpr(ArrayFn4 f) {
    return (a, b, c, d) -> Jitted.trace(f, a, b, c, d);
  }

  /** {@code jax.make_jaxpr} of a function of pytrees. */
  public static <A, B, C, D> Fn4<A, B, C, D, Jaxpr> makeJaxpr(Fn4<A, B, C, D, ?> f) {
    return (a, b, c, d) -> Jitted.trace(f, a, b, c, d);
  }

  /** The function from arguments of f to the program that f is for them. {@code jax.make_jaxpr}. */
  public static Fn5<Array, Array, Array, Array, Array, Jaxpr> makeJaxpr(ArrayFn5 f) {
    return (a, b, c, d, e) -> Jitted.trace(f, a, b, c, d, e);
  }

  /** {@code jax.make_jaxpr} of a function of pytrees. */
  public static <A, B, C, D, E> Fn5<A, B, C, D, E, Jaxpr> makeJaxpr(Fn5<A, B, C, D, E, ?> f) {
    return (a, b, c, d, e) -> Jitted.trace(f, a, b, c, d, e);
  }

  /** The devices of the engine in use. {@code jax.devices()}. */
  public static List<Device> devices() {
    return Engine.current().devices();
  }

  /** The number of devices. {@code jax.local_device_count()}. */
  public static int localDeviceCount() {
    return devices().size();
  }
}
