package jacobean.kernel.session.lib;

import jacobean.kernel.spi.Notation;
import jacobean.kernel.spi.Preload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The test library as a session preloads it. */
public final class ArrNotation implements Preload {
  @Override
  public List<String> imports() {
    return List.of(
        "import jacobean.kernel.session.lib.*;",
        "import jacobean.kernel.session.lib.Np.*;",
        "import static jacobean.kernel.session.lib.Np.*;");
  }

  @Override
  public Map<String, String> hints() {
    return Map.of("nmpy", "it is written np here", "Arr", "np.array makes one of numbers");
  }

  @Override
  public List<Class<?>> homes() {
    return List.of(Np.np.class);
  }

  @Override
  public Optional<Notation> notation() {
    return Optional.of(
        new Notation(
            Arr.class.getName(),
            Map.of(
                "+", "plus", "-", "minus", "*", "times", "/", "div", ">", "gt", "<", "lt", "==",
                "eq", "&", "and"),
            Map.of(
                "+",
                "np.add",
                "-",
                "np.subtract",
                "*",
                "np.multiply",
                "/",
                "np.divide",
                "<",
                "np.less"),
            Map.of("-", "unaryMinus", "!", "not"),
            "get",
            "toBoolean",
            "np.array",
            "Fn",
            Set.of("java.time.DayOfWeek")));
  }
}
