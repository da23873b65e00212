package jacobean.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.core.Engine;
import jacobean.kernel.spi.MagicException;
import org.junit.jupiter.api.Test;

class DevicesMagicTest {
  @Test
  void hasARowForEachDevice() {
    var bundle = new DevicesMagic().run(new FakeSession().call());
    var lines = bundle.plain().lines().toList();
    assertTrue(lines.getFirst().matches("id +kind +engine +cores +memory"), bundle.plain());
    var devices = Engine.current().devices();
    for (int i = 0; i < devices.size(); i++) {
      var d = devices.get(i);
      String row = "%d +%s +%s +%d +.*GB.*".formatted(d.id(), d.kind(), d.engine(), d.cores());
      assertTrue(lines.get(i + 1).matches(row), lines.get(i + 1));
    }
    String html = FakeSession.html(bundle);
    assertEquals(devices.size() + 1, html.split("<tr>", -1).length - 1, html);
  }

  @Test
  void refusesArguments() {
    var error =
        assertThrows(
            MagicException.class, () -> new DevicesMagic().run(new FakeSession().call("8")));
    assertTrue(error.getMessage().contains("'8'"), error.getMessage());
  }
}
