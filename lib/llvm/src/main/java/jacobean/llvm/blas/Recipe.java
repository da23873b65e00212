package jacobean.llvm.blas;

import jacobean.type.DType;

/**
 * What a function of matrices of one dtype and size needs beside them: LAPACK's routines for the
 * dtype, constants in memory, and the layout of the scratch memory that each thread has.
 */
final class Recipe {
  private static final int ALIGNMENT = 64;

  private final OpenBlas blas;
  private final DType dtype;
  private final long end;
  private long next;
  private long scratch;

  /**
   * A recipe.
   *
   * @param constants the address of memory for constants
   */
  Recipe(OpenBlas blas, DType dtype, long constants, long bytes) {
    this.blas = blas;
    this.dtype = dtype;
    this.next = constants;
    this.end = constants + bytes;
  }

  DType dtype() {
    return dtype;
  }

  /** Bytes per element. */
  int size() {
    return dtype.itemsize();
  }

  /** Bytes per part of an element. */
  int realSize() {
    return dtype.component().itemsize();
  }

  boolean isComplex() {
    return dtype.isComplex();
  }

  /** LAPACK's routine of this name, without the letter of the dtype: {@code getrf}. */
  Fortran routine(String name) {
    String letter =
        switch (dtype) {
          case FLOAT32 -> "s";
          case FLOAT64 -> "d";
          case COMPLEX64 -> "c";
          case COMPLEX128 -> "z";
          case BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64, FLOAT16, BFLOAT16 ->
              throw new IllegalArgumentException("LAPACK has no " + dtype);
        };
    return new Fortran(blas.symbol(letter + name + "_"));
  }

  /** The routine with one of two names: of real numbers, or of complex ones. */
  Fortran routine(String real, String complex) {
    return routine(isComplex() ? complex : real);
  }

  private long constant(int bytes) {
    long at = next;
    next += bytes;
    if (next > end) {
      throw new IllegalStateException("no room for constants");
    }
    return at;
  }

  /** The address of an int. */
  long integer(int value) {
    long at = constant(8);
    At.putInteger(at, value);
    return at;
  }

  /** The address of a letter. */
  long letter(char value) {
    long at = constant(8);
    At.putByte(at, (byte) value);
    return at;
  }

  /** The address of a number of the dtype. */
  long number(double value) {
    long at = constant(16);
    At.putReal(dtype.component(), at, 0, value);
    At.putReal(dtype.component(), at, 1, 0);
    return at;
  }

  /** Where in the scratch memory so many bytes are. */
  long reserve(long bytes) {
    long at = scratch;
    scratch += (Math.max(1, bytes) + ALIGNMENT - 1) & -ALIGNMENT;
    return at;
  }

  /** {@link #reserve} for elements of the dtype. */
  long elements(long count) {
    return reserve(count * size());
  }

  /** {@link #reserve} for real numbers of the dtype's precision. */
  long reals(long count) {
    return reserve(count * realSize());
  }

  long integers(long count) {
    return reserve(count * Integer.BYTES);
  }

  /** The bytes of scratch memory that each thread needs. */
  long scratch() {
    return scratch;
  }

  /** What a routine wrote to the first place of its workspace, asked how much it wants. */
  int workspace(long answer) {
    // Large sizes are rounded when they are told as a float.
    double told = At.real(dtype.component(), answer, 0);
    return (int) Math.ceil(told * (dtype.component() == DType.FLOAT32 ? 1 + 0x1p-22 : 1));
  }

  /** Writes a row-major matrix column-major; or, of columns and rows, the other way. */
  Transposition transposition(int rows, int columns) {
    return transposition(rows, columns, columns);
  }

  /** {@link #transposition(int, int)} of a matrix whose rows are further apart. */
  Transposition transposition(int rows, int columns, int stride) {
    return new Transposition(
        routine("omatcopy"),
        letter('R'),
        letter('T'),
        integer(rows),
        integer(columns),
        number(1),
        integer(stride),
        (long) rows * columns * size(),
        stride == columns && (rows == 1 || columns == 1));
  }

  /** {@code to[j][i] = from[i][j]}. */
  record Transposition(
      Fortran omatcopy,
      long order,
      long form,
      long rows,
      long columns,
      long one,
      long stride,
      long bytes,
      boolean vector) {
    void run(long from, long to) {
      if (vector) {
        At.copy(from, to, bytes);
      } else {
        omatcopy.call(order, form, rows, columns, one, from, stride, to, rows);
      }
    }
  }
}
