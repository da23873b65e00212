package jacobean.kernel.session;

import jacobean.kernel.spi.Preload;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a session knows that can explain why a cell is wrong.
 *
 * @param names the session's names, which a misspelt one may have meant
 * @param hints what libraries say about names that are not there
 * @param homes the libraries' classes that may have a name that is not there
 */
record Known(Collection<String> names, Map<String, String> hints, List<Class<?>> homes) {
  private static final int TOLD = 2;

  /** What libraries know, and no names. */
  static Known of(List<Preload> libraries) {
    Map<String, String> hints = new HashMap<>();
    libraries.forEach(p -> hints.putAll(p.hints()));
    return new Known(
        List.of(), Map.copyOf(hints), libraries.stream().flatMap(p -> p.homes().stream()).toList());
  }

  /** The same with a session's names. */
  Known with(Collection<String> names) {
    return new Known(names, hints, homes);
  }

  /** Where a name is that stands alone, or with a class that does not have it. */
  Optional<String> home(String name) {
    List<String> found =
        homes.stream()
            .filter(type -> Members.statics(type).contains(name))
            .limit(TOLD)
            .map(type -> inCode(type) + "." + name)
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of("did you mean " + String.join(" or ", found) + "?");
  }

  private static String inCode(Class<?> type) {
    return type.getCanonicalName().substring(type.getPackageName().length() + 1);
  }
}
