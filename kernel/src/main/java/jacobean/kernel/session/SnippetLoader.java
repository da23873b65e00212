package jacobean.kernel.session;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds the classes that the cells became, and the jars that a session was given. */
final class SnippetLoader extends URLClassLoader {
  private final Map<String, byte[]> declared = new ConcurrentHashMap<>();

  SnippetLoader(ClassLoader parent) {
    super("cells", new URL[0], parent);
    setPackageAssertionStatus("REPL", true); // who writes assert into a cell wants it checked
  }

  /** Makes a class known; it is defined when first used, so classes may refer to each other. */
  void declare(String name, byte[] bytes) {
    declared.put(name, bytes);
  }

  void addPath(Path path) throws MalformedURLException {
    addURL(path.toUri().toURL());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = declared.get(name);
    return bytes != null ? defineClass(name, bytes, 0, bytes.length) : super.findClass(name);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    if (name.endsWith(".class")) {
      byte[] bytes =
          declared.get(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
      if (bytes != null) {
        return new ByteArrayInputStream(bytes);
      }
    }
    return super.getResourceAsStream(name);
  }
}
