package jacobean.llvm.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.error.EngineException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory is reused, comes back when arrays are garbage, and its end is explained. */
class BufferPoolTest {
  private static final long MIB = 1 << 20;

  @Test
  void aLoopOfGarbageStaysWithinTheBudget() {
    var pool = new BufferPool(64 * MIB);
    for (int i = 0; i < 500; i++) {
      MemorySegment array = pool.allocate(5 * MIB, "f32[...]");
      array.set(ValueLayout.JAVA_INT, 0, i);
      assertEquals(0, array.address() % 64, "alignment");
      assertTrue(pool.bytesHeld() <= pool.budget());
    }
  }

  @Test
  void garbageIsTakenBackLongBeforeTheBudgetIsReached() {
    var pool = new BufferPool(64L << 30, () -> 64L << 30);
    long most = 0;
    for (int i = 0; i < 200; i++) {
      pool.allocate(40 * MIB, "f32[...]");
      most = Math.max(most, pool.bytesHeld());
    }
    assertTrue(most < 1536 * MIB, "held " + most / MIB + " MiB");
  }

  @Test
  void aBlockIsReused() {
    var pool = new BufferPool(64 * MIB);
    long first = pool.take(1000, "test");
    pool.give(first);
    assertEquals(first, pool.take(990, "test"));
    assertEquals(pool.bytesInUse(), pool.bytesHeld());
  }

  @Test
  void outOfMemoryNamesTheLargestArrays() {
    var pool = new BufferPool(64 * MIB);
    List<MemorySegment> held = new ArrayList<>();
    held.add(pool.allocate(40 * MIB, "f32[10485760]"));
    held.add(pool.allocate(10 * MIB, "i32[2621440]"));
    var e = assertThrows(EngineException.class, () -> pool.allocate(20 * MIB, "f32[5242880]"));
    assertTrue(e.getMessage().contains("f32[5242880] needs 20.0 MiB"), e.getMessage());
    assertTrue(e.getMessage().contains("1 of f32[10485760]: 40.0 MiB"), e.getMessage());
    assertTrue(e.getMessage().contains("JACOBEAN_MEMORY"), e.getMessage());
    assertEquals(2, held.size());
  }

  @Test
  void memoryThatTheSystemDoesNotHaveIsNotPromised() {
    var pool = new BufferPool(4096 * MIB, () -> 600 * MIB);
    var held = pool.allocate(200 * MIB, "f32[52428800]");
    var e = assertThrows(EngineException.class, () -> pool.allocate(400 * MIB, "u8[419430400]"));
    assertTrue(e.getMessage().contains("the machine has 600.0 MiB left"), e.getMessage());
    assertTrue(e.getMessage().contains("1 of f32[52428800]: 224.0 MiB"), e.getMessage());
    assertEquals(200 * MIB, held.byteSize());
  }

  @Test
  void freeBlocksOfManySizesGoBackToTheSystem() {
    var pool = new BufferPool(4096 * MIB);
    for (long size = 16; size <= 512; size += 16) {
      pool.give(pool.take(size * MIB, "f32[...]"));
    }
    assertTrue(pool.bytesHeld() <= 1024 * MIB, "held " + pool.bytesHeld() / MIB + " MiB");
  }

  @ParameterizedTest
  @CsvSource({"1, 256", "256, 256", "257, 320", "1000, 1024", "1025, 1280", "40000000, 41943040"})
  void sizeClassesWasteLittle(long bytes, long size) {
    assertEquals(size, SizeClass.of(bytes));
  }

  @ParameterizedTest
  @CsvSource({"800m, 838860800", "12g, 12884901888", "5K, 5120", "77, 77", "2GB, 2147483648"})
  void budgets(String text, long bytes) {
    assertEquals(bytes, MemoryBudget.parse("THE_KNOB", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5m", "lots", "99999999999g"})
  void badBudgetsAreExplained(String text) {
    var e = assertThrows(EngineException.class, () -> MemoryBudget.parse("THE_KNOB", text));
    assertTrue(e.getMessage().contains("THE_KNOB is '" + text + "'"), e.getMessage());
  }
}
