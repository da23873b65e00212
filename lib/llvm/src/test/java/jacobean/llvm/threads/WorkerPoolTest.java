package jacobean.llvm.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.error.EngineException;
import jacobean.llvm.capi.Llvm;
import jacobean.llvm.capi.NativeCode;
import jacobean.llvm.natives.CCall;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each chunk of a parallel loop runs once, whoever calls and however often. */
class WorkerPoolTest {
  private static final int CHUNKS = 100;

  private static final String COUNT =
      """
      define internal void @count(ptr %counts, i64 %i) {
        %at = getelementptr i64, ptr %counts, i64 %i
        %old = atomicrmw add ptr %at, i64 1 monotonic
        ret void
      }
      declare void @jacobean_parallel_for(ptr, ptr, i64)
      define void @jacobean_entry(ptr %counts, i64 %n) {
        call void @jacobean_parallel_for(ptr @count, ptr %counts, i64 %n)
        ret void
      }
      """;

  private static NativeCode counting() throws Exception {
    WorkerPool.get();
    return Llvm.get().load(COUNT);
  }

  @Test
  void everyChunkRunsOnce() throws Exception {
    NativeCode code = counting();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment counts = arena.allocate(ValueLayout.JAVA_LONG, CHUNKS);
      int calls = 2000;
      for (int k = 0; k < calls; k++) {
        CCall.call(code.entry(), counts.address(), k % CHUNKS + 1);
      }
      for (int i = 0; i < CHUNKS; i++) {
        assertEquals(
            calls / CHUNKS * (CHUNKS - i),
            counts.getAtIndex(ValueLayout.JAVA_LONG, i),
            "chunk " + i);
      }
    }
  }

  @Test
  void severalThreadsMayCallAtTheSameTime() throws Exception {
    NativeCode code = counting();
    List<Thread> threads = new ArrayList<>();
    try (Arena arena = Arena.ofShared()) {
      MemorySegment counts = arena.allocate(ValueLayout.JAVA_LONG, CHUNKS);
      for (int t = 0; t < 4; t++) {
        threads.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      for (int k = 0; k < 500; k++) {
                        CCall.call(code.entry(), counts.address(), CHUNKS);
                      }
                    }));
      }
      for (Thread t : threads) {
        t.join();
      }
      for (int i = 0; i < CHUNKS; i++) {
        assertEquals(2000, counts.getAtIndex(ValueLayout.JAVA_LONG, i), "chunk " + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", ""})
  void badThreadCountsAreExplained(String text) {
    var e = assertThrows(EngineException.class, () -> ThreadCount.parse("THE_KNOB", text));
    assertTrue(e.getMessage().contains("THE_KNOB"));
    assertTrue(e.getMessage().contains("'" + text + "'"));
  }
}
