package jacobean.llvm.emit;

import jacobean.llvm.loop.Step;
import jacobean.llvm.text.Code;
import jacobean.llvm.text.Type;
import jacobean.llvm.text.Val;

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

  private Type type() {
    return Scalars.type(product.target().aval().dtype());
  }

  private String function() {
    return type() == Type.F32 ? "cblas_sgemm" : "cblas_dgemm";
  }

  /** The declaration of OpenBLAS's function. */
  String declaration() {
    return "declare void @%s(i32, i32, i32, i32, i32, i32, %2$s, ptr, i32, ptr, i32, %2$s, ptr, i32)\n"
        .formatted(function(), type());
  }

  /** The body of the function, whose parameters are those of a kernel. */
  void write(Code c) {
    Val chunk = new Val(Type.I64, "%chunk");
    Val begin = c.mul(chunk, size);
    switch (cut) {
      case BATCH -> {
        Val end = c.intrinsic("umin", c.add(begin, size), Val.integer(Type.I64, product.batch()));
        Val none = Val.integer(Type.I64, 0);
        c.loop(
            begin,
            end,
            (inner, b) -> call(inner, b, none, none, i32(product.m()), i32(product.n())));
      }
      case ROWS -> {
        Val none = Val.integer(Type.I64, 0);
        call(c, none, begin, none, count(c, begin, product.m()), i32(product.n()));
      }
      case COLUMNS -> {
        Val none = Val.integer(Type.I64, 0);
        call(c, none, none, begin, i32(product.m()), count(c, begin, product.n()));
      }
    }
  }

  private Val count(Code c, Val begin, long whole) {
    Val rest = c.sub(Val.integer(Type.I64, whole), begin);
    return c.convert("trunc", c.intrinsic("umin", rest, Val.integer(Type.I64, size)), Type.I32);
  }

  private static Val i32(int value) {
    return Val.integer(Type.I32, value);
  }

  /** Calls OpenBLAS for product b, from a row and a column on. */
  private void call(Code c, Val b, Val row, Val column, Val rows, Val columns) {
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
                Val.real(type(), 1).typed(),
                a.typed(),
                left.rowStride(),
                x.typed(),
                right.rowStride(),
                Val.real(type(), 0).typed(),
                y.typed(),
                product.n()));
  }

  private Val matrix(Code c, int parameter, Step.Matrix matrix, Val b, Val from) {
    return at(c, parameter, c.add(c.add(c.mul(b, matrix.batchStride()), from), matrix.offset()));
  }

  private Val at(Code c, int parameter, Val offset) {
    return c.pure(
        Type.PTR,
        "getelementptr inbounds "
            + type()
            + ", "
            + NestCode.parameter(parameter).typed()
            + ", "
            + offset.typed());
  }
}
