package jacobean.kernel.notebook;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A cell of a notebook, as it is read. */
public sealed interface Cell {
  String source();

  /**
   * @param executionCount 0 where the cell was not run
   * @param tags from the cell's metadata
   */
  record Code(String source, int executionCount, Set<String> tags, List<Output> outputs)
      implements Cell {
    /** Whether the cell may fail without ending the run. */
    public boolean mayFail() {
      return tags.contains("raises-exception");
    }
  }

  /**
   * @param attachments file names to data URIs
   */
  record Markdown(String source, Map<String, String> attachments) implements Cell {}

  /** Text for other converters; shown as it is. */
  record Raw(String source) implements Cell {}
}
