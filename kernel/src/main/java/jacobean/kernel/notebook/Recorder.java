package jacobean.kernel.notebook;

import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what a cell puts out, in the form that a notebook stores; from any thread. */
final class Recorder implements Outlet {
  /** An output, and the id under which it may be replaced (null for none). */
  private record Entry(Output output, String displayId) {}

  private final Map<String, Recorder> displays;
  private final List<Entry> entries = new ArrayList<>();
  private boolean clearNext;

  /**
   * @param displays of the whole notebook: which recorder has shown something under an id
   */
  Recorder(Map<String, Recorder> displays) {
    this.displays = displays;
  }

  static Map<String, Recorder> displays() {
    return new ConcurrentHashMap<>();
  }

  synchronized List<Output> outputs() {
    return entries.stream().map(Entry::output).toList();
  }

  synchronized void add(Output output, String displayId) {
    if (clearNext) {
      entries.clear();
      clearNext = false;
    }
    if (output instanceof Output.Stream(String name, String text)
        && !entries.isEmpty()
        && entries.getLast().output() instanceof Output.Stream(String last, String before)
        && last.equals(name)) {
      entries.removeLast();
      entries.add(new Entry(new Output.Stream(name, before + text), null));
    } else {
      entries.add(new Entry(output, displayId));
    }
  }

  private synchronized void replace(MimeBundle bundle, String displayId) {
    entries.replaceAll(
        entry ->
            displayId.equals(entry.displayId())
                ? new Entry(new Output.Display(bundle), displayId)
                : entry);
  }

  @Override
  public void stdout(String text) {
    add(new Output.Stream("stdout", text), null);
  }

  @Override
  public void stderr(String text) {
    add(new Output.Stream("stderr", text), null);
  }

  @Override
  public void display(MimeBundle bundle, String displayId) {
    if (displayId != null) {
      displays.put(displayId, this);
    }
    add(new Output.Display(bundle), displayId);
  }

  @Override
  public void update(MimeBundle bundle, String displayId) {
    Recorder shown = displays.get(displayId);
    if (shown != null) {
      shown.replace(bundle, displayId);
    }
  }

  @Override
  public synchronized void clear(boolean wait) {
    clearNext = wait;
    if (!wait) {
      entries.clear();
    }
  }

  @Override
  public String readLine(String prompt, boolean password) {
    throw new IllegalStateException(
        "the cell asks for a line of input ('%s'), but a headless run has nobody to ask"
            .formatted(prompt.strip()));
  }
}
