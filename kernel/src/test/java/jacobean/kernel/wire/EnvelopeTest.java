package jacobean.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing, and messages to frames and back. */
class EnvelopeTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** RFC 4231, test case 2. */
  @Test
  void signsAsTheStandardSays() {
    byte[] signature =
        new Signer("hmac-sha256", "Jefe")
            .sign(List.of(bytes("what do ya want "), bytes("for nothing?")));
    assertEquals(
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        new String(signature, StandardCharsets.US_ASCII));
  }

  @Test
  void anEmptyKeySignsNothing() {
    var signer = new Signer("hmac-sha256", "");
    assertFalse(signer.signs());
    assertEquals(0, signer.sign(List.of(bytes("x"))).length);
    assertTrue(signer.verifies(bytes("anything"), List.of(bytes("x"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"md5", "hmac-none", ""})
  void unknownSchemesAreNamed(String scheme) {
    var e = assertThrows(IllegalArgumentException.class, () -> new Signer(scheme, "k"));
    assertTrue(e.getMessage().contains("'" + scheme + "'"), e.getMessage());
  }

  private static Envelope sample() {
    var metadata = new JsonObject();
    metadata.addProperty("unknown", "kept ∂");
    return new Envelope(
        List.of(bytes("route"), new byte[] {0, -1}),
        new Headers().next("execute_request"),
        new JsonObject(),
        metadata,
        Json.encode(Map.of("code", "1 + 1 < 3 ∂ 😀")),
        List.of(new byte[] {1, 2, 3}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "key"})
  void aMessageComesBackAsItWentOut(String key) throws BadMessage {
    Envelope sent = sample();
    Envelope read =
        Envelope.of(
            sent.frames(new Signer("hmac-sha256", key)),
            new Signer("hmac-sha256", key),
            new Replays(4));
    assertEquals(sent.header(), read.header());
    assertEquals(sent.parent(), read.parent());
    assertEquals(sent.metadata(), read.metadata());
    assertArrayEquals(sent.content(), read.content());
    assertArrayEquals(sent.identities().get(1), read.identities().get(1));
    assertArrayEquals(sent.buffers().getFirst(), read.buffers().getFirst());
  }

  @Test
  void anyChangedByteBreaksTheSignature() {
    List<byte[]> good = sample().frames(new Signer("hmac-sha256", "key"));
    int delimiter = 2;
    for (int part = delimiter + 1; part <= delimiter + 5; part++) {
      List<byte[]> frames = new ArrayList<>(good);
      byte[] changed = frames.get(part).clone();
      changed[changed.length / 2] ^= 1;
      frames.set(part, changed);
      assertThrows(
          BadMessage.class,
          () -> Envelope.of(frames, new Signer("hmac-sha256", "key"), new Replays(4)),
          "frame " + part);
    }
  }

  @Test
  void replaysAreKnownUntilTheyAreOld() {
    var replays = new Replays(2);
    assertTrue(replays.isNew(bytes("a")));
    assertFalse(replays.isNew(bytes("a")));
    assertTrue(replays.isNew(bytes("b")));
    assertTrue(replays.isNew(bytes("c")));
    assertTrue(replays.isNew(bytes("a")), "forgotten, as two newer ones came");
  }

  @Test
  void jsonHasNoNumbersThatJsonLacks() {
    assertEquals(
        "{\"a\":\"NaN\",\"b\":[\"Infinity\",1.5]}",
        Json.GSON.toJson(
            new java.util.TreeMap<>(
                Map.of("a", Double.NaN, "b", List.of(Double.POSITIVE_INFINITY, 1.5)))));
  }
}
