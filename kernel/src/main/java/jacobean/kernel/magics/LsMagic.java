package jacobean.kernel.magics;

import jacobean.kernel.spi.Magic;
import jacobean.kernel.spi.MagicCall;
import jacobean.kernel.spi.MimeBundle;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code %lsmagic}: the magics of this session, one line each. */
public final class LsMagic implements Magic {
  private final Supplier<Collection<Magic>> all;

  /**
   * @param all the session's magics, asked for anew at each use
   */
  public LsMagic(Supplier<Collection<Magic>> all) {
    this.all = all;
  }

  @Override
  public String name() {
    return "lsmagic";
  }

  @Override
  public String summary() {
    return "lists the magics";
  }

  @Override
  public Object run(MagicCall call) {
    List<Magic> sorted =
        all.get().stream()
            .sorted(Comparator.comparing(Magic::cell).thenComparing(Magic::name))
            .toList();
    int width = sorted.stream().mapToInt(m -> shown(m).length()).max().orElse(0);
    return MimeBundle.text(
        sorted.stream()
            .map(m -> shown(m) + " ".repeat(width - shown(m).length()) + "  " + m.summary())
            .collect(Collectors.joining("\n")));
  }

  private static String shown(Magic magic) {
    return (magic.cell() ? "%%" : "%") + magic.name();
  }
}
