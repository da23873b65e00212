package jacobean.kernel.spi;

/**
 * Where a running cell's output goes. Jupyter, the console, the notebook runner and {@code eval}
 * each have one. Methods may be called from any thread.
 */
public interface Outlet {
  void stdout(String text);

  void stderr(String text);

  /** Shows a value; a non-null id lets a later {@link #update} replace it in place. */
  void display(MimeBundle bundle, String displayId);

  /** Replaces what was displayed under this id. */
  void update(MimeBundle bundle, String displayId);

  /** Clears the cell's output, or, with {@code wait}, when the next output arrives. */
  void clear(boolean wait);

  /**
   * Asks the user for a line.
   *
   * @throws IllegalStateException where the front end cannot ask
   */
  String readLine(String prompt, boolean password);
}
