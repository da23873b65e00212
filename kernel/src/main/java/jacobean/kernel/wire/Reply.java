package jacobean.kernel.wire;

import java.util.List;
import java.util.Map;

/** The contents of replies. The type of a reply's message follows from its request's. */
sealed interface Reply {
  record KernelInfo(
      String status,
      String protocolVersion,
      String implementation,
      String implementationVersion,
      LanguageInfo languageInfo,
      String banner,
      List<HelpLink> helpLinks,
      List<String> supportedFeatures)
      implements Reply {}

  record LanguageInfo(
      String name,
      String version,
      String mimetype,
      String fileExtension,
      String pygmentsLexer,
      String codemirrorMode,
      String nbconvertExporter) {}

  record HelpLink(String text, String url) {}

  record Executed(
      String status,
      int executionCount,
      Map<String, Object> userExpressions,
      List<Map<String, Object>> payload)
      implements Reply {}

  /** Any request that failed; {@code executionCount} is null except for a cell. */
  record Failed(
      String status, String ename, String evalue, List<String> traceback, Integer executionCount)
      implements Reply {
    static Failed of(String name, String message) {
      return new Failed("error", name, message, List.of(), null);
    }
  }

  /** A cell that was not run, as one before it failed. */
  record Aborted(String status) implements Reply {}

  /** Cursor positions count code points. */
  record Completed(
      String status,
      List<String> matches,
      int cursorStart,
      int cursorEnd,
      Map<String, Object> metadata)
      implements Reply {}

  record Inspected(
      String status, boolean found, Map<String, Object> data, Map<String, Object> metadata)
      implements Reply {}

  record Completeness(String status, String indent) implements Reply {}

  /** Rows of session number, line number, and input or [input, output]. */
  record HistoryRows(String status, List<List<Object>> history) implements Reply {}

  record Comms(String status, Map<String, Object> comms) implements Reply {}

  record Ports(
      String status, int shellPort, int iopubPort, int stdinPort, int hbPort, int controlPort)
      implements Reply {}

  record Done(String status) implements Reply {}

  record ShuttingDown(String status, boolean restart) implements Reply {}
}
