package jacobean.llvm.capi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jacobean.llvm.natives.CCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text in, running code out; LLVM's complaints become exceptions. */
class LlvmTest {
  private static String adding(int n) {
    return "define i64 @jacobean_entry(i64 %x) { %y = add i64 %x, " + n + " ret i64 %y }";
  }

  @Test
  void compilesAndRuns() throws Exception {
    assertEquals(42, CCall.call(Llvm.get().load(adding(2)).entry(), 40));
    assertEquals(43, CCall.call(Llvm.get().load(adding(3)).entry(), 40));
  }

  @Test
  void compilesTheSameTextOnce() throws Exception {
    assertSame(Llvm.get().load(adding(4)), Llvm.get().load(adding(4)));
  }

  @Test
  void showsWhatItMakes() throws Exception {
    Optimizer optimizer = Llvm.get().optimizer();
    assertTrue(optimizer.optimizedIr(adding(5)).contains("add i64 %x, 5"));
    assertTrue(optimizer.assembly(adding(5)).contains("jacobean_entry:"));
  }

  @Test
  void invalidTextIsExplained() throws Exception {
    Llvm llvm = Llvm.get();
    var e = assertThrows(LlvmException.class, () -> llvm.load("define void @jacobean_entry( {"));
    assertTrue(e.getMessage().contains("expected type"), e.getMessage());
  }

  @Test
  void anUnknownSymbolIsAnError() throws Exception {
    Llvm llvm = Llvm.get();
    String ir =
        "declare void @no_such_function()\n"
            + "define void @jacobean_entry() { call void @no_such_function() ret void }";
    assertThrows(LlvmException.class, () -> llvm.load(ir));
  }

  @Test
  void theDiskCacheGivesBackWhatWasStored(@TempDir Path folder) throws Exception {
    var cache = new ObjectCache(folder.resolve("code"));
    String key = ObjectCache.key("text", "20.1.7");
    assertEquals(Optional.empty(), cache.find(key));
    cache.store(key, new byte[] {1, 2, 3});
    assertArrayEquals(new byte[] {1, 2, 3}, cache.find(key).orElseThrow());
    assertNotEquals(key, ObjectCache.key("text2", "0.1.7"));
    assertEquals(1, Files.walk(folder).filter(Files::isRegularFile).count());
  }

  @Test
  void aCacheThatCannotBeWrittenIsAnEmptyOne(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("code"), "no folder");
    var cache = new ObjectCache(file);
    cache.store("abcdef", new byte[] {1});
    assertEquals(Optional.empty(), cache.find("abcdef"));
  }
}
