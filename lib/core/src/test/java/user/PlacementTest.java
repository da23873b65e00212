package user;

import static jacobean.jax.devicePut;
import static jacobean.jax.grad;
import static jacobean.jax.jit;
import static jacobean.jax.pmap;
import static jacobean.jax.vmap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jacobean.Array;
import jacobean.ArrayFn1;
import jacobean.core.Device;
import jacobean.error.EngineException;
import jacobean.jax;
import jacobean.jnp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arrays say on which devices they are, and what is computed from them is there, too. */
class PlacementTest {
  private final int before = jax.localDeviceCount();
  private List<Device> devices;

  @BeforeEach
  void split() {
    jax.numCpuDevices(3);
    devices = jax.devices();
  }

  @AfterEach
  void asBefore() {
    jax.numCpuDevices(before);
  }

  @Test
  void resultsAreWhereTheirOperandsAre() {
    var x = devicePut(jnp.ones(4), devices.get(2));
    var y = devicePut(jnp.ones(4), devices.get(1));
    ArrayFn1 f = a -> jnp.sum(a.times(a));
    for (var placed :
        Map.of(
                "put", x,
                "eager", x.plus(1).times(jnp.ones(4)),
                "a scalar beside it", jnp.array(2.).times(x),
                "jit", jit(f).apply(x),
                "grad", grad(f).apply(x),
                "jit of grad", jit(grad(f)).apply(x),
                "vmap", vmap(a -> a.plus(1)).apply(x),
                "the first of several", x.plus(y),
                "passed through", jit(a -> a).apply(x),
                "put again", devicePut(y, devices.get(2)))
            .entrySet()) {
      assertEquals(Set.of(devices.get(2)), placed.getValue().devices(), placed.getKey());
    }
    var scalar = devicePut(jnp.array(2.), devices.get(2));
    assertEquals(devices.get(2), scalar.astype(jnp.int32).device());
    assertEquals(devices.get(0), jnp.ones(4).plus(1).device());
    assertEquals(Set.copyOf(devices), pmap(a -> a.times(2)).apply(jnp.ones(6)).devices());
    assertEquals(
        Set.copyOf(devices.subList(0, 2)), pmap(a -> a.times(2)).apply(jnp.ones(2)).devices());
  }

  @Test
  void anotherDeviceMayBeTheDefault() {
    var one = devices.get(1);
    var made =
        jax.defaultDevice(
            one,
            () -> {
              assertEquals(one, jnp.ones(2).device());
              return Map.of("here", jnp.ones(2), "there", devicePut(jnp.ones(2), devices.get(2)));
            });
    assertEquals(one, made.get("here").device());
    assertEquals(devices.get(2), made.get("there").device());
    assertEquals(devices.get(0), jnp.ones(2).device());
    var nowhere = new Device(7, "cpu", "none", 1);
    assertThrows(EngineException.class, () -> jax.<Array>defaultDevice(nowhere, () -> null));
    assertThrows(EngineException.class, () -> devicePut(jnp.ones(2), nowhere));
  }
}
