package jacobean.documentation;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.SnippetTree;
import com.sun.source.util.DocTreePath;
import com.sun.source.util.DocTreePathScanner;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.ToolProvider;

/**
 * The public names of the library with their Javadoc, as the compiler reads the sources. What users
 * meet ({@link #isForUsers}) needs more than what is public only between packages.
 */
@SupportedAnnotationTypes("*")
final class PublicNames extends AbstractProcessor {
  /** Packages of which users see everything that is public. */
  private static final Set<String> FOR_USERS =
      Set.of("jacobean", "jacobean.linen", "jacobean.fn", "jacobean.error");

  /** The one or other class of the remaining packages that cells name. */
  private static final Set<String> ALSO_FOR_USERS =
      Set.of(
          "jacobean.type.DType",
          "jacobean.type.Shape",
          "jacobean.plots.Plot",
          "jacobean.magics.Show");

  private final List<Entry> entries = new ArrayList<>();
  private final Set<Element> seen = new HashSet<>();
  private DocTrees trees;

  /** Reads all Java files under these folders, which belong together. */
  static List<Entry> of(List<Path> folders) {
    var reader = new PublicNames();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var sources = new ArrayList<Path>();
      for (var folder : folders) {
        try (Stream<Path> tree = Files.walk(folder)) {
          tree.filter(p -> p.toString().endsWith(".java")).sorted().forEach(sources::add);
        }
      }
      var options = List.of("-proc:only", "-cp", System.getProperty("java.class.path"));
      var units = files.getJavaFileObjectsFromPaths(sources);
      var task = compiler.getTask(null, files, _ -> {}, options, null, units);
      task.setProcessors(List.of(reader));
      task.call();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return reader.entries;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!round.processingOver()) {
      trees = DocTrees.instance(processingEnv);
      ElementFilter.typesIn(round.getRootElements()).forEach(this::readType);
    }
    return false;
  }

  private void readType(TypeElement type) {
    if (!isOpen(type)) {
      return;
    }
    add(type, type);
    var elements = processingEnv.getElementUtils();
    for (var member : elements.getAllMembers(type)) {
      var path = trees.getPath(member);
      boolean written =
          path != null && elements.getOrigin(member) == Elements.Origin.EXPLICIT && !isPart(member);
      if (!written || !isOpen(member) || !seen.add(member)) {
        continue;
      }
      if (member instanceof TypeElement nested) {
        readType(nested);
      } else if (!overrides(member)) {
        add(type, member);
      }
    }
  }

  private static boolean isOpen(Element element) {
    boolean inherited =
        element.getModifiers().contains(Modifier.PROTECTED)
            && !element.getEnclosingElement().getModifiers().contains(Modifier.FINAL);
    return element.getModifiers().contains(Modifier.PUBLIC) || inherited;
  }

  /** A record's component, or what the record makes of it. */
  private boolean isPart(Element element) {
    if (!(element.getEnclosingElement() instanceof TypeElement type)
        || type.getKind() != ElementKind.RECORD) {
      return false;
    }
    return switch (element.getKind()) {
      case RECORD_COMPONENT -> true;
      case CONSTRUCTOR ->
          processingEnv.getElementUtils().isCompactConstructor((ExecutableElement) element);
      case METHOD ->
          type.getRecordComponents().stream().anyMatch(c -> c.getAccessor().equals(element));
      default -> false;
    };
  }

  private static boolean overrides(Element element) {
    return element.getAnnotation(Override.class) != null;
  }

  private static boolean isForUsers(TypeElement type) {
    var top = type;
    while (top.getEnclosingElement() instanceof TypeElement outer) {
      top = outer;
    }
    return FOR_USERS.contains(top.getEnclosingElement().toString())
        || ALSO_FOR_USERS.contains(top.getQualifiedName().toString());
  }

  private void add(TypeElement owner, Element element) {
    boolean itself = owner.equals(element);
    var path = trees.getPath(element);
    var file = Path.of(path.getCompilationUnit().getSourceFile().toUri());
    var comment = trees.getDocCommentTree(path);
    var ownerName = name(owner);
    var name =
        itself
            ? ownerName
            : element.getKind() == ElementKind.CONSTRUCTOR
                ? owner.getSimpleName().toString()
                : element.getSimpleName().toString();
    var subject = itself ? name : ownerName + "." + name;
    var place = file.getFileName() + ":" + line(path, start(path));
    var reading = new Reading(path, file, subject);
    if (comment != null) {
      reading.scan(new DocTreePath(path, comment), null);
    }
    entries.add(
        new Entry(
            ownerName,
            name,
            place,
            isForUsers(owner) && element.getKind() != ElementKind.ENUM_CONSTANT,
            comment == null ? "" : comment.toString(),
            reading.examples,
            faults(element, comment, reading, isForUsers(owner))));
  }

  private List<String> faults(
      Element element, DocCommentTree comment, Reading reading, boolean forUsers) {
    if (comment == null || comment.getFirstSentence().isEmpty()) {
      boolean needed = forUsers || element instanceof TypeElement;
      return needed ? List.of("no Javadoc") : List.of();
    }
    var faults = new ArrayList<>(reading.faults);
    for (var tag : comment.getBlockTags()) {
      if (tag instanceof ParamTree param && !parameters(element).contains(text(param.getName()))) {
        faults.add("@param " + param.getName() + " is no parameter");
      }
    }
    return faults;
  }

  private static String text(DocTree tree) {
    return tree.toString();
  }

  private static Set<String> parameters(Element element) {
    var names = new HashSet<String>();
    switch (element) {
      case ExecutableElement method -> {
        method.getParameters().forEach(p -> names.add(p.getSimpleName().toString()));
        method.getTypeParameters().forEach(p -> names.add(p.getSimpleName().toString()));
      }
      case TypeElement type -> {
        type.getRecordComponents().forEach(p -> names.add(p.getSimpleName().toString()));
        type.getTypeParameters().forEach(p -> names.add(p.getSimpleName().toString()));
      }
      default -> {}
    }
    return names;
  }

  /** {@code jnp.linalg} for the class in the class. */
  private static String name(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement outer
        ? name(outer) + "." + type.getSimpleName()
        : type.getSimpleName().toString();
  }

  private long start(TreePath path) {
    return trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), path.getLeaf());
  }

  private static int line(TreePath path, long position) {
    return (int) path.getCompilationUnit().getLineMap().getLineNumber(position);
  }

  /** The examples of a comment, and links that lead nowhere. */
  private final class Reading extends DocTreePathScanner<Void, Void> {
    private final TreePath path;
    private final Path file;
    private final String subject;
    private final List<Snippet> examples = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    Reading(TreePath path, Path file, String subject) {
      this.path = path;
      this.file = file;
      this.subject = subject;
    }

    @Override
    public Void visitReference(ReferenceTree reference, Void none) {
      if (trees.getElement(getCurrentPath()) == null
          && !reference.getSignature().toLowerCase(Locale.ROOT).startsWith("java")) {
        faults.add("there is no " + reference.getSignature());
      }
      return super.visitReference(reference, none);
    }

    @Override
    public Void visitSnippet(SnippetTree snippet, Void none) {
      if (snippet.getBody() == null) {
        faults.add("a snippet without a body");
        return null;
      }
      long position =
          trees
              .getSourcePositions()
              .getStartPosition(
                  path.getCompilationUnit(), getCurrentPath().getDocComment(), snippet.getBody());
      // The body starts with what follows the colon on its line.
      var lines = snippet.getBody().getBody().lines().toList();
      examples.add(new Snippet(file, line(path, position), subject, lines));
      return null;
    }
  }
}
