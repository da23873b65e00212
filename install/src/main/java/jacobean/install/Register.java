package jacobean.install;

import jacobean.kernel.cli.KernelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code Register LAUNCHER FOLDER}: writes the kernelspec. Its command is the launcher rather than
 * a {@code java}, so that a newer JDK, build or AOT cache is found whenever Jupyter starts a
 * kernel.
 */
public final class Register {
  private Register() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("Register: wanted the launcher's path and the kernelspec's folder");
      System.exit(2);
    }
    new KernelSpec(List.of(args[0]), Map.of()).write(Path.of(args[1]));
  }
}
