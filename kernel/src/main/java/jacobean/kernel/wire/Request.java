package jacobean.kernel.wire;

import com.google.gson.JsonObject;
import java.util.Map;

/**
 * What a client asks of the kernel, one record a message type, defaults as the protocol has them.
 */
sealed interface Request {
  /** Who are you? Answered before the session exists. */
  record KernelInfo() implements Request {}

  /** Run a cell. */
  record Execute(
      String code,
      boolean silent,
      Boolean storeHistory,
      Map<String, String> userExpressions,
      Boolean allowStdin,
      Boolean stopOnError)
      implements Request {
    public Execute {
      code = orEmpty(code);
      storeHistory = storeHistory == null || storeHistory;
      userExpressions = userExpressions == null ? Map.of() : userExpressions;
      allowStdin = allowStdin == null || allowStdin;
      stopOnError = stopOnError == null || stopOnError;
    }
  }

  /** What could stand at the cursor? {@code cursorPos} counts code points; null is the end. */
  record Complete(String code, Integer cursorPos) implements Request {
    public Complete {
      code = orEmpty(code);
    }
  }

  /** What is at the cursor? {@code cursorPos} counts code points; null is the end. */
  record Inspect(String code, Integer cursorPos) implements Request {
    public Inspect {
      code = orEmpty(code);
    }
  }

  /** Is this a whole cell, or does it want another line? */
  record IsComplete(String code) implements Request {
    public IsComplete {
      code = orEmpty(code);
    }
  }

  /** Earlier inputs: the latest {@code n}, a range of numbers, or those that match a glob. */
  record History(
      boolean output,
      String histAccessType,
      Integer session,
      Integer start,
      Integer stop,
      Integer n,
      String pattern,
      boolean unique)
      implements Request {
    public History {
      histAccessType = histAccessType == null ? "tail" : histAccessType;
      pattern = pattern == null || pattern.isEmpty() ? "*" : pattern;
    }
  }

  /** Which comms are open? */
  record CommInfo(String targetName) implements Request {}

  /** Open a comm. No target is registered here, so the answer closes it. */
  record CommOpen(String commId) implements Request {}

  /** A message to, or the end of, a comm that this kernel has already closed. */
  record CommOther() implements Request {}

  /** Which ports? Asked by old clients. */
  record Connect() implements Request {}

  /** Stop the running cell. */
  record Interrupt() implements Request {}

  /** End; with {@code restart} the client starts a new kernel. */
  record Shutdown(boolean restart) implements Request {}

  /** The line that an input request asked for; comes on the stdin channel. */
  record InputReply(String value) implements Request {
    public InputReply {
      value = orEmpty(value);
    }
  }

  /** A request of a known type with content of the wrong form. */
  record Malformed(String type, String problem) implements Request {}

  /** A message type that this kernel does not know. */
  record Unknown(String type) implements Request {}

  /** Reads the content of a message of the given type. */
  static Request of(String type, byte[] content) {
    try {
      JsonObject json = Json.object(content);
      return switch (type) {
        case "kernel_info_request" -> new KernelInfo();
        case "execute_request" -> Json.GSON.fromJson(json, Execute.class);
        case "complete_request" -> Json.GSON.fromJson(json, Complete.class);
        case "inspect_request" -> Json.GSON.fromJson(json, Inspect.class);
        case "is_complete_request" -> Json.GSON.fromJson(json, IsComplete.class);
        case "history_request" -> Json.GSON.fromJson(json, History.class);
        case "comm_info_request" -> Json.GSON.fromJson(json, CommInfo.class);
        case "comm_open" -> Json.GSON.fromJson(json, CommOpen.class);
        case "comm_msg", "comm_close" -> new CommOther();
        case "connect_request" -> new Connect();
        case "interrupt_request" -> new Interrupt();
        case "shutdown_request" -> Json.GSON.fromJson(json, Shutdown.class);
        case "input_reply" -> Json.GSON.fromJson(json, InputReply.class);
        default -> new Unknown(type);
      };
    } catch (RuntimeException e) {
      // Gson reports a wrong type by several kinds of exception; each is the client's mistake.
      return new Malformed(type, e.getMessage());
    }
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
