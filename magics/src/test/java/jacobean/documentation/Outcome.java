package jacobean.documentation;

import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Renderer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** What comes of an example while it runs; its generated code reports here. */
public final class Outcome {
  private static final List<Renderer> RENDERERS =
      ServiceLoader.load(Renderer.class).stream().map(ServiceLoader.Provider::get).toList();

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<String> complaints = new ArrayList<>();

  /** Where an example's output goes. */
  PrintStream out() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  /** What was not as wanted. */
  List<String> complaints() {
    return complaints;
  }

  /** The value is to show as the text, as a cell shows it or as it prints. */
  public void shows(String place, Object value, String wanted) {
    var texts = Stream.of(plain(value), shown(value)).map(Outcome::collapsed).distinct().toList();
    if (!texts.contains(collapsed(wanted))) {
      complaints.add(
          place
              + ":\n  wanted "
              + collapsed(wanted)
              + "\n  got    "
              + String.join("\n      or ", texts));
    }
  }

  /** What was printed since the last question is to be the text. */
  public void prints(String place, String wanted) {
    var got = collapsed(printed.toString(StandardCharsets.UTF_8));
    printed.reset();
    if (!got.equals(collapsed(wanted))) {
      complaints.add(
          place + ":\n  wanted to print " + collapsed(wanted) + "\n  got             " + got);
    }
  }

  /** {@code TYPE} or {@code TYPE: words of the message}. */
  public void threw(String place, Throwable error, String wanted) {
    int colon = wanted.indexOf(':');
    var type = (colon < 0 ? wanted : wanted.substring(0, colon)).strip();
    var words = colon < 0 ? "" : collapsed(wanted.substring(colon + 1));
    if (!error.getClass().getSimpleName().equals(type)
        || !collapsed(String.valueOf(error.getMessage())).contains(words)) {
      complaints.add(
          place
              + ":\n  wanted "
              + collapsed(wanted)
              + "\n  got    "
              + error.getClass().getSimpleName()
              + ": "
              + error.getMessage());
    }
  }

  /** An expression that should have thrown gave this. */
  public void gave(String place, Object value, String wanted) {
    complaints.add(place + ":\n  wanted to throw " + wanted + "\n  got " + plain(value));
  }

  /** The example ended by this. */
  void failed(String place, Throwable error) {
    complaints.add(place + ":\n  " + error);
  }

  private static String shown(Object value) {
    return RENDERERS.stream()
        .flatMap(r -> r.render(value).stream())
        .findFirst()
        .map(MimeBundle::plain)
        .orElseGet(() -> plain(value));
  }

  private static String plain(Object value) {
    if (value != null && value.getClass().isArray()) {
      var nested = Arrays.deepToString(new Object[] {value});
      return nested.substring(1, nested.length() - 1);
    }
    return String.valueOf(value);
  }

  private static String collapsed(String text) {
    return text.strip().replaceAll("\\s+", " ").replace("[ ", "[");
  }
}
