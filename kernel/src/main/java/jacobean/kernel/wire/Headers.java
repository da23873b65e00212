package jacobean.kernel.wire;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the headers of the messages that one kernel sends. */
final class Headers {
  static final String PROTOCOL = "5.4";
  private final String session = UUID.randomUUID().toString();
  private final AtomicLong sent = new AtomicLong();

  JsonObject next(String type) {
    var header = new JsonObject();
    header.addProperty("msg_id", session + "_" + sent.incrementAndGet());
    header.addProperty("session", session);
    header.addProperty("username", "kernel");
    header.addProperty("date", Instant.now().toString());
    header.addProperty("msg_type", type);
    header.addProperty("version", PROTOCOL);
    return header;
  }
}
