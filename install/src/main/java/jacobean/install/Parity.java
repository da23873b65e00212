package jacobean.install;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code docs/parity.md}: each of JAX's public names as present, absent or not applicable.
 * What is present is found by reflection, so the page cannot claim what is not there.
 */
public final class Parity {
  /** JAX's modules and the classes that stand for them. */
  private static final Map<String, List<String>> FACADES = facades();

  private final Path root;
  private final List<Exceptional> exceptions;

  private Parity(Path root) {
    this.root = root;
    this.exceptions =
        resource("exceptions.txt").lines().flatMap(l -> Exceptional.read(l).stream()).toList();
  }

  private static Map<String, List<String>> facades() {
    var f = new LinkedHashMap<String, List<String>>();
    f.put("jax.numpy", List.of("jacobean.jnp"));
    f.put("jax.numpy.linalg", List.of("jacobean.jnp$linalg"));
    f.put("jax.numpy.fft", List.of("jacobean.jnp$fft"));
    f.put("jax.scipy.special", List.of("jacobean.special"));
    f.put("jax.lax", List.of("jacobean.lax"));
    f.put("jax.nn", List.of("jacobean.jax$nn"));
    f.put("jax.random", List.of("jacobean.random"));
    f.put("jax.tree", List.of("jacobean.tree"));
    f.put("jax.debug", List.of("jacobean.jax$debug"));
    f.put("jax", List.of("jacobean.jax"));
    return f;
  }

  /** What is to be said of a name beyond what reflection finds. */
  private enum Remark {
    /** Java spells it otherwise: {@code module:name = javaName}. */
    RENAMED(" = "),
    /** It is a class: {@code module:name @ jacobean.Name}. */
    CLASS(" @ "),
    /** It is not there, for this reason: {@code module:name ? reason}. */
    ABSENT(" ? "),
    /** It makes no sense in Java, for this reason: {@code module:name ! reason}. */
    NOT_APPLICABLE(" ! ");

    private final String sign;

    Remark(String sign) {
      this.sign = sign;
    }
  }

  private record Exceptional(String module, String pattern, Remark remark, String text) {
    static Optional<Exceptional> read(String line) {
      if (line.isBlank() || line.startsWith("#")) {
        return Optional.empty();
      }
      var remark =
          Arrays.stream(Remark.values())
              .filter(r -> line.contains(r.sign))
              .min(java.util.Comparator.comparingInt(r -> line.indexOf(r.sign)))
              .orElseThrow(() -> new IllegalStateException("parity: cannot read " + line));
      int at = line.indexOf(remark.sign);
      var name = line.substring(0, at).split(":", 2);
      return Optional.of(
          new Exceptional(
              name[0], name[1].strip(), remark, line.substring(at + remark.sign.length())));
    }

    boolean matches(String inModule, String name) {
      return module.equals(inModule) && name.matches(pattern);
    }
  }

  private enum State {
    PRESENT,
    ABSENT,
    NOT_APPLICABLE
  }

  private record Entry(String name, State state, String note) {}

  /**
   * Writes the page.
   *
   * @param args the root of the checkout
   */
  public static void main(String[] args) throws IOException {
    var root = Path.of(args.length > 0 ? args[0] : ".");
    var page = root.resolve("docs/parity.md");
    Files.createDirectories(page.getParent());
    Files.writeString(page, new Parity(root).page());
    System.out.println(page);
  }

  private String page() {
    var names = new Gson().fromJson(resource("names.json"), JsonObject.class);
    var tables = new StringBuilder();
    var summary = new StringBuilder();
    for (var module : FACADES.keySet()) {
      var entries =
          names.getAsJsonObject("names").getAsJsonObject(module).keySet().stream()
              .map(n -> entry(module, n))
              .toList();
      summary.append(summaryRow(module, entries));
      tables.append(section(module, entries));
    }
    return """
        # JAX's names in Jacobean

        Written by `./jacobean parity` from the classes themselves, against JAX %s. The share is of the
        names that make sense in Java.

        | module | present | absent | not applicable | share |
        | --- | --- | --- | --- | --- |
        %s
        """
            .formatted(
                names.getAsJsonObject("versions").get("jax").getAsString(),
                summary.toString().strip())
        + tables;
  }

  private static String summaryRow(String module, List<Entry> entries) {
    long present = count(entries, State.PRESENT);
    long absent = count(entries, State.ABSENT);
    return "| `%s` | %d | %d | %d | %.0f %% |\n"
        .formatted(
            module,
            present,
            absent,
            count(entries, State.NOT_APPLICABLE),
            100.0 * present / Math.max(1, present + absent));
  }

  private static long count(List<Entry> entries, State state) {
    return entries.stream().filter(e -> e.state == state).count();
  }

