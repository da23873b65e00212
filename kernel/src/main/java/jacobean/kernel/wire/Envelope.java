package jacobean.kernel.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A message as it travels: {@code identities, <IDS|MSG>, signature, header, parent header,
 * metadata, content, buffers}.
 *
 * @param identities routing frames in front of the delimiter; on IOPub the topic
 * @param header the JSON header, {@code {}} parent for none
 * @param content JSON bytes, left unparsed on the way out
 */
record Envelope(
    List<byte[]> identities,
    JsonObject header,
    JsonObject parent,
    JsonObject metadata,
    byte[] content,
    List<byte[]> buffers) {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final int SIGNED_PARTS = 4;

  String type() {
    return text(header, "msg_type");
  }

  String id() {
    return text(header, "msg_id");
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof com.google.gson.JsonPrimitive p ? p.getAsString() : "";
  }

  /** The frames to send. */
  List<byte[]> frames(Signer signer) {
    List<byte[]> parts =
        List.of(Json.encode(header), Json.encode(parent), Json.encode(metadata), content);
    List<byte[]> frames = new ArrayList<>(identities);
    frames.add(DELIMITER);
    frames.add(signer.sign(parts));
    frames.addAll(parts);
    frames.addAll(buffers);
    return frames;
  }

  /**
   * Reads and checks received frames.
   *
   * @throws BadMessage if they are not in the protocol's form, or the signature is false or
   *     replayed
   */
  static Envelope of(List<byte[]> frames, Signer signer, Replays replays) throws BadMessage {
    int delimiter = 0;
    while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
      delimiter++;
    }
    int first = delimiter + 2;
    if (frames.size() < first + SIGNED_PARTS) {
      throw new BadMessage(
          delimiter == frames.size()
              ? "no <IDS|MSG> delimiter in %d frames".formatted(frames.size())
              : "%d frames after the delimiter, wanted a signature and 4 parts"
                  .formatted(frames.size() - delimiter - 1));
    }
    byte[] signature = frames.get(delimiter + 1);
    List<byte[]> parts = frames.subList(first, first + SIGNED_PARTS);
    if (!signer.verifies(signature, parts)) {
      throw new BadMessage("the signature is not that of this connection's key");
    }
    if (signer.signs() && !replays.isNew(signature)) {
      throw new BadMessage("the signature was used before (a replayed message)");
    }
    try {
      return new Envelope(
          List.copyOf(frames.subList(0, delimiter)),
          Json.object(parts.get(0)),
          Json.object(parts.get(1)),
          Json.object(parts.get(2)),
          parts.get(3),
          List.copyOf(frames.subList(first + SIGNED_PARTS, frames.size())));
    } catch (JsonParseException e) {
      throw new BadMessage("a part is not a JSON object: " + e.getMessage());
    }
  }
}
