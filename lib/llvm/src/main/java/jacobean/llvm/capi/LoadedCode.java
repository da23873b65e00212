package jacobean.llvm.capi;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The compiled code that is in this process, by the keys of its text. Code that nothing refers to
 * any more is unloaded when there is much: each piece takes three of the process's mappings of
 * memory, and Linux allows 65,530.
 */
final class LoadedCode {
  /** Code that is in use as long as someone can reach its {@link NativeCode}. */
  private static final class Piece extends WeakReference<NativeCode> {
    private final Jit.Loaded loaded;

    Piece(NativeCode code) {
      super(code);
      loaded = code.loaded();
    }

    boolean unloadIfUnused() {
      boolean unused = refersTo(null);
      if (unused) {
        loaded.close();
      }
      return unused;
    }
  }

  private final int many;
  private final Map<String, Piece> pieces = new ConcurrentHashMap<>();
  private volatile int limit;

  /**
   * No code.
   *
   * @param many up to so many pieces nothing is unloaded
   */
  LoadedCode(int many) {
    this.many = many;
    limit = many;
  }

  /** The number of pieces in the process, in use or not. */
  int size() {
    return pieces.size();
  }

  /** The code of that key, linked if it is not there. */
  NativeCode get(String key, Supplier<NativeCode> link) {
    if (pieces.size() >= limit) {
      makeRoom();
    }
    var code = new AtomicReference<NativeCode>();
    pieces.compute(
        key,
        (k, piece) -> {
          code.set(piece == null ? null : piece.get());
          if (code.get() != null) {
            return piece;
          }
          if (piece != null) {
            // The new piece defines the same symbol.
            piece.unloadIfUnused();
          }
          code.set(link.get());
          return new Piece(code.get());
        });
    return code.get();
  }

  private synchronized void makeRoom() {
    if (pieces.size() >= limit) {
      unloadUnused();
      if (pieces.size() > limit / 2) {
        System.gc();
        unloadUnused();
      }
      limit = pieces.size() + many;
    }
  }

  private void unloadUnused() {
    pieces.values().removeIf(Piece::unloadIfUnused);
  }
}
