package jacobean.reference;

import jacobean.core.HeapBuffer;
import jacobean.core.OutOfMemory;
import jacobean.core.OutOfMemory.Holding;
import jacobean.core.OutOfMemory.Made;
import jacobean.error.EngineException;
import jacobean.type.Aval;
import java.lang.foreign.MemorySegment;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;

/**
 * The large arrays of the reference engine, on the Java heap. They may take most of it, but not
 * all, so that the session has room to go on when an array finds none.
 */
final class HeapArrays {
  private static final long RESERVE = 32L << 20;

  /** Left alone, the collector would let garbage fill the whole heap before it runs. */
  private static final long COLLECT_AFTER = 256L << 20;

  private final long budget;
  private final Set<Live> live = new HashSet<>();
  private final ReferenceQueue<Object> unreachable = new ReferenceQueue<>();
  private long bytesLive;
  private long sinceCollection;

  /** An array that is still reachable, for all that is known. */
  private static final class Live extends WeakReference<Object> {
    private final long bytes;
    private final Object holder;

    Live(Object memory, long bytes, Object holder, ReferenceQueue<Object> queue) {
      super(memory, queue);
      this.bytes = bytes;
      this.holder = holder;
    }
  }

  /**
   * @param budget the most bytes that the arrays take
   */
  HeapArrays(long budget) {
    this.budget = budget;
  }

  /** Most of the Java heap. */
  static HeapArrays ofHeap() {
    long heap = Runtime.getRuntime().maxMemory();
    return new HeapArrays(Math.max(heap / 2, heap - Math.max(RESERVE, heap / 8)));
  }

  /**
   * Zeroed memory for an array.
   *
   * @throws EngineException if there is no room, naming the largest arrays
   */
  synchronized MemorySegment allocate(Aval aval) {
    long bytes = aval.bytes();
    for (var gone = unreachable.poll(); gone != null; gone = unreachable.poll()) {
      forget((Live) gone);
    }
    if (bytesLive + bytes > budget || sinceCollection > Math.max(COLLECT_AFTER, bytesLive / 2)) {
      collect();
    }
    if (bytesLive + bytes > budget) {
      throw full(aval);
    }
    try {
      var memory = HeapBuffer.allocate(bytes).host();
      live.add(new Live(memory.heapBase().orElseThrow(), bytes, Made.here(aval), unreachable));
      bytesLive += bytes;
      sinceCollection += bytes;
      return memory;
    } catch (EngineException e) {
      throw full(aval);
    }
  }

  private void forget(Live array) {
    if (live.remove(array)) {
      bytesLive -= array.bytes;
    }
  }

  private void collect() {
    System.gc();
    // The queue hears of what was found some time later.
    live.stream().filter(l -> l.refersTo(null)).toList().forEach(this::forget);
    sinceCollection = 0;
  }

  private EngineException full(Aval wanted) {
    return OutOfMemory.exception(
        Made.here(wanted),
        wanted.bytes(),
        OutOfMemory.readable(budget) + " of Java heap that they may take",
        live.stream().map(l -> new Holding(l.holder, l.bytes)),
        "raise the heap with JACOBEAN_JAVA_OPTIONS=-Xmx8g");
  }
}
