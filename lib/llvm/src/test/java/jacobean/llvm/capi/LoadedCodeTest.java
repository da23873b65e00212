package jacobean.llvm.capi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.llvm.natives.CCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Code stays while it can be reached, and leaves the process afterwards. */
class LoadedCodeTest {
  private static final int MANY = 16;

  private final LoadedCode memory = new LoadedCode(MANY);
  private final Optimizer optimizer;
  private final Jit jit;

  LoadedCodeTest() throws Exception {
    optimizer = Llvm.get().optimizer();
    jit = new Jit(LlvmApi.get());
  }

  private NativeCode adding(int n) {
    String name = "adding_" + n;
    return memory.get(
        name,
        () -> {
          byte[] object =
              optimizer.object(
                  "define i64 @" + name + "(i64 %x) { %y = add i64 %x, " + n + " ret i64 %y }");
          Jit.Loaded loaded = jit.load(object);
          return new NativeCode(loaded.symbol(name), object.length, false, loaded);
        });
  }

  private void addAll(int from, int to) {
    for (int n = from; n < to; n++) {
      assertEquals(100 + n, CCall.call(adding(n).entry(), 100));
    }
  }

  @Test
  void codeThatNobodyHoldsIsUnloaded() {
    addAll(0, 20 * MANY);
    assertTrue(memory.size() <= 2 * MANY, () -> memory.size() + " pieces");
  }

  @Test
  void codeThatSomeoneHoldsStays() {
    List<NativeCode> held = new ArrayList<>();
    for (int n = 0; n < 3 * MANY; n++) {
      held.add(adding(n));
    }
    addAll(3 * MANY, 20 * MANY);
    for (int n = 0; n < held.size(); n++) {
      assertSame(held.get(n), adding(n));
      assertEquals(7 + n, CCall.call(held.get(n).entry(), 7));
    }
  }

  @Test
  void unloadedCodeIsLinkedAgain() {
    for (int round = 0; round < 3; round++) {
      addAll(0, 3 * MANY);
    }
  }

  @Test
  void whatCannotBeLinkedLeavesNothing() {
    assertThrows(
        LlvmException.class,
        () ->
            memory.get(
                "bad",
                () -> {
                  throw new LlvmException("bad");
                }));
    assertEquals(0, memory.size());
  }

  @Test
  void unloadingGivesBackMappings() throws Exception {
    Path maps = Path.of("/proc/self/maps");
    if (!Files.isReadable(maps)) {
      System.out.println("not checked: this system does not list its memory mappings");
      return;
    }
    addAll(0, MANY);
    long before = mappings(maps);
    addAll(0, 40 * MANY);
    long more = mappings(maps) - before;
    assertTrue(more < 10 * MANY, () -> more + " mappings more");
  }

  private static long mappings(Path maps) throws Exception {
    try (var lines = Files.lines(maps)) {
      return lines.count();
    }
  }
}
