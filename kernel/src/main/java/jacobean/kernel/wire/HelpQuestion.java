package jacobean.kernel.wire;

import java.util.Optional;
import java.util.regex.Pattern;

/** A cell that asks for documentation as in IPython: {@code Math.sin?}. Never valid Java. */
public final class HelpQuestion {
  private static final Pattern FORM =
      Pattern.compile("\\s*(?:\\?\\s*([\\w$.]+)|([\\w$.]+)\\s*\\?{1,2})\\s*");

  private HelpQuestion() {}

  /** The name that the cell asks about, or empty if it is no question. */
  public static Optional<String> in(String code) {
    var match = FORM.matcher(code);
    if (!match.matches()) {
      return Optional.empty();
    }
    return Optional.of(match.group(1) != null ? match.group(1) : match.group(2));
  }
}
