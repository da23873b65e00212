package jacobean;

import jacobean.core.Device;
import jacobean.core.Devices;
import jacobean.fn.Fn1;
import jacobean.fn.Fn2;
import jacobean.fn.Fn3;
import jacobean.fn.Fn4;
import jacobean.fn.Fn5;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The part of {@link jax} that uses many devices. */
abstract sealed class JaxParallel extends JaxBatching permits JaxRules {

  /**
   * f compiled and run on all devices, one example of the batch each; a larger batch is spread.
   * {@code jax.pmap}.
   *
   * <p>The devices are the cores of one processor: all of them share each operation on the whole
   * batch, and loops run in shares of the examples, several at a time, unless there are collectives
   * inside a loop. Of one {@code pmap} in another, the outer is spread.
   *
   * {@snippet :
   * pmap(x -> lax.psum(x, "i"), axisName("i")).apply(jnp.array(1., 2.)) // => [3. 3.]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.ShapeException if inAxes or outAxes name an axis that is not there
   * @throws jacobean.error.TreeException if a function of arrays is called with something else
   */
  public static ArrayFn1 pmap(ArrayFn1 f, VmapOption... options) {
    var spread = Pmapped.of(f, options);
    return (a) -> (Array) spread.call(a);
  }

  /** {@code pmap} of a function of pytrees. */
  public static <A, R> Fn1<A, R> pmap(Fn1<A, R> f, VmapOption... options) {
    var spread = Pmapped.of(f, options);
    return (a) -> spread.call(a);
  }

  /**
   * f compiled and run on all devices, one example of the batch each; a larger batch is spread.
   * {@code jax.pmap}.
   */
  public static ArrayFn2 pmap(ArrayFn2 f, VmapOption... options) {
    var spread = Pmapped.of(f, options);
    return (a, b) -> (Array) spread.call(a, b);
  }

  /** {@code pmap} of a function of pytrees. */
  public static <A, B, R> Fn2<A, B, R> pmap(Fn2<A, B, R> f, VmapOption... options) {
    var spread = Pmapped.of(f, options);
    return (a, b) -> spread.call(a, b);
  }

  /**
   * f compiled and run on all devices, one example of the batch each; a larger batch is spread.
   * {@code jax.pmap}.
   */
  public static ArrayFn3 pmap(ArrayFn3 f, VmapOption... options) {
    var spread = Pmapped.of(f, options);
    return (a, b, c) -> (Array) spread.call(a, b, c);
  }

  /** {@code pmap} of a function of pytrees. */
  public static <A, B, C, R> Fn3<A, B, C, R> pmap(Fn3<A, B, C, R> f, VmapOption... options) {
    var spread = Pmapped.of(f, options);
    return (a, b, c) -> spread.call(a, b, c);
  }

  /**
   * f compiled and run on all devices, one example of the batch each; a larger batch is spread.
   * {@code jax.pmap}.
   */
  public static ArrayFn4 pmap(ArrayFn4 f, VmapOption... options) {
    var spread = Pmapped.of(f, options);
    return (a, b, c, d) -> (Array) spread.call(a, b, c, d);
  }

  /** {@code pmap} of a function of pytrees. */
  public static <A, B, C, D, R> Fn4<A, B, C, D, R> pmap(
      Fn4<A, B, C, D, R> f, VmapOption... options) {
    var spread = Pmapped.of(f, options);
    return (a, b, c, d) -> spread.call(a, b, c, d);
  }

  /**
   * f compiled and run on all devices, one example of the batch each; a larger batch is spread.
   * {@code jax.pmap}.
   */
  public static ArrayFn5 pmap(ArrayFn5 f, VmapOption... options) {
    var spread = Pmapped.of(f, options);
    return (a, b, c, d, e) -> (Array) spread.call(a, b, c, d, e);
  }

  /** {@code pmap} of a function of pytrees. */
  public static <A, B, C, D, E, R> Fn5<A, B, C, D, E, R> pmap(
      Fn5<A, B, C, D, E, R> f, VmapOption... options) {
    var spread = Pmapped.of(f, options);
    return (a, b, c, d, e) -> spread.call(a, b, c, d, e);
  }

  /**
   * For {@link #pmap}: these arguments are no arrays but constants of the program, the same on all
   * devices; a new value traces again. They are counted from 0, and {@code inAxes} has an entry for
   * them, too, which is not read. JAX's argument {@code static_broadcasted_argnums}.
   *
   * {@snippet :
   * var f = pmap((Array x, Integer k) -> x.times(k), staticBroadcastedArgnums(1));
   * f.apply(jnp.arange(3.), 2) // => [0. 2. 4.]
   * }
   */
  public static VmapOption staticBroadcastedArgnums(int... argnums) {
    return new VmapOption.StaticBroadcastedArgnums(Arrays.stream(argnums).boxed().toList());
  }

