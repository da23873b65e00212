package jacobean.kernel.wire;

import com.google.gson.annotations.SerializedName;
import jacobean.kernel.spi.MimeBundle;
import java.util.List;
import java.util.Map;

/**
 * What the kernel tells every client on IOPub, and the two messages that it sends one client
 * unasked.
 */
sealed interface Broadcast {
  /** The {@code msg_type}. */
  String type();

  record Status(String executionState) implements Broadcast {
    public String type() {
      return "status";
    }
  }

  record ExecuteInput(String code, int executionCount) implements Broadcast {
    public String type() {
      return "execute_input";
    }
  }

  record ExecuteResult(int executionCount, Map<String, Object> data, Map<String, Object> metadata)
      implements Broadcast {
    ExecuteResult(int executionCount, MimeBundle bundle) {
      this(executionCount, bundle.data(), bundle.metadata());
    }

    public String type() {
      return "execute_result";
    }
  }

  record Display(
      Map<String, Object> data,
      Map<String, Object> metadata,
      @SerializedName("transient") Map<String, Object> passing)
      implements Broadcast {
    Display(MimeBundle bundle, String id) {
      this(bundle.data(), bundle.metadata(), id == null ? Map.of() : Map.of("display_id", id));
    }

    public String type() {
      return "display_data";
    }
  }

  record Update(
      Map<String, Object> data,
      Map<String, Object> metadata,
      @SerializedName("transient") Map<String, Object> passing)
      implements Broadcast {
    Update(MimeBundle bundle, String id) {
      this(bundle.data(), bundle.metadata(), Map.of("display_id", id));
    }

    public String type() {
      return "update_display_data";
    }
  }

  record Clear(@SerializedName("wait") boolean later) implements Broadcast {
    public String type() {
      return "clear_output";
    }
  }

  record Stream(String name, String text) implements Broadcast {
    public String type() {
      return "stream";
    }
  }

  record Failure(String ename, String evalue, List<String> traceback) implements Broadcast {
    public String type() {
      return "error";
    }
  }

  record ShutdownNotice(String status, boolean restart) implements Broadcast {
    public String type() {
      return "shutdown_reply";
    }
  }

  /** To a client that has just subscribed, so that it knows it misses nothing from here on. */
  record Welcome(String subscription) implements Broadcast {
    public String type() {
      return "iopub_welcome";
    }
  }

  record CommClose(String commId) implements Broadcast {
    public String type() {
      return "comm_close";
    }
  }

  /** Sent on the stdin channel. */
  record InputRequest(String prompt, boolean password) implements Broadcast {
    public String type() {
      return "input_request";
    }
  }
}
