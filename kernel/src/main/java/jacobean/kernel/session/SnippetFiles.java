package jacobean.kernel.session;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Shows javac the classes that the cells became beside those on the class path. */
final class SnippetFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private static final String PACKAGE = "REPL";

  private final Map<String, byte[]> classes;

  SnippetFiles(StandardJavaFileManager files, Map<String, byte[]> classes) {
    super(files);
    this.classes = classes;
  }

  void classPath(List<Path> extra) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.isEmpty()) {
        all.add(Path.of(entry));
      }
    }
    all.addAll(extra);
    fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, all);
  }

  @Override
  public Iterable<JavaFileObject> list(
      JavaFileManager.Location location,
      String packageName,
      Set<JavaFileObject.Kind> kinds,
      boolean recurse)
      throws IOException {
    Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
    if (location != StandardLocation.CLASS_PATH
        || !packageName.equals(PACKAGE)
        || !kinds.contains(JavaFileObject.Kind.CLASS)) {
      return found;
    }
    List<JavaFileObject> all = new ArrayList<>();
    found.forEach(all::add);
    classes.forEach((name, bytes) -> all.add(new Compiled(name, bytes)));
    return all;
  }

  @Override
  public String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
    return file instanceof Compiled compiled
        ? compiled.binaryName
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(javax.tools.FileObject a, javax.tools.FileObject b) {
    return a instanceof Compiled || b instanceof Compiled ? a == b : super.isSameFile(a, b);
  }

  /** A class in memory. */
  private static final class Compiled extends SimpleJavaFileObject {
    private final String binaryName;
    private final byte[] bytes;

    Compiled(String binaryName, byte[] bytes) {
      super(URI.create("cell:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
      this.binaryName = binaryName;
      this.bytes = bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
