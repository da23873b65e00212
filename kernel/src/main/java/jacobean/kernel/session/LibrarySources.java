package jacobean.kernel.session;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What libraries say of their types and methods, read from the sources that their jars carry in
 * {@code META-INF/sources}; JShell itself finds the JDK's sources only. Files are parsed when they
 * are first asked for.
 */
final class LibrarySources {
  private static final String FOLDER = "META-INF/sources";

  private final ClassLoader loader;
  private final Map<String, Optional<Source>> parsed = new ConcurrentHashMap<>();
  private Map<String, URI> files;

  /**
   * @param signature a declaration as source has it, without its body
   * @param comment the Javadoc comment; empty where there is none
   */
  record Documented(String signature, String comment) {}

  private record Source(CompilationUnitTree unit, DocTrees trees) {}

  private record Type(String name, ClassTree tree, TreePath path, Source source) {}

  /** The sources that are to be found from this class loader. */
  LibrarySources(ClassLoader loader) {
    this.loader = loader;
  }

  /** The files by their simple names. */
  private synchronized Map<String, URI> files() {
    if (files == null) {
      files = new HashMap<>();
      try {
        for (URL root : Collections.list(loader.getResources(FOLDER))) {
          list(root).forEach(f -> files.putIfAbsent(simpleName(f), f));
        }
      } catch (IOException unreadable) {
        // Without sources inspection shows signatures only.
      }
    }
    return files;
  }

  private static List<URI> list(URL root) throws IOException {
    URLConnection connection = root.openConnection();
    if (connection instanceof JarURLConnection jar) {
      String prefix = root.toString().substring(0, root.toString().indexOf("!/") + 2);
      return jar.getJarFile().stream()
          .map(e -> e.getName())
          .filter(n -> n.startsWith(FOLDER) && n.endsWith(".java"))
          .map(n -> URI.create(prefix + n))
          .toList();
    }
    try (Stream<Path> tree = Files.walk(Path.of(URI.create(root.toString())))) {
      return tree.filter(p -> p.toString().endsWith(".java")).map(Path::toUri).toList();
    }
  }

  private static String simpleName(URI file) {
    String name = file.toString();
    return name.substring(name.lastIndexOf('/') + 1, name.length() - ".java".length());
  }

  /** The declaration of a type. */
  Optional<Documented> type(String name) {
    return find(name)
        .map(t -> new Documented(kind(t.tree()) + " " + t.name(), comment(t.path(), t.source())));
  }

  /** The public methods and constants of a name, of this type and of those that it extends. */
  List<Documented> members(String type, String name) {
    var found = new ArrayList<Documented>();
    var seen = new LinkedHashSet<String>();
    find(type).ifPresent(t -> members(t.name(), type, name, found, seen));
    return found;
  }

  private void members(
      String shownAs, String type, String name, List<Documented> found, Set<String> seen) {
    if (!seen.add(type)) {
      return;
    }
    find(type)
        .ifPresent(
            t -> {
              for (Tree member : t.tree().getMembers()) {
                String signature = signature(shownAs, name, member, t.tree());
                if (signature != null) {
                  TreePath path = new TreePath(t.path(), member);
                  found.add(new Documented(signature, comment(path, t.source())));
                }
              }
              supertypes(t.tree()).forEach(s -> members(shownAs, s, name, found, seen));
            });
  }

  private static List<String> supertypes(ClassTree type) {
    var all = new ArrayList<Tree>(type.getImplementsClause());
    if (type.getExtendsClause() != null) {
      all.addFirst(type.getExtendsClause());
    }
    return all.stream()
        .map(t -> t instanceof ParameterizedTypeTree p ? p.getType() : t)
        .map(Tree::toString)
        .toList();
  }

  /** A member as it is declared, or null if it has another name or is not public. */
  private static String signature(String type, String name, Tree member, ClassTree in) {
    boolean open = in.getKind() == Tree.Kind.INTERFACE;
    return switch (member) {
      case MethodTree m when m.getName().contentEquals(name) && isOpen(m.getModifiers(), open) -> {
        String parameters =
            m.getParameters().stream()
                .map(VariableTree::toString)
                .collect(Collectors.joining(", "));
        String variables =
            m.getTypeParameters().isEmpty()
                ? ""
                : m.getTypeParameters().stream()
                    .map(Tree::toString)
                    .collect(Collectors.joining(", ", "<", "> "));
        yield variables + m.getReturnType() + " " + type + "." + name + "(" + parameters + ")";
      }
      case VariableTree v when v.getName().contentEquals(name) && isOpen(v.getModifiers(), open) ->
          v.getType() + " " + type + "." + name;
      default -> null;
    };
  }

  private static boolean isOpen(ModifiersTree modifiers, boolean inInterface) {
    return modifiers.getFlags().contains(Modifier.PUBLIC)
        || (inInterface && !modifiers.getFlags().contains(Modifier.PRIVATE));
  }

  private static String kind(ClassTree type) {
    return switch (type.getKind()) {
      case INTERFACE -> "interface";
      case ENUM -> "enum";
      case RECORD -> "record";
      case ANNOTATION_TYPE -> "@interface";
      default -> "class";
    };
  }

  private static String comment(TreePath path, Source source) {
    String comment = source.trees().getDocComment(path);
    return comment == null ? "" : comment;
  }

  /** The type of a simple name, or of one nested in it; leading packages are passed over. */
  private Optional<Type> find(String name) {
    String[] parts = name.split("\\.");
    for (int i = 0; i < parts.length; i++) {
      var source = parsed.computeIfAbsent(parts[i], this::parse);
      if (source.isPresent()) {
        var rest = List.of(parts).subList(i, parts.length);
        return nested(
            String.join(".", rest),
            new TreePath(source.get().unit()),
            source.get().unit().getTypeDecls(),
            rest,
            source.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<Type> nested(
      String shown,
      TreePath around,
      List<? extends Tree> declared,
      List<String> names,
      Source source) {
    for (Tree tree : declared) {
      if (tree instanceof ClassTree type && type.getSimpleName().contentEquals(names.getFirst())) {
        var path = new TreePath(around, type);
        return names.size() == 1
            ? Optional.of(new Type(shown, type, path, source))
            : nested(shown, path, type.getMembers(), names.subList(1, names.size()), source);
      }
    }
    return Optional.empty();
  }

  private Optional<Source> parse(String simpleName) {
    URI file = files().get(simpleName);
    if (file == null) {
      return Optional.empty();
    }
    try (var in = file.toURL().openStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // The compiler takes no URI of a place in a jar.
      var name = URI.create("memory:///" + simpleName + ".java");
      var unit =
          new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return text;
            }
          };
      var task =
          (JavacTask)
              ToolProvider.getSystemJavaCompiler()
                  .getTask(null, null, _ -> {}, List.of("-proc:none"), null, List.of(unit));
      var tree = task.parse().iterator().next();
      return Optional.of(new Source(tree, DocTrees.instance(task)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