  /**
   * The devices of the engine in use. {@code jax.devices()}.
   *
   * {@snippet :
   * devices().size() == deviceCount() // => true
   * }
   */
  public static List<Device> devices() {
    return Devices.all();
  }

  /**
   * The devices of this process: all. {@code jax.local_devices()}.
   *
   * {@snippet :
   * localDevices().equals(devices()) // => true
   * }
   */
  public static List<Device> localDevices() {
    return Devices.all();
  }

  /**
   * The number of devices. {@code jax.device_count()}.
   *
   * {@snippet :
   * deviceCount() >= 1 // => true
   * }
   */
  public static int deviceCount() {
    return devices().size();
  }

  /**
   * The number of devices of this process. {@code jax.local_device_count()}.
   *
   * {@snippet :
   * localDeviceCount() == deviceCount() // => true
   * }
   */
  public static int localDeviceCount() {
    return devices().size();
  }

  /**
   * Lets the processor be seen as this many devices, as {@code
   * jax.config.update("jax_num_cpu_devices", n)} does; or set {@code JACOBEAN_NUM_DEVICES} before
   * the start.
   *
   * {@snippet :
   * numCpuDevices(2);
   * devices() // => [CpuDevice(id=0), CpuDevice(id=1)]
   * }
   */
  public static void numCpuDevices(int count) {
    Devices.split(count);
  }

  /**
   * Runs a body in which another device is the default, where arrays are that nobody put elsewhere;
   * so is what it gives. {@code jax.default_device}.
   *
   * {@snippet :
   * numCpuDevices(2);
   * jax.defaultDevice(devices().get(1), () -> jnp.ones(2)).device() // => CpuDevice(id=1)
   * }
   *
   * @throws jacobean.error.EngineException if there is no such device
   */
  public static <T> T defaultDevice(Device device, Supplier<T> body) {
    return Placement.made(device, body);
  }

  /**
   * A tree of numbers and arrays as arrays on the default device. {@code jax.device_put}.
   *
   * {@snippet :
   * devicePut(List.of(1, 2.5)) // => [1, 2.5]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static <T> T devicePut(T tree) {
    return Placement.put(tree);
  }

  /**
   * A tree as arrays on a device, where what is computed from them is, too. The devices of a
   * processor share its memory and its cores, so nothing is copied, and it is no mistake to compute
   * with arrays of several devices, as it is in JAX: the result is where the first of them is.
   *
   * {@snippet :
   * numCpuDevices(2);
   * var x = devicePut(jnp.ones(2), devices().get(1));
   * jit(y -> y.plus(1)).apply(x.times(2)).device() // => CpuDevice(id=1)
   * }
   *
   * @throws jacobean.error.EngineException if there is no such device
   */
  public static <T> T devicePut(T tree, Device device) {
    Placement.require(device);
    return Placement.on(List.of(device), Placement.put(tree));
  }

  /**
   * A tree stacked as often as there are devices, for {@link #pmap}. {@code
   * jax.device_put_replicated}.
   *
   * {@snippet :
   * devicePutReplicated(jnp.array(1., 2.), devices()).shape(1) // => 2
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   * @throws jacobean.error.EngineException if there is no such device
   */
  public static <T> T devicePutReplicated(T tree, List<Device> devices) {
    devices.forEach(Placement::require);
    return Placement.on(devices, Placement.replicate(tree, devices.size()));
  }

  /**
   * Trees of one structure, one for each device, stacked for {@link #pmap}. {@code
   * jax.device_put_sharded}.
   *
   * {@snippet :
   * devicePutSharded(List.of(jnp.array(1.), jnp.array(2.)), devices()) // => [1. 2.]
   * }
   *
   * @throws jacobean.error.EngineException if there is no such device
   * @throws jacobean.error.ShapeException if there is not one shard for each device
   */
  public static <T> T devicePutSharded(List<T> shards, List<Device> devices) {
    devices.forEach(Placement::require);
    return Placement.on(devices, Placement.stack(shards, devices.size()));
  }

  /**
   * A tree of arrays in the memory of the host, where they are already. {@code jax.device_get}.
   *
   * {@snippet :
   * deviceGet(jnp.array(1., 2.)) // => [1. 2.]
   * }
   *
   * @throws jacobean.error.DTypeException if a leaf is neither an array nor a number
   */
  public static <T> T deviceGet(T tree) {
    return Placement.put(tree);
  }
}
