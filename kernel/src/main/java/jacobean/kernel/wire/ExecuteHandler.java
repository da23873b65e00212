package jacobean.kernel.wire;

import jacobean.kernel.session.CellError;
import jacobean.kernel.session.CellResult;
import jacobean.kernel.session.Session;
import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Runs cells: {@code execute_request}. Counts them, publishes input, output, result and error, and
 * after a failure turns away the cells that were already waiting.
 */
final class ExecuteHandler {
  private static final Outlet SILENT = new SilentOutlet();

  private final Supplier<Session> session;
  private final Inputs inputs;
  private final History history;
  private final Supplier<CompletableFuture<Long>> received;
  private int count;
  private long abortedUpTo;

  /**
   * @param received the number of requests that have arrived, see {@link Sockets#received}
   */
  ExecuteHandler(
      Supplier<Session> session,
      Inputs inputs,
      History history,
      Supplier<CompletableFuture<Long>> received) {
    this.session = session;
    this.inputs = inputs;
    this.history = history;
    this.received = received;
  }

  Reply handle(Request.Execute request, Exchange exchange) {
    if (exchange.incoming().order() <= abortedUpTo) {
      return new Reply.Aborted("aborted");
    }
    boolean stored = request.storeHistory() && !request.silent();
    int number = count + 1;
    if (stored) {
      count = number;
      history.add(number, request.code());
    }
    if (!request.silent()) {
      exchange.publish(new Broadcast.ExecuteInput(request.code(), number));
    }
    var question = HelpQuestion.in(request.code());
    return question.isPresent()
        ? page(question.get(), number)
        : run(request, number, stored, exchange);
  }

  private Reply run(Request.Execute request, int number, boolean stored, Exchange exchange) {
    Outlet outlet =
        request.silent() ? SILENT : new JupyterOutlet(exchange, inputs, request.allowStdin());
    return switch (execute(request.code(), number, outlet)) {
      case CellResult.Ok ok -> {
        ok.rendered().ifPresent(bundle -> show(bundle, number, request, stored, exchange));
        yield new Reply.Executed(
            "ok", number, evaluate(request.userExpressions(), number), List.of());
      }
      case CellResult.Failed failed -> fail(failed.error(), number, request, exchange);
      case CellResult.Interrupted() -> fail(interrupted(), number, request, exchange);
    };
  }

  private CellResult execute(String code, int number, Outlet outlet) {
    try {
      return session.get().execute(code, number, outlet);
    } catch (RuntimeException | Error e) {
      // A fault of the session itself must not end the kernel.
      return new CellResult.Failed(Faults.error("the session failed", e));
    }
  }

  private void show(
      MimeBundle bundle, int number, Request.Execute request, boolean stored, Exchange exchange) {
    if (stored) {
      history.setOutput(number, bundle.plain());
    }
    if (!request.silent()) {
      exchange.publish(new Broadcast.ExecuteResult(number, bundle));
    }
  }

  private Reply fail(CellError error, int number, Request.Execute request, Exchange exchange) {
    if (!request.silent()) {
      exchange.publish(new Broadcast.Failure(error.name(), error.message(), error.traceback()));
    }
    if (request.stopOnError()) {
      abortedUpTo = received.get().join();
    }
    return new Reply.Failed("error", error.name(), error.message(), error.traceback(), number);
  }

  private static CellError interrupted() {
    String message = "the cell was stopped; the session's variables stay";
    return new CellError(
        "Interrupted",
        message,
        List.of("\u001b[31mInterrupted\u001b[0m: " + message),
        java.util.Optional.empty());
  }

  private Map<String, Object> evaluate(Map<String, String> expressions, int number) {
    Map<String, Object> values = new LinkedHashMap<>();
    expressions.forEach(
        (name, code) ->
            values.put(
                name,
                switch (execute(code, number, SILENT)) {
                  case CellResult.Ok ok -> ok(ok.rendered().orElse(MimeBundle.text("")));
                  case CellResult.Failed(var e) -> error(e);
                  case CellResult.Interrupted() -> error(interrupted());
                }));
    return values;
  }

  private static Map<String, Object> ok(MimeBundle bundle) {
    return Map.of("status", "ok", "data", bundle.data(), "metadata", bundle.metadata());
  }

  private static Map<String, Object> error(CellError e) {
    return Map.of(
        "status", "error", "ename", e.name(), "evalue", e.message(), "traceback", e.traceback());
  }

  private Reply page(String code, int number) {
    Session.Inspection found = session.get().inspect(code, code.length());
    String text = found.found() ? found.plain() : "no documentation found for " + code;
    MimeBundle page =
        found.found() && !found.markdown().isEmpty()
            ? MimeBundle.text(text).and("text/markdown", found.markdown())
            : MimeBundle.text(text);
    return new Reply.Executed(
        "ok", number, Map.of(), List.of(Map.of("source", "page", "data", page.data(), "start", 0)));
  }
}
