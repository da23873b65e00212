package jacobean.kernel.session;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Gives sessions the JVM's means to redefine classes in place, so that variables keep their values
 * and live objects get new method bodies. The process attaches to itself at the first redefinition,
 * which it may where it was started with {@code -Djdk.attach.allowAttachSelf=true} (and {@code
 * -XX:+EnableDynamicAgentLoading}, lest the JVM warn); an agent from the start would cost the JVM
 * its cache of loaded classes. Without it sessions replace classes and carry values over.
 */
public final class RedefinitionAgent {
  private static volatile Instrumentation instrumentation;
  private static volatile boolean tried;

  private RedefinitionAgent() {}

  /** Called by the JVM when the agent is loaded into a running process. */
  public static void agentmain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** The means to redefine classes, or empty where this process was not started with them. */
  static Optional<Instrumentation> instrumentation() {
    if (!tried && Boolean.getBoolean("jdk.attach.allowAttachSelf")) {
      tried = true;
      attach();
    }
    return Optional.ofNullable(instrumentation).filter(Instrumentation::isRedefineClassesSupported);
  }

  private static void attach() {
    try {
      Path jar = Files.createTempFile("jacobean-agent", ".jar");
      try {
        Manifest manifest = new Manifest();
        Attributes entries = manifest.getMainAttributes();
        entries.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        entries.putValue("Agent-Class", RedefinitionAgent.class.getName());
        entries.putValue("Can-Redefine-Classes", "true");
        try (OutputStream file = Files.newOutputStream(jar)) {
          new JarOutputStream(file, manifest).close();
        }
        var self =
            com.sun.tools.attach.VirtualMachine.attach(
                String.valueOf(ProcessHandle.current().pid()));
        try {
          self.loadAgent(jar.toString());
        } finally {
          self.detach();
        }
      } finally {
        Files.deleteIfExists(jar);
      }
    } catch (IOException
        | com.sun.tools.attach.AttachNotSupportedException
        | com.sun.tools.attach.AgentLoadException
        | com.sun.tools.attach.AgentInitializationException e) {
      System.getLogger(RedefinitionAgent.class.getName())
          .log(System.Logger.Level.DEBUG, "classes cannot be redefined in place", e);
    }
  }
}
