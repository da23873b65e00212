package jacobean.llvm.run;

import jacobean.core.Buffer;
import jacobean.llvm.memory.BufferPool;
import java.lang.foreign.MemorySegment;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Native copies of large arrays whose memory is on the Java heap, made at their first use by a
 * program and kept as long as the array is reachable.
 */
final class NativeCopies {
  private final ConcurrentHashMap<Key, MemorySegment> copies = new ConcurrentHashMap<>();
  private final ReferenceQueue<Buffer> gone = new ReferenceQueue<>();
  private final BufferPool pool;

  NativeCopies(BufferPool pool) {
    this.pool = pool;
  }

  /** Compares buffers by identity. */
  private static final class Key extends WeakReference<Buffer> {
    private final int hash;

    Key(Buffer buffer, ReferenceQueue<Buffer> queue) {
      super(buffer, queue);
      hash = System.identityHashCode(buffer);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object o) {
      return o == this || (o instanceof Key k && get() != null && get() == k.get());
    }
  }

  /** The native copy of a buffer's memory. */
  MemorySegment of(Buffer buffer, Object holder) {
    for (var k = gone.poll(); k != null; k = gone.poll()) {
      copies.remove(k);
    }
    MemorySegment found = copies.get(new Key(buffer, null));
    if (found == null) {
      MemorySegment host = buffer.host();
      found = pool.allocate(host.byteSize(), holder);
      found.copyFrom(host);
      copies.put(new Key(buffer, gone), found);
    }
    return found;
  }
}
