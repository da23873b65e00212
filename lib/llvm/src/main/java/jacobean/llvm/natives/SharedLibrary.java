package jacobean.llvm.natives;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/**
 * A loaded shared library, never unloaded.
 *
 * @param path the file
 * @param symbols its exported symbols
 */
public record SharedLibrary(Path path, SymbolLookup symbols) {
  /**
   * Loads the library in {@code path}.
   *
   * @throws IOException if the system's loader refuses it
   */
  public static SharedLibrary load(Path path) throws IOException {
    try {
      return new SharedLibrary(path, SymbolLookup.libraryLookup(path, Arena.global()));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "cannot load the native library "
              + path
              + ": "
              + e.getMessage()
              + "; a system library that it links to may be missing (try ldd)",
          e);
    }
  }

  /**
   * The address of a function or variable.
   *
   * @throws UnsatisfiedLinkError if the library has no such symbol
   */
  public MemorySegment symbol(String name) {
    return symbols
        .find(name)
        .orElseThrow(() -> new UnsatisfiedLinkError("no symbol " + name + " in " + path));
  }
}
