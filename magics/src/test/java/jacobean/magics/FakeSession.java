package jacobean.magics;

import jacobean.kernel.spi.MagicCall;
import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;
import jacobean.kernel.spi.SessionView;
import jacobean.kernel.spi.Text;
import java.util.ArrayList;
import java.util.List;

/** A session with variables and nothing else. */
record FakeSession(List<Variable> variables) implements SessionView {
  FakeSession() {
    this(new ArrayList<>());
  }

  /** Adds a variable that the next cell declared. */
  FakeSession with(String name, Object value) {
    variables.add(new Variable(name, "var", value, variables.size() + 1));
    return this;
  }

  MagicCall call(String... arguments) {
    String line = String.join(" ", arguments);
    return new MagicCall(
        List.of(arguments), Text.of(line, 0, line.length()), Text.inserted("", 0), this);
  }

  static String html(MimeBundle bundle) {
    return (String) bundle.data().get("text/html");
  }

  @Override
  public Object eval(Text code) {
    throw new UnsupportedOperationException("magics under test evaluate nothing");
  }

  @Override
  public List<Snippet> snippets(Text code) {
    throw new UnsupportedOperationException("magics under test take no code apart");
  }

  @Override
  public Outlet outlet() {
    throw new UnsupportedOperationException("magics under test print nothing");
  }

  @Override
  public String lastJava() {
    return "";
  }
}
