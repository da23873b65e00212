package jacobean.documentation;

import static java.util.stream.Collectors.partitioningBy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import jacobean.magics.JacobeanPreload;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Examples as one Java file, a class each, with the imports that a cell has; compiled at once, as
 * JShell would take minutes. Examples that do not compile are left out, with what the compiler
 * says.
 */
final class Program {
  private static final String NAME = "Examples";
  private static final String EXAMPLE = "Example";

  /** What a session imports before the library's own. */
  private static final List<String> JAVA =
      List.of(
          "import java.io.*;",
          "import java.math.*;",
          "import java.nio.file.*;",
          "import java.util.*;",
          "import java.util.function.*;",
          "import java.util.stream.*;");

  private final Map<Snippet, String> classes = new LinkedHashMap<>();
  private final Map<Snippet, List<String>> rejected = new HashMap<>();
  private final Map<Snippet, Set<String>> names = new HashMap<>();

  /** Where the line of the class is in an example; null for other lines. */
  private final List<Place> places = new ArrayList<>();

  private ClassLoader compiled;

  private record Place(Snippet snippet, int index) {
    @Override
    public String toString() {
      return snippet.place(index);
    }
  }

  static Program of(List<Snippet> examples) {
    var program = new Program();
    var left = new ArrayList<Snippet>();
    for (var example : examples) {
      try {
        example.steps();
        left.add(example);
      } catch (IllegalArgumentException e) {
        program.rejected.put(example, List.of(e.getMessage()));
      }
    }
    // What the compiler rejects is taken out until it accepts the rest.
    while (!program.compile(left)) {
      left.removeAll(program.rejected.keySet());
    }
    return program;
  }

  /** The names that the code of an example uses. */
  Set<String> names(Snippet snippet) {
    return names.getOrDefault(snippet, Set.of());
  }

  /** Runs an example; what was not as wanted. */
  List<String> run(Snippet snippet) {
    var complaints = rejected.get(snippet);
    if (complaints != null) {
      return complaints;
    }
    var outcome = new Outcome();
    var standard = System.out;
    try (PrintStream out = outcome.out()) {
      System.setOut(out);
      compiled
          .loadClass(NAME + "$" + classes.get(snippet))
          .getMethod("run", Outcome.class)
          .invoke(null, outcome);
    } catch (InvocationTargetException e) {
      outcome.failed(place(e.getCause(), snippet), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      System.setOut(standard);
    }
    return outcome.complaints();
  }

  private String place(Throwable error, Snippet snippet) {
    for (var frame : error.getStackTrace()) {
      if (frame.getClassName().startsWith(NAME) && places.get(frame.getLineNumber()) != null) {
        return places.get(frame.getLineNumber()).toString();
      }
    }
    return snippet.place(0);
  }

  private boolean compile(List<Snippet> examples) {
    var source = source(examples);
    var compiler = ToolProvider.getSystemJavaCompiler();
    var complaints = new DiagnosticCollector<JavaFileObject>();
    try (var files = new MemoryFiles(compiler.getStandardFileManager(null, null, null))) {
      var options =
          List.of("-proc:none", "-Xlint:none", "-cp", System.getProperty("java.class.path"));
      var unit = MemoryFiles.source(NAME, source);
      var task =
          (JavacTask) compiler.getTask(null, files, complaints, options, null, List.of(unit));
      task.parse().forEach(tree -> new NameReader(examples).scan(tree, null));
      task.generate();
      var errors =
          complaints.getDiagnostics().stream()
              .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
              .toList();
      if (errors.isEmpty()) {
        compiled = files.loader();
      }
      errors.forEach(this::reject);
      return errors.isEmpty();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void reject(Diagnostic<? extends JavaFileObject> error) {
    int line = (int) error.getLineNumber();
    var place = line >= 0 && line < places.size() ? places.get(line) : null;
    if (place == null) {
      throw new IllegalStateException("not in an example: " + error);
    }
    rejected
        .computeIfAbsent(place.snippet(), _ -> new ArrayList<>())
        .add(place + ":\n  " + error.getMessage(null));
  }

  private String source(List<Snippet> examples) {
    places.clear();
    classes.clear();
    var lines = new ArrayList<String>();
    lines.addAll(JAVA);
    lines.addAll(new JacobeanPreload().imports());
    lines.add("public final class " + NAME + " {");
    for (int i = 0; i < examples.size(); i++) {
      var example = examples.get(i);
      var steps =
          example.steps().stream().collect(partitioningBy(s -> Code.isDeclaration(s.code())));
      classes.put(example, EXAMPLE + i);
      lines.add("  public static final class " + EXAMPLE + i + " {");
      steps.get(true).forEach(s -> add(lines, example, s));
      lines.add(
          "  public static void run(" + Outcome.class.getName() + " outcome_) throws Throwable {");
      steps.get(false).forEach(s -> add(lines, example, s));
      lines.add("  }}");
    }
    lines.add("}");
    mark(lines.size(), null);
    return String.join("\n", lines);
  }

  /** All lines up to this one that have no place yet have this. */
  private void mark(int line, Place place) {
    while (places.size() <= line) {
      places.add(places.size() == line ? place : null);
    }
  }

  private void add(List<String> lines, Snippet example, Snippet.Step step) {
    var last = step.code().getLast().strip();
    boolean statement = last.endsWith(";") || last.endsWith("}");
    var place = literal(example.place(step.at() + step.code().size() - 1));
    var text = literal(step.text());
    var before =
        switch (step.wanted()) {
          case NOTHING -> Code.isDeclaration(step.code()) ? "static " : "";
          case PRINTS -> "";
          case SHOWS -> "outcome_.shows(" + place + ", ";
          case THROWS -> statement ? "try { " : "try { outcome_.gave(" + place + ", ";
        };
    var after =
        switch (step.wanted()) {
          case NOTHING -> "";
          case SHOWS -> ", " + text + ");";
          case PRINTS -> " outcome_.prints(" + place + ", " + text + ");";
          case THROWS ->
              (statement
                      ? " outcome_.gave(" + place + ", \"no exception\", " + text + ");"
                      : ", " + text + ");")
                  + " } catch (RuntimeException e_) { outcome_.threw("
                  + place
                  + ", e_, "
                  + text
                  + "); }";
        };
    for (int i = 0; i < step.code().size(); i++) {
      lines.add(
          (i == 0 ? before : "") + step.code().get(i) + (i == step.code().size() - 1 ? after : ""));
      mark(lines.size(), new Place(example, step.at() + i));
    }
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Which names the examples use. */
  private final class NameReader extends TreeScanner<Void, Set<String>> {
    private final List<Snippet> examples;

    NameReader(List<Snippet> examples) {
      this.examples = examples;
    }

    @Override
    public Void visitClass(ClassTree type, Set<String> outer) {
      var name = type.getSimpleName().toString();
      if (outer != null || name.equals(NAME)) {
        return super.visitClass(type, outer);
      }
      var example = examples.get(Integer.parseInt(name.substring(EXAMPLE.length())));
      return super.visitClass(type, names.computeIfAbsent(example, _ -> new HashSet<>()));
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Set<String> found) {
      return add(select.getIdentifier(), found, super.visitMemberSelect(select, found));
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Set<String> found) {
      return add(reference.getName(), found, super.visitMemberReference(reference, found));
    }

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Set<String> found) {
      return add(identifier.getName(), found, null);
    }

    private Void add(CharSequence name, Set<String> found, Void result) {
      if (found != null) {
        found.add(name.toString());
      }
      return result;
    }
  }
}
