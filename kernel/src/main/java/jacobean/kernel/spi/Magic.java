package jacobean.kernel.spi;

/**
 * A line ({@code %name args}) or cell ({@code %%name args}, with a body) magic. Found by {@link
 * java.util.ServiceLoader}, one class a magic; a user's jar can bring its own.
 */
public interface Magic {
  /** The name without percent signs. */
  String name();

  /** One line for {@code %lsmagic}. */
  String summary();

  /** True if it takes the whole cell as {@code %%name}. */
  default boolean cell() {
    return false;
  }

  /**
   * Runs the magic.
   *
   * @param call its arguments, the cell's body where there is one, and the session it acts on
   * @return the value that is shown as the cell's result, or null for none
   * @throws MagicException for bad arguments; the message says what it wants
   */
  Object run(MagicCall call) throws Exception;
}
