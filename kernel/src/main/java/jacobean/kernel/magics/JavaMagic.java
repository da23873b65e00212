package jacobean.kernel.magics;

import jacobean.kernel.spi.Magic;
import jacobean.kernel.spi.MagicCall;
import jacobean.kernel.spi.MagicException;
import jacobean.kernel.spi.MimeBundle;

/** {@code %java}: the Java that the latest cell became, ready to paste into a source file. */
public final class JavaMagic implements Magic {
  @Override
  public String name() {
    return "java";
  }

  @Override
  public String summary() {
    return "shows the Java that the latest cell became";
  }

  @Override
  public Object run(MagicCall call) {
    String java = call.session().lastJava().strip();
    if (java.isEmpty()) {
      throw new MagicException(
          "%java shows the latest cell as Java, but no cell of Java has run yet");
    }
    return MimeBundle.text(java).and("text/markdown", "```java\n" + java + "\n```");
  }
}
