package jacobean.kernel.session;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import jacobean.kernel.spi.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * A snippet compiled for its errors and its attributed tree; no code is made. Positions are those
 * of the snippet's text.
 */
final class Trial {
  private static final String BODY = "class Trial$ { void run$() throws Throwable {\n";
  private static final String VALUE = "class Trial$ { Object run$() throws Throwable { return (\n";
  private static final String MEMBER = "class Trial$ {\n";

  private final Text text;
  private final JavacTask task;
  private final CompilationUnitTree unit;
  private final Trees trees;
  private final SourcePositions positions;
  private final int base;
  private final List<Diagnostic<? extends JavaFileObject>> errors;
  private boolean attributed;

  private Trial(
      Text text,
      JavacTask task,
      CompilationUnitTree unit,
      int base,
      List<Diagnostic<? extends JavaFileObject>> errors) {
    this.text = text;
    this.task = task;
    this.unit = unit;
    this.base = base;
    this.errors = errors;
    trees = Trees.instance(task);
    positions = trees.getSourcePositions();
  }

  /** Compiles a snippet as the first of the wrappers in which it parses. */
  static Trial of(
      Text text, Pieces.Form form, Scope scope, JavaCompiler javac, SnippetFiles files) {
    List<String> wrappers =
        switch (form) {
          case DECLARATION -> List.of(MEMBER, BODY);
          case EXPRESSION -> List.of(BODY, VALUE, MEMBER);
          case STATEMENT, VARIABLE, IMPORT -> List.of(BODY, MEMBER, VALUE);
        };
    Trial last = null;
    for (String wrapper : wrappers) {
      last = parsed(text, wrapper, scope, javac, files);
      if (last.errors.isEmpty()) {
        last.attribute();
        return last;
      }
    }
    return last;
  }

  private static Trial parsed(
      Text text, String wrapper, Scope scope, JavaCompiler javac, SnippetFiles files) {
    String head = "package REPL; " + scope.header() + wrapper;
    String code = wrapper.equals(MEMBER) ? text.chars() : withoutModifiers(text.chars());
    String tail = "\n}";
    if (wrapper.equals(VALUE)) {
      code = code.endsWith(";") ? code.substring(0, code.length() - 1) + " " : code;
      tail = "\n); } }";
    } else if (wrapper.equals(BODY)) {
      code = code.endsWith(";") || code.endsWith("}") ? code : code + ";";
      tail = "\n} }";
    }
    String source = head + code + tail;
    List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();
    JavacTask task =
        (JavacTask)
            javac.getTask(
                null,
                files,
                d -> {
                  if (d.getKind() == Diagnostic.Kind.ERROR) {
                    errors.add(d);
                  }
                },
                List.of("-proc:none", "-Xlint:none", "-Xdiags:verbose", "-Xmaxerrs", "1000"),
                null,
                List.of(new Source(source)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      return new Trial(text, task, unit, head.length(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A local variable takes no access modifiers; blanks keep the positions. */
  private static String withoutModifiers(String code) {
    StringBuilder out = new StringBuilder(code);
    for (Tokens.Token token : Tokens.of(code)) {
      if (!Set.of("public", "private", "protected", "static", "final").contains(token.text())) {
        break;
      }
      if (!token.is("final")) {
        out.replace(token.start(), token.end(), " ".repeat(token.end() - token.start()));
      }
    }
    return out.toString();
  }

  private void attribute() {
    attributed = true;
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** False where the text does not parse. */
  boolean attributed() {
    return attributed;
  }

  Text text() {
    return text;
  }

  CompilationUnitTree unit() {
    return unit;
  }

  Trees trees() {
    return trees;
  }

  Types types() {
    return task.getTypes();
  }

  Elements elements() {
    return task.getElements();
  }

  List<Diagnostic<? extends JavaFileObject>> errors() {
    return errors;
  }

  /** A position of the compiled source in the snippet's text. */
  int position(long inSource) {
    return Math.clamp(inSource - base, 0, text.length());
  }

  int start(Tree tree) {
    return position(positions.getStartPosition(unit, tree));
  }

  int end(Tree tree) {
    return position(positions.getEndPosition(unit, tree));
  }

  /** False for the wrapper's own trees. */
  boolean inSnippet(Tree tree) {
    long start = positions.getStartPosition(unit, tree);
    long end = positions.getEndPosition(unit, tree);
    return start >= base && end <= base + text.length() + 1 && end >= start;
  }

  /** The type of an expression; null or an error type where javac gave up. */
  TypeMirror type(TreePath path) {
    TypeMirror type = trees.getTypeMirror(path);
    // A value in a place for another type: the type that it has.
    return type != null && type.getKind() == TypeKind.ERROR
        ? trees.getOriginalType((ErrorType) type)
        : type;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String code) {
      super(URI.create("cell:///REPL/Trial$.java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
