package jacobean.kernel.wire;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One request and the messages about it: what a handler answers and publishes goes through here.
 */
final class Exchange {
  private final Incoming incoming;
  private final Outbox outbox;

  Exchange(Incoming incoming, Outbox outbox) {
    this.incoming = incoming;
    this.outbox = outbox;
  }

  Incoming incoming() {
    return incoming;
  }

  /** Answers the client that asked. */
  void reply(Reply reply) {
    String type = incoming.type().replaceFirst("_request$", "_reply");
    sendBack(incoming.channel(), type, reply);
  }

  /** Asks the client that asked for a line of input. */
  void ask(Broadcast.InputRequest question) {
    sendBack(Channel.STDIN, question.type(), question);
  }

  private void sendBack(Channel channel, String type, Object content) {
    outbox.add(
        new Outgoing(
            channel, incoming.identities(), type, incoming.header(), Json.encode(content)));
  }

  /** Tells all clients. */
  void publish(Broadcast broadcast) {
    publish(broadcast, incoming.header(), outbox);
  }

  /** Adds to the cell's {@code stdout} or {@code stderr}. */
  void print(String stream, String text) {
    outbox.print(incoming.header(), stream, text);
  }

  /** Tells all clients something about the request {@code parent}. */
  static void publish(Broadcast broadcast, JsonObject parent, Outbox outbox) {
    outbox.add(
        new Outgoing(
            Channel.IOPUB,
            List.of(broadcast.type().getBytes(StandardCharsets.US_ASCII)),
            broadcast.type(),
            parent,
            Json.encode(broadcast)));
  }
}