  private static String section(String module, List<Entry> entries) {
    var text = new StringBuilder("\n## " + module + "\n");
    text.append("\nPresent: ").append(join(entries, State.PRESENT, Entry::note)).append(".\n");
    reasons(entries, State.ABSENT, "Absent", text);
    reasons(entries, State.NOT_APPLICABLE, "Not applicable", text);
    return text.toString();
  }

  /** A paragraph for each reason, with the names that it is given for. */
  private static void reasons(List<Entry> entries, State state, String title, StringBuilder text) {
    var reasons =
        entries.stream()
            .filter(e -> e.state == state)
            .collect(
                Collectors.groupingBy(
                    Entry::note,
                    LinkedHashMap::new,
                    Collectors.mapping(e -> "`" + e.name + "`", Collectors.joining(", "))));
    reasons.forEach(
        (reason, names) ->
            text.append("\n")
                .append(title)
                .append(reason.isEmpty() ? ": " : " (" + reason + "): ")
                .append(names)
                .append(".\n"));
  }

  private static String join(
      List<Entry> entries, State state, java.util.function.Function<Entry, String> text) {
    var joined =
        entries.stream().filter(e -> e.state == state).map(text).collect(Collectors.joining(", "));
    return joined.isEmpty() ? "none" : joined;
  }

  private Entry entry(String module, String name) {
    var exceptional = exceptions.stream().filter(x -> x.matches(module, name)).findFirst();
    var remark = exceptional.map(Exceptional::remark).orElse(Remark.ABSENT);
    var text = exceptional.map(Exceptional::text).orElse("");
    return switch (remark) {
      case NOT_APPLICABLE -> new Entry(name, State.NOT_APPLICABLE, text);
      case CLASS -> ofClass(name, text);
      case RENAMED -> member(module, name, List.of(text), "");
      case ABSENT -> member(module, name, List.of(name, camel(name)), text);
    };
  }

  private Entry ofClass(String name, String className) {
    try {
      return new Entry(name, State.PRESENT, link(name, classNamed(className), null));
    } catch (ClassNotFoundException e) {
      return new Entry(name, State.ABSENT, "");
    }
  }

  /** A name that is there as a public method, field or nested class of one of these names. */
  private Entry member(String module, String name, List<String> javaNames, String otherwise) {
    for (var facade : FACADES.get(module)) {
      for (var javaName : javaNames) {
        var found = find(facade, javaName);
        if (found.isPresent()) {
          return new Entry(name, State.PRESENT, link(name, found.get(), javaName));
        }
      }
    }
    return new Entry(name, State.ABSENT, otherwise);
  }

  private static Class<?> classNamed(String name) throws ClassNotFoundException {
    return Class.forName(name, false, Parity.class.getClassLoader());
  }

  private static String camel(String name) {
    var words = name.split("_");
    return words.length == 0
        ? name
        : words[0]
            + Arrays.stream(words, 1, words.length)
                .map(
                    w ->
                        w.isEmpty()
                            ? ""
                            : w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
                .collect(Collectors.joining());
  }

  /** The class that declares a public method or field of this name. */
  private static Optional<Class<?>> find(String className, String member) {
    try {
      var type = classNamed(className);
      Stream<Class<?>> methods =
          Arrays.stream(type.getMethods())
              .filter(m -> m.getName().equals(member) && !isObjects(m))
              .map(Method::getDeclaringClass);
      Stream<Class<?>> fields =
          Arrays.stream(type.getFields())
              .filter(f -> f.getName().equals(member) && Modifier.isStatic(f.getModifiers()))
              .map(java.lang.reflect.Field::getDeclaringClass);
      Stream<Class<?>> classes =
          Arrays.stream(type.getClasses()).filter(c -> c.getSimpleName().equals(member));
      return Stream.of(methods, fields, classes).flatMap(s -> s).findFirst();
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static boolean isObjects(Method m) {
    return m.getDeclaringClass() == Object.class;
  }

  /** A link to the declaration of a member, or of the class, whose Javadoc stands above it. */
  private String link(String name, Class<?> declaring, String javaName) {
    var outermost = declaring;
    while (outermost.getDeclaringClass() != null) {
      outermost = outermost.getDeclaringClass();
    }
    var file = "lib/core/src/main/java/" + outermost.getName().replace('.', '/') + ".java";
    var place = javaName == null ? "" : "#L" + line(root.resolve(file), javaName);
    return "[`" + name + "`](../" + file + place + ")";
  }

  private static int line(Path file, String member) {
    try {
      var lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).matches("\\s+public .*\\b" + member + "\\b.*")) {
          return i + 1;
        }
      }
      return 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (var in = Parity.class.getResourceAsStream("parity/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
