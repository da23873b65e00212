package jacobean.kernel.cli;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder by which Jupyter knows this kernel: {@code kernel.json} and the logo.
 *
 * @param java the command up to and including the main class: {@code [/path/java, flags..., -cp,
 *     class path, jacobean.kernel.cli.Main]}
 * @param env environment variables for the kernel
 */
public record KernelSpec(List<String> java, Map<String, String> env) {
  public static final String DISPLAY_NAME = "Java (Jacobean)";

  public KernelSpec {
    java = List.copyOf(java);
    env = Map.copyOf(env);
  }

  /** The text of {@code kernel.json}. */
  public String json() {
    List<String> argv = new ArrayList<>(java);
    argv.add("kernel");
    argv.add("{connection_file}");
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("argv", argv);
    spec.put("display_name", DISPLAY_NAME);
    spec.put("language", "java");
    spec.put("interrupt_mode", "message");
    spec.put("env", env);
    spec.put("metadata", Map.of("debugger", false));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(spec) + "\n";
  }

  /** Writes the folder's files; the folder is made if there is none. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("kernel.json"), json());
    try (InputStream logo = KernelSpec.class.getResourceAsStream("logo-svg.svg")) {
      Files.write(folder.resolve("logo-svg.svg"), logo.readAllBytes());
    }
  }
}
