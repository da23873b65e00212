package jacobean.kernel.wire;

import java.util.List;

/** Who this kernel is: {@code kernel_info_request}. */
final class KernelInfoHandler {
  private static final String VERSION = "0.1.0";

  private KernelInfoHandler() {}

  static Reply handle() {
    String java = Runtime.version().toString();
    return new Reply.KernelInfo(
        "ok",
        Headers.PROTOCOL,
        "jacobean",
        VERSION,
        new Reply.LanguageInfo(
            "java", java, "text/x-java", ".jshell", "java", "text/x-java", "script"),
        "Jacobean %s: Java %s in a notebook".formatted(VERSION, java),
        List.of(
            new Reply.HelpLink(
                "Java API", "https://docs.oracle.com/en/java/javase/25/docs/api/index.html"),
            new Reply.HelpLink("JAX", "https://docs.jax.dev/en/latest/")),
        List.of());
  }
}
