package jacobean.kernel.session;

import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** An outlet that keeps what it gets; answers questions from a list. */
final class Recording implements Outlet {
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder err = new StringBuilder();
  private final List<String> events = new ArrayList<>();
  private final Deque<String> answers = new ArrayDeque<>();

  Recording(String... answers) {
    this.answers.addAll(List.of(answers));
  }

  synchronized String out() {
    return out.toString();
  }

  synchronized String err() {
    return err.toString();
  }

  /** Everything in order, such as {@code out:a}, {@code display:b}. */
  synchronized List<String> events() {
    return List.copyOf(events);
  }

  @Override
  public synchronized void stdout(String text) {
    out.append(text);
    events.add("out:" + text);
  }

  @Override
  public synchronized void stderr(String text) {
    err.append(text);
    events.add("err:" + text);
  }

  @Override
  public synchronized void display(MimeBundle bundle, String displayId) {
    events.add("display:" + bundle.plain());
  }

  @Override
  public synchronized void update(MimeBundle bundle, String displayId) {
    events.add("update:" + bundle.plain());
  }

  @Override
  public synchronized void clear(boolean wait) {
    events.add("clear");
  }

  @Override
  public synchronized String readLine(String prompt, boolean password) {
    if (answers.isEmpty()) {
      throw new IllegalStateException("no more input");
    }
    return answers.pop();
  }
}
