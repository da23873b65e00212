package jacobean.llvm.emit;

import jacobean.llvm.loop.Step;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;
import jacobean.type.DType;

/**
 * Writes the function that computes one chunk of matrix products by calling OpenBLAS: {@code void
 * (ptr left, ptr right, ptr target, i64 chunk)}.
 *
 * <p>A chunk is some products of a batch, or some rows or columns of a single product: the parts of
 * a product do not wait for each other, as OpenBLAS's own threads do, which stall whenever the
 * system runs something else on one of the cores.
 *
 * @param chunks how many chunks there are
 * @param size how many products, rows or columns a chunk has; the last may have fewer
 */
record ProductCode(Step.Product product, Cut cut, long chunks, long size) {
  /** What is cut into chunks. */
  private enum Cut {
    BATCH,
    ROWS,
    COLUMNS
  }

  /** Multiplications that are worth being shared. */
  private static final long LEAST_CHUNK = 1 << 19;

  /** Rows or columns of a chunk are a multiple of this, so that only the last has a ragged edge. */
  private static final long MULTIPLE = 32;

  private static final int ROW_MAJOR = 101;
  private static final int AS_STORED = 111;
  private static final int TRANSPOSED = 112;

  /** Cuts products for so many threads. */
  static ProductCode of(Step.Product p, int threads) {
    long each = Math.max(1, (long) p.m() * p.n() * p.k());
    Cut cut = p.batch() > 1 ? Cut.BATCH : p.m() >= p.n() ? Cut.ROWS : Cut.COLUMNS;
    long whole =
        switch (cut) {
          case BATCH -> p.batch();
          case ROWS -> p.m();
          case COLUMNS -> p.n();
        };
    long parts = Math.clamp(p.batch() * each / LEAST_CHUNK, 1, threads);
    long size = Math.ceilDiv(whole, parts);
    if (cut != Cut.BATCH) {
      size = Math.ceilDiv(size, MULTIPLE) * MULTIPLE;
    } else if (parts > 1) {
      // Some chunks for each thread, as there is nothing to lose by that.
      size = Math.ceilDiv(size, Math.clamp(size * each / LEAST_CHUNK, 1, 4));
    }
    return new ProductCode(p, cut, Math.max(1, Math.ceilDiv(whole, size)), size);
  }

  private DType dtype() {
    return product.target().aval().dtype();
  }

  private String function() {
    return switch (dtype()) {
      case FLOAT32 -> "cblas_sgemm";
      case FLOAT64 -> "cblas_dgemm";
      case COMPLEX64 -> "cblas_cgemm";
      case COMPLEX128 -> "cblas_zgemm";
      case BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64, FLOAT16, BFLOAT16 ->
          throw new IllegalArgumentException("no product of " + dtype());
    };
  }

  /** The declaration of OpenBLAS's function, for factors of this type. */
  String declaration(Type factor) {
    return "declare void @%s(i32, i32, i32, i32, i32, i32, %2$s, ptr, i32, ptr, i32, %2$s, ptr, i32)\n"
        .formatted(function(), factor);
  }

  /**
   * The body of the function, whose parameters are those of a kernel.
   *
   * @param one the number as OpenBLAS wants it: itself, or its address where it is complex
   */
  void write(Code c, Val one, Val zero) {
    var factors = new Factors(one, zero);
    Val chunk = new Val(Type.I64, "%chunk");
    Val begin = c.mul(chunk, size);
    switch (cut) {
      case BATCH -> {
        Val end = c.intrinsic("umin", c.add(begin, size), Val.integer(Type.I64, product.batch()));
        Val none = Val.integer(Type.I64, 0);
        c.loop(
            begin,
            end,
            (inner, b) -> call(inner, factors, b, none, none, i32(product.m()), i32(product.n())));
      }
      case ROWS -> {
        Val none = Val.integer(Type.I64, 0);
        call(c, factors, none, begin, none, count(c, begin, product.m()), i32(product.n()));
      }
      case COLUMNS -> {
        Val none = Val.integer(Type.I64, 0);
        call(c, factors, none, none, begin, i32(product.m()), count(c, begin, product.n()));
      }
    }
  }

  /** What the product and what was there before are multiplied with. */
  private record Factors(Val one, Val zero) {}

  private Val count(Code c, Val begin, long whole) {
    Val rest = c.sub(Val.integer(Type.I64, whole), begin);
    return c.convert("trunc", c.intrinsic("umin", rest, Val.integer(Type.I64, size)), Type.I32);
  }

  private static Val i32(int value) {
    return Val.integer(Type.I32, value);
  }

  /** Calls OpenBLAS for product b, from a row and a column on. */
  private void call(Code c, Factors factors, Val b, Val row, Val column, Val rows, Val columns) {
    Step.Matrix left = product.left();
    Step.Matrix right = product.right();
    Val a = matrix(c, 0, left, b, c.mul(row, left.transposed() ? 1 : left.rowStride()));
    Val x = matrix(c, 1, right, b, c.mul(column, right.transposed() ? right.rowStride() : 1));
    Val offset = c.add(c.mul(row, product.n()), column);
    Val y = at(c, 2, c.add(c.mul(b, (long) product.m() * product.n()), offset));
    c.line(
        "call void @%s(i32 %d, i32 %d, i32 %d, %s, %s, i32 %d, %s, %s, i32 %d, %s, i32 %d, %s, %s, i32 %d)"
            .formatted(
                function(),
                ROW_MAJOR,
                left.transposed() ? TRANSPOSED : AS_STORED,
                right.transposed() ? TRANSPOSED : AS_STORED,
                rows.typed(),
                columns.typed(),
                product.k(),
                factors.one.typed(),
                a.typed(),
                left.rowStride(),
                x.typed(),
                right.rowStride(),
                factors.zero.typed(),
                y.typed(),
                product.n()));
  }

  private Val matrix(Code c, int parameter, Step.Matrix matrix, Val b, Val from) {
    return at(c, parameter, c.add(c.add(c.mul(b, matrix.batchStride()), from), matrix.offset()));
  }

  private Val at(Code c, int parameter, Val offset) {
    return c.pure(
        Type.PTR,
        "getelementptr inbounds i8, "
            + NestCode.parameter(parameter).typed()
            + ", "
            + c.mul(offset, dtype().itemsize()).typed());
  }
}
