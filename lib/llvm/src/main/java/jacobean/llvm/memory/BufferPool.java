package jacobean.llvm.memory;

import static jacobean.core.OutOfMemory.readable;

import jacobean.core.OutOfMemory;
import jacobean.error.EngineException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Native memory for arrays and intermediates, reused: on large results the system's page faults
 * would cost more than computing them.
 *
 * <p>The memory of an array comes back when the garbage collector finds it unreachable. The
 * collector knows nothing of native memory, so the pool asks it to run when much was handed out
 * since it last ran, and before failing. It asks as seldom as keeps collecting below a twentieth of
 * the time, but not so seldom that fresh pages would cost more than collecting.
 */
public final class BufferPool {
  private static final int COLLECTIONS_BEFORE_FAILING = 3;
  private static final long COLLECT_FIRST_AFTER = 64L << 20;
  private static final long COLLECT_AT_LATEST_AFTER = 512L << 20;
  private static final int LEAST_TIME_BETWEEN_COLLECTIONS = 20;
  private static final long MOST_FREE = 512L << 20;
  private static final long WORTH_ASKING_THE_SYSTEM = 16L << 20;

  /** What is left to the system, and to what else runs. */
  private static final long RESERVE = 256L << 20;

  private static final long WAIT_MILLIS = 100;
  private static final long WORTH_PREPARING = 4L << 20;

  private final long budget;
  private final LongSupplier available;

  /** Blocks ready for use by size; sizes that were not wanted for long come first. */
  private final Map<Long, ArrayDeque<Long>> free = new LinkedHashMap<>(16, 0.75f, true);

  private final Map<Long, Block> inUse = new HashMap<>();
  private final Pages pages = new Pages();
  private final ReferenceQueue<Object> unreachable = new ReferenceQueue<>();

  /** Held by who has the collector run because much was handed out; others need not do so, too. */
  private final Lock collection = new ReentrantLock();

  private long collectAfter;
  private long bytesFree;
  private long bytesInUse;
  private long handedOutSinceCollection;
  private long inUseAfterCollection;
  private long inUseAfterFull;
  private volatile boolean isYoungSmall = true;
  private long lastCollected = System.nanoTime();

  /**
   * A block that is in use: its size, what holds it, and what tells when an array is unreachable
   * (null where the block is given back by hand).
   */
  private record Block(long size, Object holder, Owner owner) {}

  /** Knows the block of an array that is no more; one without a block, address 0, only tells so. */
  private static final class Owner extends PhantomReference<Object> {
    private final long address;
    private volatile boolean isTold;

    Owner(Object scope, long address, ReferenceQueue<Object> queue) {
      super(scope, queue);
      this.address = address;
    }
  }

  /**
   * A pool.
   *
   * @param budget the most bytes it takes from the system
   */
  public BufferPool(long budget) {
    this(budget, SystemMemory::available);
  }

  /**
   * @param available tells how many bytes the system has left
   */
  BufferPool(long budget, LongSupplier available) {
    this.budget = budget;
    this.available = available;
    this.collectAfter = Math.min(budget / 2, COLLECT_FIRST_AFTER);
  }

  /**
   * Memory for an array, 64-byte aligned, its content undefined. It goes back to the pool when the
   * segment and all its slices are unreachable.
   *
   * @param bytes the size
   * @param holder what it is for, printed in messages: {@code f32[1000,1000]}
   * @throws EngineException if there is no memory left within the budget
   */
  public MemorySegment allocate(long bytes, Object holder) {
    long address = take(bytes, holder);
    MemorySegment segment =
        MemorySegment.ofAddress(address).reinterpret(bytes, Arena.ofAuto(), null);
    own(address, segment.scope());
    return segment;
  }

  private synchronized void own(long address, Object scope) {
    Block block = inUse.get(address);
    inUse.put(address, new Block(block.size, block.holder, new Owner(scope, address, unreachable)));
  }

  /**
   * A block of memory that the caller gives back with {@link #give}.
   *
   * @return its address
   * @throws EngineException if there is no memory left within the budget
   */
  public long take(long bytes, Object holder) {
    long size = SizeClass.of(bytes);
    drain();
    if (worthCollecting(size)) {
      collection.lock();
      try {
        // Another thread may have done so meanwhile.
        if (worthCollecting(size)) {
          collect(oldGarbageIsLikely());
        }
      } finally {
        collection.unlock();
      }
    }
    long address = tryTake(size, holder);
    for (int i = 0; address == 0 && i < COLLECTIONS_BEFORE_FAILING; i++) {
      collect(true);
      address = tryTake(size, holder);
    }
    if (address == 0) {
      throw full(bytes, holder);
    }
    return address;
  }

  /**
   * Makes large blocks ready on a background thread, so that the program that is being compiled for
   * them finds them with memory behind them. Blocks that are ready already are used.
   *
   * @param sizes in bytes; small ones, and what goes beyond an eighth of the budget, are left out
   */
  public void prepare(long[] sizes) {
    long[] large = Arrays.stream(sizes).filter(s -> s >= WORTH_PREPARING).toArray();
    if (large.length > 0 && Arrays.stream(large).sum() < budget / 8) {
      Thread.ofPlatform().daemon().name("jacobean-pages").start(() -> populate(large));
    }
  }

