package jacobean.kernel.wire;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A message waiting to be sent.
 *
 * @param identities the routing frames of the client, or the topic on IOPub
 * @param content its JSON, encoded by the thread that sends, so that later changes do not show
 */
record Outgoing(
    Channel channel, List<byte[]> identities, String type, JsonObject parent, byte[] content) {}
