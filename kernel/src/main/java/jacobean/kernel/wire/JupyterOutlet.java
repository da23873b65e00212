package jacobean.kernel.wire;

import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;

/** A cell's output as messages about its request, also long after the cell has ended. */
final class JupyterOutlet implements Outlet {
  private final Exchange exchange;
  private final Inputs inputs;
  private final boolean canAsk;

  /**
   * @param canAsk whether the client of this request answers input requests
   */
  JupyterOutlet(Exchange exchange, Inputs inputs, boolean canAsk) {
    this.exchange = exchange;
    this.inputs = inputs;
    this.canAsk = canAsk;
  }

  @Override
  public void stdout(String text) {
    exchange.print("stdout", text);
  }

  @Override
  public void stderr(String text) {
    exchange.print("stderr", text);
  }

  @Override
  public void display(MimeBundle bundle, String displayId) {
    exchange.publish(new Broadcast.Display(bundle, displayId));
  }

  @Override
  public void update(MimeBundle bundle, String displayId) {
    exchange.publish(new Broadcast.Update(bundle, displayId));
  }

  @Override
  public void clear(boolean wait) {
    exchange.publish(new Broadcast.Clear(wait));
  }

  @Override
  public String readLine(String prompt, boolean password) {
    if (!canAsk) {
      throw new IllegalStateException(
          "the cell asks for a line of input, but its front end said that it cannot answer"
              + " (allow_stdin is false)");
    }
    return inputs.ask(exchange, prompt, password);
  }
}
