package jacobean.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages by HMAC and checks signatures. Not thread safe: the I/O thread owns it. */
final class Signer {
  private static final byte[] NONE = {};
  private final Mac mac;

  /**
   * @param scheme {@code hmac-sha256} or another HMAC that the JDK has
   * @param key empty for no signatures
   */
  Signer(String scheme, String key) {
    this.mac = key.isEmpty() ? null : mac(scheme, key);
  }

  private static Mac mac(String scheme, String key) {
    if (!scheme.startsWith("hmac-")) {
      throw new IllegalArgumentException(
          "signature scheme: got '%s', wanted one such as 'hmac-sha256'".formatted(scheme));
    }
    String algorithm =
        "Hmac" + scheme.substring("hmac-".length()).replace("-", "").toUpperCase(Locale.ROOT);
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "signature scheme '%s': this JDK has no %s".formatted(scheme, algorithm), e);
    }
  }

  /** Whether messages are signed at all. */
  boolean signs() {
    return mac != null;
  }

  /** The signature of the parts in hexadecimal digits; empty where messages are not signed. */
  byte[] sign(List<byte[]> parts) {
    if (mac == null) {
      return NONE;
    }
    parts.forEach(mac::update);
    return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether the signature is the parts' own, compared in constant time. */
  boolean verifies(byte[] signature, List<byte[]> parts) {
    return mac == null || MessageDigest.isEqual(signature, sign(parts));
  }
}
