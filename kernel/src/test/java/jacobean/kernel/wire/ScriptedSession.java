package jacobean.kernel.wire;

import jacobean.kernel.session.CellError;
import jacobean.kernel.session.CellResult;
import jacobean.kernel.session.Session;
import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;
import jacobean.kernel.spi.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/**
 * A session with a language of its own, small enough to test whoever drives a session. A cell is
 * lines of: {@code out T}, {@code err T}, {@code value T}, {@code show ID T}, {@code update ID T},
 * {@code clear}, {@code clear later}, {@code fail T}, {@code spin} until interrupted, {@code ask
 * T}, {@code flood N} lines, {@code late T} from a thread once {@link #openGate} is called.
 */
public final class ScriptedSession implements Session {
  private final List<String> ran = new ArrayList<>();
  private volatile boolean stop;
  private volatile boolean closed;
  private final CountDownLatch gate = new CountDownLatch(1);
  private volatile Outlet outlet;

  /** The cells that were executed. */
  public synchronized List<String> ran() {
    return List.copyOf(ran);
  }

  public boolean closed() {
    return closed;
  }

  /** Lets the threads of {@code late} print. */
  public void openGate() {
    gate.countDown();
  }

  @Override
  public CellResult execute(String code, int number, Outlet outlet) {
    synchronized (this) {
      ran.add(code);
    }
    this.outlet = outlet;
    stop = false;
    try {
      Optional<MimeBundle> value = Optional.empty();
      for (String line : code.lines().toList()) {
        String[] words = line.strip().split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
          case "value" -> value = Optional.of(MimeBundle.text(rest).and("text/html", "<b>" + rest));
          case "fail" -> {
            return new CellResult.Failed(
                new CellError(
                    "Failure",
                    rest,
                    List.of("\u001b[31mFailure\u001b[0m: " + rest),
                    Optional.empty()));
          }
          case "spin" -> {
            while (!stop) {
              Thread.onSpinWait();
            }
            return new CellResult.Interrupted();
          }
          default -> run(words[0], rest);
        }
      }
      return new CellResult.Ok(value.map(MimeBundle::plain).orElse(null), value);
    } catch (CancellationException e) {
      return new CellResult.Interrupted();
    }
  }

  private void run(String verb, String rest) {
    String[] words = rest.split(" ", 2);
    Outlet out = outlet;
    switch (verb) {
      case "out" -> out.stdout(rest + "\n");
      case "err" -> out.stderr(rest + "\n");
      case "show" -> out.display(MimeBundle.text(words[1]), words[0]);
      case "update" -> out.update(MimeBundle.text(words[1]), words[0]);
      case "clear" -> out.clear(rest.equals("later"));
      case "ask" -> out.stdout("got " + out.readLine(rest, false) + "\n");
      case "flood" -> {
        for (int i = 0; i < Integer.parseInt(rest); i++) {
          out.stdout("line " + i + "\n");
        }
      }
      case "late" -> {
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    gate.await();
                    out.stdout(rest + "\n");
                  } catch (InterruptedException e) {
                    out.stderr("interrupted\n");
                  }
                });
      }
      default -> {}
    }
  }

  @Override
  public void interrupt() {
    stop = true;
  }

  /** Completes the word {@code b} to {@code bean} and {@code bell}. */
  @Override
  public Completion complete(String code, int cursor) {
    return code.startsWith("b", cursor - 1)
        ? new Completion(
            List.of(new Match("bean", "class", "Bean"), new Match("bell", "function", "bell()")),
            cursor - 1,
            cursor)
        : new Completion(List.of(), cursor, cursor);
  }

  /** Knows only {@code bean}. */
  @Override
  public Inspection inspect(String code, int cursor) {
    return code.substring(0, cursor).endsWith("bean")
        ? new Inspection(true, "a bean", "a **bean**")
        : new Inspection(false, "", "");
  }

  /** An open brace wants more, a lone closing one is wrong. */
  @Override
  public Completeness isComplete(String code) {
    long open = code.chars().filter(c -> c == '{').count();
    long close = code.chars().filter(c -> c == '}').count();
    return open > close
        ? new Completeness(Completeness.Status.INCOMPLETE, "    ")
        : new Completeness(
            open < close ? Completeness.Status.INVALID : Completeness.Status.COMPLETE, "");
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public List<Variable> variables() {
    return List.of();
  }

  @Override
  public Object eval(Text code) {
    throw new UnsupportedOperationException("the script has no expressions");
  }

  @Override
  public List<Snippet> snippets(Text code) {
    throw new UnsupportedOperationException("the script has no snippets");
  }

  @Override
  public Outlet outlet() {
    return outlet;
  }

  @Override
  public String lastJava() {
    return "";
  }
}
