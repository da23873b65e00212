package jacobean;

import jacobean.core.Concrete;
import jacobean.core.Value;
import jacobean.error.DTypeException;
import jacobean.type.Complex;
import jacobean.type.DType;

/** Leaves of pytrees as values: arrays, and Java numbers as weakly typed scalars. */
final class Leaves {
  private Leaves() {}

  /**
   * The value of a leaf.
   *
   * @param where what asks and for which leaf, for the message
   * @throws DTypeException if it is neither array nor number, or an integer that int32 does not
   *     hold
   */
  static Value value(Object leaf, String where) {
    return switch (leaf) {
      case Array a -> a.value();
      case Double d -> Concrete.scalar(DType.FLOAT32, true, d);
      case Float f -> Concrete.scalar(DType.FLOAT32, true, f);
      case Boolean b -> Concrete.scalar(DType.BOOL, false, b ? 1 : 0);
      case Long l -> integer(l, where);
      case Integer i -> Concrete.scalar(DType.INT32, true, i);
      case Short i -> Concrete.scalar(DType.INT32, true, i);
      case Byte i -> Concrete.scalar(DType.INT32, true, i);
      case Complex c -> Concrete.scalar(DType.COMPLEX64, true, c);
      case null, default ->
          throw new DTypeException(
              where
                  + ": wanted an array or a number, got "
                  + described(leaf)
                  + ". Convert it with jnp.array, or keep it out of the tree: mark the record's component"
                  + " @Static, or pass it apart, to jit as a static argument.");
    };
  }

  /** What asks for the leaf at a path, for a message. */
  static String where(String operation, String path) {
    return path.isEmpty() ? operation : operation + " at " + path;
  }

  private static String described(Object leaf) {
    return switch (leaf) {
      case null -> "null";
      case String s -> "a String, " + s;
      default -> Given.article(leaf.getClass().getSimpleName());
    };
  }

  /** A number in a program, which gives way in promotion. */
  static Array array(Complex c) {
    return Array.of(Concrete.scalar(DType.COMPLEX64, true, c));
  }

  private static Value integer(long l, String where) {
    if ((int) l != l) {
      throw new DTypeException(
          where
              + ": "
              + l
              + " does not fit int32, the dtype of integers without one. Write jnp.array("
              + l
              + "L, jnp.int64).");
    }
    return Concrete.scalar(DType.INT32, true, l);
  }
}
