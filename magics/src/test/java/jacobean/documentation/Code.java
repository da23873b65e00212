package jacobean.documentation;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** What can be told of lines of Java by their quotes and brackets. */
final class Code {
  private Code() {}

  /** Where the comment of a line starts, or its length. */
  static int comment(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '/' && i + 1 < line.length() && line.charAt(i + 1) == '/') {
        return i;
      }
    }
    return line.length();
  }

  /** Whether lines without comments are whole statements. */
  static boolean ends(List<String> lines) {
    int open = 0;
    char last = ' ';
    for (var line : lines) {
      char quote = 0;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (quote != 0) {
          if (c == '\\') {
            i++;
          } else if (c == quote) {
            quote = 0;
          }
        } else if (c == '"' || c == '\'') {
          quote = c;
        } else if ("([{".indexOf(c) >= 0) {
          open++;
        } else if (")]}".indexOf(c) >= 0) {
          open--;
        }
        if (!Character.isWhitespace(c)) {
          last = c;
        }
      }
    }
    return open == 0 && (last == ';' || last == '}');
  }

  /** Whether this declares a method or a type. */
  static boolean isDeclaration(List<String> lines) {
    var code = String.join("\n", lines);
    if (!code.endsWith("}")) {
      return false;
    }
    var unit = MemoryFiles.source("Lines", "class Lines { " + code + " }");
    var errors = new DiagnosticCollector<JavaFileObject>();
    var task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, errors, List.of("-proc:none"), null, List.of(unit));
    try {
      var type = (ClassTree) task.parse().iterator().next().getTypeDecls().getFirst();
      return errors.getDiagnostics().isEmpty()
          && type.getMembers().stream()
              .anyMatch(m -> m instanceof MethodTree || m instanceof ClassTree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
