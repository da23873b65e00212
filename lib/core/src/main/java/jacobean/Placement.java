package jacobean;

import jacobean.core.Concrete;
import jacobean.core.Device;
import jacobean.core.Devices;
import jacobean.core.Value;
import jacobean.error.EngineException;
import jacobean.error.ShapeException;
import jacobean.op.Batching;
import jacobean.op.Shaping;
import jacobean.op.Slicing;
import jacobean.pytree.PyTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Trees of arrays put on devices, which share one memory: see {@link Devices}. */
final class Placement {
  private Placement() {}

  static void require(Device device) {
    if (!Devices.all().contains(device)) {
      throw new EngineException(
          "there is no device " + device + "; there are " + Devices.all() + ".");
    }
  }

  static <T> T put(T tree) {
    var flat = PyTree.flatten(tree);
    return Lifted.wrap(flat.structure(), Lifted.values(flat, "devicePut"));
  }

  /** A tree of arrays that are on these devices; what is being traced is on none. */
  static <T> T on(List<Device> devices, T tree) {
    return jacobean.tree.map(
        x -> x.value() instanceof Concrete c ? Array.of(c.on(devices)) : x, tree);
  }

  /** What a body makes where this is the default device: on it, unless it was put elsewhere. */
  static <T> T made(Device device, Supplier<T> body) {
    require(device);
    return jacobean.tree.map(
        x ->
            x.value() instanceof Concrete c && c.devices().isEmpty()
                ? Array.of(c.on(List.of(device)))
                : x,
        Devices.preferring(device, body));
  }

  /** The devices over which a batch of this length is spread. */
  static List<Device> spread(int examples) {
    var all = Devices.all();
    return all.subList(0, Math.clamp(examples, 1, all.size()));
  }

  static <T> T replicate(T tree, int devices) {
    var flat = PyTree.flatten(tree);
    var copies =
        Lifted.values(flat, "devicePutReplicated").stream()
            .map(v -> Batching.alignFront(v, jacobean.core.Primitive.Batched.NONE, devices))
            .toList();
    return Lifted.wrap(flat.structure(), copies);
  }

  static <T> T stack(List<T> shards, int devices) {
    if (shards.size() != devices || shards.isEmpty()) {
      throw new ShapeException(
          "devicePutSharded: one shard is wanted for each device, got "
              + shards.size()
              + " for "
              + devices
              + ".");
    }
    var first = PyTree.flatten(shards.getFirst());
    var all =
        shards.stream()
            .map(s -> Lifted.values(first.like(s, "devicePutSharded"), "devicePutSharded"))
            .toList();
    var stacked = new ArrayList<Value>();
    for (int i = 0; i < first.leaves().size(); i++) {
      int leaf = i;
      stacked.add(
          Slicing.concatenate(
              all.stream()
                  .map(s -> Shaping.reshape(s.get(leaf), s.get(leaf).shape().insert(0, 1)))
                  .toList(),
              0));
    }
    return Lifted.wrap(first.structure(), stacked);
  }
}
