package jacobean.llvm.loop;

import jacobean.ir.Source;
import jacobean.type.Aval;

/**
 * An array in memory while a program runs. Compared by identity.
 *
 * <p>Prints as its name: {@code x0} for the first input, {@code y0} for the first output, {@code
 * t3} for an intermediate.
 */
public final class Slot implements Source {
  /** What a slot's memory is. */
  public enum Kind {
    INPUT("x"),
    OUTPUT("y"),
    TEMPORARY("t");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }
  }

  private final Kind kind;
  private final int number;
  private final Aval aval;

  /** A slot; kind and number tell it from others of the program. */
  public Slot(Kind kind, int number, Aval aval) {
    this.kind = kind;
    this.number = number;
    this.aval = aval;
  }

  public Kind kind() {
    return kind;
  }

  /** The number among the slots of this kind. */
  public int number() {
    return number;
  }

  @Override
  public Aval aval() {
    return aval;
  }

  @Override
  public String toString() {
    return kind.letter + number;
  }

  /** An array of complex numbers as one of reals, with a last axis of the two parts. */
  public record Parts(Slot whole) implements Source {
    @Override
    public Aval aval() {
      Aval type = whole.aval();
      return Aval.of(type.shape().insert(type.rank(), 2), type.dtype().component());
    }

    @Override
    public String toString() {
      return whole.toString();
    }
  }

  /** The slot that a load of a loop nest reads. */
  public static Slot of(Source source) {
    return source instanceof Parts p ? p.whole : (Slot) source;
  }
}
