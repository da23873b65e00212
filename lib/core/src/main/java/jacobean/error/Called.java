package jacobean.error;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The public function that user code called, which may be made of those that throw. */
final class Called {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private static final String FACADE = "jacobean";

  /** Functions that functions gave. */
  private static final Set<String> NAMELESS = Set.of("apply", "call");

  private Called() {}

  /**
   * A message that begins with the name of the function that was called: {@code trapezoid:
   * multiply: shapes ...}. The name is put in front where the message does not begin with it.
   */
  static String named(String message) {
    var calls = WALKER.walk(frames -> frames.takeWhile(Called::isOurs).toList());
    for (var call : calls.reversed()) {
      if (isFunction(call)) {
        var name = name(call);
        return begins(message, name) ? message : name + ": " + message;
      }
    }
    return message;
  }

  private static boolean isOurs(StackFrame frame) {
    var name = frame.getClassName();
    return List.of("jacobean.", "java.", "jdk.").stream().anyMatch(name::startsWith);
  }

  /** Operators are left out: their messages name what they do. */
  private static boolean isFunction(StackFrame frame) {
    var type = frame.getDeclaringClass();
    if (!type.getPackageName().equals(FACADE)
        || type.getSimpleName().equals("ArrayOperators")
        || NAMELESS.contains(frame.getMethodName())) {
      return false;
    }
    try {
      int modifiers =
          type.getDeclaredMethod(frame.getMethodName(), frame.getMethodType().parameterArray())
              .getModifiers();
      return Modifier.isPublic(modifiers)
          && (Modifier.isStatic(modifiers) || Modifier.isPublic(type.getModifiers()));
    } catch (NoSuchMethodException e) {
      // A constructor.
      return false;
    }
  }

  private static String name(StackFrame frame) {
    var name = frame.getMethodName().replace("_", "");
    if (name.equals("of")) {
      return frame.getDeclaringClass().getSimpleName() + ".of";
    }
    return frame.getDeclaringClass().getSimpleName().startsWith("Random") ? "random." + name : name;
  }

  private static boolean begins(String message, String name) {
    var operation = message.split("[:\\[ ]", 2)[0];
    return plain(operation).equals(plain(name));
  }

  /** Without what distinguishes {@code random.topK} from {@code top_k}. */
  private static String plain(String name) {
    return name.substring(name.lastIndexOf('.') + 1).replace("_", "").toLowerCase(Locale.ROOT);
  }
}
