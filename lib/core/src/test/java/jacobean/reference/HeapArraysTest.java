package jacobean.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.error.EngineException;
import jacobean.type.Aval;
import jacobean.type.DType;
import jacobean.type.Shape;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays on the Java heap have a budget; garbage does not count, and the end is explained. */
class HeapArraysTest {
  private static final int MIB = 1 << 20;

  private static Aval bytes(int n) {
    return Aval.of(Shape.of(n), DType.UINT8);
  }

  @Test
  void garbageDoesNotCount() {
    var arrays = new HeapArrays(32 * MIB);
    for (int i = 0; i < 50; i++) {
      assertEquals(8 * MIB, arrays.allocate(bytes(8 * MIB)).byteSize());
    }
  }

  @Test
  void fullNamesTheLargestArrays() {
    var arrays = new HeapArrays(32 * MIB);
    List<MemorySegment> held = new ArrayList<>();
    held.add(arrays.allocate(Aval.of(Shape.of(5, MIB), DType.FLOAT32)));
    held.add(arrays.allocate(bytes(2 * MIB)));
    held.add(arrays.allocate(bytes(2 * MIB)));
    var e = assertThrows(EngineException.class, () -> arrays.allocate(bytes(9 * MIB)));
    var message = e.getMessage();
    assertTrue(message.contains("u8[9437184]"), message);
    assertTrue(message.contains("needs 9.0 MiB"), message);
    assertTrue(message.contains("1 of f32[5,1048576]"), message);
    assertTrue(message.contains("2 of u8[2097152]"), message);
    assertTrue(message.contains("JACOBEAN_JAVA_OPTIONS"), message);
    assertEquals(8 * MIB, arrays.allocate(bytes(8 * MIB)).byteSize(), "goes on");
    assertEquals(3, held.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {2_000_000_000, Integer.MAX_VALUE})
  void moreThanAJavaArrayHolds(int n) {
    var arrays = new HeapArrays(Long.MAX_VALUE / 2);
    var type = Aval.of(Shape.of(n, 100), DType.FLOAT64);
    assertThrows(EngineException.class, () -> arrays.allocate(type));
  }
}
