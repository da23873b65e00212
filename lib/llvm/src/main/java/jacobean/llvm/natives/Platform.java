package jacobean.llvm.natives;

import java.util.Locale;

/**
 * The operating system and processor that this process runs on, as the artifacts of org.bytedeco
 * name them ({@code linux-x86_64}, {@code macosx-arm64}, ...).
 *
 * @param os {@code linux}, {@code macosx} or {@code windows}
 * @param arch {@code x86_64} or {@code arm64}
 */
public record Platform(String os, String arch) {
  /** The platform of this process. */
  public static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** The platform for the values of the system properties {@code os.name} and {@code os.arch}. */
  static Platform of(String osName, String osArch) {
    String name = osName.toLowerCase(Locale.ROOT);
    String os = name.contains("mac") ? "macosx" : name.contains("windows") ? "windows" : "linux";
    String arch =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> osArch;
        };
    return new Platform(os, arch);
  }

  /** The classifier of native artifacts, {@code linux-x86_64} for example. */
  public String classifier() {
    return os + "-" + arch;
  }

  /** The file name of a shared library: {@code LLVM} is {@code libLLVM.so} on Linux. */
  public String libraryFile(String name) {
    return switch (os) {
      case "windows" -> name + ".dll";
      case "macosx" -> "lib" + name + ".dylib";
      default -> "lib" + name + ".so";
    };
  }
}
