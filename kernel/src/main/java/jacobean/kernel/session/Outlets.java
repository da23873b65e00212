package jacobean.kernel.session;

import jacobean.kernel.spi.MimeBundle;
import jacobean.kernel.spi.Outlet;

/** Outlets for when no cell has run yet. */
enum Outlets implements Outlet {
  SILENT;

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
    throw new IllegalStateException("no front end is there to ask for input");
  }
}
