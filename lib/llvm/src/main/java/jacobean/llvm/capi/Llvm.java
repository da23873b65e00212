package jacobean.llvm.capi;

import jacobean.llvm.natives.CacheFolder;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * LLVM in this process: an optimizing compiler for this machine, a linker into this process, and
 * what is already compiled, in memory and on disk.
 */
public final class Llvm {
  /** Stands for the entry point's name in a module's text; the real name is made from its hash. */
  public static final String ENTRY = "@jacobean_entry";

  private static final int MANY_PROGRAMS = 4096;

  private static final class Holder {
    static final Llvm INSTANCE;
    static final IOException FAILURE;

    static {
      Llvm llvm = null;
      IOException failure = null;
      try {
        llvm = new Llvm(LlvmApi.get());
      } catch (IOException e) {
        failure = e;
      }
      INSTANCE = llvm;
      FAILURE = failure;
    }
  }

  private final Optimizer optimizer;
  private final Jit jit;
  private final ObjectCache disk;
  private final String version;
  private final String fingerprint;
  private final LoadedCode memory = new LoadedCode(MANY_PROGRAMS);

  private Llvm(LlvmApi api) {
    HostTarget target = HostTarget.detect(api);
    optimizer = new Optimizer(api, target);
    jit = new Jit(api);
    disk = new ObjectCache(CacheFolder.path().resolve("code"));
    version = api.version();
    fingerprint = optimizer.fingerprint();
  }

  /**
   * LLVM, loaded if it was not yet.
   *
   * @throws IOException if it cannot be loaded here, with the reason
   */
  public static Llvm get() throws IOException {
    if (Holder.FAILURE != null) {
      throw new IOException(Holder.FAILURE.getMessage(), Holder.FAILURE);
    }
    return Holder.INSTANCE;
  }

  /** The machine that code is compiled for. */
  public HostTarget target() {
    return optimizer.target();
  }

  /** LLVM's version, {@code 20.1.7} for example. */
  public String version() {
    return version;
  }

  /** Compiles text to other text, for people to read. */
  public Optimizer optimizer() {
    return optimizer;
  }

  /** Gives the function or variable at {@code address} a name that compiled code can use. */
  public void define(String name, long address) {
    jit.define(name, address);
  }

  /**
   * Compiles a module and links it, or finds it compiled already.
   *
   * @param ir the text of a module whose only visible definition is called {@link #ENTRY}
   * @return the code, which is unloaded some time after nothing refers to this object
   * @throws LlvmException if the text is not valid IR or needs an unknown symbol
   */
  public NativeCode load(String ir) {
    String key = key(ir);
    return memory.get(key, () -> link(key, ir));
  }

  /**
   * Compiles and links a module whose functions programs then call by name. May be called once for
   * each module.
   *
   * @param names the visible functions of the module
   * @return their addresses
   */
  public Map<String, MemorySegment> loadLibrary(String ir, List<String> names) {
    String key = key(ir);
    Jit.Loaded loaded = jit.load(disk.find(key).orElseGet(() -> stored(key, optimizer.object(ir))));
    return names.stream().collect(Collectors.toUnmodifiableMap(n -> n, loaded::symbol));
  }

  private String key(String ir) {
    return ObjectCache.key(ir, fingerprint);
  }

  private byte[] stored(String key, byte[] object) {
    disk.store(key, object);
    return object;
  }

  private NativeCode link(String key, String ir) {
    String name = "jacobean_" + key;
    var stored = disk.find(key);
    byte[] object =
        stored.orElseGet(() -> stored(key, optimizer.object(ir.replace(ENTRY, "@" + name))));
    Jit.Loaded loaded = jit.load(object);
    try {
      return new NativeCode(loaded.symbol(name), object.length, stored.isPresent(), loaded);
    } catch (LlvmException e) {
      loaded.close();
      throw e;
    }
  }
}
