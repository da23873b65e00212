package jacobean.llvm.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Libraries leave their jars once, and whole. */
class NativeFilesTest {
  @Test
  void extractsOnce(@TempDir Path root) throws IOException {
    var files = new NativeFiles(root, Platform.current());
    String name = files.platform().libraryFile("Remarks");
    Path first = files.extract("llvm", name, List.of("no-such-companion"));
    assertTrue(Files.size(first) > 0);
    Files.setLastModifiedTime(first, FileTime.fromMillis(0));
    assertEquals(first, files.extract("llvm", name, List.of()));
    assertEquals(0, Files.getLastModifiedTime(first).toMillis(), "was written again");
    try (var all = Files.list(first.getParent())) {
      assertEquals(1, all.count(), "nothing partial is left");
    }
  }

  @Test
  void aMissingLibraryIsExplained(@TempDir Path root) {
    var files = new NativeFiles(root, new Platform("plan9", "vax"));
    var e = assertThrows(IOException.class, () -> files.extract("llvm", "libLLVM.so", List.of()));
    assertTrue(e.getMessage().contains("org.bytedeco:llvm:plan9-vax"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64, libLLVM.so",
    "Linux, aarch64, linux-arm64, libLLVM.so",
    "Mac OS X, aarch64, macosx-arm64, libLLVM.dylib",
    "Windows 11, amd64, windows-x86_64, LLVM.dll"
  })
  void platforms(String os, String arch, String classifier, String file) {
    Platform platform = Platform.of(os, arch);
    assertEquals(classifier, platform.classifier());
    assertEquals(file, platform.libraryFile("LLVM"));
  }
}
