package jacobean.kernel.wire;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A request as received.
 *
 * @param identities the routing frames that lead back to the client
 * @param header the request's header, the parent of every message about it
 * @param type its {@code msg_type}
 * @param order counts the requests of this kernel in order of arrival
 */
record Incoming(
    Channel channel,
    List<byte[]> identities,
    JsonObject header,
    String type,
    Request request,
    long order) {}
