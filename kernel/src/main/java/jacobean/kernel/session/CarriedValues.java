package jacobean.kernel.session;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the values of variables when JShell replaces the class that holds them, which it does when
 * anything changes that the variable's declaration mentions: a method, a type, an import.
 */
final class CarriedValues {
  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$(\\d+)[A-Z]*");

  private final Map<String, Class<?>> holders = new HashMap<>();
  private final Consumer<String> notes;

  /**
   * @param notes takes a note on each value that is lost
   */
  CarriedValues(Consumer<String> notes) {
    this.notes = notes;
  }

  /**
   * Copies the values of the class that {@code next} takes the place of.
   *
   * @param redeclared true where the user declared the variable anew, so that its value is about to
   *     be set and nothing is lost
   */
  void carryOver(Class<?> next, boolean redeclared) throws IllegalAccessException {
    Matcher name = WRAPPER.matcher(next.getName());
    if (!name.matches()) {
      return;
    }
    Class<?> before = holders.put(name.group(1), next);
    if (before == null || before == next) {
      return;
    }
    for (Field to : next.getDeclaredFields()) {
      if (Modifier.isStatic(to.getModifiers()) && !Modifier.isFinal(to.getModifiers())) {
        copy(before, to, redeclared);
      }
    }
  }

  private void copy(Class<?> before, Field to, boolean redeclared) throws IllegalAccessException {
    Field from;
    try {
      from = before.getDeclaredField(to.getName());
    } catch (NoSuchFieldException e) {
      return;
    }
    from.setAccessible(true);
    to.setAccessible(true);
    Object value = from.get(null);
    boolean fits =
        from.getType() == to.getType()
            || !to.getType().isPrimitive() && (value == null || to.getType().isInstance(value));
    if (fits) {
      to.set(null, value);
    } else if (!redeclared) {
      notes.accept(
          "note: "
              + to.getName()
              + " lost its value, because its type "
              + to.getType().getSimpleName()
              + " was declared anew; run the cell again that sets it\n");
    }
    if (redeclared && !from.getType().isPrimitive()) {
      // The old value would stay reachable for as long as the session lives.
      from.set(null, null);
    }
  }
}
