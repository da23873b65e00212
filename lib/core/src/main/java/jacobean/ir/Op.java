package jacobean.ir;

/**
 * The instructions of {@link Expr.Apply}. The type of the operands says which instruction it is:
 * {@code DIV} of unsigned integers is unsigned.
 *
 * <p>Integer arithmetic wraps. Integer division truncates; a zero divisor gives -1 (all bits set),
 * and a zero divisor's remainder is the dividend, as in XLA; the least integer divided by -1 is
 * itself. Shifts by the width or more give 0 (for {@code SHR} of negative numbers -1). {@code MAX}
 * and {@code MIN} of floating types give NaN where an operand is NaN. Floating comparisons are
 * false with NaN, except {@code NE}. {@code NOT} is logical on bool, bitwise on integers. Bool is 0
 * or 1; comparing bools compares these. {@code ADD} and {@code MAX} of bools is or, {@code MUL} and
 * {@code MIN} is and.
 */
public enum Op {
  ADD,
  SUB,
  MUL,
  DIV,
  REM,
  MAX,
  MIN,
  AND,
  OR,
  XOR,
  SHL,
  /** Arithmetic shift right. */
  SHR,
  /** Logical shift right. */
  USHR,
  EQ,
  NE,
  LT,
  LE,
  GT,
  GE,
  NEG,
  NOT,
  ABS,
  SQRT,
  FLOOR,
  CEIL,
  /** To the nearest integer, ties to even. */
  ROUND_EVEN,
  TRUNC,
  COPYSIGN,
  FMA,
  /** {@code args[0] ? args[1] : args[2]}. */
  SELECT,
  /**
   * Value conversion; float to integer saturates and NaN becomes 0, anything to bool is {@code !=
   * 0}.
   */
  CAST,
  /** The same bits as a type of the same width. */
  BITCAST,
  /** The complex number with these parts. */
  COMPLEX,
  /** The real part of a complex number. */
  REAL,
  /** The imaginary part of a complex number. */
  IMAG
}
