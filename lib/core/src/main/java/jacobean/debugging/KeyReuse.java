package jacobean.debugging;

import jacobean.core.Buffer;
import jacobean.core.Concrete;
import jacobean.core.Eval;
import jacobean.core.Origin;
import jacobean.core.Trace;
import jacobean.core.Value;
import jacobean.error.KeyReuseException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Watches which random keys were used: a key that is used twice gives the same numbers twice. Keys
 * are told apart by their memory, held weakly; inside traced programs nothing is watched.
 */
public final class KeyReuse {
  /** What happens when a key is used a second time. */
  public enum Level {
    /** Nothing, and keys are not watched. */
    OFF,
    /** A warning on standard error, once for each place in user code. */
    WARN,
    /** {@link KeyReuseException}. */
    ERROR
  }

  private static final KeyReuse WATCH = new KeyReuse();

  private final ConcurrentMap<Identity, Origin> uses = new ConcurrentHashMap<>();
  private final ReferenceQueue<Buffer> dead = new ReferenceQueue<>();
  private final Set<Origin> warned = ConcurrentHashMap.newKeySet();
  private volatile Level level = Level.WARN;

  private KeyReuse() {}

  /** The watch over this process' keys. */
  public static KeyReuse watch() {
    return WATCH;
  }

  public Level level() {
    return level;
  }

  /** Sets what happens from now on; keys used before are forgotten. */
  public void setLevel(Level level) {
    this.level = level;
    uses.clear();
    warned.clear();
  }

  /**
   * Says that an operation draws from a key.
   *
   * @throws KeyReuseException if it was used before, and the level says so
   */
  public void use(String operation, Value key) {
    if (level == Level.OFF || !(key instanceof Concrete c) || !(Trace.current() instanceof Eval)) {
      return;
    }
    for (Reference<?> gone = dead.poll(); gone != null; gone = dead.poll()) {
      uses.remove(gone);
    }
    var here = Origin.here();
    var before = uses.putIfAbsent(new Identity(c.buffer(), dead), here);
    if (before != null) {
      report(operation, before, here);
    }
  }

  private void report(String operation, Origin before, Origin here) {
    switch (level) {
      case OFF -> {}
      case WARN -> {
        if (warned.add(here)) {
          System.err.println("jacobean: " + message(operation, before, here));
        }
      }
      case ERROR -> throw new KeyReuseException(message(operation, before, here));
    }
  }

  private static String message(String operation, Origin before, Origin here) {
    return "random."
        + operation
        + " at "
        + here
        + ": this key was used already at "
        + before
        + ", so it gives the same numbers again. Make new keys with random.split(key) and use each once;"
        + " random.clone(key) repeats numbers on purpose, debug.keyReuse(\"off\") ends this check.";
  }

  /** A buffer as itself, not as what it holds. */
  private static final class Identity extends WeakReference<Buffer> {
    private final int hash;

    Identity(Buffer buffer, ReferenceQueue<Buffer> queue) {
      super(buffer, queue);
      this.hash = System.identityHashCode(buffer);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object o) {
      if (this == o) {
        return true;
      }
      var mine = get();
      return mine != null && o instanceof Identity other && other.get() == mine;
    }
  }
}
