package jacobean.kernel.session;

import jacobean.kernel.spi.Magic;
import jacobean.kernel.spi.Preload;
import jacobean.kernel.spi.Renderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What a session starts with.
 *
 * @param classPath jars and folders besides the class path of this process
 * @param imports import declarations besides the usual ones and those of the preloads
 */
public record SessionOptions(
    List<Path> classPath,
    List<String> imports,
    List<Preload> preloads,
    List<Magic> magics,
    List<Renderer> renderers) {
  public SessionOptions {
    classPath = List.copyOf(classPath);
    imports = List.copyOf(imports);
    preloads = List.copyOf(preloads);
    magics = List.copyOf(magics);
    renderers = List.copyOf(renderers);
  }

  /** No libraries: plain Java with the kernel's own magics. */
  public static SessionOptions bare() {
    return new SessionOptions(List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** Every preload, magic and renderer that {@link ServiceLoader} finds on the class path. */
  public static SessionOptions discovered() {
    return bare()
        .preloads(ServiceLoader.load(Preload.class).stream().map(p -> p.get()).toList())
        .magics(ServiceLoader.load(Magic.class).stream().map(p -> p.get()).toList())
        .renderers(ServiceLoader.load(Renderer.class).stream().map(p -> p.get()).toList());
  }

  public SessionOptions classPath(List<Path> more) {
    return new SessionOptions(joined(classPath, more), imports, preloads, magics, renderers);
  }

  public SessionOptions imports(List<String> more) {
    return new SessionOptions(classPath, joined(imports, more), preloads, magics, renderers);
  }

  public SessionOptions preloads(List<? extends Preload> more) {
    return new SessionOptions(classPath, imports, joined(preloads, more), magics, renderers);
  }

  public SessionOptions magics(List<? extends Magic> more) {
    return new SessionOptions(classPath, imports, preloads, joined(magics, more), renderers);
  }

  public SessionOptions renderers(List<? extends Renderer> more) {
    return new SessionOptions(classPath, imports, preloads, magics, joined(renderers, more));
  }

  private static <T> List<T> joined(List<T> first, List<? extends T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
