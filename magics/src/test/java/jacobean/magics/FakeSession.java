package jacobean.magics;

import jacobean.kernel.spi.MagicCall;
import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;
import jacobean.kernel.spi.SessionView;
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
    return new MagicCall(List.of(arguments), String.join(" ", arguments), "", this);
  }

  static String html(MimeBundle bundle) {
    return (String) bundle.data().get("text/html");
  }

  @Override
  public Object eval(String code) {
    throw new UnsupportedOperationException("magics under test evaluate nothing");
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
