package jacobean.kernel.wire;

import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;

/** Drops the output of requests that ask for silence. */
record SilentOutlet() implements Outlet {
  @Override
  public void stdout(String text) {}

  @Override
  public void stderr(String text) {}

  @Override
  public void display(MimeBundle bundle, String displayId) {}

  @Override
  public void update(MimeBundle bundle, String displayId) {}

  @Override
  public void clear(boolean wait) {}

  @Override
  public String readLine(String prompt, boolean password) {
    throw new IllegalStateException("a silent cell cannot ask for a line of input");
  }
}