  private void populate(long[] sizes) {
    long[] addresses = Arrays.stream(sizes).map(s -> take(s, "memory made ready")).toArray();
    for (int i = 0; i < sizes.length; i++) {
      Pages.populate(addresses[i], SizeClass.of(sizes[i]));
      give(addresses[i]);
    }
  }

  /** Gives a block back; nothing may use it any more. */
  public synchronized void give(long address) {
    Block block = inUse.remove(address);
    bytesInUse -= block.size;
    free.computeIfAbsent(block.size, s -> new ArrayDeque<>()).push(address);
    bytesFree += block.size;
  }

  /** Bytes that arrays and intermediates occupy now. */
  public synchronized long bytesInUse() {
    return bytesInUse;
  }

  /** Bytes that the pool has from the system, in use or ready for use. */
  public synchronized long bytesHeld() {
    return bytesInUse + bytesFree;
  }

  /** The most bytes that the pool takes from the system. */
  public long budget() {
    return budget;
  }

  private synchronized long tryTake(long size, Object holder) {
    ArrayDeque<Long> ready = free.get(size);
    long address = 0;
    if (ready != null && !ready.isEmpty()) {
      address = ready.pop();
      bytesFree -= size;
    } else {
      releaseFree(Math.max(bytesFree - MOST_FREE, bytesInUse + bytesFree + size - budget));
      if (bytesInUse + bytesFree + size <= budget && systemHas(size)) {
        address = NativeMemory.allocate(size);
        if (address != 0) {
          pages.prepare(address, size);
        }
      }
    }
    if (address != 0) {
      inUse.put(address, new Block(size, holder, null));
      bytesInUse += size;
      handedOutSinceCollection += size;
    }
    return address;
  }

  /**
   * Whether the system can put memory behind a block. It would promise more than it has, and end
   * the process when the promise is called in.
   */
  private boolean systemHas(long size) {
    if (size < WORTH_ASKING_THE_SYSTEM || size + RESERVE <= available.getAsLong()) {
      return true;
    }
    releaseFree(bytesFree);
    return size + RESERVE <= available.getAsLong();
  }

  /** Gives blocks that nobody uses back to the system, at least this many bytes if there are. */
  private void releaseFree(long wanted) {
    long released = 0;
    for (var entry : free.entrySet()) {
      ArrayDeque<Long> blocks = entry.getValue();
      for (; !blocks.isEmpty() && released < wanted; released += entry.getKey()) {
        NativeMemory.free(blocks.pop());
      }
    }
    bytesFree -= released;
  }

  /** Whether so much was handed out that a good part of what is in use is likely garbage. */
  private synchronized boolean worthCollecting(long size) {
    ArrayDeque<Long> ready = free.get(size);
    return (ready == null || ready.isEmpty())
        && handedOutSinceCollection > Math.max(collectAfter, inUseAfterCollection / 4)
        && bytesInUse > collectAfter;
  }

  /** Takes back the blocks of arrays that were found unreachable. */
  private void drain() {
    for (var found = unreachable.poll(); found != null; found = unreachable.poll()) {
      takeBack((Owner) found);
    }
  }

  private void takeBack(Owner owner) {
    if (owner.address != 0) {
      give(owner.address);
    }
    owner.isTold = true;
  }

  /**
   * Waits until the collector has told of what it found: at least of {@code garbage}, and then, as
   * it tells one by one and in any order, until it pauses. Other threads may hear of it first.
   */
  private void drainUntil(Owner garbage) {
    try {
      for (int pauses = 0; pauses < (garbage.isTold ? 1 : WAIT_MILLIS); ) {
        var found = unreachable.remove(1);
        if (found == null) {
          pauses++;
        } else {
          pauses = 0;
          takeBack((Owner) found);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether so much is in use that arrays among it have likely become garbage when they were old.
   */
  private synchronized boolean oldGarbageIsLikely() {
    return bytesInUse - inUseAfterFull > Math.max(COLLECT_AT_LATEST_AFTER, inUseAfterFull / 4);
  }

  /**
   * Has the collector run, and takes back what it found.
   *
   * @param all whether it must look at all objects, not only at young ones
   */
  private void collect(boolean all) {
    long begin = System.nanoTime();
    Owner garbage = new Owner(new Object(), 0, unreachable);
    boolean young = !all && isYoungSmall && (isYoungSmall = YoungCollection.provoke(garbage));
    if (!young) {
      System.gc();
    }
    drainUntil(garbage);
    long end = System.nanoTime();
    synchronized (this) {
      if ((end - begin) * LEAST_TIME_BETWEEN_COLLECTIONS > begin - lastCollected) {
        collectAfter = Math.min(2 * collectAfter, Math.min(budget / 2, COLLECT_AT_LATEST_AFTER));
      }
      lastCollected = end;
      handedOutSinceCollection = 0;
      inUseAfterCollection = bytesInUse;
      if (!young) {
        inUseAfterFull = bytesInUse;
      }
    }
  }

  private synchronized EngineException full(long bytes, Object holder) {
    long system = available.getAsLong();
    return OutOfMemory.exception(
        holder,
        bytes,
        readable(budget)
            + " that they may take"
            + (system < bytes + RESERVE
                ? ", and the machine has " + readable(system) + " left"
                : ""),
        inUse.values().stream().map(b -> new OutOfMemory.Holding(b.holder, b.size)),
        "raise the budget with JACOBEAN_MEMORY (as in JACOBEAN_MEMORY=12g)");
  }
}
